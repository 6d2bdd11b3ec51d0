# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A second start brings the first window forward, as programs of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from buurthuis_admin.gui.doorbell import Doorbell, name_for, ring
from buurthuis_admin.gui.pages.start import StartPage
from buurthuis_admin.gui.window import MainWindow
from buurthuis_admin.services.administration import Administration

ROOT = Path(__file__).parents[2]


def second_start(path: Path, home: Path) -> subprocess.Popen[bytes]:
    environment = os.environ | {
        "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home),
    }
    command = [sys.executable, "-m", "buurthuis_admin", "--file", str(path)]
    return subprocess.Popen(command, env=environment, stderr=subprocess.PIPE)


@pytest.mark.qt_log_ignore("raise", "propagateSizeHints")
def test_a_second_start_with_the_same_file_shows_the_first_window(
    qtbot: QtBot, window: MainWindow, real: Administration, tmp_path: Path
) -> None:
    window.show_administration(real)
    window.showMinimized()
    program = second_start(real.path, tmp_path)
    qtbot.waitUntil(lambda: program.poll() is not None, timeout=20_000)
    assert program.returncode == 0
    assert not window.windowState() & Qt.WindowState.WindowMinimized
    assert program.stderr is not None
    program.stderr.close()


def test_nobody_answers_for_a_file_that_is_not_open(tmp_path: Path) -> None:
    assert not ring(tmp_path / "gesloten.buurthuis")


@pytest.mark.qt_log_ignore("raise", "propagateSizeHints")
def test_a_second_start_while_the_password_is_asked_shows_the_first_window(
    qtbot: QtBot, window: MainWindow, real: Administration, tmp_path: Path
) -> None:
    window.show_start(real.path)
    window.showMinimized()
    program = second_start(real.path, tmp_path)
    qtbot.waitUntil(lambda: program.poll() is not None, timeout=20_000)
    assert program.returncode == 0
    assert not window.windowState() & Qt.WindowState.WindowMinimized
    assert program.stderr is not None
    program.stderr.close()


def test_the_bell_is_that_of_the_file_that_is_proposed(
    window: MainWindow, real: Administration, tmp_path: Path
) -> None:
    window.show_start(real.path)
    page = window.centralWidget()
    assert isinstance(page, StartPage)
    first = window._doorbell
    page.choose(tmp_path / "other.buurthuis")
    second = window._doorbell
    assert first is not second is not None
    page.choose(None)
    assert window._doorbell is None


def test_the_bell_is_silent_after_the_window_was_closed(
    qtbot: QtBot, window: MainWindow, real: Administration
) -> None:
    window.show_administration(real)
    qtbot.waitUntil(lambda: window._doorbell is not None)
    bell = window._doorbell
    assert bell is not None
    heard = bell.listening
    window.close()
    assert (heard, window._doorbell) == (True, None)


def test_what_a_killed_program_left_does_not_keep_the_next_from_listening(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "x.buurthuis"
    left = (
        "import os, sys; from PySide6.QtNetwork import QLocalServer; s = QLocalServer();"
        "assert s.listen(sys.argv[1]); os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", left, name_for(path)], check=False)
    assert Doorbell(path, window).listening


def test_every_file_has_a_bell_of_its_own(tmp_path: Path) -> None:
    names = {name_for(None), name_for(tmp_path / "a"), name_for(tmp_path / "b")}
    assert len(names) == 3
