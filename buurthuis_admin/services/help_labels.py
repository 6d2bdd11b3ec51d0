# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words of history for allowances and for neighbours who help each other."""

from __future__ import annotations

from buurthuis_admin.domain.helping import HelpKind, HelpState
from buurthuis_admin.i18n import _, ngettext


def tables() -> dict[str, str]:
    """What one row of each table is."""
    return {
        "allowances": _("Volunteer allowance"),
        "neighbour_help": _("Neighbour help"),
        "help_given": _("Help given"),
    }


def many(table: str, count: int) -> str:
    """A number of rows of one of these tables."""
    return {
        "allowances": ngettext("{count} allowance", "{count} allowances", count),
        "neighbour_help": ngettext(
            "{count} request or offer of help", "{count} requests or offers of help", count
        ),
        "help_given": ngettext("{count} time help given", "{count} times help given", count),
    }[table]


def columns() -> dict[str, str]:
    """What the columns of these tables are called."""
    return {
        "person_id": _("Person"),
        "day": _("Date"),
        "hours": _("Hours"),
        "amount": _("Amount"),
        "remark": _("Remark"),
        "kind": _("Asks or offers"),
        "what": _("What it is about"),
        "state": _("State"),
        "closed_on": _("Closed on"),
        "neighbour_help_id": _("Neighbour help"),
    }


def help_kind_word(kind: HelpKind) -> str:
    """Whether somebody asks or offers."""
    return {HelpKind.REQUEST: _("Asks"), HelpKind.OFFER: _("Offers")}[kind]


def help_state_word(state: HelpState) -> str:
    """How far it is."""
    return {
        HelpState.OPEN: _("Still open"),
        HelpState.HELPED: _("Helped"),
        HelpState.CLOSED: _("Closed without help"),
    }[state]


def kinds() -> dict[object, str]:
    """The words for the kinds as they are kept."""
    return {kind.value: help_kind_word(kind) for kind in HelpKind}


def states() -> dict[object, str]:
    """The words for the states as they are kept."""
    return {state.value: help_state_word(state) for state in HelpState}
