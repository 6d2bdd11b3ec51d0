# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tools import forms

FORM = """<?xml version="1.0" encoding="UTF-8"?>
<ui version="4.0"><class>Probe</class><widget class="QDialog" name="Probe">
<property name="windowTitle"><string>A "title" for Öztürk</string></property>
<layout class="QVBoxLayout" name="rows"><item><widget class="QLabel" name="label">
<property name="text"><string comment="a hint for Designer">One
two</string></property></widget></item></layout></widget></ui>
"""


@pytest.fixture
def designed(tmp_path: Path) -> Path:
    (tmp_path / "probe.ui").write_text(FORM, "utf-8")
    return tmp_path


def calls_of_translate(source: str) -> list[list[str]]:
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    return [
        [ast.literal_eval(argument) for argument in call.args]
        for call in calls
        if isinstance(call.func, ast.Name) and call.func.id == "_"
    ]


def test_the_texts_of_a_form_go_through_our_catalogue(designed: Path) -> None:
    source = forms.compile_all(designed)["ui_probe.py"]

    assert "from buurthuis_admin.i18n import _\n" in source
    assert calls_of_translate(source) == [['A "title" for Öztürk'], ["One\ntwo"]]


def test_a_form_that_changed_or_went_is_told_and_brought_up_to_date(designed: Path) -> None:
    made = forms.compile_all(designed)
    (designed / "ui_gone.py").write_text("old", "utf-8")

    assert forms.differences(made, designed) == ["ui_gone.py", "ui_probe.py"]
    assert forms.write(made, designed) == ["ui_gone.py", "ui_probe.py"]
    assert forms.differences(made, designed) == []
    assert not (designed / "ui_gone.py").exists()


def test_a_form_that_is_no_form_stops_with_its_name(tmp_path: Path) -> None:
    (tmp_path / "broken.ui").write_text("<ui>", "utf-8")

    with pytest.raises(SystemExit, match=r"broken\.ui"):
        forms.compile_all(tmp_path)
