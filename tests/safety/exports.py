# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Names of all kinds on paper and in workbooks: no failure, and nothing in them comes to life."""

from __future__ import annotations

import datetime
import io
import random
from collections.abc import Callable, Iterator, Sequence

from openpyxl import load_workbook
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from buurthuis_admin.domain.privacy_papers import HeldOnPerson, HeldSection
from buurthuis_admin.reporting.access_request import access_report
from buurthuis_admin.services.workbooks import workbook
from tests.safety.chance import dice
from tests.safety.holding import Held, problem_of
from tests.safety.scenario import Broken
from tests.safety.side_by_side import side_by_side

TOGETHER = 50  # names on one paper
_LONGEST = 6  # pieces of a name
_PIECES = (
    *("Jansen & Zn <b", "<b>", "</para>", "<", ">", "&", "&amp;", "&#60;", "&bogus;", "]]>"),
    '<a href="https://voorbeeld.nl">klik</a>',
    '<img src="/etc/hostname"/>',
    '<link href="javascript:alert(1)">hier</link>',
    "<font size=900>",
    "<!--",
    '=HYPERLINK("https://voorbeeld.nl","klik")',
    "=cmd|' /C calc'!A0",
    *("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n", "\0", "\x0b", "\x1b", "\x7f", "\x85"),
    *("%s", "{0}", "{name}", "\\", "\\u0041", "(", ")", "/URI", "endobj", "endstream", "%%EOF"),
    *("van den Berg", "Şahin", "Łukasz", "O’Brien", "محمد", "שלום", "東京", "Ελένη", "Юлия"),
    *("\N{PILE OF POO}", "\u202e", "\u200d", "\ufeff", "\ufffe", "\ue000", "e\u0301\u0302\u0303"),
    *("_x000D_", "\N{SOFT HYPHEN}", "\u2028", "a" * 120, "ﷺ" * 9, " ", "'", '"', "https://x.nl"),
)
_ALIVE = frozenset({"/URI", "/Launch", "/JavaScript", "/JS", "/GoToR", "/SubmitForm", "/Image"})
_ALIVE_KEYS = frozenset({"/Annots", "/AA", "/OpenAction", "/EmbeddedFiles", "/AcroForm"})


def exports(wanted: int) -> Held:
    """So many names, as many at a time as a page or two holds."""
    names = list(_names(wanted))
    parts = [names[start : start + TOGETHER] for start in range(0, wanted, TOGETHER)]
    cases: list[Callable[[], list[tuple[str, str]]]] = [
        lambda part=part: _case(part)  # type: ignore[misc]
        for part in parts
    ]
    held = Held("exports")
    for case in side_by_side(cases):
        held.add(case)
    return held


def _names(wanted: int) -> Iterator[str]:
    chance = dice("names")
    for number in range(wanted):
        if number < len(_PIECES):
            yield _PIECES[number]
            continue
        chosen = chance.choices(_PIECES, k=chance.randint(1, _LONGEST))
        yield "".join(piece if chance.random() < 0.8 else _sign(chance) for piece in chosen)


def _sign(chance: random.Random) -> str:
    while True:
        sign = chr(chance.choice((chance.randrange(0x3000), chance.randrange(0x110000))))
        if not 0xD800 <= ord(sign) < 0xE000:  # half a sign, which no text in the file can hold
            return sign


def _case(names: Sequence[str]) -> list[tuple[str, str]]:
    """Each name counts; when the whole part fails, one after the other tells which did it."""
    if not problem_of(lambda: _try(names)):
        return [("", "")] * len(names)
    return [(ascii(name), problem_of(lambda name=name: _try([name]))) for name in names]  # type: ignore[misc]


def _try(names: Sequence[str]) -> None:
    _check_paper(access_report(_held(names), "nl"))
    rows = [(name, name) for name in names]
    _check_workbook(workbook([(names[0], (names[-1], "Naam"), rows)]), rows)


def _held(names: Sequence[str]) -> HeldOnPerson:
    one = names[0]
    return HeldOnPerson(
        name=one,
        centre=names[-1],
        address=one,
        contact=one,
        officer=one,
        made_on=datetime.date(2026, 11, 24),
        sections=(HeldSection(title=one, headings=(one, "Naam"), rows=_pairs(names), note=one),),
        purposes=((one, one, one),),
        rights=tuple(names),
    )


def _pairs(names: Sequence[str]) -> tuple[tuple[str, str], ...]:
    return tuple((name, name) for name in names)


def _check_paper(content: bytes) -> None:
    reader = PdfReader(io.BytesIO(content))
    if not reader.pages:
        raise Broken("a paper without pages")
    for number in range(1, len(reader.xref[0]) + 1):
        found = reader.get_object(IndirectObject(number, 0, reader))
        if isinstance(found, DictionaryObject) and (alive := _alive(found)):
            raise Broken(f"in a paper stands {alive}")


def _alive(found: DictionaryObject) -> set[str]:
    """What somebody could click, what is fetched, and what is shown that is not text."""
    names = {str(found.get(key)) for key in ("/S", "/Subtype", "/Type")}
    annotations = found.get("/Annots", ArrayObject())
    keys = {key for key in _ALIVE_KEYS & set(found) if key != "/Annots" or annotations}
    return names & _ALIVE | keys


def _check_workbook(content: bytes, rows: Sequence[tuple[str, str]]) -> None:
    sheet = load_workbook(io.BytesIO(content)).worksheets[0]
    cells = [cell for row in sheet.iter_rows() for cell in row]
    if len(cells) != 2 * len(rows) + 2:
        raise Broken("a workbook with other rows")
    if any(cell.data_type == "f" or cell.hyperlink for cell in cells):
        raise Broken("a live formula or link in a workbook")
