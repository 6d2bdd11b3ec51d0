# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import gettext
import json
from pathlib import Path

import pytest

from tools import catalogue
from tools.catalogue import Places

SOURCE = """
def sentence(count: int) -> str:
    title = _("Save {name}").format(name="x")
    return title + ngettext("{count} row", "{count} rows", count).format(count=count)
"""
DUTCH = {"Save {name}": "{name} opslaan", "{count} row|{count} rows": ["één rij", "{count} rijen"]}


@pytest.fixture
def places(tmp_path: Path) -> Places:
    module = tmp_path / "buurthuis_admin" / "sentences.py"
    module.parent.mkdir()
    module.write_text(SOURCE, "utf-8")
    return Places(tmp_path)


def add(places: Places, texts: object) -> int:
    file = places.root / "texts.json"
    file.write_text(json.dumps(texts), "utf-8")
    return catalogue._add(places, [file])


def test_added_translations_are_what_the_program_says(places: Places) -> None:
    assert add(places, DUTCH) == 0

    dutch = gettext.translation("messages", places.po.parent, languages=["nl"])
    assert dutch.gettext("Save {name}") == "{name} opslaan"
    assert dutch.ngettext("{count} row", "{count} rows", 1) == "één rij"
    assert dutch.ngettext("{count} row", "{count} rows", 0) == "{count} rijen"


def test_a_complete_catalogue_has_nothing_wrong(places: Places) -> None:
    add(places, DUTCH)

    assert catalogue.find_wrongs(places) == []
    assert catalogue.untranslated(places) == []


def test_the_same_texts_give_the_same_bytes(places: Places) -> None:
    add(places, DUTCH)
    before = places.po.read_bytes(), places.mo.read_bytes()

    catalogue.update(places)

    assert (places.po.read_bytes(), places.mo.read_bytes()) == before


def test_a_text_that_moves_within_its_file_changes_nothing(places: Places) -> None:
    add(places, DUTCH)
    before = places.po.read_bytes()
    (places.root / "buurthuis_admin" / "sentences.py").write_text("\n\n\n" + SOURCE, "utf-8")

    catalogue.update(places)

    assert places.po.read_bytes() == before


def test_a_text_that_the_source_dropped_leaves_the_catalogue(places: Places) -> None:
    add(places, DUTCH)
    (places.root / "buurthuis_admin" / "sentences.py").write_text("", "utf-8")

    catalogue.update(places)

    assert "opslaan" not in places.po.read_text("utf-8")


def test_a_translation_of_nothing_is_told(
    places: Places, capsys: pytest.CaptureFixture[str]
) -> None:
    assert add(places, {**DUTCH, "Never said": "Nooit gezegd"}) == 1

    assert "Never said" in capsys.readouterr().err
    assert "Nooit" not in places.po.read_text("utf-8")


def test_a_new_text_is_found_until_it_has_dutch(places: Places) -> None:
    add(places, {})

    assert catalogue.untranslated(places) == ["Save {name}", ("{count} row", "{count} rows")]
    assert any("no Dutch" in wrong for wrong in catalogue.find_wrongs(places))


def test_a_catalogue_behind_its_source_is_told(places: Places) -> None:
    add(places, DUTCH)
    places.mo.write_bytes(b"old")

    assert catalogue.find_wrongs(places) == [
        (
            "resources/translations/nl/LC_MESSAGES/messages.mo is out of date; "
            "run: python tools/catalogue.py update"
        )
    ]


@pytest.mark.parametrize(
    ("dutch", "problem"),
    [
        ("{naam} opslaan", "placeholders differ"),
        ("opslaan", "placeholders differ"),
        ("{name} opslaan ", "white space"),
        ("{name is niet gelukt", "brace"),
        ("Ongeldige {name}", "do not say"),
    ],
)
def test_a_translation_that_does_not_fit_is_told(places: Places, dutch: str, problem: str) -> None:
    add(places, {**DUTCH, "Save {name}": dutch})

    assert any(problem in wrong for wrong in catalogue.find_wrongs(places))


@pytest.mark.parametrize(
    ("call", "problem"),
    [
        ('def f(x):\n    _(f"Row {x}")', "f-string"),
        ('def f(x):\n    _("Row " + x)', "not one literal"),
        ("def f(x):\n    _(x)", "not one literal"),
        ('TITLE = _("Row")', "import time"),
        ('class Page:\n    title = _("Row")', "import time"),
        ('def f(x=_("Row")): pass', "import time"),
        ('def f(n):\n    ngettext("row", f"{n} rows", n)', "f-string"),
    ],
)
def test_a_call_that_cannot_work_is_told(places: Places, call: str, problem: str) -> None:
    (places.root / "buurthuis_admin" / "wrong.py").write_text(call, "utf-8")

    wrongs = catalogue.find_wrongs(places)

    assert any(
        wrong.startswith("buurthuis_admin/wrong.py:") and problem in wrong for wrong in wrongs
    )
