# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Somebody who never saw the program puts a backup back: in at most five clicks."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from buurthuis_admin.domain.thinning import BackupReason
from buurthuis_admin.gui.pages.backups import BackupsPage
from buurthuis_admin.gui.pages.damage import DamagePage
from buurthuis_admin.gui.pages.start import StartPage
from buurthuis_admin.gui.places import BACKUPS
from buurthuis_admin.services.administration import create_administration
from buurthuis_admin.storage import slots
from tests.safety.desk import Desk
from tests.safety.holding import Held, problem_of
from tests.safety.scenario import FILE, PASSWORD, Broken, named, people
from tests.safety.tracing import ROOT

MOST = 5
PAGE = 4096


def restore_clicks() -> Held:
    """From an open administration, and from each kind of damage."""
    held = Held("restore-clicks")
    for name, harm in (("open", None), *_HARM.items()):
        home = Path(tempfile.mkdtemp(prefix="safety-newcomer-", dir=ROOT))
        try:
            held.count(name, problem_of(lambda home=home, harm=harm: _try(home, harm)))  # type: ignore[misc]
        finally:
            shutil.rmtree(home)
    return held


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _remove(path: Path) -> None:
    path.unlink()


def _scratch(path: Path) -> None:
    content = bytearray(path.read_bytes())
    for place in range(PAGE + 100, len(content) - slots.SIZE, PAGE):
        content[place] ^= 0xFF
    path.write_bytes(content)


def _cut_slot(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-100])
    content = bytearray(path.read_bytes())
    content[-50] ^= 0xFF
    path.write_bytes(content[: len(content) // PAGE * PAGE + 20])


def _cut_at_page(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: (len(content) // PAGE - 1) * PAGE])


_HARM: dict[str, Callable[[Path], None]] = {
    "empty": _empty,
    "gone": _remove,
    "damaged": _scratch,
    "slot": _cut_slot,
    "cut off": _cut_at_page,
}


def _try(home: Path, harm: Callable[[Path], None] | None) -> None:
    path = home / FILE
    administration = create_administration(path, PASSWORD)
    administration.members.save(named("Berg"))
    administration.backups.make(BackupReason.DAILY)
    administration.members.save(named("Fout"))
    administration.close()
    if harm is not None:
        harm(path)
    desk = Desk(home)
    try:
        _open(desk, path)
        (_from_the_page if harm is None else _from_the_damage)(desk)
        _check(desk)
    finally:
        desk.leave()


def _open(desk: Desk, path: Path) -> None:
    desk.window.show_start(path)
    desk.settle()
    page = desk.window.centralWidget()
    assert isinstance(page, StartPage)
    page.password.setText(PASSWORD)
    desk.click(page.open)


def _from_the_page(desk: Desk) -> None:
    shell = desk.window.shell
    if shell is None:
        raise Broken("the administration does not open")
    desk.go_to(BACKUPS)
    page = shell.page(BACKUPS)
    assert isinstance(page, BackupsPage)
    desk.click(page.detail.restore)


def _from_the_damage(desk: Desk) -> None:
    page = desk.window.centralWidget()
    if isinstance(page, StartPage):  # that may be a wrong password
        desk.click(page.backups)
        page = desk.window.centralWidget()
    if not isinstance(page, DamagePage):
        raise Broken("no way back is shown")
    desk.click(page.restore)


def _check(desk: Desk) -> None:
    shell = desk.window.shell
    if shell is None:
        raise Broken("nothing was put back")
    if people(shell.workspace.administration) != {"Berg"}:
        raise Broken("something else was put back")
    if desk.clicks > MOST:
        raise Broken(f"it took {desk.clicks} clicks")
