# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the bar over the pages does: a copy on this computer, and the choice between versions."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from buurthuis_admin.gui.widgets.dialogs import open_dialog
from buurthuis_admin.gui.widgets.place_bar import PlaceBar
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _

if TYPE_CHECKING:
    from buurthuis_admin.domain.conflict_copies import OtherVersion


class Placing(QObject):
    """``copied`` is sent with the copy to go on with."""

    copied = Signal(object)

    def __init__(self, workspace: Workspace, bar: PlaceBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace, self._bar, self._over = workspace, bar, parent
        self._other: OtherVersion | None = None
        bar.copy_asked.connect(self._copy)
        bar.compare_asked.connect(self.compare)
        self.look()

    def look(self) -> None:
        """Read where the file lies and whether there is another version of it."""
        administration = self._workspace.administration

        def read() -> tuple[str, list[OtherVersion]]:
            others = [] if administration.read_only else administration.versions.others()
            return administration.whereabouts.warning(), others

        self._workspace.readers.later(self, read, lambda found: self._tell(*found))

    def _tell(self, place: str, others: list[OtherVersion]) -> None:
        self._other = others[0] if others else None
        told = ""
        if self._other is not None:
            told = _("There is another version of this administration: {file}.").format(
                file=self._other.path.name
            )
        self._bar.tell(place, told)

    def compare(self) -> None:
        """Show both versions, and let somebody choose."""
        from buurthuis_admin.gui.pages.other_version import OtherVersionDialog

        other = self._other
        if other is None:
            return
        versions = self._workspace.administration.versions
        dialog = OtherVersionDialog(other, self._over)
        dialog.this_chosen.connect(lambda: self._do(lambda: versions.set_aside(other)))
        dialog.other_chosen.connect(lambda: self._do(lambda: versions.go_on_with_other(other)))
        open_dialog(dialog)

    def _do(self, work: Callable[[], object]) -> None:
        self._workspace.writers.run(self, work, lambda _done: self.look())

    def _copy(self) -> None:
        administration = self._workspace.administration
        path, _kind = QFileDialog.getSaveFileName(
            self._over, _("Copy to this computer"), administration.path.name
        )
        if path:
            whereabouts = administration.whereabouts
            self._workspace.writers.run(
                self,
                lambda: whereabouts.copy_to(Path(path)),
                lambda _done: self.copied.emit(Path(path)),
            )
