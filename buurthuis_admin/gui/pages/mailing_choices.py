# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What can be chosen for labels, envelopes and letters, and how each is made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QSpinBox, QVBoxLayout, QWidget

from buurthuis_admin.domain.labels import ENVELOPES, LABEL_SHEETS, EnvelopeSize, LabelSheet
from buurthuis_admin.domain.mailings import unknown_fields
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.field_form import roomy
from buurthuis_admin.gui.widgets.plain_form import field_group
from buurthuis_admin.i18n import _, format_number, ngettext
from buurthuis_admin.services.mailing_words import FIELDS, REMINDER_FIELDS
from buurthuis_admin.services.mailings import Made, MailingService

TYPED_AFTER = 500  # milliseconds without a key before a letter is made again


class Mailing(StrEnum):
    """What is made for many people at once."""

    LABELS = "labels"
    LETTERS = "letters"
    ENVELOPES = "envelopes"
    CARDS = "cards"
    BIRTHDAYS = "birthdays"


class Choices(QWidget):
    """Base: nothing to choose. ``changed`` is sent when what is made would be another."""

    changed = Signal()
    hint = ""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(scaled(12))
        self.households: QComboBox | None = None

    def _field(self, words: str, widget: QWidget, hint: str = "") -> None:
        if self.focusProxy() is None:
            self.setFocusProxy(widget)
        widget.setMinimumHeight(scaled(44))
        group, _told = field_group(words, widget, hint)
        self.column.addWidget(group)

    def _add_households(self) -> None:
        self.households = QComboBox()
        self.households.addItem(_("One for each household"), True)
        self.households.addItem(_("One for each person"), False)
        self.households.currentIndexChanged.connect(lambda _at: self.changed.emit())
        self._field(_("For whom"), self.households)

    @property
    def for_households(self) -> bool:
        """Whether people of one household get one together."""
        return self.households is not None and bool(self.households.currentData())

    def maker(self, service: MailingService) -> Callable[[Sequence[int]], Made]:
        """What makes it with what is chosen now (runs in the background)."""
        raise NotImplementedError


class CardChoices(Choices):
    """Member cards."""

    def maker(self, service: MailingService) -> Callable[[Sequence[int]], Made]:
        """Cards for everybody."""
        return service.cards


class BirthdayChoices(Choices):
    """The list of birthdays."""

    def maker(self, service: MailingService) -> Callable[[Sequence[int]], Made]:
        """Everybody whose day is known."""
        return service.birthdays


class LabelChoices(Choices):
    """Which sheet, and which of its labels is the first that is still there."""

    def __init__(self) -> None:
        super().__init__()
        self.sheet = QComboBox()
        for sheet in LABEL_SHEETS:
            self.sheet.addItem(_sheet_words(sheet), sheet)
        self.first = roomy(QSpinBox())
        self.first.setMinimum(1)
        self._field(_("Sheet of labels"), self.sheet, _("The number stands on the box."))
        self._field(_("Begin at label"), self.first, _("More than 1 for a sheet that was begun."))
        self._add_households()
        self._limit()
        self.sheet.currentIndexChanged.connect(self._sheet_changed)
        self.first.valueChanged.connect(lambda _value: self.changed.emit())

    def _limit(self) -> None:
        self.first.setMaximum(self._sheet.count)

    @property
    def _sheet(self) -> LabelSheet:
        found = self.sheet.currentData()
        assert isinstance(found, LabelSheet)
        return found

    def _sheet_changed(self, _at: int) -> None:
        self._limit()
        self.changed.emit()

    def maker(self, service: MailingService) -> Callable[[Sequence[int]], Made]:
        """Labels on that sheet."""
        sheet, first, households = self._sheet, self.first.value() - 1, self.for_households
        return lambda ids: service.labels(ids, sheet, first, households=households)


class EnvelopeChoices(Choices):
    """Which size."""

    def __init__(self) -> None:
        super().__init__()
        self.size_choice = QComboBox()
        for size in ENVELOPES:
            self.size_choice.addItem(_envelope_words(size), size)
        self.size_choice.currentIndexChanged.connect(lambda _at: self.changed.emit())
        self._field(_("Envelope"), self.size_choice)
        self._add_households()

    def maker(self, service: MailingService) -> Callable[[Sequence[int]], Made]:
        """Envelopes of that size."""
        size, households = self.size_choice.currentData(), self.for_households
        return lambda ids: service.envelopes(ids, size, households=households)


class LetterChoices(Choices):
    """The text, with fields that differ for each; ``typed`` is sent with each change of it."""

    typed = Signal(str)

    def __init__(self, text: str = "", year: int | None = None) -> None:
        super().__init__()
        self._year = year
        self._known = FIELDS if year is None else REMINDER_FIELDS
        self.text = QPlainTextEdit(text or first_letter())
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(scaled(260))
        fields = ", ".join(f"{{{name}}}" for name in self._known)
        hint = _("These words are filled in for each letter: {fields}").format(fields=fields)
        group, self._told = field_group(_("Text of the letter"), self.text, hint)
        self.column.addWidget(group)
        self.setFocusProxy(self.text)
        self._add_households()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(TYPED_AFTER)
        self._rest.timeout.connect(self._check)
        self.text.textChanged.connect(self._rest.start)
        self.text.textChanged.connect(lambda: self.typed.emit(self.text.toPlainText()))

    def _check(self) -> None:
        unknown = unknown_fields(self.text.toPlainText(), self._known)
        told = ngettext(
            "Nothing is filled in for {fields}: the word is not known. Correct it.",
            "Nothing is filled in for {fields}: the words are not known. Correct them.",
            len(unknown),
        )
        self._told.setText(told.format(fields=", ".join(unknown)))
        self._told.setVisible(bool(unknown))
        self.text.setAccessibleDescription(self._told.text() if unknown else "")
        self.changed.emit()

    def maker(self, service: MailingService) -> Callable[[Sequence[int]], Made]:
        """The letter to each."""
        text, households, year = self.text.toPlainText(), self.for_households, self._year
        return lambda ids: service.letters(ids, text, households=households, year=year)


def choices_for(mailing: Mailing) -> Choices:
    """What can be chosen for a mailing."""
    kinds: dict[Mailing, Callable[[], Choices]] = {
        Mailing.LABELS: LabelChoices,
        Mailing.LETTERS: LetterChoices,
        Mailing.ENVELOPES: EnvelopeChoices,
        Mailing.CARDS: CardChoices,
        Mailing.BIRTHDAYS: BirthdayChoices,
    }
    return kinds[mailing]()


def mailing_words() -> dict[Mailing, str]:
    """What each is called in the menu and above its dialog."""
    return {
        Mailing.LABELS: _("Address labels"),
        Mailing.LETTERS: _("Letters"),
        Mailing.ENVELOPES: _("Envelopes"),
        Mailing.CARDS: _("Member cards"),
        Mailing.BIRTHDAYS: _("Birthdays"),
    }


def first_letter() -> str:
    """What a new letter begins with."""
    return _("{aanhef},\n\nWrite here what you want to tell.\n\nKind regards,\n\n")


def reminder() -> str:
    """What a reminder of the contribution begins with."""
    return _(
        "{aanhef},\n\nWe have not received your contribution for {jaar} yet. It is {bedrag}."
        " Will you pay it within two weeks to account {rekening}? If you paid already, you need"
        " not do anything.\n\n"
        "Kind regards,\n\n"
    )


def _sheet_words(sheet: LabelSheet) -> str:
    return _("{name}: {width} × {height} mm, {count} on a sheet").format(
        name=sheet.name,
        width=_millimetres(sheet.width),
        height=_millimetres(sheet.height),
        count=sheet.count,
    )


def _envelope_words(size: EnvelopeSize) -> str:
    return _("{name}: {width} × {height} mm").format(
        name=size.name, width=_millimetres(size.width), height=_millimetres(size.height)
    )


def _millimetres(length: float) -> str:
    return format_number(length, 0 if length.is_integer() else 1)
