# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Boxes of every style that IMPORT.md names, read without a hand on them: are they right?"""

from __future__ import annotations

from pathlib import Path

import pytest

from buurthuis_admin.paths import example_folder
from tests.boxes.compare import (
    accounts_missing,
    compare_people,
    different_figures,
    read_box,
)
from tests.boxes.torture import COUNT, make_box, write_box
from tests.boxes.worst import read_worst

ENOUGH = 0.99  # of the fields of people; the issue asks 0.95 of boxes that we never saw


@pytest.mark.parametrize("number", range(COUNT))
def test_a_box_of_any_style_is_understood(number: int, tmp_path: Path) -> None:
    box = make_box(number)
    folder = write_box(box, tmp_path)
    (folder / "truth.json").unlink()
    read = read_box(folder, tmp_path / "a.buurthuis")
    score = compare_people(read.people(), box.truth["people"], box.truth["held"])
    assert different_figures(read.figures(box.truth["year"]), box.truth) == []
    assert score.share >= ENOUGH, score.wrong
    assert accounts_missing(read.first) == []
    assert not read.second.changes_something


def test_the_example_has_an_account_that_adds_up(tmp_path: Path) -> None:
    read = read_box(example_folder(), tmp_path / "a.buurthuis")
    assert accounts_missing(read.first) == []
    assert not any(file.problem for file in read.first.files)
    assert not read.second.changes_something


def test_the_worst_form_of_each_kind_is_read_and_right_once_it_is_answered(tmp_path: Path) -> None:
    untouched = read_worst(tmp_path, answering=False)
    assert untouched.right >= 0.97 * untouched.total, untouched.wrong
    assert untouched.accounts == []
    answered = read_worst(tmp_path, answering=True)
    assert answered.wrong == []
    assert answered.figures == []
    assert answered.accounts == []
