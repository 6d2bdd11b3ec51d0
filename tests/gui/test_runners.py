# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Background work: where it runs, who hears of it, and that nothing of it stays."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from buurthuis_admin.errors import Cancelled
from buurthuis_admin.gui.runners import Runner


@pytest.fixture
def told() -> list[BaseException]:
    return []


@pytest.fixture
def runner(qapp: object, told: list[BaseException]) -> Iterator[Runner]:
    made = Runner(threads=2, name="reader", on_error=told.append)
    yield made
    made.close()


def test_work_is_elsewhere_and_its_result_here(qtbot: QtBot, runner: Runner) -> None:
    here = threading.current_thread()
    seen: list[tuple[object, object]] = []
    owner = QObject()
    runner.run(
        owner, threading.current_thread, lambda was: seen.append((was, threading.current_thread()))
    )
    qtbot.waitUntil(lambda: bool(seen))
    worked, heard = seen[0]
    assert worked is not here
    assert heard is here


def test_cancelled_work_tells_nothing(qtbot: QtBot, runner: Runner) -> None:
    gate = threading.Event()
    seen: list[object] = []
    owner = QObject()
    task = runner.run(owner, gate.wait, seen.append)
    task.cancel()
    gate.set()
    qtbot.waitUntil(lambda: not runner.busy)
    assert seen == []


def test_nobody_is_told_once_the_owner_is_gone(qtbot: QtBot, runner: Runner) -> None:
    gate = threading.Event()
    seen: list[object] = []
    parent = QObject()
    owner = QObject(parent)
    runner.run(owner, gate.wait, seen.append)
    del parent
    gate.set()
    qtbot.waitUntil(lambda: not runner.busy)
    assert seen == []


def test_errors_go_to_the_presenter(
    qtbot: QtBot, runner: Runner, told: list[BaseException]
) -> None:
    def fail() -> None:
        raise ValueError("broken")

    owner = QObject()
    runner.run(owner, fail, lambda _result: None)
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], ValueError)


def test_a_stop_is_not_an_error(qtbot: QtBot, runner: Runner, told: list[BaseException]) -> None:
    def stop() -> None:
        raise Cancelled

    owner = QObject()
    runner.run(owner, stop, lambda _result: None)
    qtbot.waitUntil(lambda: not runner.busy)
    assert told == []


def test_no_thread_is_left(qapp: object) -> None:
    runner = Runner(threads=3, name="leftover", on_error=lambda _error: None)
    owner = QObject()
    for _number in range(5):
        runner.run(owner, lambda: None, lambda _result: None)
    runner.close()
    assert not [one for one in threading.enumerate() if one.name.startswith("leftover")]


def test_what_is_asked_after_closing_is_not_done(qapp: object) -> None:
    runner = Runner(threads=1, name="reader", on_error=lambda _error: None)
    runner.close()
    owner = QObject()
    assert runner.run(owner, lambda: None, lambda _result: None).cancelled()
    assert not runner.busy


def test_writes_are_finished_in_order_even_at_the_end(qapp: object) -> None:
    writer = Runner(threads=1, name="writer", finishes=True, on_error=lambda _error: None)
    gate = threading.Event()
    written: list[int] = []
    owner = QObject()
    writer.run(owner, gate.wait, lambda _result: None)
    for number in range(4):
        writer.run(owner, partial(written.append, number), lambda _result: None)
    threading.Timer(0.02, gate.set).start()
    writer.close()
    assert written == [0, 1, 2, 3]


def test_what_can_wait_comes_after_everything_else(qtbot: QtBot, runner: Runner) -> None:
    gate = threading.Event()
    seen: list[object] = []
    owner, gone = QObject(), QObject()
    runner.later(owner, lambda: "later", seen.append)
    runner.later(gone, lambda: "never", seen.append)
    runner.run(owner, lambda: gate.wait(5) and "first", seen.append)
    shiboken6.delete(gone)
    qtbot.wait(200)  # longer than it waits for the screen
    assert (seen, runner.busy) == ([], True)
    gate.set()
    qtbot.waitUntil(lambda: not runner.busy)
    assert seen == ["first", "later"]


def test_what_waits_is_dropped_at_the_end(runner: Runner) -> None:
    runner.later(QObject(), lambda: "later", lambda _told: None)
    runner.close()
    assert not runner.busy
