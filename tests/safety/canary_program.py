# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A day with the program, of which every text that is typed can be recognised again.

Run by ``canary`` in a home of its own: at each 'LOOK' it waits while the disk is looked through.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import buurthuis_admin.gui  # noqa: F401  (comes first in a program with windows)
from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.people import Person, PersonDetail
from buurthuis_admin.domain.thinning import BackupReason
from buurthuis_admin.gui.errors import ErrorPresenter, write_log_to
from buurthuis_admin.gui.preferences import FOLDER_NAME, Preferences
from buurthuis_admin.services.administration import (
    Administration,
    create_administration,
    open_administration,
)
from buurthuis_admin.services.drafts import FormDraft

# Each is typed in one place, and stands for everything that is typed there.
CANARIES = {
    "entry": "Quaxbergsma",
    "remark": "Zwijgplichtje",
    "import": "Wrobelinskaja",
    "settings": "Vlindermanszoon",
    "draft": "Halfgetyptsema",
    "error": "Foutjesdijkstra",
    "erased": "Vergetelheidsma",
    "password": "kwartelgeheim zes",
}
FILE = "De Linde.buurthuis"


def main() -> None:
    """Everything that writes something."""
    folder, source = Path(sys.argv[1]), Path(sys.argv[2])
    administration = create_administration(folder / FILE, CANARIES["password"])
    _type(administration)
    administration.imports.apply(administration.imports.prepare([source]))
    _look("open")
    _go_wrong(folder)
    administration.backups.make(BackupReason.DAILY)
    administration.security.change_password(CANARIES["password"], f"{CANARIES['password']} b")
    _look("after an error, a backup and another password")
    administration.close()
    _look("closed")
    administration = open_administration(folder / FILE, f"{CANARIES['password']} b")
    administration.security.replace_key(f"{CANARIES['password']} c")
    administration.backups.restore(administration.backups.list()[0].path)
    _look("before it is killed")


def _type(administration: Administration) -> None:
    settings = administration.settings
    settings.save(replace(settings.centre(), name="De Linde", board=(CANARIES["settings"],)))
    _person(administration, CANARIES["entry"], CANARIES["remark"])
    administration.privacy.removal.erase([_person(administration, CANARIES["erased"])])
    administration.drafts.keep(FormDraft("person", 0, {"last": CANARIES["draft"]}))


def _person(administration: Administration, last: str, remark: str = "") -> int:
    person = Person(name=PersonName(first="Els", last=last), remark=remark)
    return administration.members.save(PersonDetail(person=person))


def _go_wrong(folder: Path) -> None:
    errors = ErrorPresenter(write_log_to(folder / "log"))
    try:
        raise ValueError(f"{CANARIES['error']} is no number")
    except ValueError as error:
        errors.sentence(error)
    errors.write_for_helper(folder / "voor mijn helper.txt")
    preferences = Preferences(folder / FOLDER_NAME)
    preferences.remember(folder / FILE)
    preferences.save()


def _look(moment: str) -> None:
    print(f"LOOK {moment}", flush=True)
    sys.stdin.readline()


if __name__ == "__main__":
    main()
