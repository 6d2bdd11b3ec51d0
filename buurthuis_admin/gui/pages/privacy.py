# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page on privacy: who may go, requests, consents, the register, data breaches."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from buurthuis_admin.gui.pages.privacy_part import PrivacyPart
from buurthuis_admin.gui.pages.privacy_reopening import reopeners
from buurthuis_admin.gui.widgets.chips import Chips
from buurthuis_admin.gui.widgets.page import Page, PageHeader, list_column
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _


class Part(StrEnum):
    """The parts of the page."""

    LEAVING = "leaving"
    REQUESTS = "requests"
    CONSENTS = "consents"
    REGISTER = "register"
    BREACHES = "breaches"


class PrivacyPage(Page):
    """One part at a time; each is built when it is first shown."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(_("Privacy"))
        self._workspace = workspace
        self._parts: dict[Part, PrivacyPart] = {}
        self.header = PageHeader(_("Privacy"))
        self.chips = Chips[Part](_words(), _("Part of privacy"))
        self.stack = QStackedWidget()
        listing = list_column()
        for widget in (self.header, self.chips):
            listing.column.addWidget(widget)
        listing.column.addWidget(self.stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(listing)
        self.chips.chosen.connect(self.show_part)
        self.reopens = reopeners(workspace, self, self.refresh)
        self.show_part(Part.LEAVING)

    def show_part(self, key: Part) -> None:
        """Show one part, as it is now."""
        part = self.part(key)
        self.chips.choose(key)
        self.stack.setCurrentWidget(part)
        part.refresh()

    def part(self, key: Part) -> PrivacyPart:
        """A part, built now when it was not there yet."""
        if key not in self._parts:
            self._parts[key] = _BUILDERS[key](self._workspace)
            self.stack.addWidget(self._parts[key])
        return self._parts[key]

    def focus_first(self) -> None:
        """The chosen chip."""
        self.chips.chip(self.chips.current).setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read the part that is shown anew."""
        self.part(self.chips.current).refresh()


def _words() -> list[tuple[Part, str]]:
    return [
        (Part.LEAVING, _("These people may go")),
        (Part.REQUESTS, _("Requests")),
        (Part.CONSENTS, _("Consents")),
        (Part.REGISTER, _("Register")),
        (Part.BREACHES, _("Data breaches")),
    ]


def _leaving(workspace: Workspace) -> PrivacyPart:
    from buurthuis_admin.gui.pages.privacy_leaving import LeavingPart

    return LeavingPart(workspace)


def _requests(workspace: Workspace) -> PrivacyPart:
    from buurthuis_admin.gui.pages.privacy_lists import RequestsPart

    return RequestsPart(workspace)


def _consents(workspace: Workspace) -> PrivacyPart:
    from buurthuis_admin.gui.pages.privacy_lists import ConsentsPart

    return ConsentsPart(workspace)


def _register(workspace: Workspace) -> PrivacyPart:
    from buurthuis_admin.gui.pages.privacy_register import RegisterPart

    return RegisterPart(workspace)


def _breaches(workspace: Workspace) -> PrivacyPart:
    from buurthuis_admin.gui.pages.privacy_lists import BreachesPart

    return BreachesPart(workspace)


_BUILDERS: dict[Part, Callable[[Workspace], PrivacyPart]] = {
    Part.LEAVING: _leaving,
    Part.REQUESTS: _requests,
    Part.CONSENTS: _consents,
    Part.REGISTER: _register,
    Part.BREACHES: _breaches,
}
