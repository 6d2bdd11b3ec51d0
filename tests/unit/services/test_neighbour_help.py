# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from buurthuis_admin.domain.figures import NeighbourHelpFigures, YearReportData
from buurthuis_admin.domain.helping import HelpGiven, HelpKind, HelpState, NeighbourHelp
from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.people import Person, PersonDetail
from buurthuis_admin.reporting.chapters.neighbour_help import neighbour_help
from buurthuis_admin.reporting.content import Table
from buurthuis_admin.services.administration import Administration
from buurthuis_admin.services.neighbour_help import HelpedBeforeAsked, HelpsThemselves

DAY = datetime.date(2026, 3, 7)
NEXT = datetime.date(2026, 3, 8)


@pytest.fixture
def ids(administration: Administration) -> dict[str, int]:
    return {
        name: administration.members.save(
            PersonDetail(person=Person(name=PersonName(first=name, last="Bakker")))
        )
        for name in ("Ans", "Jan", "Els")
    }


def note(
    administration: Administration, name: str, kind: HelpKind = HelpKind.REQUEST
) -> NeighbourHelp:
    asked = NeighbourHelp(kind=kind, person_id=None, what=f"Tuin van {name}", day=DAY)
    made = administration.neighbour_help.note(asked, f"{name} Bakker")
    return next(one for one in administration.neighbour_help.all() if one.id == made)


def given(hours: str, day: datetime.date = NEXT) -> HelpGiven:
    return HelpGiven(person_id=None, day=day, hours=Decimal(hours))


def figures(administration: Administration) -> NeighbourHelpFigures:
    return administration.statistics.year(2026).neighbour_help


def test_the_year_counts_requests_hours_and_who_helped(
    administration: Administration, ids: dict[str, int]
) -> None:
    service = administration.neighbour_help
    service.help(note(administration, "Ans"), "Jan Bakker", given("1.5"))
    service.help(note(administration, "Jan", HelpKind.OFFER), "Els Bakker", given("2"))
    service.close(note(administration, "Els"))
    assert figures(administration) == NeighbourHelpFigures(
        requests=2, helped=1, hours=Decimal("3.5"), helpers=1
    )
    assert administration.statistics.year(2025).neighbour_help == NeighbourHelpFigures()
    states = {one.name: one.state for one in service.all() if one.kind is HelpKind.REQUEST}
    assert states == {"Ans Bakker": HelpState.HELPED, "Els Bakker": HelpState.CLOSED}


def test_help_is_by_another_and_not_before_it_was_asked(
    administration: Administration, ids: dict[str, int]
) -> None:
    one = note(administration, "Ans")
    before = DAY - datetime.timedelta(days=1)
    with pytest.raises(HelpedBeforeAsked):
        administration.neighbour_help.help(one, "Jan Bakker", given("1", before))
    with pytest.raises(HelpsThemselves):
        administration.neighbour_help.help(one, "Ans Bakker", given("1"))
    assert administration.neighbour_help.all() == [one]


def test_the_figures_stay_when_both_are_anonymous_and_no_word_does(
    administration: Administration, ids: dict[str, int]
) -> None:
    administration.neighbour_help.help(note(administration, "Ans"), "Jan Bakker", given("1.5"))
    before = figures(administration)
    administration.privacy.removal.anonymise([ids["Ans"], ids["Jan"]])
    assert figures(administration) == before
    (one,) = administration.neighbour_help.all()
    assert "Ans" not in one.what
    assert one.day == datetime.date(2026, 1, 1)


def test_the_hours_stay_when_both_are_erased(
    administration: Administration, ids: dict[str, int]
) -> None:
    administration.neighbour_help.help(note(administration, "Ans"), "Jan Bakker", given("1.5"))
    administration.privacy.removal.erase([ids["Ans"], ids["Jan"]])
    (one,) = administration.neighbour_help.all()
    assert (one.person_id, one.name, one.others, one.what) == (None, "", "", "-")
    assert figures(administration).hours == Decimal("1.5")


def test_who_is_made_one_keeps_what_both_asked(
    administration: Administration, ids: dict[str, int]
) -> None:
    note(administration, "Ans")
    note(administration, "Els")
    administration.merging.merge(ids["Ans"], ids["Els"])
    assert {one.person_id for one in administration.neighbour_help.all()} == {ids["Ans"]}


def test_help_given_is_turned_back_as_a_whole(
    administration: Administration, ids: dict[str, int]
) -> None:
    one = note(administration, "Ans")
    administration.neighbour_help.help(one, "Jan Bakker", given("1.5"))
    administration.history.undo()
    assert administration.neighbour_help.all() == [one]


def test_the_report_does_not_tell_numbers_below_five(
    administration: Administration, ids: dict[str, int]
) -> None:
    administration.neighbour_help.help(note(administration, "Ans"), "Jan Bakker", given("1.5"))
    data = YearReportData(
        centre=administration.settings.centre(),
        figures=administration.statistics.year(2026),
        before=None,
        made_on=NEXT,
    )
    (table,) = (block for block in neighbour_help(data) if isinstance(block, Table))
    assert [row.cells[1] for row in table.rows] == ["<\N{NO-BREAK SPACE}5"] * 3 + ["1.5"]
