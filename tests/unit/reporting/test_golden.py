# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The whole report, word for word, in both languages."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from typing import Any

import pytest

from buurthuis_admin.i18n import language
from buurthuis_admin.reporting.content import Document
from buurthuis_admin.reporting.pdf import LARGE_PRINT, NORMAL, Preset, render
from buurthuis_admin.reporting.year_report import compose
from tests.unit.reporting.example_data import rich_year
from tests.unit.reporting.reading import read

Golden = Callable[[str, str], None]


def report(code: str) -> Document:
    with language(code):
        return compose(rich_year())


def plain(block: Any) -> Any:
    """A block as JSON: its kind and what it says, without what it leaves empty."""
    if dataclasses.is_dataclass(block):
        fields = ((item.name, getattr(block, item.name)) for item in dataclasses.fields(block))
        said = {name: plain(value) for name, value in fields if value not in ((), "", None, False)}
        return {"kind": type(block).__name__, **said}
    if isinstance(block, tuple):
        return [plain(item) for item in block]
    return block if isinstance(block, int | float | str | None) else str(block)


@pytest.mark.parametrize("code", ["nl", "en"])
def test_the_document_says_what_it_said(code: str, golden: Golden) -> None:
    text = json.dumps(plain(report(code)), ensure_ascii=False, indent=1)
    golden(f"report_{code}.json", text + "\n")


@pytest.mark.parametrize("code", ["nl", "en"])
def test_the_pages_say_what_they_said(code: str, golden: Golden) -> None:
    golden(f"report_{code}.txt", read(render(report(code))).text() + "\n")


@pytest.mark.parametrize("preset", [NORMAL, LARGE_PRINT])
def test_same_input_same_bytes(preset: Preset) -> None:
    assert render(report("nl"), preset=preset) == render(report("nl"), preset=preset)


def test_other_text_gives_another_id() -> None:
    one = report("nl")
    other = dataclasses.replace(one, blocks=one.blocks[:-1])
    ids = [str(read(render(document)).reader.trailer["/ID"]) for document in (one, other)]
    assert ids[0] != ids[1]
