# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Working on a report: what is typed is shown at once and kept when the field is left."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from buurthuis_admin.domain.reports import Chapter, FigureCorrection, Photo
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.services.report_drafts import ReportDraft

KEEP_AFTER = 4000  # milliseconds without a key

Parts = dict[tuple[Chapter, str], str]


class ReportWork(QObject):
    """The report that is open, with what is typed and not kept yet.

    ``changed``: the report says something else by now. ``kept``: something was written.
    """

    changed = Signal()
    kept = Signal()

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._draft: ReportDraft | None = None
        self._typed: Parts = {}
        self._keep = QTimer(self)
        self._keep.setSingleShot(True)
        self._keep.setInterval(KEEP_AFTER)
        self._keep.timeout.connect(self.keep)

    @property
    def draft(self) -> ReportDraft | None:
        """The report with what is typed in it."""
        if self._draft is None or not self._typed:
            return self._draft
        return self._draft.with_parts(self._typed)

    @property
    def unsaved(self) -> Parts:
        """What is typed and not kept yet."""
        return dict(self._typed)

    def show(self, draft: ReportDraft | None) -> None:
        """Work on another report, or on newer figures of the same one."""
        if draft is None or self._draft is None or draft.key != self._draft.key:
            self.keep()
            self._typed.clear()
        self._draft = draft

    def type(self, chapter: Chapter, name: str, text: str) -> None:
        """Somebody typed in a field."""
        if self._draft is None:
            return
        self._typed[chapter, name] = text
        self._keep.start()
        self.changed.emit()

    def keep(self) -> None:
        """Write what was typed; a field that says what is made anyway is let go of."""
        self._keep.stop()
        draft, typed = self._draft, dict(self._typed)
        if draft is None:
            return
        for (chapter, name), text in typed.items():
            if draft.composition.part(chapter, name) == text:
                del self._typed[chapter, name]
            else:
                self._write_part(draft, chapter, name, text)

    def _write_part(self, draft: ReportDraft, chapter: Chapter, name: str, text: str) -> None:
        compositions = self._workspace.administration.compositions
        inherited = (chapter, name) in draft.composition.inherited

        def write() -> None:
            if text or inherited:
                compositions.save_part(draft.key, chapter, name, text)
            else:
                compositions.drop_part(draft.key, chapter, name)

        def written(_done: None) -> None:
            if self._typed.get((chapter, name)) == text:
                del self._typed[chapter, name]
            self._reread()

        self._workspace.writers.run(self, write, written)

    def _reread(self) -> None:
        draft = self._draft
        if draft is not None:
            self._workspace.readers.run(self, draft.recomposed, self._reread_done)

    def _reread_done(self, draft: ReportDraft) -> None:
        if self._draft is not None and self._draft.key == draft.key:
            self._draft = draft
            self.kept.emit()
            self.changed.emit()

    # Photos and corrections are kept at once.

    def add_photo(self, chapter: Chapter, path: Path) -> None:
        """Put a photo in a chapter."""
        compositions = self._workspace.administration.compositions
        self._do(lambda key: compositions.add_photo(key, path.read_bytes(), chapter, alt=""))

    def change_photo(self, photo: Photo, what: str) -> None:
        """Keep, move or take out a photo."""
        compositions = self._workspace.administration.compositions
        if what == "save":
            self._do(lambda key: compositions.save_photo(key, photo))
        elif what == "remove":
            self._do(lambda key: compositions.remove_photo(key, photo))
        else:
            step = -1 if what == "up" else 1
            self._do(lambda key: compositions.move_photo(key, photo, step))

    def correct(self, chapter: Chapter, correction: FigureCorrection) -> None:
        """Correct a figure by hand."""
        compositions = self._workspace.administration.compositions
        self._do(lambda key: compositions.correct(key, chapter, correction))

    def withdraw(self, chapter: Chapter, figure: str) -> None:
        """Let a figure be as it is counted."""
        compositions = self._workspace.administration.compositions
        self._do(lambda key: compositions.withdraw_correction(key, chapter, figure))

    def _do(self, write: Callable[..., object]) -> None:
        draft = self._draft
        if draft is not None:
            self._workspace.writers.run(
                self, lambda: write(draft.key), lambda _done: self._reread()
            )
