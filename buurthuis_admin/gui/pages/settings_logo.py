# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The logo of the centre in the settings: chosen from a file, shown, and taken away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QFrame, QLabel, QVBoxLayout

from buurthuis_admin.domain.centre import CentreSettings, Logo
from buurthuis_admin.errors import UserError
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.flow import flow_row
from buurthuis_admin.gui.widgets.texts import announce, button, card, label
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _

_WIDEST, _HIGHEST = 260, 120  # pixels at 100 %
_MOST_BYTES = 50_000_000  # a larger file is no logo, and reading it would only take long


class LogoTooLarge(UserError):
    """A file that is far larger than any logo."""

    def __init__(self) -> None:
        super().__init__(_("This file is very large. Choose a picture of less than 50 MB."))


class LogoCard(QFrame):
    """What stands on letters, sheets and the cover of reports, with buttons to change it."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.setAccessibleName(_("Logo"))
        frame, column = card(gap=8)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(frame)
        self.picture = QLabel()
        self.picture.setProperty("kind", "paper")
        self.nothing = label(_("No logo yet. Without one, reports look neat too."), "muted")
        self.problem = label("", "problem")
        self.choose = button(_("Choose a logo…"), "image")
        self.remove = button(_("Take the logo away"), "trash")
        told = _(
            "Stands on letters, on attendance sheets and on the cover of reports. For example: a "
            "PNG or JPEG from whoever made your website."
        )
        column.addWidget(label(_("Logo"), "heading"))
        column.addWidget(label(told, "muted"))
        column.addWidget(self.picture)
        column.addWidget(self.nothing)
        column.addWidget(self.problem)
        column.addWidget(flow_row(self.choose, self.remove))
        self.problem.hide()
        self.choose.clicked.connect(self._choose)
        self.remove.clicked.connect(lambda: self._keep(lambda: None))
        self.show_logo(CentreSettings())

    def show_logo(self, centre: CentreSettings) -> None:
        """Show the logo that is kept."""
        logo = centre.logo
        self.picture.setVisible(logo is not None)
        self.remove.setVisible(logo is not None)
        self.nothing.setVisible(logo is None)
        self.choose.setText(_("Choose a logo…") if logo is None else _("Choose another logo…"))
        if logo is None:
            return
        pixmap = QPixmap()
        pixmap.loadFromData(logo.content)
        room = (scaled(_WIDEST), scaled(_HIGHEST))
        if pixmap.width() > room[0] or pixmap.height() > room[1]:
            pixmap = pixmap.scaled(
                *room,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        self.picture.setPixmap(pixmap)
        self.picture.setAccessibleName(_("Logo of {centre}").format(centre=centre.name))

    def _choose(self) -> None:
        kinds = _("Pictures (*.png *.jpg *.jpeg)")
        path, _kind = QFileDialog.getOpenFileName(self, _("Choose a logo"), "", kinds)
        if path:
            self.take(Path(path))

    def take(self, path: Path) -> None:
        """Make the picture in a file the logo; what is wrong with it is told here."""

        def read() -> Logo:
            from buurthuis_admin.services.photos import prepare_logo

            if path.stat().st_size > _MOST_BYTES:
                raise LogoTooLarge
            return prepare_logo(path.read_bytes())

        self._keep(read)

    def _keep(self, read: Callable[[], Logo | None]) -> None:
        settings = self._workspace.administration.settings

        def work() -> None:
            logo = read()
            settings.save(replace(settings.centre(), logo=logo))

        self._say("")
        self._workspace.writers.run(self, work, lambda _done: None, self._refused)

    def _refused(self, error: BaseException) -> None:
        self._say(self._workspace.errors.sentence(error))

    def _say(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.choose.setAccessibleDescription(problem)
        if problem:
            announce(self, problem)
            self.choose.setFocus(Qt.FocusReason.OtherFocusReason)
