# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the forms over a part of the settings of the centre have in common."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from buurthuis_admin.domain.centre import CentreSettings
from buurthuis_admin.gui.widgets.field_form import FieldForm
from buurthuis_admin.gui.workspace import Workspace


class CentreForm(FieldForm):
    """A form over a part of the settings of the centre."""

    def __init__(
        self, title: str, centre: CentreSettings, workspace: Workspace, parent: QWidget
    ) -> None:
        super().__init__(title, parent)
        self._workspace, self._before = workspace, centre

    def _save(self, changed: CentreSettings) -> None:
        settings = self._workspace.administration.settings
        self._workspace.writers.run(
            self, lambda: settings.save(changed), lambda _done: self.accept()
        )
