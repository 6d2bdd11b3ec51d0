# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The e-mail addresses of many people: to the clipboard, or in a message as blind copies."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from urllib.parse import quote

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.flow import answer_row
from buurthuis_admin.gui.widgets.focus_ring import FocusRing
from buurthuis_admin.gui.widgets.tall import tall_column
from buurthuis_admin.gui.widgets.texts import announce, button, label
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, format_number, ngettext
from buurthuis_admin.services.mailings import Addresses

LONGEST_LINK = 1800  # signs; Windows hands no longer one to an e-mail program


class AddressesDialog(QDialog):
    """Tells how many have an address and how many have none."""

    def __init__(
        self, ids: Callable[[], Sequence[int]], workspace: Workspace, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.addresses = Addresses((), 0)
        self.setModal(True)
        self.setWindowTitle(_("E-mail addresses"))
        self.ring = FocusRing(self)
        self.told = label(_("The addresses are being looked up…"))
        self.outcome = label("", "muted")
        self.copy = button(_("Copy the addresses"), "", "primary")
        self.write = button(_("Write in my e-mail program"))
        self.close_button = button(_("Close"))
        column = tall_column(self)
        column.addWidget(label(self.windowTitle(), "heading"))
        explained = _(
            "The addresses come in the line BCC, so that people do not see those of each other."
            " After copying, paste them in that line yourself."
        )
        for widget in (self.told, label(explained, "muted"), self.outcome):
            column.addWidget(widget)
        column.addStretch(1)
        column.addWidget(answer_row(self.close_button, self.write, self.copy))
        self.copy.setFocus(Qt.FocusReason.OtherFocusReason)
        self.copy.clicked.connect(self._copy)
        self.write.clicked.connect(self._write)
        self.close_button.clicked.connect(self.reject)
        self.resize(scaled(560), scaled(320))
        mailings = workspace.administration.mailings
        workspace.readers.run(self, lambda: mailings.addresses(ids()), self._show)

    def _show(self, addresses: Addresses) -> None:
        self.addresses = addresses
        found = len(addresses.found)
        told = ngettext("{count} e-mail address.", "{count} e-mail addresses.", found)
        parts = [told.format(count=format_number(found))]
        if addresses.without:
            none = ngettext(
                "{count} person has none.", "{count} people have none.", addresses.without
            )
            parts.append(none.format(count=format_number(addresses.without)))
        self.told.setText(" ".join(parts))
        announce(self, self.told.text())

    def _copy(self) -> None:
        if not self.addresses.found:
            self._say(_("There is no address to copy."))
            return
        QApplication.clipboard().setText("; ".join(self.addresses.found))
        self._say(_("Copied. Paste them in the line BCC of your message."))

    def _write(self) -> None:
        link = mail_link(self.addresses.found)
        if not self.addresses.found:
            self._say(_("There is no address to write to."))
        elif len(link) > LONGEST_LINK:
            self._say(
                _(
                    "These are too many addresses to hand over in one go. Copy them, and paste them"
                    " in the line BCC."
                )
            )
        elif not QDesktopServices.openUrl(QUrl(link)):
            self._say(_("No e-mail program opened. Copy the addresses instead."))

    def _say(self, text: str) -> None:
        self.outcome.setText(text)
        announce(self, text)


def mail_link(addresses: Sequence[str]) -> str:
    """A message to nobody, with the addresses where the others do not see them."""
    return "mailto:?bcc=" + ",".join(quote(address, safe="@") for address in addresses)
