# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The choices of dossiers and funders in words."""

from __future__ import annotations

from buurthuis_admin.domain.funders import Fact, FunderKind, ReportPart
from buurthuis_admin.domain.papers import PaperKind
from buurthuis_admin.domain.subsidies import Indicator
from buurthuis_admin.i18n import _


def paper_word(kind: PaperKind) -> str:
    """What a paper is of a dossier."""
    return {
        PaperKind.APPLICATION: _("Application"),
        PaperKind.DECISION: _("Decision letter"),
        PaperKind.LETTER: _("Letter"),
        PaperKind.INTERIM_REPORT: _("Interim report"),
        PaperKind.CONTENT_REPORT: _("Content report"),
        PaperKind.FINANCIAL_REPORT: _("Financial report"),
        PaperKind.STATEMENT: _("Accountant's statement"),
        PaperKind.SETTLEMENT: _("Settlement letter"),
        PaperKind.RECEIPT: _("Receipt"),
        PaperKind.OTHER: _("Other paper"),
    }[kind]


def funder_kind_word(kind: FunderKind) -> str:
    """What gives the money."""
    return {
        FunderKind.MUNICIPALITY: _("Municipality"),
        FunderKind.FUND: _("Fund"),
        FunderKind.OTHER: _("Other funder"),
    }[kind]


def fact_word(fact: Fact) -> str:
    """A rule of a funder."""
    return {
        Fact.THRESHOLDS: _("What to hand in"),
        Fact.DEADLINE: _("When to hand it in"),
        Fact.ADVANCE: _("Paid in advance"),
        Fact.FILES: _("Files they take"),
        Fact.LINES: _("Order of the budget"),
        Fact.WORDS: _("Words that they use"),
        Fact.EXPLANATION: _("When to explain a difference"),
        Fact.CONTACT: _("Contact"),
    }[fact]


def part_word(part: ReportPart) -> str:
    """What is handed in when the money is accounted for."""
    return {
        ReportPart.CONTENT: _("Content report"),
        ReportPart.FINANCIAL: _("Financial report"),
        ReportPart.STATEMENT: _("Accountant's statement"),
    }[part]


def indicator_word(kind: Indicator) -> str:
    """What an agreed result counts."""
    return {
        Indicator.SESSIONS: _("Meetings"),
        Indicator.VISITS: _("Visits"),
        Indicator.PEOPLE: _("Different people"),
        Indicator.NEW_PEOPLE: _("New participants"),
        Indicator.AGE_BAND: _("Different people of an age"),
        Indicator.NEIGHBOURHOOD: _("Different people of a neighbourhood"),
        Indicator.VOLUNTEER_HOURS: _("Volunteer hours"),
        Indicator.OWN: _("Something that cannot be counted here"),
    }[kind]
