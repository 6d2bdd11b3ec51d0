# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""How long the preview waits for another key."""

from __future__ import annotations

import pytest

from buurthuis_admin.gui.pages.report_live import REBUILD_AFTER, pause


@pytest.mark.parametrize("took", [0, 40, 130, 200, 330])
def test_a_report_of_any_size_follows_a_key_within_half_a_second(took: float) -> None:
    assert 100 <= pause(took) <= REBUILD_AFTER
    assert pause(took) + took <= 450


def test_a_report_that_takes_longer_still_waits_for_who_is_typing() -> None:
    assert pause(2000) == 100
