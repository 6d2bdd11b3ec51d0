# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reports on years that are not like others are neat: nothing over the edge, nothing empty."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterator, Mapping

import pytest
from PIL import Image

from buurthuis_admin.domain.centre import CentreSettings
from buurthuis_admin.domain.dossier_budget import budget
from buurthuis_admin.domain.dossier_report import DossierReportData, Receipt
from buurthuis_admin.domain.figures import ActivityFigures, Count, YearFigures, YearReportData
from buurthuis_admin.domain.subsidies import Indicator
from buurthuis_admin.i18n import language
from buurthuis_admin.reporting.content import (
    BulletList,
    Cover,
    Document,
    Heading,
    Keep,
    KeyFigures,
    Lead,
    PageBreak,
    Simple,
    Source,
    Table,
)
from buurthuis_admin.reporting.dossier_report import compose_dossier
from buurthuis_admin.reporting.pdf import LARGE_PRINT, NORMAL, Preset, render
from buurthuis_admin.reporting.pdf.bidi import base_level
from buurthuis_admin.reporting.year_report import compose
from tests.unit.reporting.example_data import CENTRE, MADE_ON, YEAR, dossiers, groups
from tests.unit.reporting.pages import WIDTH, pictures
from tests.unit.reporting.reading import read
from tests.unit.reporting.test_dossier_privacy import AFTER, ALL, aims, report_on
from tests.unit.reporting.test_dossier_privacy import YEAR as PERIOD

LONG = "Buurtmaaltijd voor iedereen uit de wijk die graag samen kookt en eet, " * 2 + "n" * 60
NAMES = (
    "مقهى الحي",
    "Çay sohbeti İğne oyası",
    "Zażółć gęślą jaźń",
    "Щедрик їжа ґанок є",
    "Nguyễn Thị Ượng Phở",
)


def activity(number: int, name: str, named: int, anonymous: int) -> ActivityFigures:
    count = Count(12, named, anonymous, min(named, 30))
    return ActivityFigures(
        id=number, name=name, count=count, months=((named + anonymous) // 12,) * 12
    )


def year(activities: tuple[ActivityFigures, ...]) -> YearFigures:
    total = Count(
        sum(one.count.sessions for one in activities),
        sum(one.count.named_visits for one in activities),
        sum(one.count.anonymous_visits for one in activities),
        max((one.count.unique for one in activities), default=0),
    )
    bands = {"18-66": total.unique // 2, "67+": total.unique - total.unique // 2}
    return YearFigures(
        year=YEAR,
        total=total,
        activities=activities,
        months=tuple(
            Count(len(activities), sum(one.months[month] for one in activities), 0, 0)
            for month in range(12)
        ),
        age_bands=groups(bands, {}) if total.unique else (),
    )


WORLDS: Mapping[str, tuple[CentreSettings, YearFigures]] = {
    "no data": (CENTRE, year(())),
    "one activity": (CENTRE, year((activity(1, "Koffie", 240, 0),))),
    "400 activities": (
        CENTRE,
        year(tuple(activity(at, f"Activiteit {at}", 240 + at, at % 9) for at in range(400))),
    ),
    "a long name": (
        CENTRE,
        year((activity(1, LONG, 240, 12), activity(2, LONG.replace(" ", ""), 120, 0))),
    ),
    "head counts alone": (CENTRE, year((activity(1, "Koffie", 0, 240),))),
    "no centre": (CentreSettings(), year((activity(1, "Koffie", 240, 0),))),
    "names": (
        CENTRE,
        year(tuple(activity(at, name, 240 - at, 0) for at, name in enumerate(NAMES))),
    ),
}


def year_report(world: str) -> Document:
    centre, figures = WORLDS[world]
    return compose(YearReportData(centre=centre, figures=figures, before=None, made_on=MADE_ON))


def dossier_data(world: str) -> DossierReportData:
    centre, figures = WORLDS[world]
    data = report_on([40] * figures.total.unique, 0, aims([(Indicator.PEOPLE, 20, ALL)]))
    names = [one.name for one in figures.activities]
    subsidy = dataclasses.replace(
        dossiers()[0],
        period=PERIOD,
        purpose=names[0] if names else "",
        targets=tuple(
            dataclasses.replace(one, indicator=names[0] if names else one.indicator)
            for one in data.subsidy.targets
        ),
    )
    if world == "no data":
        subsidy = dataclasses.replace(subsidy, budget_lines=(), expenses=(), instalments=())
    receipts = tuple(
        Receipt(number=at, title=name, description=name) for at, name in enumerate(names, 1)
    )
    agreed = tuple(
        dataclasses.replace(one, target=target)
        for one, target in zip(data.agreements, subsidy.targets, strict=True)
    )
    return dataclasses.replace(
        data, centre=centre, subsidy=subsidy, figures=figures, agreements=agreed,
        budget=budget(subsidy, AFTER), receipts=receipts,
    )  # fmt: skip


def dossier_report(world: str) -> Document:
    return compose_dossier(dossier_data(world))


ACTUAL = re.compile(rb"/ActualText <FEFF([0-9A-F]+)>", re.IGNORECASE)
KINDS: Mapping[str, Callable[[str], Document]] = {"year": year_report, "dossier": dossier_report}
LOOKS = (("nl", NORMAL), ("en", LARGE_PRINT))


@pytest.mark.parametrize(("code", "preset"), LOOKS, ids=["nl", "en large"])
@pytest.mark.parametrize("world", list(WORLDS))
@pytest.mark.parametrize("kind", list(KINDS))
def test_a_report_is_neat(kind: str, world: str, code: str, preset: Preset) -> None:
    with language(code):
        document = KINDS[kind](world)
        pdf = render(document, preset=preset)
    assert list(empty_chapters(document)) == []
    assert list(pages_of_headings(pdf)) == []
    for number, page in enumerate(few(list(pictures(pdf)), most=6), 1):
        assert number == 1 or margins_are_white(page), f"page {number}"  # the cover has a colour


def few(pages: list[Image.Image], most: int) -> list[Image.Image]:
    """The first and the last pages of many."""
    return pages if len(pages) <= most else [*pages[: most - 2], *pages[-2:]]


def empty_chapters(document: Document) -> Iterator[str]:
    """Headings without anything below them."""
    blocks = [block for block in flat(document) if not isinstance(block, PageBreak)]
    for block, after in zip(blocks, [*blocks[1:], None], strict=True):
        if isinstance(block, KeyFigures) and not block.items:
            yield "key figures"
        if isinstance(block, Heading) and (
            after is None or (isinstance(after, Heading) and after.level <= block.level)
        ):
            yield block.text


def flat(document: Document) -> Iterator[Simple]:
    for block in document.blocks:
        yield from block.blocks if isinstance(block, Keep) else (block,)


def pages_of_headings(pdf: bytes) -> Iterator[int]:
    """Pages on which nothing stands but headings, or nothing at all."""
    document = read(pdf)
    tags: dict[int, set[str]] = {}
    for node in document.structure().walk():
        for page, _mark in node.marks:
            tags.setdefault(page, set()).add(node.tag)
    for page in range(len(document.reader.pages)):
        found = tags.get(page, set())
        if not found or (page and all(tag.startswith("H") for tag in found)):
            yield page + 1


def margins_are_white(page: Image.Image) -> bool:
    """Whether nothing is drawn in the 20 mm on each side."""
    margin = WIDTH * 20 // 210 - 2
    sides = (
        page.crop((0, 0, margin, page.height)),
        page.crop((page.width - margin, 0, page.width, page.height)),
    )
    return all(side.getextrema()[0] == 255 for side in sides)


@pytest.mark.parametrize("kind", list(KINDS))
@pytest.mark.parametrize("preset", [NORMAL, LARGE_PRINT], ids=["normal", "large"])
def test_names_of_every_script_can_be_read(kind: str, preset: Preset) -> None:
    """As they were typed, also where they are copied from the file."""
    pdf = read(render(KINDS[kind]("names"), preset=preset))
    text = pdf.text()
    drawn = b"".join(page.get_contents().get_data() for page in pdf.reader.pages)  # type: ignore[union-attr]
    # Arabic is drawn from right to left; its letters in order stand beside it.
    meant = [bytes.fromhex(one.decode()).decode("utf-16-be") for one in ACTUAL.findall(drawn)]
    said = " ".join((text, *meant))
    for name in NAMES:
        assert all(word in said for word in name.split()), name


def test_the_cover_names_no_centre_where_none_is_known() -> None:
    covers = [block for block in flat(year_report("no centre")) if isinstance(block, Cover)]
    assert len(covers) == 1
    assert "None" not in read(render(year_report("no centre"))).text()


def test_an_arabic_name_does_not_turn_an_english_heading_round() -> None:
    assert base_level("مقهى الحي drew the most visits") == 0
    assert base_level("مقهى Linde الحي") == 1


def test_of_head_counts_alone_no_people_are_counted() -> None:
    """A nought would say that nobody came."""
    tables = [block for block in flat(year_report("head counts alone")) if isinstance(block, Table)]
    titles = [column.title.replace("\u00ad", "") for column in tables[0].columns]
    assert titles == ["Activity", "Sessions", "Visits", "Average"]


@pytest.mark.parametrize("world", list(WORLDS))
@pytest.mark.parametrize("kind", list(KINDS))
def test_no_column_is_empty(kind: str, world: str) -> None:
    for table in (one for one in flat(KINDS[kind](world)) if isinstance(one, Table)):
        lines = [row.cells for row in (*table.rows, *([table.total] if table.total else []))]
        for place, column in enumerate(table.columns):
            assert any(line[place] for line in lines), (column.title, table.summary)


def test_a_dossier_of_head_counts_alone_counts_no_people() -> None:
    data = dataclasses.replace(dossier_data("head counts alone"), agreements=())
    document = compose_dossier(data)
    (table,) = [
        one
        for one in flat(document)
        if isinstance(one, Table) and one.columns[0].title == "Activity"
    ]
    titles = [column.title.replace("\u00ad", "") for column in table.columns]
    assert titles == ["Activity", "Sessions", "Visits", "Average"]
    said = " ".join(text for block in flat(document) for text in words_of(block))
    assert "ifferent people" not in said
    assert "Age:" not in said


def words_of(block: Simple) -> Iterator[str]:
    if isinstance(block, Lead | Source):
        yield block.text
    elif isinstance(block, BulletList):
        yield from block.items
