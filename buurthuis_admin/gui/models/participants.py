# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of an activity: who is on it, who waits, and who paid."""

from __future__ import annotations

from buurthuis_admin.domain.activities import EnrolmentState
from buurthuis_admin.domain.planning import Participant
from buurthuis_admin.gui.models.rows import Column, RowsModel
from buurthuis_admin.gui.widgets.pill import PillText
from buurthuis_admin.i18n import _, format_money


def participants_model() -> RowsModel[Participant]:
    """A line per person on the list or the waiting list."""
    return RowsModel[Participant](
        [
            Column(_("Name"), lambda one: one.name),
            Column(_("List"), lambda one: list_pill(one).word, pill=list_pill),
            Column(_("Paid"), paid_words),
        ]
    )


def list_pill(one: Participant) -> PillText:
    """On the list, or which place on the waiting list."""
    if one.state is EnrolmentState.WAITING:
        return PillText(_("Waits, no. {number}").format(number=one.position), "clock", "warn")
    return PillText(_("Takes part"), "check-circle", "ok")


def paid_words(one: Participant) -> str:
    """What was paid and when, or what is still to be paid."""
    paid = one.contribution
    if paid is None:
        return ""
    amount = format_money(paid.amount)
    if paid.paid_on is None:
        return _("{amount} still to pay").format(amount=amount)
    return amount
