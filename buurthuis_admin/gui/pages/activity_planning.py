# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""When an activity meets: its series, what they were changed to, and loose meetings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from buurthuis_admin.domain.activities import Activity, Series
from buurthuis_admin.domain.dates import Period
from buurthuis_admin.domain.planning import season_end
from buurthuis_admin.domain.series import parse_rule
from buurthuis_admin.gui.pages.series_form import SeriesForm
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.dialogs import open_dialog
from buurthuis_admin.gui.widgets.flow import flow_row
from buurthuis_admin.gui.widgets.texts import button, card, clear, label
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _
from buurthuis_admin.services.series_words import series_sentence


@dataclass(frozen=True, slots=True)
class _Found:
    activity: Activity
    series: Sequence[Series]
    rooms: Sequence[str]


class PlanningPart(QWidget):
    """The part of the detail with the series."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._schedule = workspace.administration.schedule
        self._shown: int | None = None
        self._found: _Found | None = None
        self.plan = button(_("Plan a series"), "plus", "primary")
        self.loose = button(_("One meeting"), "plus")
        self.export = button(_("Save calendar"), "download-simple")
        self.nothing = label(
            _("No series yet. A series plans all meetings at once, such as every Tuesday."),
            "muted",
        )
        self._rows = QVBoxLayout()
        self._rows.setSpacing(scaled(8))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(8))
        column.addWidget(flow_row(self.plan, self.loose, self.export))
        column.addWidget(self.nothing)
        column.addLayout(self._rows)
        self.plan.clicked.connect(lambda: self._open(None))
        self.loose.clicked.connect(self._open_loose)
        self.export.clicked.connect(self._export)

    def show_activity(self, activity_id: int) -> None:
        """Show the series of an activity."""
        self._shown = activity_id
        administration = self._workspace.administration
        self._workspace.readers.run(
            self,
            lambda: _Found(
                administration.activities.get(activity_id),
                administration.schedule.series_of(activity_id),
                administration.centre_lists.room_names(),
            ),
            self._show,
        )

    def _show(self, found: _Found) -> None:
        if found.activity.id != self._shown:
            return
        self._found = found
        clear(self._rows)
        today = self._schedule.today()
        for series in found.series:
            repeat = parse_rule(series.rule)
            over = repeat is not None and repeat.until is not None and repeat.until < today
            self._rows.addWidget(self._card(series, over=over))
        self.nothing.setVisible(not found.series)

    def _card(self, series: Series, *, over: bool) -> QWidget:
        frame, column = card(gap=4, margin=12)
        sentence = series_sentence(series)
        sentence = sentence[:1].upper() + sentence[1:]
        column.addWidget(label(sentence, "muted" if over else "strong"))
        around = "  ·  ".join(part for part in (series.room, series.leader) if part)
        if around:
            column.addWidget(label(around, "muted"))
        if over:
            column.addWidget(label(_("This series is over."), "muted"))
            return frame
        change, stop = button(_("Change series")), button(_("Stop series"))
        change.setAccessibleName(f"{change.text()}: {sentence}")
        stop.setAccessibleName(f"{stop.text()}: {sentence}")
        change.clicked.connect(lambda: self._open(series))
        stop.clicked.connect(lambda: self._stop(series))
        column.addWidget(flow_row(change, stop))
        return frame

    def _open(self, series: Series | None) -> None:
        found = self._found
        if found is not None:
            form = SeriesForm(found.activity, series, found.rooms, self._workspace, self)
            open_dialog(form)

    def _stop(self, series: Series) -> None:
        """No meetings from today on; it can be undone, so nothing is asked."""
        schedule = self._schedule
        self._workspace.writers.run(
            self,
            lambda: schedule.stop_series(series.id or 0, schedule.today()),
            lambda _count: None,
        )

    def _open_loose(self) -> None:
        from buurthuis_admin.gui.pages.session_form import open_new_session

        open_new_session(self._workspace, self, self._schedule.today(), self._shown)

    def _export(self) -> None:
        from buurthuis_admin.gui.pages.calendar_export import CalendarExport

        today = self._schedule.today()
        period = Period(today, season_end(today))
        activity = None if self._found is None else self._found.activity
        open_dialog(CalendarExport(period, self._workspace, self, activity))
