# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A file of a bank, whatever it is called: told by its content, read under limits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from buurthuis_admin.domain.bank_lines import BankStatement, with_keys
from buurthuis_admin.importing.reading.archive import Archive
from buurthuis_admin.importing.reading.failure import CannotRead, Reason
from buurthuis_admin.importing.sniff import UNICODE_MARKS, ZIP
from buurthuis_admin.importing.statements import camt, mt940

MAX_SIZE = 20 * 2**20  # years of statements of a large centre are a tenth of this
_HEAD = 8192
_MAX_PARTS = 400
_OFFICE = {"[content_types].xml", "mimetype"}  # a workbook is a zip file too


def is_statement(path: Path) -> bool:
    """Whether a file is a bank statement, or a zip file of them."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
        if head.startswith(ZIP):
            return path.stat().st_size <= MAX_SIZE and _is_zip_of_them(path.read_bytes())
    except OSError:
        return False
    return _looks_like(head)


def statements_in(folders: Iterable[Path]) -> list[Path]:
    """The bank statements that lie in folders, by their content; hidden files are left alone."""
    lying = (path for folder in folders for path in sorted(folder.rglob("*")))
    return [one for one in lying if not one.name.startswith(".") and is_statement(one)]


def read_statements(content: bytes) -> list[BankStatement]:
    """Every statement in a file, each line with its key. Raises CannotRead."""
    if len(content) > MAX_SIZE:
        raise CannotRead(Reason.TOO_LARGE)
    found = list(_in(content))
    if not found:
        raise CannotRead(Reason.UNKNOWN_KIND)
    return [replace(one, lines=with_keys(one.iban, one.lines)) for one in found]


def _in(content: bytes) -> Iterator[BankStatement]:
    if content.startswith(ZIP):
        for part in _parts(content):
            if _looks_like(part[:_HEAD]):
                yield from _in(part)
    elif camt.looks_like(content[:_HEAD]):
        yield from camt.statements(content)
    elif mt940.looks_like(content[:_HEAD]):
        yield from mt940.statements(_decoded(content))


def _parts(content: bytes) -> Iterator[bytes]:
    archive = Archive(content)
    if _OFFICE & set(archive.names()):
        return
    if archive.unpacked_size > MAX_SIZE * 4:
        raise CannotRead(Reason.TOO_LARGE)
    for name in archive.names()[:_MAX_PARTS]:
        part = archive.read(name)
        if part and not part.startswith(ZIP):
            yield part


def _is_zip_of_them(content: bytes) -> bool:
    try:
        return any(_looks_like(part[:_HEAD]) for part in _parts(content))
    except CannotRead:
        return False


def _looks_like(head: bytes) -> bool:
    return camt.looks_like(head) or mt940.looks_like(head)


def _decoded(content: bytes) -> str:
    content = content.removeprefix(UNICODE_MARKS[0])
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")
