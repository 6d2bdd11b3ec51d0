# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The visits of this month beside those of the same days last year, on the page of today."""

from __future__ import annotations

from PySide6.QtCore import Signal

from buurthuis_admin.domain.month_visits import MonthVisits, WeekVisits
from buurthuis_admin.gui.widgets.bars import LyingBar, LyingBars
from buurthuis_admin.gui.widgets.flow import flow_row
from buurthuis_admin.gui.widgets.lines import LinesCard
from buurthuis_admin.gui.widgets.texts import button
from buurthuis_admin.i18n import _, format_number, month_name, ngettext


class VisitsCard(LinesCard):
    """The heading says the finding; without any visit in both years the card is not there.

    ``place_asked`` leads to the page on which visits are filled in.
    """

    place_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("Visits this month"))
        self.bars = LyingBars()
        self.attendance = button(_("Show attendance"), "clipboard-text")
        self.attendance.clicked.connect(lambda: self.place_asked.emit("attendance"))
        self.footer.addWidget(flow_row(self.attendance))
        self.hide()

    def show_visits(self, found: MonthVisits) -> None:
        """Show a month."""
        self.setVisible(bool(found.visits or found.before))
        self.title = finding(found)
        self.setAccessibleName(self.title)
        self.say(None)
        self.empty()
        told = _sentence(found)
        self.tell(told)
        self.bars = LyingBars()
        self.bars.show_bars(
            [LyingBar(_week(one), one.visits, _tick(one, found)) for one in found.weeks],
            f"{self.title}. {told} {_aloud(found)}",
        )
        self.rows.addWidget(self.bars)


def finding(found: MonthVisits) -> str:
    """What the bars come to, in a few words."""
    month = month_name(found.day.month).capitalize()
    if not found.before:
        return _("Visits in {month}").format(month=month_name(found.day.month))
    if found.visits > found.before:
        return _("{month} is busier than last year").format(month=month)
    if found.visits < found.before:
        return _("{month} is quieter than last year").format(month=month)
    return _("{month} is as busy as last year").format(month=month)


def _sentence(found: MonthVisits) -> str:
    year, more = found.day.year - 1, found.visits - found.before
    told = ngettext("{count} visit", "{count} visits", found.visits)
    visits = told.format(count=format_number(found.visits))
    if not found.before:
        return _("{visits}. Of {year} no visits are known on these days.").format(
            visits=visits, year=year
        )
    if more == 0:
        words = _("{visits}, as many as on the same days of {year}. The line is {year}.")
    elif more > 0:
        words = _("{visits}, {count} more than on the same days of {year}. The line is {year}.")
    else:
        words = _("{visits}, {count} fewer than on the same days of {year}. The line is {year}.")
    return words.format(visits=visits, count=format_number(abs(more)), year=year)


def _week(one: WeekVisits) -> str:
    first, last = one.period.start, one.period.end
    days = str(first.day) if first == last else f"{first.day}–{last.day}"
    number = _("week {number}").format(number=first.isocalendar().week)
    return f"{number}  ·  {days} {month_name(first.month, short=True)}"


def _tick(one: WeekVisits, found: MonthVisits) -> int | None:
    """Nothing to compare with where nothing at all is known of last year."""
    return one.before if found.before else None


def _aloud(found: MonthVisits) -> str:
    return " ".join(
        _("Week {number}: {count}, last year {before}.").format(
            number=one.period.start.isocalendar().week,
            count=format_number(one.visits),
            before=format_number(one.before),
        )
        for one in found.weeks
    )
