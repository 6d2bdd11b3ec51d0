# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The handbook: F1 anywhere, links, search, and the whole as PDF."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from buurthuis_admin.gui.help_texts import about_text, shortcuts
from buurthuis_admin.gui.pages.help import ABOUT, SHORTCUTS, HelpPage
from buurthuis_admin.gui.places import BACKUPS, HELP, MEMBERS, MONEY, SETTINGS, TODAY
from buurthuis_admin.gui.shell import Shell

Settle = Callable[[], None]
ROOT = Path(__file__).resolve().parents[2]


def help_page(shell: Shell) -> HelpPage:
    page = shell.page(HELP)
    assert isinstance(page, HelpPage)
    return page


@pytest.mark.parametrize("key", [TODAY, MEMBERS, MONEY, BACKUPS, SETTINGS])
def test_f1_opens_the_chapter_on_the_page(
    qtbot: QtBot, real_shell: Shell, settle: Settle, key: str
) -> None:
    real_shell.show_place(key)
    settle()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F1)
    assert real_shell.current == HELP
    assert help_page(real_shell).current == key
    assert help_page(real_shell).text.hasFocus()
    # Once more: the page of the help itself has no chapter, what is read stays.
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F1)
    assert help_page(real_shell).current == key


def test_a_link_leads_to_another_chapter(real_shell: Shell, settle: Settle) -> None:
    page = help_page(real_shell)
    real_shell.go_to(HELP)
    page.text.anchorClicked.emit(QUrl("backups"))
    assert page.current == "backups"
    assert page.text.toPlainText().startswith(page.list.currentItem().text())


def test_the_search_finds_words_of_the_text(
    qtbot: QtBot, real_shell: Shell, settle: Settle
) -> None:
    real_shell.show_help()
    page = help_page(real_shell)
    assert page.focus_search()
    with qtbot.waitSignal(page.search.searched):
        qtbot.keyClicks(page.search, "mt940")
    shown = [page.list.item(row).text() for row in range(page.list.count())]
    assert len(shown) == 1
    qtbot.keyClick(page.search, Qt.Key.Key_Down)
    assert page.current == MONEY
    with qtbot.waitSignal(page.search.searched):
        page.search.setText("qqqq")
    assert page.nothing.isVisible()
    assert page.current == MONEY
    page.show_chapter(ABOUT)
    assert page.list.isVisible()
    assert page.current == ABOUT


def test_every_key_of_the_registry_is_in_the_list(real_shell: Shell) -> None:
    page = help_page(real_shell)
    real_shell.go_to(HELP)
    page.show_chapter(SHORTCUTS)
    text = page.text.toPlainText()
    assert {"Ctrl+K", "F1", "Ctrl+1", "Ctrl+6", "Ctrl+L"} <= {keys for keys, _word in shortcuts()}
    for keys, word in shortcuts():
        assert f"{keys} – {word}" in text


def test_about_names_each_package_that_the_program_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    listed = about_text().splitlines()
    for asked in project["project"]["dependencies"]:
        name = re.split(r"[<>=!~ ]", asked)[0]
        assert any(line.startswith(f"- {name}") for line in listed), name


def test_the_handbook_becomes_a_pdf(
    qtbot: QtBot, real_shell: Shell, settle: Settle, tmp_path: Path
) -> None:
    real_shell.show_help()
    page = help_page(real_shell)
    path = tmp_path / "handbook.pdf"
    page.save_to(path)
    settle()
    assert "handbook.pdf" in page.told.text()
    made = PdfReader(path)
    whole = "\n".join(one.extract_text() for one in made.pages)
    for row in range(page.list.count()):
        assert page.list.item(row).text() in whole
    assert "](" not in whole
