# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What gives way where large texts leave no room, and what the walk of the bar sees of it."""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from buurthuis_admin.gui.models.rows import Column, RowsModel
from buurthuis_admin.gui.pages.importing import ImportPage
from buurthuis_admin.gui.places import ACTIVITIES, IMPORT
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.gui.theme.apply import Brightness, apply_theme
from buurthuis_admin.gui.widgets.chips import Chip
from buurthuis_admin.gui.widgets.columns import WaysBeside
from buurthuis_admin.gui.widgets.form_dialog import Problem
from buurthuis_admin.gui.widgets.giving_box import GivingBox
from buurthuis_admin.gui.widgets.list_detail import ListDetail
from buurthuis_admin.gui.widgets.plain_form import PlainForm
from buurthuis_admin.gui.widgets.scroll import ScrollColumn
from buurthuis_admin.gui.widgets.table import Table
from buurthuis_admin.gui.widgets.tall import tall_column
from buurthuis_admin.gui.widgets.texts import button, label
from buurthuis_admin.gui.widgets.word_button import WordCheck, WordRadio
from buurthuis_admin.gui.window import MainWindow
from tests.accessibility import contrast, cut_off

_LONG = "Save the spreadsheet with the names of everybody who came to the neighbourhood meal as…"


def shown(qtbot: QtBot, widget: QWidget, width: int, height: int) -> QWidget:
    """A window of this size, with all in its place."""
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()
    QApplication.processEvents()
    QApplication.processEvents()
    return widget


def in_a_column(*widgets: QWidget) -> QWidget:
    """Widgets below each other."""
    around = QWidget()
    column = QVBoxLayout(around)
    for one in widgets:
        column.addWidget(one)
    column.addStretch(1)
    return around


def wrong(window: QWidget) -> list[str]:
    """What the walk finds."""
    return [words for words, right in cut_off.look(window, "") if not right]


# What the walk sees.


def test_the_walk_sees_what_lies_over_its_neighbour(qtbot: QtBot) -> None:
    around = QWidget()
    first, second = QLabel("First", around), QLabel("Second", around)
    first.setGeometry(0, 0, 100, 40)
    second.setGeometry(0, 30, 100, 40)
    shown(qtbot, around, 200, 100)
    (found,) = wrong(around)
    assert "lies over" in found


def test_the_walk_sees_what_is_cut_off_below_and_not_what_can_be_scrolled_to(
    qtbot: QtBot,
) -> None:
    around = QWidget()
    frame = QWidget(around)
    frame.setGeometry(0, 0, 200, 30)
    QLabel("Half of this is to be seen", frame).setGeometry(0, 10, 200, 40)
    shown(qtbot, around, 200, 100)
    assert [words.split(":")[0] for words in wrong(around)] == ["beside"]
    column = ScrollColumn()
    for number in range(40):
        column.column.addWidget(label(f"Line {number}"))
    shown(qtbot, column, 300, 200)
    assert wrong(column) == []


def test_the_walk_sees_a_dialog_that_is_larger_than_its_window(qtbot: QtBot) -> None:
    window = shown(qtbot, QWidget(), 400, 300)
    dialog = QDialog(window)
    shown(qtbot, dialog, 500, 200)
    (found,) = wrong(dialog)
    assert found.startswith("dialog")


def test_the_walk_looks_at_no_colours_of_a_cell_that_is_scrolled_away_in_part(
    qtbot: QtBot,
) -> None:
    column = ScrollColumn()
    table = a_table(["Word"], [0], row=("here",))
    column.column.addWidget(table)
    shown(qtbot, column, 300, 400)
    looked = [words for words, _right in contrast.look(column, "") if words.startswith("cell")]
    assert len(looked) == 1
    area = table.visualRect(table.model().index(0, 0))
    top = table.viewport().mapTo(column, area.topLeft()).y()
    column.resize(300, top + area.height() // 2)
    QApplication.processEvents()
    assert not any(words.startswith("cell") for words, _right in contrast.look(column, ""))


# Buttons and choices.


@pytest.mark.parametrize("make", [button, WordCheck, WordRadio, Chip])
def test_words_go_on_to_the_next_line_where_there_is_no_room(
    qtbot: QtBot, make: Callable[[str], QAbstractButton]
) -> None:
    made = make(_LONG)
    window = shown(qtbot, in_a_column(made), 1200, 300)
    one_line = made.height()
    assert wrong(window) == []
    window.resize(window.minimumSizeHint().width(), 300)
    QApplication.processEvents()
    QApplication.processEvents()
    assert window.width() < 500
    assert made.height() >= one_line + made.fontMetrics().lineSpacing()
    assert made.text() == _LONG
    assert wrong(window) == []


def test_a_short_word_keeps_its_width(qtbot: QtBot) -> None:
    made = button("Save")
    _window = shown(qtbot, in_a_column(made), 300, 100)
    assert made.minimumSizeHint() == made.sizeHint()
    assert not made.hasHeightForWidth()


def test_a_link_is_never_narrower_than_its_words(qtbot: QtBot) -> None:
    around = QWidget()
    row = QHBoxLayout(around)
    link = button("Everything about it", "", "link")
    row.addWidget(label("Words that would like to have all of the room that there is in here"), 1)
    row.addWidget(link)
    shown(qtbot, around, 240, 200)
    assert link.width() >= link.sizeHint().width()
    assert shown(qtbot, button("x", "", "link"), 10, 10).sizeHint().width() >= 44


def test_a_choice_gives_way_to_the_width_of_its_page(qtbot: QtBot) -> None:
    box = GivingBox()
    box.addItems([_LONG, "short"])
    assert box.sizeHint().width() > 400
    assert box.minimumSizeHint().width() <= 160
    assert isinstance(box, QComboBox)


def test_ways_on_go_below_the_words_where_those_would_be_a_slit(qtbot: QtBot) -> None:
    words, ways = label("What is still missing in this dossier"), QPushButton("Solve it here")
    row = WaysBeside(words, ways)
    window = shown(qtbot, in_a_column(row), 600, 300)
    assert ways.x() > words.geometry().right()
    window.resize(220, 300)
    QApplication.processEvents()
    QApplication.processEvents()
    assert ways.y() > words.geometry().bottom()


# Pages, dialogs and forms.


def test_a_page_that_needs_more_height_scrolls_as_a_whole(
    qtbot: QtBot, qapp: QApplication, window: MainWindow, shell: Shell, settle: Callable[[], None]
) -> None:
    apply_theme(qapp, Brightness.LIGHT, 200)
    shell.go_to(ACTIVITIES)
    window.resize(1280, 720)
    settle()
    settle()
    assert wrong(window) == []
    bar = shell.area.verticalScrollBar()
    window.resize(1280, 480)
    settle()
    assert bar.maximum() > 0
    assert shell.page(ACTIVITIES).height() > shell.area.height()
    window.resize(1280, 1400)
    settle()
    assert bar.maximum() == 0
    assert shell.page(ACTIVITIES).height() == shell.area.height()


def test_with_large_texts_the_sidebar_has_its_icons_above_the_words(
    window: MainWindow, shell: Shell, settle: Callable[[], None]
) -> None:
    window.resize(1280, 720)
    settle()
    beside = shell.sidebar.width()
    window.resize(700, 720)
    settle()
    assert shell.sidebar.width() < beside
    rows = shell.sidebar.pages.sizeHintForRow(0)
    window.resize(1280, 720)
    settle()
    assert shell.sidebar.width() == beside
    assert shell.sidebar.pages.sizeHintForRow(0) < rows


def test_a_dialog_that_needs_more_height_scrolls_as_a_whole(qtbot: QtBot) -> None:
    dialog = QDialog()
    column = tall_column(dialog)
    for number in range(12):
        column.addWidget(QPushButton(f"Button {number}"))
    shown(qtbot, dialog, 300, 200)
    assert dialog.height() == 200
    assert wrong(dialog) == []


def test_the_height_of_a_column_is_that_of_the_width_it_has(qtbot: QtBot) -> None:
    column = ScrollColumn(widest=200)
    text = label("Words enough for three lines or more in a column of that width at most")
    below = QPushButton("Below")
    column.column.addWidget(text)
    column.column.addWidget(below)
    column.column.addStretch(1)
    shown(qtbot, column, 900, 120)
    assert text.width() <= 200
    assert wrong(column) == []


def test_a_long_summary_of_problems_leaves_the_form_within_its_window(qtbot: QtBot) -> None:
    window = shown(qtbot, QWidget(), 700, 500)
    form = PlainForm("Form", window)
    names = [f"field {number}" for number in range(30)]
    for name in names:
        form.field(name, name, QComboBox())
    form.fit_screen(500, 900)
    shown(qtbot, form, form.width(), form.height())
    before = form.height()
    form.show_problems([Problem(name, f"Not right with {name}") for name in names])
    QApplication.processEvents()
    assert form.height() == before
    assert QApplication.focusWidget() is form.summary
    form.show_problems([])
    assert not form.summary.isVisible()
    form.reject()


# Tables.


def a_table(headings: Sequence[str], widths: Sequence[int], row: tuple[str, ...] = ()) -> Table:
    """A table with one row."""
    table = Table("Table")
    model = RowsModel[tuple[str, ...]](
        [Column(heading, operator.itemgetter(place)) for place, heading in enumerate(headings)],
        table,
    )
    model.show_rows([row or tuple("x" for _heading in headings)])
    table.show_model(model, widths)
    return table


def test_headings_are_whole_and_the_table_scrolls_where_there_is_no_room_for_them(
    qtbot: QtBot,
) -> None:
    table = a_table(["Name", "A much longer heading", "Number"], [0, 0, 90])
    window = shown(qtbot, in_a_column(table), 900, 300)
    bar = table.horizontalScrollBar()
    assert wrong(window) == []
    assert table.columnWidth(0) == pytest.approx(table.columnWidth(1), abs=1)
    window.resize(430, 300)
    QApplication.processEvents()
    assert wrong(window) == []
    assert bar.maximum() == 0
    window.resize(260, 300)
    QApplication.processEvents()
    assert wrong(window) == []
    assert bar.maximum() > 0


# List and detail.


def one_at_a_time(panes: ListDetail) -> bool:
    """Whether there is room for one of the two only."""
    return panes.narrow


def test_a_detail_that_needs_more_room_than_there_is_takes_the_place_of_the_list(
    qtbot: QtBot,
) -> None:
    listing, detail = QPushButton("List"), QPushButton("Detail")
    panes = ListDetail(listing, detail, "Back", home=listing)
    shown(qtbot, panes, 1100, 300)
    assert not one_at_a_time(panes)
    detail.setMinimumWidth(1050)
    QApplication.processEvents()
    QApplication.processEvents()
    assert one_at_a_time(panes)
    assert listing.isVisible()


def test_the_keyboard_never_goes_to_a_list_that_is_hidden(
    qtbot: QtBot, window: MainWindow, shell: Shell, settle: Callable[[], None]
) -> None:
    window.resize(900, 720)
    shell.go_to(IMPORT)
    page = shell.page(IMPORT)
    assert isinstance(page, ImportPage)
    page.views.setCurrentWidget(page.plan)
    settle()
    page.plan.focus_first()
    assert page.plan.table.hasFocus()
    page.plan.panes.open_detail()
    page.plan.focus_first()
    assert page.plan.panes.back.hasFocus()
    qtbot.keyClick(page.plan.panes.back, Qt.Key.Key_Escape)
    assert page.plan.table.hasFocus()
