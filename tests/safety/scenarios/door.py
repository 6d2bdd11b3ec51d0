# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A few people at the door, one of them new, and a number of others."""

from __future__ import annotations

import contextlib
import datetime
from pathlib import Path

from buurthuis_admin.domain.activities import Activity, Session
from buurthuis_admin.domain.attendance import PRESENT
from buurthuis_admin.services.administration import Administration, open_administration
from tests.safety.scenario import FILE, PASSWORD, Broken, Scenario, Told, check_present, named

PEOPLE = 3
GUESTS = "guests"
NEW = "Nieuw"


class Door(Scenario):
    """Marks, a new name and a head count; each is there when it was acknowledged, and once."""

    name = "door"

    def prepare(self, folder: Path) -> None:
        super().prepare(folder)
        with contextlib.closing(open_administration(folder / FILE, PASSWORD)) as administration:
            for number in range(PEOPLE):
                administration.members.save(named(f"Gast {number}"))
            activity = administration.activities.save(Activity(name="Inloop"))
            day = datetime.date(2026, 11, 23)
            administration.activities.save_session(Session(activity_id=activity, day=day))

    def act(self, folder: Path, told: Told) -> None:
        administration = open_administration(folder / FILE, PASSWORD)
        attendance = administration.attendance
        for number in range(PEOPLE):
            with told.trying(f"Gast {number}"):
                attendance.mark(1, number + 2, PRESENT)  # 1 is the person of before
        with told.trying(NEW):
            attendance.add(1, named(NEW).person.name)
        with told.trying(GUESTS):
            attendance.count(1, "visitors", 5)
        administration.close()

    def check(self, administration: Administration, acknowledged: frozenset[str]) -> None:
        door = administration.attendance.door(1)
        came = [one.surname for one in door.visitors if one.mark == PRESENT]
        check_present(set(acknowledged) - {GUESTS}, set(came))
        if len(came) != len(set(came)):
            raise Broken("somebody was counted twice")
        if GUESTS in acknowledged and door.total.anonymous != 5:
            raise Broken("the number of guests is not what was acknowledged")
