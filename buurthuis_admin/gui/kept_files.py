# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Saving a spreadsheet that was read in, as it was, from wherever it is told of."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from buurthuis_admin.domain.provenance import KeptFile
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.flow import flow_row
from buurthuis_admin.gui.widgets.texts import NAME_SIGNS, announce, breakable, button, clear
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _

_MOST = 6


class KeptFileButtons(QWidget):
    """A button for each file; ``asked`` brings the file that is to be saved."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(scaled(4))

    def show_files(self, files: Sequence[KeptFile]) -> None:
        """Show the files that can still be looked at; without any there is nothing."""
        clear(self._column)
        self.setVisible(bool(files))
        for one in files[:_MOST]:
            word = _("Save the file as…") if len(files) == 1 else _("Save {file} as…")
            name = breakable(one.name, NAME_SIGNS)
            made = button(word.format(file=name), "download-simple")
            made.setAccessibleName(_("Save {file} as…").format(file=one.name))
            made.clicked.connect(lambda _on=False, file=one: self.asked.emit(file))
            self._column.addWidget(flow_row(made))


def ask_where_to_save(workspace: Workspace, owner: QWidget, kept: KeptFile) -> None:
    """Ask for a place, and write the file there as it was read."""
    title = _("Save {file} as…").format(file=kept.name)
    path, _kind = QFileDialog.getSaveFileName(owner, title, Path(kept.name).name)
    if path:
        save_kept_file(workspace, owner, kept, Path(path))


def save_kept_file(workspace: Workspace, owner: QWidget, kept: KeptFile, path: Path) -> None:
    """Write the file in the background; say so, or why not."""
    provenance = workspace.administration.provenance
    told = _("Saved as {file}.").format(file=path.name)
    workspace.readers.run(
        owner,
        lambda: provenance.save(kept, path),
        lambda _done: announce(owner, told),
        lambda error: workspace.errors.show(error, owner),
    )
