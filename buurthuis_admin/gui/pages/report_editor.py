# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The fields of one chapter of a report: made from the figures, and changed by a person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from buurthuis_admin.domain.reports import (
    CHECKED,
    FIXED,
    HIDDEN,
    OF_ITS_YEAR,
    ORDER,
    TEXT,
    WRITTEN,
    Chapter,
    ChapterState,
    Composition,
    ReportKey,
    moved,
)
from buurthuis_admin.gui.pages.report_chapters import state_icon, state_word
from buurthuis_admin.gui.pages.report_fields import Field, FieldKind, example_text, fields_of
from buurthuis_admin.gui.pages.report_photos import PhotoList
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.flow import FlowLabel, flow_row
from buurthuis_admin.gui.widgets.pill import Pill, PillText
from buurthuis_admin.gui.widgets.scroll import ScrollColumn
from buurthuis_admin.gui.widgets.texts import button, card, clear, label
from buurthuis_admin.gui.widgets.word_button import WordCheck
from buurthuis_admin.i18n import _
from buurthuis_admin.services.report_drafts import ReportDraft
from buurthuis_admin.services.report_words import chapter_name

_WHOLE_TEXT, _ADDITION, _SENTENCE = 260, 130, 92  # least heights of fields
_WITHOUT_PHOTOS = frozenset(
    {
        Chapter.COVER,
        Chapter.COUNTING,
        Chapter.AUDIT,
        Chapter.LETTER,
        Chapter.SIGNATURE,
        Chapter.RECEIPTS,
    }
)
_NEVER_HIDDEN = frozenset({Chapter.COVER, Chapter.COUNTING})


@dataclass
class _Shown:
    """A field on the screen, and how to read and fill it."""

    field: Field
    widget: QWidget
    read: Callable[[], str]
    fill: Callable[[str], None]
    made: str = ""  # what stands there when nobody writes anything


class ChapterEditor(ScrollColumn):
    """``edited`` follows every key; ``left`` is sent when a field is left.

    A field with a proposal shows it. As long as it says just that, nothing is kept, so that it
    follows the figures.
    """

    edited = Signal(object, str, str)
    left = Signal()
    entered = Signal(object, str)
    photo_asked = Signal()
    photo_changed = Signal(object, str)
    go_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__(margins=(24, 12, 24, 20), gap=8)
        self.chapter: Chapter | None = None
        self.key: ReportKey | None = None
        self.photos = PhotoList()
        self._shown: dict[str, _Shown] = {}
        self._filling = False
        self._order: tuple[Chapter, ...] = ()
        self._check: QWidget | None = None  # asks whether what was taken over is still right
        self.photos.add_asked.connect(self.photo_asked)
        self.photos.changed.connect(self.photo_changed)

    def widget_of(self, name: str) -> QWidget:
        """The widget of a field. Raises KeyError when the chapter has no such field."""
        return self._shown[name].widget

    def focused_field(self) -> str:
        """The name of the field with the focus; '' when none has it."""
        return next((name for name, one in self._shown.items() if one.widget.hasFocus()), "")

    def first_field(self) -> QWidget:
        """Where typing starts."""
        return next((one.widget for one in self._shown.values()), self.photos.add)

    # Showing a chapter.

    def show_chapter(self, draft: ReportDraft, chapter: Chapter, state: ChapterState) -> None:
        """Show the fields of a chapter."""
        self.photos.setParent(None)
        clear(self.column)
        self._shown.clear()
        self.chapter, self.key = chapter, draft.key
        self._filling = True
        self.pill = Pill(_pill_of(state))
        self.column.addWidget(flow_row(FlowLabel(chapter_name(chapter), "heading"), self.pill))
        self._add_check(chapter, state)
        self._add_unexplained(draft.unexplained(chapter))
        for field in fields_of(chapter, draft.key):
            self._add_field(draft, chapter, field)
        self._add_corrections(draft, chapter)
        if chapter not in _WITHOUT_PHOTOS:
            self.photos.show_photos(list(draft.composition.photos_of(chapter)))
            self.column.addWidget(self.photos)
            self.photos.show()
        self._add_moving(draft, chapter)
        self._add_hiding(draft, chapter)
        self.column.addStretch(1)
        self._filling = False
        self.verticalScrollBar().setValue(0)

    def refill(self, draft: ReportDraft) -> None:
        """Show what was kept by now; what is being typed is left alone."""
        if self.chapter is None:
            return
        self._filling = True
        for name, shown in self._shown.items():
            if not shown.widget.hasFocus():
                shown.fill(draft.composition.part(self.chapter, name))
        self.photos.show_photos(list(draft.composition.photos_of(self.chapter)))
        self._filling = False

    def show_state(self, state: ChapterState) -> None:
        """How far the chapter is by now; the fields stay as they are."""
        self.pill.show_text(_pill_of(state))
        if self._check is not None and state is not ChapterState.FROM_BEFORE:
            self._check.hide()

    def _add_unexplained(self, what: tuple[str, ...]) -> None:
        if what:
            frame, column = card("warn")
            text = _(
                "The funder will ask why this differs so much: {words}. Write it in the dossier."
            )
            column.addWidget(label(text.format(words=", ".join(what))))
            self.column.addWidget(frame)

    def _add_check(self, chapter: Chapter, state: ChapterState) -> None:
        self._check = None
        if state is not ChapterState.FROM_BEFORE:
            return
        frame, column = card("warn")
        told = _("This is the text of last year. Change it, or say that it is still right.")
        if chapter in OF_ITS_YEAR:
            told = _(
                "This is the text of last year. It is not in the report yet: change it for this "
                "year, or say that it is still right."
            )
        column.addWidget(label(told))
        check = button(_("Still right"), "check")
        check.clicked.connect(lambda: self._say(chapter, CHECKED, "yes"))
        column.addWidget(check, alignment=Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(frame)
        self._check = frame

    def _add_field(self, draft: ReportDraft, chapter: Chapter, field: Field) -> None:
        made = self._made(draft, chapter, field)
        if field.kind is FieldKind.CHOICE:
            self._add_choice(draft, chapter, field)
            return
        shown = self._text_field(field, chapter, made)
        named = label(field.label, "strong")
        named.setBuddy(shown.widget)
        named.setContentsMargins(0, scaled(8), 0, 0)
        self.column.addWidget(named)
        told = [field.help]
        if field.kind is FieldKind.TEXT and draft.funder_words:
            words = _("Words that this funder uses: {words}.")
            told.append(words.format(words=", ".join(draft.funder_words)))
        for line in filter(None, told):
            self.column.addWidget(label(line, "muted"))
        self.column.addWidget(shown.widget)
        shown.widget.setAccessibleName(field.label)
        shown.widget.setAccessibleDescription(field.help)
        shown.widget.installEventFilter(self)
        self._shown[field.name] = shown
        shown.fill(draft.composition.part(chapter, field.name))
        self._add_helpers(draft, chapter, shown)

    def _made(self, draft: ReportDraft, chapter: Chapter, field: Field) -> str:
        if field.kind is FieldKind.LEAD:
            return draft.made_lead(chapter)
        if field.kind is FieldKind.HEADING:
            found = draft.proposals((chapter, field.name.removeprefix("heading.")))
            return found[0] if found else ""
        return ""

    def _text_field(self, field: Field, chapter: Chapter, made: str) -> _Shown:
        if field.kind in (FieldKind.LINE, FieldKind.HEADING):
            line = QLineEdit()
            line.textEdited.connect(lambda text: self._typed(field.name, text))
            return _Shown(field, line, line.text, lambda text: line.setText(text or made), made)
        text = QPlainTextEdit()
        text.setTabChangesFocus(True)
        if field.kind is FieldKind.LEAD:
            text.setFixedHeight(scaled(_SENTENCE))
        else:
            text.setMinimumHeight(scaled(_WHOLE_TEXT if chapter in WRITTEN else _ADDITION))
        text.textChanged.connect(lambda: self._typed(field.name, text.toPlainText()))
        return _Shown(
            field,
            text,
            text.toPlainText,
            lambda kept: self._fill_text(text, kept or made),
            made,
        )

    def _fill_text(self, widget: QPlainTextEdit, text: str) -> None:
        if widget.toPlainText() != text:
            widget.setPlainText(text)

    def _typed(self, name: str, text: str) -> None:
        if self._filling or self.chapter is None:
            return
        shown = self._shown[name]
        self.edited.emit(self.chapter, name, "" if text.strip() == shown.made.strip() else text)

    # What helps to fill a field in.

    def _add_helpers(self, draft: ReportDraft, chapter: Chapter, shown: _Shown) -> None:
        if shown.field.kind is FieldKind.HEADING:
            self._add_proposals(draft, chapter, shown)
        elif shown.field.kind is FieldKind.LEAD:
            again = button(_("As it is made from the figures"), "arrow-counter-clockwise", "link")
            again.clicked.connect(lambda: self._put(shown, shown.made))
            self.column.addWidget(again, alignment=Qt.AlignmentFlag.AlignLeft)
        elif shown.field.kind is FieldKind.TEXT:
            self._add_forms(chapter, shown)

    def _add_proposals(self, draft: ReportDraft, chapter: Chapter, shown: _Shown) -> None:
        found = draft.proposals((chapter, shown.field.name.removeprefix("heading.")))
        if len(found) < 2:
            return
        other = button(_("Another proposal"), "arrow-counter-clockwise", "link")
        other.setAccessibleName(f"{_('Another proposal')}: {shown.field.label}")

        def next_one() -> None:
            now = shown.read()
            place = found.index(now) + 1 if now in found else 0
            self._put(shown, found[place % len(found)])

        other.clicked.connect(next_one)
        self.column.addWidget(other, alignment=Qt.AlignmentFlag.AlignLeft)

    def _add_forms(self, chapter: Chapter, shown: _Shown) -> None:
        text = shown.widget
        assert isinstance(text, QPlainTextEdit)
        bold = button(_("Bold"), "text-bolder")
        listed = button(_("List"), "list-bullets")
        heading = button(_("Heading"), "text-h")
        bold.setToolTip(QKeySequence(QKeySequence.StandardKey.Bold).toString())
        bold.clicked.connect(lambda: wrap_selection(text, "**"))
        listed.clicked.connect(lambda: start_lines(text, "- "))
        heading.clicked.connect(lambda: start_lines(text, "## "))
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Bold), text)
        keys.setContext(Qt.ShortcutContext.WidgetShortcut)
        keys.activated.connect(lambda: wrap_selection(text, "**"))
        buttons = [bold, listed, heading]
        if example := example_text(chapter):
            start = button(_("Start from an example"), "text-align-left")
            start.clicked.connect(lambda: self._put(shown, shown.read() or example))
            buttons.append(start)
        self.column.addWidget(flow_row(*buttons))

    def _put(self, shown: _Shown, text: str) -> None:
        shown.fill(text)
        self._typed(shown.field.name, text)
        self.left.emit()

    def _add_choice(self, draft: ReportDraft, chapter: Chapter, field: Field) -> None:
        box = WordCheck(field.label)
        box.setAccessibleName(field.label)
        box.setChecked(draft.composition.says(chapter, field.name))
        box.toggled.connect(lambda on: self._say(chapter, field.name, "yes" if on else ""))
        self.column.addWidget(box)

    def _add_moving(self, draft: ReportDraft, chapter: Chapter) -> None:
        """A funder may want another order; a year report has its own."""
        if draft.key.subsidy_id is None or chapter in FIXED:
            return
        self._order = draft.chapters
        earlier = button(_("Earlier in the report"), "arrow-up")
        later = button(_("Later in the report"), "arrow-down")
        earlier.clicked.connect(lambda: self._move(chapter, -1))
        later.clicked.connect(lambda: self._move(chapter, 1))
        self.column.addWidget(flow_row(earlier, later))

    def _move(self, chapter: Chapter, step: int) -> None:
        order = moved(self._order, chapter, step)
        added = Composition(parts={(Chapter.COVER, ORDER): order})
        self._order = added.in_order(self._order)
        self._say(Chapter.COVER, ORDER, order)

    def _add_hiding(self, draft: ReportDraft, chapter: Chapter) -> None:
        if chapter not in _NEVER_HIDDEN:
            self._add_choice(
                draft,
                chapter,
                Field(HIDDEN, FieldKind.CHOICE, _("Leave this chapter out of the report")),
            )

    def _say(self, chapter: Chapter, name: str, choice: str) -> None:
        if not self._filling:
            self.edited.emit(chapter, name, choice)
            self.left.emit()

    def _add_corrections(self, draft: ReportDraft, chapter: Chapter) -> None:
        if chapter is not Chapter.COUNTING or not draft.composition.corrections:
            return
        self.column.addWidget(label(_("Corrected by hand"), "strong"))
        for one in draft.composition.corrections:
            self.column.addWidget(label(f"{one.value}: {one.reason}"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell which field has the focus, and that one is left."""
        if event.type() is QEvent.Type.FocusOut:
            self.left.emit()
        elif event.type() is QEvent.Type.FocusIn and self.chapter is not None:
            for name, shown in self._shown.items():
                if shown.widget is watched:
                    self.entered.emit(self.chapter, name)
        return super().eventFilter(watched, event)


def _pill_of(state: ChapterState) -> PillText:
    image, colour = state_icon(state)
    return PillText(state_word(state), image, colour if colour != "text2" else "neutral")


def wrap_selection(text: QPlainTextEdit, sign: str) -> None:
    """Put a sign on both sides of what is selected, or take it away."""
    cursor = text.textCursor()
    chosen = cursor.selectedText()
    marked = chosen.startswith(sign) and chosen.endswith(sign) and len(chosen) >= 2 * len(sign)
    inner = chosen[len(sign) : -len(sign)] if marked else chosen or _("bold words")
    cursor.insertText(inner if marked else f"{sign}{inner}{sign}")
    text.setFocus(Qt.FocusReason.OtherFocusReason)


def start_lines(text: QPlainTextEdit, sign: str) -> None:
    """Begin each selected line with a sign, or take it away when all have it."""
    cursor = text.textCursor()
    first = text.document().findBlock(cursor.selectionStart()).blockNumber()
    last = text.document().findBlock(cursor.selectionEnd()).blockNumber()
    blocks = [text.document().findBlockByNumber(number) for number in range(first, last + 1)]
    away = all(block.text().startswith(sign) for block in blocks)
    cursor.beginEditBlock()
    for block in blocks:
        cursor.setPosition(block.position())
        if away:
            cursor.setPosition(block.position() + len(sign), cursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
        elif not block.text().startswith(sign):
            cursor.insertText(sign)
    cursor.endEditBlock()
    text.setFocus(Qt.FocusReason.OtherFocusReason)


__all__ = ["TEXT", "ChapterEditor", "start_lines", "wrap_selection"]
