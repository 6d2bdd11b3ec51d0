# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from buurthuis_admin.paths import fonts_folder
from tools import fonts


@pytest.mark.parametrize("cut", fonts.CUTS, ids=lambda cut: cut.name)
def test_set_up_left_each_font_static_and_of_its_weight(cut: fonts.Cut) -> None:
    font = TTFont(fonts_folder() / cut.name)

    assert "fvar" not in font
    assert font["OS/2"].usWeightClass == cut.weight


def test_the_same_package_gives_the_same_bytes(tmp_path: Path) -> None:
    cut = fonts.CUTS[3]
    fonts.cut_font(cut, tmp_path)

    made, there = tmp_path / cut.name, fonts_folder() / cut.name
    assert [hashlib.sha256(path.read_bytes()).hexdigest() for path in (made, there)] == [
        hashlib.sha256(there.read_bytes()).hexdigest()
    ] * 2


def test_fonts_of_other_packages_are_cut_again(tmp_path: Path) -> None:
    for cut in fonts.CUTS:
        (tmp_path / cut.name).touch()
    (tmp_path / fonts.STAMP).write_text("fonttools 1.0\n", "utf-8")

    assert not fonts.are_fresh(tmp_path)
    assert fonts.are_fresh(fonts_folder())
