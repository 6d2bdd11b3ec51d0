# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page on privacy: who may go, requests, consents, the register, data breaches."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from buurthuis_admin.gui.pages.page_part import PagePart
from buurthuis_admin.gui.pages.parts_page import PartsPage
from buurthuis_admin.gui.pages.privacy_reopening import reopeners
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _


class Part(StrEnum):
    """The parts of the page."""

    LEAVING = "leaving"
    REQUESTS = "requests"
    CONSENTS = "consents"
    REGISTER = "register"
    BREACHES = "breaches"


class PrivacyPage(PartsPage[Part]):
    """Who may go, requests, consents, the register, data breaches."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, _("Privacy"), _("Part of privacy"), _words(), _BUILDERS)
        self.reopens = reopeners(workspace, self, self.refresh)


def _words() -> list[tuple[Part, str]]:
    return [
        (Part.LEAVING, _("These people may go")),
        (Part.REQUESTS, _("Requests")),
        (Part.CONSENTS, _("Consents")),
        (Part.REGISTER, _("Register")),
        (Part.BREACHES, _("Data breaches")),
    ]


def _leaving(workspace: Workspace) -> PagePart:
    from buurthuis_admin.gui.pages.privacy_leaving import LeavingPart

    return LeavingPart(workspace)


def _requests(workspace: Workspace) -> PagePart:
    from buurthuis_admin.gui.pages.privacy_lists import RequestsPart

    return RequestsPart(workspace)


def _consents(workspace: Workspace) -> PagePart:
    from buurthuis_admin.gui.pages.privacy_lists import ConsentsPart

    return ConsentsPart(workspace)


def _register(workspace: Workspace) -> PagePart:
    from buurthuis_admin.gui.pages.privacy_register import RegisterPart

    return RegisterPart(workspace)


def _breaches(workspace: Workspace) -> PagePart:
    from buurthuis_admin.gui.pages.privacy_lists import BreachesPart

    return BreachesPart(workspace)


_BUILDERS: dict[Part, Callable[[Workspace], PagePart]] = {
    Part.LEAVING: _leaving,
    Part.REQUESTS: _requests,
    Part.CONSENTS: _consents,
    Part.REGISTER: _register,
    Part.BREACHES: _breaches,
}
