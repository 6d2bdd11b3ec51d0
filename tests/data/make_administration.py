# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Make the file that stands for all files of this schema version; run once per version.

``python tests/data/make_administration.py`` writes ``administration-version-N.buurthuis``. It is
committed when a version is released and never made again: later programs must open it as it is.
"""

from __future__ import annotations

import datetime
import sys
from decimal import Decimal
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
sys.path.insert(0, str(FOLDER.parents[1]))

from buurthuis_admin.domain.activities import (  # noqa: E402
    Activity,
    Attendance,
    AttendanceStatus,
    HeadCount,
    Session,
)
from buurthuis_admin.domain.centre import CentreSettings  # noqa: E402
from buurthuis_admin.domain.dates import PartialDate  # noqa: E402
from buurthuis_admin.domain.names import PersonName  # noqa: E402
from buurthuis_admin.domain.people import Membership, Person, PersonDetail  # noqa: E402
from buurthuis_admin.domain.privacy import Consent  # noqa: E402
from buurthuis_admin.domain.subsidies import Instalment, Subsidy  # noqa: E402
from buurthuis_admin.services.administration import create_administration  # noqa: E402
from buurthuis_admin.storage.schema import SCHEMA_VERSION  # noqa: E402

PASSWORDS = {1: "versie een", 2: "versie twee", 3: "versie drie"}


def main() -> None:
    path = FOLDER / f"administration-version-{SCHEMA_VERSION}.buurthuis"
    administration = create_administration(path, PASSWORDS[SCHEMA_VERSION])
    administration.settings.save(CentreSettings(name="De Wilg", town="Waterdam"))
    name = PersonName(first="Jan", prefix="van den", last="Berg")
    person = administration.members.save(
        PersonDetail(
            person=Person(name=name, born=PartialDate(1951, 3)),
            memberships=(Membership(number="0127", start=PartialDate(2019)),),
        )
    )
    activity = administration.activities.save(Activity(name="Koffieochtend", theme="Ontmoeting"))
    day = datetime.date(2024, 3, 7)
    session = administration.activities.save_session(Session(activity_id=activity, day=day))
    administration.activities.set_attendance(
        Attendance(session_id=session, person_id=person, status=AttendanceStatus.PRESENT)
    )
    administration.activities.set_head_count(HeadCount(session_id=session, number=12))
    administration.subsidies.save(
        Subsidy(
            funder="Gemeente Waterdam",
            decided_on=day,
            awarded=Decimal("2500.00"),
            instalments=(Instalment(received=Decimal("2000.00")),),
        )
    )
    administration.members.save(
        PersonDetail(person=Person(name=PersonName(first="Els", last="Bakker")))
    )
    administration.history.undo()
    administration.privacy.save_consent(
        Consent(purpose="Nieuwsbrief", given_on=day, how="Op papier", person_id=person)
    )
    administration.close()


if __name__ == "__main__":
    main()
