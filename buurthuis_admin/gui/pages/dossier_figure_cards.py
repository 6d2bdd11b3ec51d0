# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The figures at the top of a dossier; each amount opens the payments and letters behind it."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TypeAlias

from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from buurthuis_admin.domain.dossier_track import left_words_due, still_to_spend, terms
from buurthuis_admin.domain.figure_keys import Measure, Part, figure
from buurthuis_admin.domain.privacy import Urgency, urgency_of
from buurthuis_admin.domain.subsidies import Subsidy
from buurthuis_admin.gui.dossier_words import days_words, term_title
from buurthuis_admin.gui.pages.dossier_cards import row_of
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.texts import button, card, icon_label, label
from buurthuis_admin.i18n import (
    _,
    format_day_long,
    format_day_short,
    format_money,
    format_percent,
)
from buurthuis_admin.services.subsidies import Dossier

Explain = Callable[[str], object]  # opens what stands behind the figure of a name


def figure_cards(dossier: Dossier, explain: Explain) -> list[QWidget]:
    """What was asked or awarded, came in, was spent and is left, and the term that comes next."""
    subsidy = dossier.subsidy
    asked = _requested(subsidy) if subsidy.awarded is None else _awarded(subsidy)
    received = (_("Received"), subsidy.received, _received_note(subsidy), Measure.RECEIVED)
    spent = (_("Spent"), subsidy.spent, _spent_note(subsidy), Measure.SPENT)
    money = (asked, received, spent, _left(dossier))
    return [*(_figure(one, dossier, explain) for one in money), *_term_card(dossier)]


# Its word, the amount, a note below it, and what is counted.
_Figure: TypeAlias = tuple[str, Decimal, str, Measure]


def _requested(subsidy: Subsidy) -> _Figure:
    day = subsidy.applied_on
    note = _("applied for on {day}").format(day=format_day_short(day)) if day else ""
    return _("Requested"), subsidy.requested or Decimal(0), note, Measure.REQUESTED


def _awarded(subsidy: Subsidy) -> _Figure:
    day = subsidy.decided_on
    note = _("letter of {day}").format(day=format_day_short(day)) if day else ""
    if subsidy.settled is not None:
        note = _("settled at {amount}").format(amount=format_money(subsidy.settled))
    return _("Awarded"), subsidy.awarded or Decimal(0), note, Measure.AWARDED


def _received_note(subsidy: Subsidy) -> str:
    if subsidy.to_repay:
        return _("{amount} to pay back").format(amount=format_money(subsidy.to_repay))
    if subsidy.to_come:
        return _("{amount} to come").format(amount=format_money(subsidy.to_come))
    return ""


def _spent_note(subsidy: Subsidy) -> str:
    ahead = subsidy.spent - subsidy.received
    if ahead > 0:
        return _("{amount} paid by the centre").format(amount=format_money(ahead))
    if subsidy.awarded:
        share = format_percent(subsidy.spent / subsidy.awarded)
        return _("{share} of the award").format(share=share)
    return ""


def _left(dossier: Dossier) -> _Figure:
    over = left_words_due(dossier.subsidy, dossier.today) or dossier.subsidy.closed
    word = _("Left") if over else _("Still to spend")
    note = "" if over else _("up to today")
    return word, still_to_spend(dossier.subsidy), note, Measure.TO_SPEND


def _term_card(dossier: Dossier) -> list[QWidget]:
    term = next(terms(dossier.subsidy), None)
    if term is None:
        return []
    urgency = urgency_of(term.day, dossier.today)
    day = label(format_day_long(term.day), "title", wrap=False)
    day.setMinimumHeight(scaled(44))  # as high as the amounts beside it
    kinds = {Urgency.CALM: "info", Urgency.SOON: "warn", Urgency.LATE: "error"}
    return [
        _card(
            term_title(term.kind),
            day,
            days_words(term.day, dossier.today),
            kinds[urgency],
            "clock",
        )
    ]


def _figure(one: _Figure, dossier: Dossier, explain: Explain) -> QWidget:
    word, amount, note, measure = one
    subsidy = dossier.subsidy
    year = (subsidy.period.end if subsidy.period else dossier.today).year
    name = figure(measure, year, Part.SUBSIDY, subsidy.id or 0)
    shown = button(format_money(amount), "", "figure")
    shown.setAccessibleName(_("{word}: {amount}").format(word=word, amount=format_money(amount)))
    shown.setAccessibleDescription(_("Shows the letters and payments behind it."))
    shown.clicked.connect(lambda _on=False: explain(name))
    return _card(word, shown, note)


def _card(
    word: str, shown: QLabel | QPushButton, note: str, kind: str = "card", image: str = ""
) -> QFrame:
    frame, column = card(kind, gap=2, margin=16)
    first = label(word, "muted", wrap=False)
    column.addWidget(first if not image else row_of(icon_label(image, kind), first))
    column.addWidget(shown)
    column.addWidget(label(note, "muted"))
    column.addStretch(1)
    frame.setAccessibleName(f"{word}: {shown.text()}")
    return frame
