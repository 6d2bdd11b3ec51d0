# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The points of the bar as the tests of a single page ask for them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tests.accessibility import cut_off as points
from tests.accessibility import names, sizes
from tests.accessibility.seeing import controls

__all__ = ["beside", "check_controls", "controls", "cut_off"]
_BESIDE = "beside: "


def cut_off(window: QWidget) -> list[str]:
    """Labels and buttons whose text does not fit."""
    wrong = [words for words, right in points.look(window, "") if not right]
    return [words for words in wrong if not words.startswith(_BESIDE)]


def beside(window: QWidget) -> list[str]:
    """Controls that stand partly outside their window, with no way to scroll there."""
    wrong = [words for words, right in points.look(window, "") if not right]
    return [words for words in wrong if words.startswith(_BESIDE)]


def check_controls(window: QWidget, place: str) -> None:
    """Every control has a name and is large enough."""
    for look in (names.look, sizes.look):
        assert [words for words, right in look(window, place) if not right] == [], place
