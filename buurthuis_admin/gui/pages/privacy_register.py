# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The processing register, and who answers questions about privacy."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from buurthuis_admin.gui.pages.page_part import PagePart
from buurthuis_admin.gui.pages.privacy_forms import ContactsForm
from buurthuis_admin.gui.widgets.flow import flow_row
from buurthuis_admin.gui.widgets.pdf_preview import PdfPreview
from buurthuis_admin.gui.widgets.texts import button, label
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _
from buurthuis_admin.services.safe_file import write_safely


class RegisterPart(PagePart):
    """Shows the register as it is now, and saves it."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._content = b""
        self.preview = PdfPreview(_("The processing register"))
        self.save = button(_("Save as PDF"), "download-simple", "primary")
        self.contacts = button(_("Who answers questions"), "pencil-simple")
        text = _(
            "The law asks for a register of what personal data are used for. It is made of the "
            "fields that are filled in."
        )
        self.column.addWidget(label(text, "muted"))
        self.column.addWidget(flow_row(self.save, self.contacts))
        self.column.addWidget(self.told)
        self.column.addWidget(self.preview, 1)
        self.save.clicked.connect(self._choose_place)
        self.contacts.clicked.connect(self._change_contacts)

    def refresh(self) -> None:
        """Make the register anew."""
        register = self.workspace.administration.privacy.register
        self.workspace.readers.run(self, register.pdf, self._show)

    def _show(self, content: bytes) -> None:
        self._content = content
        self.preview.show_pdf(content)

    def _choose_place(self) -> None:
        name = _("Processing register") + ".pdf"
        path, _kind = QFileDialog.getSaveFileName(self, _("Save as PDF"), name, "PDF (*.pdf)")
        if path:
            self.save_to(Path(path))

    def save_to(self, path: Path) -> None:
        """Save the register that is shown."""
        content = self._content
        self.workspace.writers.run(
            self,
            lambda: write_safely(path, content),
            lambda _done: self.tell(_("Saved: {file}").format(file=path.name)),
        )

    def _change_contacts(self) -> None:
        privacy = self.workspace.administration.privacy
        self.workspace.readers.run(
            self,
            privacy.contacts,
            lambda found: self.open_form(ContactsForm(found, self.workspace, self)),
        )
