# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every code has a sentence, in both languages."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from buurthuis_admin.i18n import language
from buurthuis_admin.importing import wording
from buurthuis_admin.importing.headings import Field
from buurthuis_admin.importing.outcome import Question, Reason, RowFate, SheetKind

PACKAGE = Path(wording.__file__).parent
_CODE = re.compile(r"[a-z]+(?:_[a-z]+)*")


def _codes_used() -> set[str]:
    """The texts that are handed to the functions that take a code."""
    takers = {"ask", "exclude", "reject", "Reason", "set_fate", "Match"}
    found: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name in takers:
                found |= {
                    part.value
                    for argument in node.args
                    for part in ast.walk(argument)
                    if isinstance(part, ast.Constant)
                    and isinstance(part.value, str)
                    and "_" in part.value
                    and _CODE.fullmatch(part.value)
                }
    return found - {field.value for field in Field}


def test_every_code_that_is_used_has_a_sentence() -> None:
    assert len(_codes_used()) > 30
    assert _codes_used() <= wording.codes()


@pytest.mark.parametrize("code", sorted(wording.codes()))
def test_a_sentence_is_whole_in_both_languages(code: str) -> None:
    details: dict[str, str | int] = {
        "name": "Jan",
        "person": "Jan Bos",
        "value": "x",
        "field": "born",
        "day": "2020-01-13",
        "count": 3,
        "more": 4,
        "year": 2019,
        "activity": "Taalcafé",
    }
    said = {}
    for code_of_language in ("en", "nl"):
        with language(code_of_language):
            said[code_of_language] = wording.sentence(Reason(code, details))
    assert said["en"] != said["nl"]
    for text in said.values():
        assert "{" not in text
        assert text[0].isupper() or text[0] in "“0123456789"


def test_names_of_kinds_fates_and_fields() -> None:
    assert all(wording.kind_name(kind) for kind in SheetKind)
    assert all(wording.fate_name(fate) for fate in RowFate)
    assert wording.column_name("") == "Not used"
    assert wording.column_name(Field.BORN) == "Date of birth"


def test_a_question_says_what_is_done_meanwhile() -> None:
    question = Question(
        "a.xlsx", "Blad1", 3, Reason("awarded_nothing"), Reason("taken_as_rejected")
    )
    assert wording.question_sentence(question).count(".") == 2
