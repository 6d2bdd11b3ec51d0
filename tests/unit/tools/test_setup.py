# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import importlib.util
import re
import sys
import tomllib
from pathlib import Path

import pytest

from tools import setup, system_packages
from tools.project import ROOT

PIN = re.compile(r"^([a-z0-9.-]+)==([^ ]+)", re.MULTILINE)


def pins(name: str) -> dict[str, str]:
    return dict(PIN.findall((ROOT / name).read_text("utf-8")))


def test_every_package_that_the_project_asks_for_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    names = [re.split(r"[<>=!~; ]", line)[0] for line in project["project"]["dependencies"]]
    asked = {re.sub(r"[-_.]+", "-", name).lower() for name in names}

    assert asked <= pins("requirements.txt").keys()


def test_both_locks_hold_the_same_versions() -> None:
    assert pins("requirements.txt").items() <= pins("requirements-dev.txt").items()


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_locked_version_has_hashes(name: str) -> None:
    entries = re.split(r"\n(?=[a-z])", (ROOT / name).read_text("utf-8"))[1:]

    assert entries
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


def test_both_halves_of_qt_are_of_one_version() -> None:
    locked = pins("requirements.txt")

    assert locked["pyside6-pdf"].startswith(locked["pyside6-essentials"])


def test_an_old_python_gets_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))

    with pytest.raises(SystemExit, match=r"Python 3\.11 or newer is needed"):
        setup.check_python()


def test_a_python_without_venv_gets_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    monkeypatch.setattr(system_packages, "install", lambda _packages: False)

    with pytest.raises(SystemExit, match=r"sudo apt-get install python3\.\d+-venv"):
        setup.ensure_venv_module()


def test_a_step_is_done_again_when_its_input_changed(tmp_path: Path) -> None:
    lock_file, stamp = tmp_path / "lock.txt", tmp_path / "stamp"
    lock_file.write_text("a==1", "utf-8")
    stamp.write_text(setup.fingerprint(lock_file), "utf-8")

    assert setup.is_fresh(stamp, setup.fingerprint(lock_file))
    lock_file.write_text("a==2", "utf-8")
    assert not setup.is_fresh(stamp, setup.fingerprint(lock_file))
