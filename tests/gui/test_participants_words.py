# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands above the list of an activity, in words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from buurthuis_admin.domain.activities import Activity
from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.people import Person, PersonDetail
from buurthuis_admin.domain.planning import OwnContribution
from buurthuis_admin.gui.pages.activity_people import places_words
from buurthuis_admin.services.administration import Administration


@pytest.mark.language("nl")
@pytest.mark.parametrize(
    ("unpaid", "told"), [(1, "1 moet nog betalen"), (3, "3 moeten nog betalen")]
)
def test_how_many_have_to_pay_is_said_in_the_right_number(
    real: Administration, unpaid: int, told: str
) -> None:
    yoga = real.activities.save(Activity(name="Yoga", own_contribution=Decimal("12.50")))
    for _one in range(unpaid):
        person = real.members.save(PersonDetail(person=Person(name=PersonName(last="Berg"))))
        real.enrolments.add(yoga, person)
        real.enrolments.save_contribution(
            OwnContribution(
                activity_id=yoga,
                person_id=person,
                season=real.enrolments.season(),
                amount=Decimal("12.50"),
            )
        )
    activity = real.activities.get(yoga)
    words = places_words(activity, real.enrolments.participants(yoga))
    assert words.endswith(told)
