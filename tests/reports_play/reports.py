# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Are the figures in the reports those of the events? What is wrong comes back as sentences."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from openpyxl import load_workbook

from tests.reports_play.events import BOARD, Event
from tests.reports_play.sums import Dossier, booked, reached
from tests.unit.reporting.reading import read

Rows = Sequence[Sequence[object]]
_ACTUAL = re.compile(rb"/ActualText <FEFF([0-9A-F]+)>", re.IGNORECASE)
Looked = Iterator[tuple[str, bool]]  # each thing that was looked at, and whether it holds


def words_of(pdf: bytes) -> str:
    """All text of a file in reading order, with single spaces."""
    return " ".join(read(pdf).text().split())


def pack_figures(files: Mapping[str, bytes], dossier: Dossier, happened: list[Event]) -> Looked:
    """What a pack says, in its PDF and in its workbook, beside the sums over the events."""
    (pdf,) = (content for name, content in files.items() if name.endswith(".pdf"))
    (book,) = (content for name, content in files.items() if name.endswith(".xlsx"))
    text = words_of(pdf)
    rows = [row for sheet in load_workbook(io.BytesIO(book)) for row in sheet.values]
    spent = sum(dossier.spent.values())
    granted = dossier.awarded
    over = "over" if dossier.left >= 0 else "meerbesteeddantoegekend"
    for label, cents in (
        ("toegekend", granted) if granted else ("gevraagd", dossier.asked.cents),
        ("ontvangen", dossier.received),
        ("besteed", spent),
        *(((over, abs(dossier.left)),) if granted else ()),
    ):
        # The reader puts spaces inside large figures; there are none in the file.
        yield f"{label} {money(cents)}", f"€{money(cents)}{label}" in text.replace(" ", "")
    yield from _lines(text, rows, dossier)
    yield from _agreements(text, rows, dossier, happened)
    if dossier.received or dossier.repaid:
        yield "ontvangen in tabel", f"Totaal {money(dossier.received)}" in text
    yield "nummer", dossier.reference in text
    for number in range(1, dossier.receipts + 1):
        yield f"bon {number}", f"Bon {number}" in text


def _lines(text: str, rows: Rows, dossier: Dossier) -> Looked:
    planned = dict(dossier.asked.lines)
    for line, cents in planned.items():
        came = dossier.spent[line]
        wanted = (came, cents - came)
        shown = f"{line} {money(cents)} {' '.join(map(money, wanted))}"
        yield shown, shown in text
        yield f"xlsx {shown}", _is_in(rows, line, cents, came, cents - came)
    outside = dossier.spent[""]
    if outside:
        shown = f"Niet begroot {money(0)} {money(outside)} {money(-outside)}"
        yield shown, shown in text
    all_planned, all_spent = sum(planned.values()), sum(dossier.spent.values())
    total = f"Totaal {money(all_planned)} {money(all_spent)} {money(all_planned - all_spent)}"
    yield total, total in text


def _is_in(rows: Rows, name: str, *cents: int) -> bool:
    wanted = [Decimal(one) / 100 for one in cents]
    return any(
        row[0] == name and [Decimal(str(cell)) for cell in row[1 : len(wanted) + 1]] == wanted
        for row in rows
        if len(row) > len(wanted)
    )


def _agreements(text: str, rows: Rows, dossier: Dossier, happened: list[Event]) -> Looked:
    for words, kind, promised in dossier.asked.targets:
        came = reached(happened, kind, dossier.asked.activity)
        shown = f"{words} {plain(promised)} {plain(came)} {signed(came - promised)}"
        yield shown, shown in text
        yield f"xlsx {shown}", _is_in(rows, words, *(100 * n for n in (promised, came)))


def year_figures(pdf: bytes, dossiers: Mapping[str, Dossier], happened: list[Event]) -> Looked:
    """What the year report says of each dossier, and of all money that moved."""
    text = words_of(pdf)
    rows = [_of_year(one) for one in dossiers.values()]
    for (funder, dossier), row in zip(dossiers.items(), rows, strict=True):
        yield funder, f"{funder}: {dossier.asked.purpose}" in text
        yield f"{funder} {row}", " ".join(map(money, row)) in text
    total = " ".join(money(sum(column)) for column in zip(*rows, strict=True))
    yield f"Totaal {total}", f"Totaal {total}" in text
    came, went = booked(happened)
    for shown in (
        f"Totaal baten {money(came)}",
        f"Totaal lasten {money(went)}",
        f"Resultaat {money(came - went)}",
    ):
        yield shown, shown in text


def _of_year(dossier: Dossier) -> tuple[int, ...]:
    spent = sum(dossier.spent.values())
    awarded = dossier.awarded or 0
    return (dossier.asked.cents, awarded, dossier.received, spent, awarded - spent)


def names(pdf: bytes) -> Looked:
    """The names of the board in five ways of writing, letter for letter."""
    text = words_of(pdf)
    contents = read(pdf).reader.pages[0].get_contents()
    drawn = b"" if contents is None else contents.get_data()
    meant = [bytes.fromhex(one.decode()).decode("utf-16-be") for one in _ACTUAL.findall(drawn)]
    for name in BOARD:
        # Arabic is drawn from right to left; its letters in order stand beside it as ActualText.
        yield name, name in text or any(name in " ".join(one.split()) for one in meant)


def money(cents: int) -> str:
    """An amount as a Dutch report writes it: '1.234,56'."""
    euros, rest = divmod(abs(cents), 100)
    return f"{'−' if cents < 0 else ''}{plain(euros)},{rest:02d}"


def plain(number: int) -> str:
    """A number with dots between thousands."""
    return f"{number:,}".replace(",", ".")


def signed(number: int) -> str:
    """A difference with its sign."""
    return f"{'+' if number > 0 else '−' if number < 0 else ''}{plain(abs(number))}"
