# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import io

import pytest
from openpyxl import load_workbook

from buurthuis_admin.services.workbooks import workbook


@pytest.mark.parametrize("sign", ["\ufffe", "\uffff", "\0", "\x1b", "\ud800"])
def test_a_sign_that_xml_cannot_hold_does_not_make_a_workbook_unreadable(sign: str) -> None:
    content = workbook([(f"Berg{sign}", ("Naam",), [(f"Jan{sign}Berg",)])])
    sheet = load_workbook(io.BytesIO(content)).worksheets[0]
    assert [cell.value for (cell,) in sheet.iter_rows()] == ["Naam", "Jan Berg"]
