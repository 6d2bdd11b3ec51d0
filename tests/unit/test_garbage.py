# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""When Python looks for garbage."""

from __future__ import annotations

import gc

import pytest

from buurthuis_admin.garbage import no_search


@pytest.mark.parametrize("stays", [False, True])
def test_there_is_no_search_meanwhile_and_there_is_afterwards(stays: bool) -> None:
    with no_search(stays=stays):
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_search_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        with no_search(stays=True):
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_what_stays_is_left_out_of_later_searches() -> None:
    with no_search(stays=True):
        made = [object()]
    try:
        assert not any(one is made for one in gc.get_objects(generation=2))
    finally:
        gc.unfreeze()
