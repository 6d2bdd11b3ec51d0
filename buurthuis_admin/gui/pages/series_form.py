# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The form for a series of meetings, which tells what it will give before it is kept."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from buurthuis_admin.domain.activities import Activity, Series
from buurthuis_admin.domain.series import Every, Repeat, parse_rule
from buurthuis_admin.gui.field_reading import FieldReading
from buurthuis_admin.gui.pages.series_fields import RepeatFields
from buurthuis_admin.gui.pages.series_preview import preview_lines
from buurthuis_admin.gui.widgets.field_form import (
    Choice,
    FieldForm,
    line_edit,
    suggestions,
    typed,
)
from buurthuis_admin.gui.widgets.texts import card, label
from buurthuis_admin.gui.widgets.word_button import WordCheck
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, format_day, format_time
from buurthuis_admin.services.replanning import NothingPlanned, Preview
from buurthuis_admin.services.series_words import missing_sentence

_REST = 300  # milliseconds after the last change


class End(StrEnum):
    """How a series ends."""

    SEASON = "season"
    DAY = "day"
    TIMES = "times"


class SeriesForm(FieldForm):
    """``saved`` is sent once the series is kept. A changed one changes from its first day on."""

    saved = Signal()

    def __init__(
        self,
        activity: Activity,
        series: Series | None,
        rooms: Sequence[str],
        workspace: Workspace,
        parent: QWidget,
    ) -> None:
        title = _("Change the series of {activity}") if series else _("Plan a series: {activity}")
        super().__init__(title.format(activity=activity.name), parent)
        self._activity, self._before, self._workspace = activity, series, workspace
        self._today = workspace.administration.schedule.today()
        repeat = _repeat_of(series, self._today)
        first = max(self._today, series.first_day) if series else self._today
        self.repeat = RepeatFields(repeat)
        self.first = line_edit(format_day(first))
        self.start = line_edit(_time(series.starts_at) if series else "")
        self.stop = line_edit(_time(series.ends_at) if series else "")
        self.end = Choice(_end_words(), End.DAY if repeat.until else End.SEASON)
        self.until = line_edit(format_day(repeat.until) if repeat.until else "")
        self.times = line_edit()
        self.room = suggestions(list(rooms), (series.room or "") if series else "")
        self.leader = line_edit((series.leader or "") if series else "")
        self.on_holidays = WordCheck(_("Goes on on public holidays too"))
        self.in_school_holidays = WordCheck(_("Goes on in school holidays too"))
        if series:
            self.on_holidays.setChecked(series.on_holidays)
            self.in_school_holidays.setChecked(series.in_school_holidays)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._lay_out()
        self._connect()
        self.fit_screen(640, 820)
        self.repeat.kind.setFocus()
        self._arrange()
        self._rest.start()

    def _lay_out(self) -> None:
        self.field("repeat", _("How often"), self.repeat)
        words = _("From which day on") if self._before else _("First day")
        self.field("first", words, self.first)
        self.field("start", _("Starts at"), self.start, hint=_("For example 10:00."), empty=True)
        self.field("stop", _("Ends at"), self.stop, empty=True)
        self.field("end", _("How long it goes on"), self.end)
        self.field("until", _("Last day"), self.until)
        self.field("times", _("Number of meetings"), self.times)
        as_activity = _("Empty: as with the activity, {what}.")
        room = as_activity.format(what=self._activity.room) if self._activity.room else ""
        leader = as_activity.format(what=self._activity.leader) if self._activity.leader else ""
        self.field("room", _("Room"), self.room, hint=room, empty=True)
        self.field("leader", _("Led by"), self.leader, hint=leader, empty=True)
        for name, box in (("holidays", self.on_holidays), ("school", self.in_school_holidays)):
            box.setObjectName(name)
            box.setAccessibleName(box.text())
            self.part(box)
        frame, column = card("info", gap=4, margin=12)
        self.preview = label("")
        column.addWidget(self.preview)
        self.above_buttons.addWidget(frame)
        frame.hide()  # until there is something to say
        self._said = frame

    def _say(self, text: str) -> None:
        self.preview.setText(text)
        self._said.show()

    def _connect(self) -> None:
        self._rest.timeout.connect(self._look)
        self.repeat.changed.connect(self._rest.start)
        self.end.currentIndexChanged.connect(lambda _index: self._arrange())
        for field in (self.first, self.start, self.stop, self.until, self.times):
            field.textChanged.connect(lambda _text: self._rest.start())
        self.room.currentTextChanged.connect(lambda _text: self._rest.start())
        for box in (self.on_holidays, self.in_school_holidays):
            box.toggled.connect(lambda _on: self._rest.start())

    def _arrange(self) -> None:
        end = self.end.key
        self.show_field("until", shown=end is End.DAY)
        self.show_field("times", shown=end is End.TIMES)
        self._rest.start()

    # What it will give.

    def _look(self) -> None:
        reading = FieldReading(self._today)
        found = self._read(reading)
        if found is None or reading.problems:
            self._say(_("Fill in the fields to see which meetings this gives."))
            return
        series, times = found
        schedule = self._workspace.administration.schedule
        self._workspace.readers.run(
            self,
            lambda: schedule.preview(series, times),
            lambda preview: self._show_preview(series, preview),
        )

    def _show_preview(self, series: Series, preview: Preview) -> None:
        repeat = parse_rule(series.rule)
        lines = preview_lines(preview)
        if repeat is not None and (missing := missing_sentence(repeat)):
            lines.append(missing)
        self._say("\n".join(lines))

    # Keeping it.

    def keep(self) -> None:
        """Check what was typed and plan it."""
        reading = FieldReading(self._today)
        found = self._read(reading)
        self.show_problems(reading.problems)
        if found is None or reading.problems:
            return
        series, times = found
        schedule = self._workspace.administration.schedule
        before = self._before

        def work() -> int:
            if before is None:
                return schedule.save_series(series, times)
            return schedule.change_series(series, series.first_day, times)

        self._workspace.writers.run(self, work, lambda _id: self._kept(), self._refused)

    def _refused(self, error: BaseException) -> None:
        if isinstance(error, NothingPlanned):
            self.tell("repeat", str(error))
        else:
            self._workspace.errors.show(error, self)

    def _kept(self) -> None:
        self.saved.emit()
        self.accept()

    def _read(self, reading: FieldReading) -> tuple[Series, int | None] | None:
        first = reading.needed_day("first", typed(self.first))
        start, stop = self._times(reading)
        until, times = self._end(reading, first)
        if first is None:
            return None
        repeat = replace(self.repeat.repeat(first), until=until)
        if repeat.every is Every.WEEK and not repeat.weekdays:
            reading.wrong("repeat", _("Choose at least one day of the week."))
            return None
        series = Series(
            id=self._before.id if self._before else None,
            activity_id=self._activity.id,
            rule=repeat.rule,
            first_day=first,
            starts_at=start,
            ends_at=stop,
            room=typed(self.room) or None,
            leader=typed(self.leader) or None,
            on_holidays=self.on_holidays.isChecked(),
            in_school_holidays=self.in_school_holidays.isChecked(),
        )
        return series, times

    def _times(self, reading: FieldReading) -> tuple[datetime.time | None, datetime.time | None]:
        start = reading.time("start", typed(self.start))
        stop = reading.time("stop", typed(self.stop))
        reading.check_times("stop", start, stop)
        return start, stop

    def _end(
        self, reading: FieldReading, first: datetime.date | None
    ) -> tuple[datetime.date | None, int | None]:
        end = self.end.key
        if end is End.SEASON:
            return None, None
        if end is End.DAY:
            until = reading.needed_day("until", typed(self.until))
            if until and first and until < first:
                reading.wrong("until", _("The last day lies before the first day."))
            return until, None
        times = reading.number("times", typed(self.times), 1)
        if times is None and not typed(self.times):
            reading.wrong("times", _("Fill in how many meetings there are."))
        return None, times


def _end_words() -> list[tuple[End, str]]:
    return [
        (End.SEASON, _("It goes on; planned to the end of the season")),
        (End.DAY, _("Up to and including a day")),
        (End.TIMES, _("A number of meetings")),
    ]


def _repeat_of(series: Series | None, today: datetime.date) -> Repeat:
    known = parse_rule(series.rule) if series else None
    return known or Repeat(weekdays=(today.weekday(),))


def _time(time: datetime.time | None) -> str:
    return format_time(time) if time else ""
