# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import sys

import pytest

from tools import system_libraries, system_packages

LISTING = """
	linux-vdso.so.1 (0x00007ffd)
	libEGL.so.1 => not found
	libQt6Gui.so.6 => not found
	libxkbcommon.so.0 => not found
	libc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)
"""
ERROR = "ImportError: libGL.so.1: cannot open shared object file: No such file or directory"


def test_what_a_listing_lacks_is_named_without_qt_itself() -> None:
    assert system_libraries.missing_in(LISTING) == {"libEGL.so.1", "libxkbcommon.so.0"}


def test_what_the_loader_says_is_understood() -> None:
    assert system_libraries.missing_in(ERROR) == {"libGL.so.1"}


def test_each_library_leads_to_its_package_once() -> None:
    libraries = ["libglib-2.0.so.0", "libgthread-2.0.so.0", "libEGL.so.1", "libunknown.so.9"]

    assert system_libraries.packages_for(libraries) == ["libegl1", "libglib2.0-0"]


def test_the_sentence_holds_the_command() -> None:
    assert system_libraries.sentence({"libEGL.so.1", "libGL.so.1"}) == (
        "Qt cannot start: this system lacks libEGL.so.1, libGL.so.1. "
        "Install them with: sudo apt-get install libegl1 libgl1"
    )


def test_the_sentence_helps_where_no_package_is_known() -> None:
    assert system_libraries.sentence({"libunknown.so.9"}).endswith(
        "Install the packages of your system that hold them."
    )


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux only")
def test_a_user_who_may_not_install_gets_the_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_libraries, "missing_libraries", lambda *, display: {"libEGL.so.1"})
    monkeypatch.setattr(system_packages, "as_root", lambda: None)

    assert "sudo apt-get install libegl1" in system_libraries.ensure(display=False)


def test_what_is_installed_is_looked_for_again(monkeypatch: pytest.MonkeyPatch) -> None:
    lacking = [{"libEGL.so.1"}, set[str]()]
    installed: list[str] = []

    def install(packages: list[str]) -> bool:
        installed.extend(packages)
        return True

    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(system_libraries, "missing_libraries", lambda *, display: lacking.pop(0))
    monkeypatch.setattr(system_packages, "install", install)
    monkeypatch.setattr(system_libraries, "start_offscreen", lambda: "")

    assert system_libraries.ensure(display=False) == ""
    assert installed == ["libegl1"]


def test_the_libraries_of_this_machine_let_qt_start() -> None:
    assert system_libraries.start_offscreen() == ""
