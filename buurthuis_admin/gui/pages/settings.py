# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page with the centre's own facts and the look of the program."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from buurthuis_admin.domain.centre import CentreSettings
from buurthuis_admin.domain.text import clean
from buurthuis_admin.gui.errors import helper_words
from buurthuis_admin.gui.forms.ui_centre import Ui_CentreForm
from buurthuis_admin.gui.pages.settings_centre import SettingsCentre
from buurthuis_admin.gui.pages.settings_lists import SettingsLists
from buurthuis_admin.gui.theme.apply import TEXT_SIZES, Brightness
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.flow import flow_policy, flow_row
from buurthuis_admin.gui.widgets.page import Page, PageHeader, fill
from buurthuis_admin.gui.widgets.scroll import ScrollColumn
from buurthuis_admin.gui.widgets.texts import announce, button, card, label, path_label, restyle
from buurthuis_admin.gui.wording import language_words
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import LANGUAGES, _

_WIDTH = 640
_CHAMBER_DIGITS = 8


class SettingsPage(Page):
    """``look_changed`` asks for the window to be drawn anew, ``leave_asked`` to close the file."""

    look_changed = Signal()
    leave_asked = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(_("Settings"))
        self._workspace = workspace
        self._centre = CentreSettings()
        self.ui = Ui_CentreForm()
        self.brightness = QComboBox()
        self.text_size = QComboBox()
        self.language = QComboBox()
        self.leave = button(_("Open another administration"), "folder-open")
        self.helper = button(helper_words(), "download-simple")
        scroll = ScrollColumn(gap=16)
        scroll.column.addWidget(PageHeader(_("Settings")))
        self.lists = SettingsLists(workspace)
        self.more = SettingsCentre(workspace)
        parts = (self._centre_card(), self.more, self.lists, self._look_card(), self._file_card())
        for part in parts:
            part.setMaximumWidth(scaled(_WIDTH))
            scroll.column.addWidget(part)
        scroll.column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(scroll)
        self._connect()
        self.refresh()

    def _centre_card(self) -> QWidget:
        frame, column = card()
        form = QWidget()
        self.ui.setupUi(form)
        flow_policy(form)
        column.addWidget(form)
        for problem in (self.ui.name_problem, self.ui.town_problem, self.ui.chamber_problem):
            problem.hide()
        return frame

    def _look_card(self) -> QWidget:
        frame, column = card(gap=4)
        column.addWidget(label(_("How the program looks"), "heading"))
        preferences = self._workspace.preferences
        for value, word in (
            (Brightness.SYSTEM, _("as the computer has it")),
            (Brightness.LIGHT, _("light")),
            (Brightness.DARK, _("dark")),
        ):
            self.brightness.addItem(word, value)
        for size in TEXT_SIZES:
            self.text_size.addItem(_("{size} %").format(size=size), size)
        for code in LANGUAGES:
            self.language.addItem(language_words()[code], code)
        boxes: tuple[tuple[QComboBox, str, object], ...] = (
            (self.brightness, _("Colours"), preferences.brightness),
            (self.text_size, _("Size of the text"), preferences.text_size),
            (self.language, _("Language"), preferences.language),
        )
        for box, word, current in boxes:
            named = label(word)
            named.setBuddy(box)
            box.setAccessibleName(word)
            box.setCurrentIndex(box.findData(current))
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

    def _connect(self) -> None:
        self.ui.save.clicked.connect(self._save)
        self.leave.clicked.connect(self.leave_asked)
        self.helper.clicked.connect(self._workspace.errors.save_for_helper)
        preferences = self._workspace.preferences

        def keep(name: str, box: QComboBox) -> Callable[[int], None]:
            def chosen(_index: int) -> None:
                setattr(preferences, name, box.currentData())
                self.look_changed.emit()

            return chosen

        self.brightness.activated.connect(keep("brightness", self.brightness))
        self.text_size.activated.connect(keep("text_size", self.text_size))
        self.language.activated.connect(keep("language", self.language))

    def focus_first(self) -> None:
        """The name of the centre."""
        self.ui.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read what is kept."""
        settings = self._workspace.administration.settings
        self._workspace.readers.run(self, settings.centre, self._show)
        self.lists.refresh()
        self.more.refresh()

    def _show(self, centre: CentreSettings) -> None:
        self._centre = centre
        fill(self.ui.name, centre.name)
        fill(self.ui.town, centre.town)
        fill(self.ui.chamber, centre.chamber_of_commerce_number)

    def own_fields(self) -> list[QWidget]:
        """The facts of the centre; how the program looks is kept at once."""
        return [self.ui.name, self.ui.town, self.ui.chamber]

    def _save(self) -> None:
        chamber = "".join(self.ui.chamber.text().split())
        wrong = bool(chamber) and not (chamber.isdigit() and len(chamber) == _CHAMBER_DIGITS)
        self._tell_chamber(
            _("This number has eight digits, for example 12345678.") if wrong else ""
        )
        if wrong:
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

    def _tell_chamber(self, problem: str) -> None:
        self.ui.chamber_problem.setText(problem)
        self.ui.chamber_problem.setVisible(bool(problem))
        self.ui.chamber.setAccessibleDescription(problem)
        restyle(self.ui.chamber, "problem", "true" if problem else "false")
        if problem:
            announce(self, problem)
            self.ui.chamber.setFocus()

    def _saved(self) -> None:
        self.all_kept()
        self.ui.saved.setText(_("Saved"))
        announce(self, _("Saved"))
