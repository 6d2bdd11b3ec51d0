# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Corrections as plain data: whatever is said comes back the same, through JSON too."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from buurthuis_admin.importing.corrections import Corrections, TableCorrection, TablePlace
from buurthuis_admin.importing.corrections_data import from_data, to_data

PLACES = st.from_type(TablePlace)
SAID = st.from_type(TableCorrection)


@given(st.dictionaries(PLACES, SAID, max_size=3))
def test_what_is_said_comes_back(said: Corrections) -> None:
    assert from_data(json.loads(json.dumps(to_data(said)))) == said
