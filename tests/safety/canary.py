# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was typed is in no file in the clear: while the program runs, after it, after a kill."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.safety.canary_program import CANARIES, FILE
from tests.safety.holding import Held
from tests.safety.tracing import ROOT

PROJECT = Path(__file__).resolve().parents[2]
_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")
_HOMES = ("HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")

_WRITTEN = {FILE, f"{FILE}-wal", f"{FILE}-slot", "settings.ini", "buurthuis-admin.log"}


def canary() -> Held:
    """Each text at each moment, looked for in everything that the program wrote."""
    home = Path(tempfile.mkdtemp(prefix="safety-canary-", dir=ROOT))
    try:
        held = Held("canary")
        _check_eyes(home)
        for moment in _day(home):
            held.add(_looked(home / "world", moment))
        if missing := _WRITTEN - {path.name for path in (home / "world").rglob("*")}:
            raise AssertionError(f"the day did not write {missing}")
        return held
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _check_eyes(home: Path) -> None:
    """A canary that is there must be found, in every writing."""
    (home / "test").mkdir()
    word = CANARIES["entry"]
    for encoding in _ENCODINGS:
        (home / "test" / encoding).write_bytes(b"\1" + word.upper().encode(encoding))
    if len(list(_places(home / "test", word))) != len(_ENCODINGS):
        raise AssertionError("the lab does not see a canary that is there")


def _day(home: Path) -> Iterator[str]:
    """Run the program, stopping wherever it says; it is killed at the end."""
    world, source = home / "world", home / "Ledenlijst 2019.csv"
    world.mkdir()
    source.write_text(f"Voornaam;Achternaam\r\nEls;{CANARIES['import']}\r\n", "utf-8")
    for name in _HOMES:
        (world / name).mkdir()
    environment = os.environ | {name: str(world / name) for name in _HOMES}
    day = subprocess.Popen(
        [sys.executable, "-m", "tests.safety.canary_program", str(world), str(source)],
        cwd=PROJECT,
        env=environment | {"QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert day.stdin is not None
    assert day.stdout is not None
    with day:
        moment = ""
        for line in day.stdout:
            moment = line.strip().removeprefix("LOOK ")
            yield moment
            if moment == "before it is killed":
                day.kill()
                break
            day.stdin.write("\n")
            day.stdin.flush()
    if moment != "before it is killed":
        raise AssertionError(f"the day ended after '{moment}'")
    yield "after it was killed"


def _looked(world: Path, moment: str) -> Iterator[tuple[str, str]]:
    for kind, word in CANARIES.items():
        found = ", ".join(_places(world, word))
        yield f"{kind} {moment}", f"'{word}' stands in {found}" if found else ""


def _places(world: Path, word: str) -> Iterator[str]:
    """The files with a word in them or in their name."""
    wanted = [writing.encode(encoding) for writing in _writings(word) for encoding in _ENCODINGS]
    for path in sorted(world.rglob("*")):
        content = path.read_bytes() if path.is_file() else b""
        if any(one in content or one in os.fsencode(path.name) for one in wanted):
            yield path.relative_to(world).as_posix()


def _writings(word: str) -> set[str]:
    return {word, word.lower(), word.upper(), word.casefold()}
