# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The live preview: the report made anew in the background after every change."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QRectF, QTimer, Signal

from buurthuis_admin.domain.reports import Chapter
from buurthuis_admin.gui.pages.report_preview import PreviewPane
from buurthuis_admin.gui.runners import Task
from buurthuis_admin.gui.widgets.pdf_preview import Place
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.reporting.pdf import Preset
from buurthuis_admin.reporting.pdf.styles import PAGE_HEIGHT, PAGE_WIDTH
from buurthuis_admin.reporting.spots import Rendered, Spot

REBUILD_AFTER = 300  # milliseconds without another change
SOONEST = 100
WITHIN = 430  # of a key: what is left of half a second when the page is drawn
Look = tuple[str, Preset]


class Shown(Protocol):
    """What can be made into pages."""

    def rendered(self, language_code: str, preset: Preset) -> Rendered:
        """The pages, and where the figures stand."""


class LivePreview(QObject):
    """Shows the newest version of a report; what is not asked for any more is dropped."""

    shown = Signal()

    def __init__(
        self,
        workspace: Workspace,
        pane: PreviewPane,
        source: Callable[[], tuple[Shown | None, Look]],
        failed: Callable[[BaseException], None],
    ) -> None:
        super().__init__(pane)
        self._workspace, self.pane = workspace, pane
        self._source, self._failed = source, failed
        self.rendered: Rendered | None = None
        self._task: Task[tuple[Rendered, float]] | None = None
        self._took = 0.0  # milliseconds, the last time
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.render)

    @property
    def content(self) -> bytes:
        """The PDF that is shown; nothing when there is none."""
        return self.rendered.content if self.rendered is not None else b""

    def changed(self) -> None:
        """Make the report anew when nothing changes any more for a moment."""
        self.drop()
        self.pane.busy()
        self._timer.start(pause(self._took))

    def drop(self) -> None:
        """Forget what was asked."""
        if self._task is not None:
            self._task.cancel()

    def say(self, text: str) -> None:
        """Show a sentence in place of pages."""
        self.drop()
        self._timer.stop()
        self.rendered = None
        self.pane.say(text)
        self.pane.explain.hide()

    def render(self) -> None:
        """Make the report now."""
        shown, (language, preset) = self._source()
        if shown is None:
            return
        self._timer.stop()
        self.drop()

        def work() -> tuple[Rendered, float]:
            began = time.perf_counter()
            rendered = shown.rendered(language, preset)
            return rendered, 1000 * (time.perf_counter() - began)

        self._task = self._workspace.readers.run(self, work, self._show, self._failed)

    def _show(self, made: tuple[Rendered, float]) -> None:
        rendered, self._took = made
        self.rendered = rendered
        self.pane.show_pdf(rendered.content)
        self.pane.pdf.show_places([_place(spot) for spot in rendered.spots if spot.explain])
        self.pane.explain.setVisible(any(spot.explain for spot in rendered.spots))
        self.shown.emit()

    def outline(self, chapter: Chapter, name: str, *, go: bool = True) -> None:
        """Draw a line around the part of the report that a field is about."""
        if self.rendered is None:
            return
        slot = name.removeprefix("heading.")
        spot = self.rendered.part(f"{chapter.value}.{slot}") if slot else None
        spot = spot or self.rendered.part(chapter.value)
        self.pane.pdf.outline(_place(spot) if spot else None, go=go)


def pause(took: float) -> int:
    """How long to wait for another key (milliseconds), by how long the report took to make.

    A large report waits less, so that it still follows within half a second.
    """
    return round(max(SOONEST, min(REBUILD_AFTER, WITHIN - took)))


def _place(spot: Spot) -> Place:
    area = QRectF(
        spot.x / PAGE_WIDTH,
        spot.top / PAGE_HEIGHT,
        spot.width / PAGE_WIDTH,
        spot.height / PAGE_HEIGHT,
    )
    return Place(spot.page, area, spot.explain or spot.name)
