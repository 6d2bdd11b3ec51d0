# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page with the centre's own facts and the look of the program."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QListWidget, QStackedWidget, QWidget

from buurthuis_admin.domain.centre import CentreSettings
from buurthuis_admin.domain.text import clean
from buurthuis_admin.gui.errors import helper_words
from buurthuis_admin.gui.forms.ui_centre import Ui_CentreForm
from buurthuis_admin.gui.pages.settings_centre import SettingsCentre
from buurthuis_admin.gui.pages.settings_lists import SettingsLists
from buurthuis_admin.gui.places import BACKUPS, SAFETY
from buurthuis_admin.gui.settings_sections import Section, section_words
from buurthuis_admin.gui.theme.apply import TEXT_SIZES, Brightness
from buurthuis_admin.gui.widgets.field_form import Choice
from buurthuis_admin.gui.widgets.field_names import description, mark_optional
from buurthuis_admin.gui.widgets.flow import flow_policy, flow_row
from buurthuis_admin.gui.widgets.form_dialog import Problem, with_unfit
from buurthuis_admin.gui.widgets.list_detail import ListDetail
from buurthuis_admin.gui.widgets.navigation import navigation_item, navigation_list
from buurthuis_admin.gui.widgets.page import Page, PageHeader, fill, list_column
from buurthuis_admin.gui.widgets.scroll import ScrollColumn
from buurthuis_admin.gui.widgets.texts import announce, button, card, label, path_label, restyle
from buurthuis_admin.gui.wording import language_words
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import LANGUAGES, _

_WIDTH, _SIDE = 620, 24
_CHAMBER_DIGITS = 8


class SettingsPage(Page):
    """Sections at the left, and one of them at a time at the right.

    ``look_changed`` asks for the window to be drawn anew, with which of ``looks`` was changed;
    ``leave_asked`` to close the file, ``place_asked`` to show another page.
    """

    look_changed = Signal(str)
    leave_asked = Signal()
    place_asked = Signal(str)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(_("Settings"))
        self._workspace = workspace
        self._centre = CentreSettings()
        self.ui = Ui_CentreForm()
        brightness = workspace.preferences.brightness
        self.brightness = Choice[Brightness](_brightness_words(), brightness)
        self.text_size = QComboBox()
        self.language = QComboBox()
        self.looks: dict[str, QComboBox] = {
            "brightness": self.brightness,
            "text_size": self.text_size,
            "language": self.language,
        }
        self.leave = button(_("Open another administration"), "folder-open")
        self.helper = button(helper_words(), "download-simple")
        self.lists = SettingsLists(workspace, self)
        self.more = SettingsCentre(workspace, self)
        self.reopens = self.more.reopens
        self.sections = _section_list()
        self.stack = QStackedWidget()
        for parts in self._parts().values():
            self.stack.addWidget(_section(parts))
        listing = list_column()
        listing.column.addWidget(PageHeader(_("Settings")))
        listing.column.addWidget(self.sections, 1)
        self.panes = ListDetail(
            listing,
            self.stack,
            _("Back to the list of settings"),
            home=self.sections,
            width=_WIDTH + 2 * _SIDE,
            share=(1, 2),
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.panes)
        self._connect()
        self.sections.setCurrentRow(0)
        self.refresh()

    def _parts(self) -> dict[Section, Sequence[QWidget]]:
        """The cards of each section."""
        more, lists = self.more, self.lists
        return {
            Section.CENTRE: (self._centre_card(), more.cover, more.bank, more.logo),
            Section.CONTRIBUTION: (more.types, more.seen),
            Section.BUILDING: (lists.rooms, lists.closing),
            Section.DOOR: (more.door, lists.tallies),
            Section.ACTIVITIES: (lists.themes, lists.groups),
            Section.REPORTS: (more.bands,),
            Section.LOOK: (self._look_card(),),
            Section.PROGRAM: (self._file_card(), self._elsewhere_card()),
        }

    def show_section(self, section: Section) -> None:
        """Show a section; where the list stands alone, in its place."""
        self.sections.setCurrentRow(list(Section).index(section))
        self.panes.open_detail()

    def _centre_card(self) -> QWidget:
        frame, column = card()
        form = QWidget()
        self.ui.setupUi(form)
        flow_policy(form)
        column.addWidget(form)
        mark_optional(form)
        for name in self._facts:
            getattr(self.ui, f"{name}_problem").hide()
        return frame

    def _look_card(self) -> QWidget:
        frame, column = card(gap=4)
        column.addWidget(label(_("How the program looks"), "heading"))
        preferences = self._workspace.preferences
        for size in TEXT_SIZES:
            self.text_size.addItem(_("{size} %").format(size=size), size)
        for code in LANGUAGES:
            self.language.addItem(language_words()[code], code)
        self.text_size.setCurrentIndex(self.text_size.findData(preferences.text_size))
        self.language.setCurrentIndex(self.language.findData(preferences.language))
        boxes: tuple[tuple[QComboBox, str], ...] = (
            (self.brightness, _("Colours")),
            (self.text_size, _("Size of the text")),
            (self.language, _("Language")),
        )
        for box, word in boxes:
            named = label(word)
            named.setBuddy(box)
            box.setAccessibleName(word)
            column.addWidget(named)
            column.addWidget(box)
        return frame

    def _file_card(self) -> QWidget:
        frame, column = card()
        column.addWidget(label(_("This administration"), "heading"))
        column.addWidget(path_label(self._workspace.administration.path))
        column.addWidget(flow_row(self.leave, self.helper))
        column.addWidget(
            label(
                _(
                    "Your helper gets a text file with versions, numbers and errors of the "
                    "program, and nothing of anybody."
                ),
                "muted",
            )
        )
        return frame

    def _elsewhere_card(self) -> QWidget:
        """What people look for here and stands on pages of its own."""
        frame, column = card()
        column.addWidget(label(_("Password, lock and backups"), "heading"))
        safety = button(_("Safety: password and lock"), "lock-simple")
        backups = button(_("Backups and where they go"), "floppy-disk")
        for one, place in ((safety, SAFETY), (backups, BACKUPS)):
            one.clicked.connect(lambda _on=False, place=place: self.place_asked.emit(place))
        column.addWidget(flow_row(safety, backups))
        return frame

    def _connect(self) -> None:
        self.sections.currentRowChanged.connect(self.stack.setCurrentIndex)
        self.sections.itemActivated.connect(lambda _item: self.panes.open_detail())
        self.sections.itemClicked.connect(lambda _item: self.panes.open_detail())
        self.ui.save.clicked.connect(self._save)
        self.leave.clicked.connect(self.leave_asked)
        self.helper.clicked.connect(self._workspace.errors.save_for_helper)
        preferences = self._workspace.preferences

        def keep(name: str, chosen: Callable[[], object]) -> Callable[[int], None]:
            def change(_index: int) -> None:
                setattr(preferences, name, chosen())
                self.look_changed.emit(name)

            return change

        self.brightness.activated.connect(keep("brightness", lambda: self.brightness.key))
        self.text_size.activated.connect(keep("text_size", self.text_size.currentData))
        self.language.activated.connect(keep("language", self.language.currentData))

    def focus_first(self) -> None:
        """The list of sections; the way back where the section stands alone."""
        target = self.sections if self.sections.isVisibleTo(self) else self.panes.back
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read what is kept."""
        settings = self._workspace.administration.settings
        self._workspace.readers.run(self, settings.centre, self._show)
        self.lists.refresh()

    def _show(self, centre: CentreSettings) -> None:
        self._centre = centre
        fill(self.ui.name, centre.name)
        fill(self.ui.town, centre.town)
        fill(self.ui.chamber, centre.chamber_of_commerce_number)
        self.lists.show_centre(centre)
        self.more.show_centre(centre)

    def own_fields(self) -> list[QWidget]:
        """The facts of the centre; how the program looks is kept at once."""
        return list(self._facts.values())

    @property
    def _facts(self) -> dict[str, QWidget]:
        return {"name": self.ui.name, "town": self.ui.town, "chamber": self.ui.chamber}

    def _save(self) -> None:
        chamber = "".join(self.ui.chamber.text().split())
        wrong = bool(chamber) and not (chamber.isdigit() and len(chamber) == _CHAMBER_DIGITS)
        told = _("This number has eight digits, for example 12345678.")
        problems = with_unfit(self._facts, [Problem("chamber", told)] if wrong else [])
        self._tell(problems)
        if problems:
            return
        changed = replace(
            self._centre,
            name=clean(self.ui.name.text()),
            town=clean(self.ui.town.text()),
            chamber_of_commerce_number=chamber,
        )
        settings = self._workspace.administration.settings
        self._workspace.writers.run(
            self, lambda: settings.save(changed), lambda _done: self._saved()
        )

    def _tell(self, problems: Sequence[Problem]) -> None:
        """Tell at each field what is not right, and go to the first."""
        for name, field in self._facts.items():
            sentence = " ".join(one.sentence for one in problems if one.field == name)
            told = getattr(self.ui, f"{name}_problem")
            told.setText(sentence)
            told.setVisible(bool(sentence))
            field.setAccessibleDescription(sentence or description(field))
            restyle(field, "problem", "true" if sentence else "false")
        if problems:
            announce(self, " ".join(one.sentence for one in problems))
            self._facts[problems[0].field].setFocus()

    def _saved(self) -> None:
        self.all_kept()
        self.ui.saved.setText(_("Saved"))
        announce(self, _("Saved"))


def _brightness_words() -> list[tuple[Brightness, str]]:
    return [
        (Brightness.SYSTEM, _("as the computer has it")),
        (Brightness.LIGHT, _("light")),
        (Brightness.DARK, _("dark")),
    ]


def _section_list() -> QListWidget:
    made = navigation_list(_("Sections of the settings"))
    for words in section_words().values():
        made.addItem(navigation_item(words.name))
    return made


def _section(parts: Sequence[QWidget]) -> ScrollColumn:
    """A section: its cards below each other, no wider than is read with ease."""
    made = ScrollColumn(margins=(_SIDE, 20, _SIDE, 20), gap=16, widest=_WIDTH)
    for part in parts:
        made.column.addWidget(part)
    made.column.addStretch(1)
    return made
