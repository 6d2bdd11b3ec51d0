# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Malicious spreadsheets: each within its time and memory, and all of it read or nothing."""

from __future__ import annotations

import contextlib
import io
import random
import shutil
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from buurthuis_admin.importing.outcome import RowFate
from buurthuis_admin.importing.reading.limits import Limits
from buurthuis_admin.importing.reading.process import ReaderProcess
from buurthuis_admin.importing.workbook import Workbook
from buurthuis_admin.services.administration import Administration, create_administration
from tests.conftest import SHARED_SAMPLES
from tests.safety.chance import dice
from tests.safety.holding import Held, problem_of
from tests.safety.scenario import FILE, PASSWORD, Broken, named, people
from tests.safety.tracing import ROOT

SAMPLES = SHARED_SAMPLES / "hostile"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_BIG = 40_000_000
_START = 2.0  # seconds for the start of the process that reads
_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
_OUTSIDE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
_ROW = '<row r="{n}"><c r="A{n}" t="inlineStr"><is><t>{text}</t></is></c></row>'


def hostile(wanted: int) -> Held:
    """Those made here, damaged ones of random kinds, and the shared ones where they are."""
    held = Held("hostile")
    home = Path(tempfile.mkdtemp(prefix="safety-hostile-", dir=ROOT))
    try:
        files = list(_files(home / "files", wanted))
        administration = create_administration(home / FILE, PASSWORD)
        try:
            administration.members.save(named("Sinds altijd"))
            for path in files:
                held.count(path.name, problem_of(lambda path=path: _try(administration, path)))  # type: ignore[misc]
        finally:
            administration.close()
    finally:
        shutil.rmtree(home)
    return held


def _try(administration: Administration, path: Path) -> None:
    """One import: in time, within memory, and every row that was promised or none at all."""
    limits, before = Limits(), people(administration)
    with _measured() as cost:
        prepared = administration.imports.prepare([path])
    if cost.seconds > limits.seconds + _START:
        raise Broken(f"it took {cost.seconds:.1f} s")
    if cost.memory > limits.memory:
        raise Broken(f"it took {cost.memory >> 20} MB")
    if people(administration) != before:
        raise Broken("something was written before it was asked")
    (told,) = prepared.outcome.files
    promised = sum(row.fate is RowFate.NEW for sheet in told.sheets for row in sheet.rows)
    if told.problem and promised:
        raise Broken("a file that cannot be read, and rows of it")
    try:
        outcome = administration.imports.apply(prepared)
    except Exception:
        if people(administration) != before:
            raise Broken("a part was written") from None
        raise
    if outcome.written and outcome.changes_something:
        administration.history.undo()
    if people(administration) != before:
        raise Broken("rows are left after turning it back")


@dataclass
class _Cost:
    """What reading a file took: seconds, and bytes of memory in the process that reads."""

    seconds: float = 0.0
    memory: int = 0


@contextlib.contextmanager
def _measured() -> Iterator[_Cost]:
    """What the reading inside takes."""
    cost, read = _Cost(), ReaderProcess.read

    def measured(reader: ReaderProcess, path: Path) -> Workbook:
        begun = time.perf_counter()
        try:
            return read(reader, path)
        finally:
            cost.seconds = time.perf_counter() - begun
            cost.memory = _peak(reader.process_id)

    with mock.patch.object(ReaderProcess, "read", measured):
        yield cost


def _peak(process_id: int | None) -> int:
    """The most memory that the process held; 0 when it was ended because of it."""
    if process_id is None:
        return 0
    status = Path(f"/proc/{process_id}/status").read_text(encoding="ascii")
    line = next((line for line in status.splitlines() if line.startswith("VmHWM")), "VmHWM: 0 kB")
    return int(line.split()[1]) * 1024


# The files.


def _files(folder: Path, wanted: int) -> Iterator[Path]:
    folder.mkdir()
    for name, make in _MADE.items():
        if not wanted and name in _SLOW:
            continue
        path = folder / name
        path.write_bytes(make())
        yield path
    chance = dice("damage")
    whole = _book("".join(_ROW.format(n=n, text=f"Naam {n}") for n in range(1, 200)))
    for number in range(max(wanted - len(_MADE), 0)):
        path = folder / f"damaged {number}.xlsx"
        path.write_bytes(_damaged(whole, chance))
        yield path
    if wanted > len(_MADE) and SAMPLES.is_dir():
        yield from (path for path in sorted(SAMPLES.iterdir()) if path.suffix != ".tsv")


def _damaged(whole: bytes, chance: random.Random) -> bytes:
    content = bytearray(whole)
    for _flip in range(chance.randint(1, 8)):
        content[chance.randrange(len(content))] ^= chance.randrange(1, 256)
    return bytes(content[: chance.randrange(len(content))] if chance.random() < 0.3 else content)


def _book(rows: str, *, before: str = "", strings: str = "", sheet: str = "") -> bytes:
    """A workbook with one sheet, of which the parts are what somebody bad made of them."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
            'relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/'
            'vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
        )
        relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        archive.writestr(
            "_rels/.rels",
            f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
            f'relationships"><Relationship Id="r1" Type="{relation}/officeDocument" '
            'Target="xl/workbook.xml"/></Relationships>',
        )
        archive.writestr(
            "xl/workbook.xml",
            f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{relation}"><sheets>'
            '<sheet name="Blad1" sheetId="1" r:id="r1"/></sheets></workbook>',
        )
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
            f'relationships"><Relationship Id="r1" Type="{relation}/worksheet" '
            f'Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{relation}/'
            'sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        )
        if strings:
            archive.writestr("xl/sharedStrings.xml", strings)
        archive.writestr(
            "xl/worksheets/sheet1.xml",
            sheet
            or f'{_HEAD}{before}<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData>'
            "</worksheet>",
        )
    return file.getvalue()


def _open_document(table: str, before: str = "") -> bytes:
    file = io.BytesIO()
    office = "urn:oasis:names:tc:opendocument:xmlns"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "content.xml",
            f'{_HEAD}{before}<office:document-content xmlns:office="{office}:office:1.0" '
            f'xmlns:table="{office}:table:1.0" xmlns:text="{office}:text:1.0"><office:body>'
            f'<office:spreadsheet><table:table table:name="Blad1">{table}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return file.getvalue()


def _many_parts() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for number in range(30_000):
            archive.writestr(f"xl/worksheets/sheet{number}.xml", "")
    return file.getvalue()


def _cell(text: str = "x", more: str = "") -> str:
    return f"<table:table-cell {more}><text:p>{text}</text:p></table:table-cell>"


_SLOW = frozenset({"far away.xlsx", "long text.xlsx", "one line.csv", "open quote.csv"})
_MADE: dict[str, Callable[[], bytes]] = {
    "zip bomb.xlsx": lambda: _book(" " * _BIG),
    "laughs.xlsx": lambda: _book(
        _ROW.format(n=1, text="&l9;"), before=f'<!DOCTYPE a [<!ENTITY l0 "ha">{_LAUGHS}]>'
    ),
    "outside.xlsx": lambda: _book(_ROW.format(n=1, text="&x;"), before=_OUTSIDE),
    "far away.xlsx": lambda: _book(_ROW.format(n=1_048_576, text="x")),
    "beyond the last row.xlsx": lambda: _book(_ROW.format(n=2**31, text="x")),
    "wrong reference.xlsx": lambda: _book('<row r="1"><c r="ZZZZZZ1"><v>1</v></c></row>'),
    "unknown string.xlsx": lambda: _book('<row r="1"><c r="A1" t="s"><v>99999999</v></c></row>'),
    "many strings.xlsx": lambda: _book(
        '<row r="1"><c r="A1" t="s"><v>0</v></c></row>',
        strings=f'{_HEAD}<sst xmlns="{_MAIN}">{"<si><t>x</t></si>" * 2_000_000}</sst>',
    ),
    "deep.xlsx": lambda: _book("", sheet=f"{_HEAD}{'<a>' * 300_000}"),
    "long text.xlsx": lambda: _book(_ROW.format(n=1, text="x" * 30_000_000)),
    "long number.xlsx": lambda: _book(f'<row r="1"><c r="A1"><v>{"9" * 2_000_000}</v></c></row>'),
    "everything merged.xlsx": lambda: _book(
        "",
        sheet=f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetData>{_ROW.format(n=1, text="x")}'
        f"</sheetData><mergeCells>{'<mergeCell ref=&quot;A1:XFD1048576&quot;/>' * 100}"
        "</mergeCells></worksheet>".replace("&quot;", '"'),
    ),
    "half.xlsx": lambda: _book(_ROW.format(n=1, text="x"))[:700],
    "many parts.xlsx": _many_parts,
    "no archive.xlsx": lambda: b"PK\x03\x04" + b"\0" * 1000,
    "wide.ods": lambda: _open_document(
        "<table:table-row>"
        + _cell(more='table:number-columns-repeated="999999999"')
        + "</table:table-row>"
    ),
    "long.ods": lambda: _open_document(
        f'<table:table-row table:number-rows-repeated="999999999">{_cell()}</table:table-row>'
    ),
    "laughs.ods": lambda: _open_document(
        f"<table:table-row>{_cell('&l9;')}</table:table-row>",
        f'<!DOCTYPE a [<!ENTITY l0 "ha">{_LAUGHS}]>',
    ),
    "one line.csv": lambda: b"x;" * 20_000_000,
    "open quote.csv": lambda: b'Naam;Plaats\n"' + b"x\n" * 5_000_000,
    "nothing but zeros.csv": lambda: b"\0" * 10_000_000,
    "noise.xls": lambda: dice("noise").randbytes(3_000_000),
    "compound.xls": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 100_000,
    "too large.csv": lambda: b"Naam;Plaats\n" * 6_000_000,
    "empty.xlsx": lambda: b"",
}
