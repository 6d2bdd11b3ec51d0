# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""All that is known of one person, as a summary."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.bars import MonthBars
from buurthuis_admin.gui.widgets.flow import flow_row
from buurthuis_admin.gui.widgets.origins import origins_text
from buurthuis_admin.gui.widgets.page import section
from buurthuis_admin.gui.widgets.scroll import ScrollColumn
from buurthuis_admin.gui.widgets.texts import button, clear, label, value_label
from buurthuis_admin.gui.wording import membership_sentence, partial_date
from buurthuis_admin.i18n import _, format_day_long, format_money, ngettext

if TYPE_CHECKING:
    from buurthuis_admin.domain.history import ChangeSet
    from buurthuis_admin.domain.people import (
        Address,
        Contribution,
        Person,
        PersonDetail,
        Volunteer,
    )
    from buurthuis_admin.domain.provenance import Origin
    from buurthuis_admin.services.administration import Administration


_CONTRIBUTIONS = 3  # years that are shown
_BESIDE = 215  # the width of a value beside its word, at 100 %


@dataclass(frozen=True, slots=True)
class Story:
    """A person with the visits of the last year that they came, and what was changed of them."""

    detail: PersonDetail
    year: int | None
    months: tuple[int, ...]
    activities: tuple[tuple[str, int], ...]
    changes: tuple[ChangeSet, ...] = ()
    origins: tuple[Origin, ...] = ()


def read_story(administration: Administration, person_id: int) -> Story:
    """Read what the detail shows (in the background)."""
    members = administration.members
    detail = members.detail(person_id)
    year = members.last_year_seen(person_id)
    changes = tuple(administration.history.of_person(person_id))
    origins = tuple(administration.provenance.of_person(person_id))
    if year is None:
        return Story(detail, None, (0,) * 12, (), changes, origins)
    months = tuple(members.visits_by_month(person_id, year))
    activities = tuple(members.activities_of(person_id, year))
    return Story(detail, year, months, activities, changes, origins)


class MemberDetail(ScrollColumn):
    """Shows a story; ``change_asked`` is sent when the person at the screen wants to change it.

    ``merge_asked``: it is the same person as somebody else.
    ``archive_asked``: put them in the archive, or take them out of it.
    ``change_set_asked``: what was changed of them is to be shown, by the id of the change.
    """

    change_asked = Signal()
    merge_asked = Signal()
    archive_asked = Signal()
    change_set_asked = Signal(int)
    file_asked = Signal(object)  # KeptFile
    person_shown = Signal(object)

    def __init__(self) -> None:
        super().__init__(margins=(24, 20, 24, 20), gap=4)
        self.change = button(_("Change details"), "pencil-simple")
        self.change.clicked.connect(self.change_asked)
        self.merge = button(_("Make one with…"), "users")
        self.merge.clicked.connect(self.merge_asked)
        self.archive = button(_("Put in the archive"), "archive")
        self.archive.clicked.connect(self.archive_asked)
        self.archived = label(
            _("In the archive: in no list and no post, and still counted in the figures."), "muted"
        )
        self.name = label("", "heading")
        self.since = label("", "muted")
        self.bars = MonthBars()
        self.empty = label(_("Choose a name in the list to see what is known."), "muted")
        self._parts = QWidget()
        self._buttons = flow_row(self.change, self.merge, self.archive)
        for widget in (self.empty, self.name, self.since, self.archived, self._buttons):
            self.column.addWidget(widget)
        self._body = _body_grid(self._parts)
        self.column.addWidget(self._parts)
        self.column.addStretch(1)
        self.story: Story | None = None
        self.show_story(None)

    def add_below(self, widget: QWidget) -> None:
        """Put a part below the story; it follows ``person_shown`` (an id, or None)."""
        self.column.insertWidget(self.column.count() - 1, widget)

    def show_story(self, story: Story | None) -> None:
        """Show a person, or that nobody is chosen."""
        self.story = story
        self.person_shown.emit(None if story is None else story.detail.person.id)
        shown = story is not None
        for widget in (self.name, self.since, self._buttons, self._parts):
            widget.setVisible(shown)
        archived = story is not None and story.detail.person.archived
        self.archived.setVisible(archived)
        word = _("Take out of the archive") if archived else _("Put in the archive")
        self.archive.setText(word)
        self.archive.setAccessibleName(word)
        self.empty.setVisible(not shown)
        clear(self._body)
        self.bars = MonthBars()
        if story is None:
            return
        self.name.setText(story.detail.person.name.full)
        self.since.setText(_since(story.detail))
        self._show_facts(story)
        self._show_visits(story)
        if story.detail.person.remark:
            self._add_wide(section(_("Remark")))
            self._add_wide(value_label(story.detail.person.remark))
        if story.origins:
            self._add_wide(section(_("Where it came from")))
            self._add_wide(value_label(origins_text(story.origins)))
            from buurthuis_admin.domain.provenance import kept_files
            from buurthuis_admin.gui.kept_files import KeptFileButtons

            files = KeptFileButtons()
            files.show_files(kept_files(story.origins))
            files.asked.connect(self.file_asked)
            self._add_wide(files)
        self._show_history(story)
        self.verticalScrollBar().setValue(0)

    def _show_facts(self, story: Story) -> None:
        for word, value in _facts(story.detail):
            row = self._body.rowCount()
            name = label(word, "muted", wrap=False)
            self._body.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            told = value_label(value)
            told.ensurePolished()
            if told.minimumSizeHint().width() <= scaled(_BESIDE):
                self._body.addWidget(told, row, 1)
            else:  # a word that cannot be broken, such as an address of e-mail
                self._add_wide(told)

    def _show_visits(self, story: Story) -> None:
        if story.year is None:
            self._add_wide(section(_("Attendance")))
            self._add_wide(label(_("No attendance is known of this person."), "muted"))
            return
        title = _("Attendance in {year}").format(year=story.year)
        self._add_wide(section(title))
        self._add_wide(label(_visits_sentence(story), "muted"))
        self.bars.show_months(story.months, title)
        self._add_wide(self.bars)

    def _show_history(self, story: Story) -> None:
        if not story.changes:
            return
        from buurthuis_admin.gui.pages.person_history import PersonHistory

        self.history = PersonHistory(story.changes)
        self.history.asked.connect(self.change_set_asked)
        self._add_wide(section(_("History")))
        self._add_wide(self.history)

    def _add_wide(self, widget: QWidget) -> None:
        self._body.addWidget(widget, self._body.rowCount(), 0, 1, 2)


def _body_grid(parent: QWidget) -> QGridLayout:
    grid = QGridLayout(parent)
    grid.setContentsMargins(0, scaled(12), 0, 0)
    grid.setHorizontalSpacing(scaled(16))
    grid.setVerticalSpacing(scaled(8))
    grid.setColumnStretch(1, 1)
    return grid


def _since(detail: PersonDetail) -> str:
    if not detail.memberships:
        return _("Known by name, not a member")
    latest = detail.memberships[-1]
    parts = [membership_sentence(latest)]
    if latest.number:
        parts.append(_("number {number}").format(number=latest.number))
    return " · ".join(parts)


def _facts(detail: PersonDetail) -> Iterator[tuple[str, str]]:
    """The lines of the summary, without those of which nothing is known."""
    person = detail.person
    lines = [
        (_("Telephone"), _phones(person)),
        (_("E-mail"), person.email),
        (_("Address"), _address(person.address)),
        (_("Born"), partial_date(person.born)),
        (_("Household"), detail.household.name if detail.household else ""),
        (_("Earlier"), "\n".join(membership_sentence(one) for one in detail.memberships[:-1])),
        (_("Contribution"), "\n".join(_contribution(one) for one in _latest(detail))),
        (_("Volunteer"), _volunteer(detail.volunteer)),
    ]
    return ((word, value) for word, value in lines if value)


def _latest(detail: PersonDetail) -> list[Contribution]:
    """The contributions of the last years, the newest first."""
    newest = sorted(detail.contributions, key=lambda one: one.year, reverse=True)
    return newest[:_CONTRIBUTIONS]


def _contribution(one: Contribution) -> str:
    """'2026: € 25,00, betaald'."""
    amount = "" if one.amount is None else format_money(one.amount)
    told = {True: _("paid"), False: _("not paid yet"), None: ""}[one.paid]
    words = ", ".join(part for part in (amount, told) if part)
    return f"{one.year}: {words}" if words else str(one.year)


def _phones(person: Person) -> str:
    from buurthuis_admin.domain.phones import format_phone

    return "\n".join(format_phone(number) for number in (person.mobile, person.phone) if number)


def _address(address: Address) -> str:
    place = f"{address.postcode} {address.town}".strip()
    return "\n".join(part for part in (address.line, place, address.neighbourhood) if part)


def _volunteer(volunteer: Volunteer | None) -> str:
    if volunteer is None:
        return ""
    lines = [volunteer.tasks or _("yes")]
    if volunteer.since:
        lines.append(_("since {day}").format(day=partial_date(volunteer.since)))
    if volunteer.until:
        lines.append(_("until {day}").format(day=partial_date(volunteer.until)))
    if volunteer.vog_valid_until:
        day = format_day_long(volunteer.vog_valid_until)
        lines.append(_("certificate of conduct valid until {day}").format(day=day))
    return "\n".join(lines)


def _visits_sentence(story: Story) -> str:
    count = sum(story.months)
    times = ngettext("{count} time", "{count} times", count).format(count=count)
    names = [
        _("{name} ({count})").format(name=name, count=number) for name, number in story.activities
    ]
    return f"{times}: {', '.join(names)}" if names else times
