# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The side of the screen reader: D-Bus alone, in the session that ``at_spi`` made.

Asks by ``busctl``, which answers in JSON; one connection of QtDBus stays open, because the program
only announces while somebody has said that they listen.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import QDBusConnection, QDBusMessage

_ACCESSIBLE = "org.a11y.atspi.Accessible"
_REGISTRY = "org.a11y.atspi.Registry"
_ROOT = "/org/a11y/atspi/accessible/root"
_ANNOUNCED = "--match=type='signal',interface='org.a11y.atspi.Event.Object',member='Announcement'"
_LONGEST, _LATE = 60.0, 20.0  # seconds
_MOST = 40  # children of one object that are looked at: a table has a child for each cell
_FOCUSABLE, _SHOWING = 11, 25  # AtspiStateType
# Roles that must be there, as AT-SPI calls them, and what they stand for.
_WANTED = {
    "list": "the sidebar",
    "list item": "a page in it",
    "table": "the list of people",
    "radio button": "a chip",
    "button": "a button",
    "text": "the search field",
}
_OTHER_NAMES = {"push button": "button"}


@dataclass(frozen=True, slots=True)
class Thing:
    """An accessible object as it is told over the bus."""

    name: str
    role: str
    states: int

    def has(self, state: int) -> bool:
        """Whether it is in a state."""
        return bool(self.states >> state & 1)


class Bus:
    """The bus of AT-SPI, found by way of that of the session."""

    def __init__(self) -> None:
        asked = ("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress")
        told = subprocess.run(
            ["busctl", "--user", "--json=short", "call", *asked],
            capture_output=True,
            check=True,
        ).stdout
        self.address: str = json.loads(told)["data"][0]

    def ask(self, name: str, path: str, member: str, *more: str) -> Any:
        """The answer of an object to a call of its interface Accessible."""
        return self._run("call", name, path, _ACCESSIBLE, member, *more)["data"][0]

    def name_of(self, name: str, path: str) -> str:
        """What it is called."""
        return str(self._run("get-property", name, path, _ACCESSIBLE, "Name")["data"])

    def thing(self, name: str, path: str) -> Thing:
        """All that a screen reader says of an object."""
        role = str(self.ask(name, path, "GetRoleName"))
        low, high = self.ask(name, path, "GetState")
        called = self.name_of(name, path)
        return Thing(called, _OTHER_NAMES.get(role, role), low | high << 32)

    def children(self, name: str, path: str) -> list[tuple[str, str]]:
        """Where the objects inside one are found."""
        return [(one[0], one[1]) for one in self.ask(name, path, "GetChildren")]

    def _run(self, *words: str) -> Any:
        done = subprocess.run(
            ["busctl", f"--address={self.address}", "--json=short", *words],
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        return json.loads(done.stdout)

    def listen(self) -> tuple[QDBusConnection, subprocess.Popen[str]]:
        """Say that announcements are wanted, and begin to hear them."""
        connection = QDBusConnection.connectToBus(self.address, "reader")
        message = QDBusMessage.createMethodCall(
            _REGISTRY, "/org/a11y/atspi/registry", _REGISTRY, "RegisterEvent"
        )
        message.setArguments(["object:announcement"])
        answer = connection.call(message)
        if answer.type() is QDBusMessage.MessageType.ErrorMessage:
            raise ConnectionError(answer.errorMessage())
        ears = subprocess.Popen(
            [
                "busctl",
                f"--address={self.address}",
                "--json=short",
                "monitor",
                _ANNOUNCED,
            ],
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        return connection, ears


def walk(bus: Bus, name: str, path: str, depth: int = 0) -> Iterator[Thing]:
    """Everything on the screen from an object down."""
    thing = bus.thing(name, path)
    if depth > 1 and not thing.has(_SHOWING):
        return
    yield thing
    if thing.role != "table":
        for child_name, child in bus.children(name, path)[:_MOST]:
            yield from walk(bus, child_name, child, depth + 1)


def find_program(bus: Bus) -> tuple[str, str]:
    """The program on the bus, once its page is there. TimeoutError when it does not come."""
    end = time.monotonic() + _LONGEST
    while time.monotonic() < end:
        for name, path in bus.children(_REGISTRY, _ROOT):
            if bus.children(name, path):
                return name, path
        time.sleep(0.2)
    raise TimeoutError


def look(bus: Bus, program: subprocess.Popen[str]) -> Iterator[tuple[str, bool]]:
    """The page of the members, and what is said when somebody is changed."""
    name, path = find_program(bus)
    things = list(walk(bus, name, path))
    for role, stands_for in _WANTED.items():
        yield f"there is {stands_for} ({role})", any(one.role == role for one in things)
    for one in things:
        if one.has(_FOCUSABLE) and one.role in {*_WANTED, "combo box", "check box"}:
            yield f"{one.role} {one.name!r} has a name", bool(one.name)
    yield "the page is on the screen", any("Leden" in one.name for one in things)
    _connection, ears = bus.listen()
    assert program.stdin is not None
    assert ears.stdout is not None
    time.sleep(1)  # until the program has read who listens
    program.stdin.write("change\n")
    program.stdin.flush()
    late = threading.Timer(_LATE, ears.kill)  # then the line is empty
    late.start()
    heard = ears.stdout.readline()
    late.cancel()
    ears.kill()
    yield f"announced: {_text(heard)!r}", "Ongedaan maken" in _text(heard)


def _text(heard: str) -> str:
    try:
        return str(json.loads(heard)["payload"]["data"][3]["data"])
    except (ValueError, LookupError, TypeError):
        return heard


def main() -> int:
    """Print what was found as one line of JSON."""
    QCoreApplication(sys.argv[:1])
    program = subprocess.Popen(
        [sys.executable, "-m", "tests.accessibility.spoken_program"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    assert program.stdin is not None
    assert program.stdout is not None
    try:
        if program.stdout.readline().strip() != "ready":
            raise RuntimeError("the program did not start")
        time.sleep(3)  # until the page has its rows
        print(json.dumps(list(look(Bus(), program))))
    finally:
        program.stdin.close()
        program.wait(timeout=_LONGEST)
    return 0


if __name__ == "__main__":
    sys.exit(main())
