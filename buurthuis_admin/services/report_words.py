# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What reports and their chapters are called."""

from __future__ import annotations

from buurthuis_admin.domain.reports import Chapter, ReportKey
from buurthuis_admin.i18n import _


def report_name(key: ReportKey, *, interim: bool = False) -> str:
    """'Year report 2026', or that of a subsidy; ``interim``: one that still runs."""
    if key.year is not None:
        return _("Year report {year}").format(year=key.year)
    if interim:
        return _("Interim report on a subsidy")
    return _("Accountability of a subsidy")


def chapter_name(chapter: Chapter) -> str:
    """What a chapter is called in the list of chapters."""
    return {
        Chapter.COVER: _("Cover"),
        Chapter.LETTER: _("Letter"),
        Chapter.FOREWORD: _("Foreword"),
        Chapter.ORGANISATION: _("Organisation and board"),
        Chapter.IN_SHORT: _("In short"),
        Chapter.AGREEMENTS: _("Agreements and results"),
        Chapter.ACTIVITIES: _("Activities by theme"),
        Chapter.STORIES: _("Stories"),
        Chapter.PARTICIPANTS: _("Whom we reached"),
        Chapter.MEMBERS: _("Members"),
        Chapter.VOLUNTEERS: _("Volunteers"),
        Chapter.NEIGHBOUR_HELP: _("Neighbour help"),
        Chapter.PARTNERS: _("Working together"),
        Chapter.SUBSIDIES: _("Subsidies"),
        Chapter.FINANCES: _("Finances"),
        Chapter.YEARS: _("Several years"),
        Chapter.AUDIT: _("Audit committee"),
        Chapter.ANBI: _("ANBI"),
        Chapter.OUTLOOK: _("Outlook"),
        Chapter.COUNTING: _("How we counted"),
        Chapter.SIGNATURE: _("Signature"),
        Chapter.RECEIPTS: _("Receipts"),
    }[chapter]
