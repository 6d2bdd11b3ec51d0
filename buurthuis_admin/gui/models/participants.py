# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of an activity: who is on it, who waits, and who paid."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from buurthuis_admin.domain.activities import EnrolmentState
from buurthuis_admin.domain.planning import Participant
from buurthuis_admin.gui.models.rows import Column, RowsModel
from buurthuis_admin.gui.widgets.pill import PillText
from buurthuis_admin.i18n import _, format_money


def participants_model(asked: Callable[[], Decimal | None]) -> RowsModel[Participant]:
    """A line per person on the list or the waiting list; ``asked``: what each has to pay."""
    return RowsModel[Participant](
        [
            Column(_("Name"), lambda one: one.sorted_name),
            Column(_("List"), lambda one: list_pill(one).word, pill=list_pill),
            Column(_("Paid"), lambda one: paid_words(one, asked())),
        ]
    )


def list_pill(one: Participant) -> PillText:
    """On the list, or which place on the waiting list."""
    if one.state is EnrolmentState.WAITING:
        return PillText(_("Waits, no. {number}").format(number=one.position), "clock", "warn")
    return PillText(_("Takes part"), "check-circle", "ok")


def has_to_pay(one: Participant, asked: Decimal | None) -> bool:
    """Whether somebody who takes part has not paid what is asked, or what was agreed with them."""
    if one.contribution is None:
        return bool(asked) and one.state is EnrolmentState.ENROLLED
    return one.contribution.paid_on is None


def paid_words(one: Participant, asked: Decimal | None) -> str:
    """What was paid, what is still to be paid, or that nothing has to be."""
    paid = one.contribution
    if not has_to_pay(one, asked):
        return _("nothing to pay") if paid is None else format_money(paid.amount)
    if paid is None:
        return _("not yet")
    return _("{amount} still to pay").format(amount=format_money(paid.amount))
