# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The look in force: one for the process, as with the language."""

from __future__ import annotations

from dataclasses import dataclass

from buurthuis_admin.gui.theme.tokens import LIGHT, Tokens


@dataclass(slots=True)
class _Look:
    tokens: Tokens = LIGHT
    scale: float = 1.0


_look = _Look()


def tokens() -> Tokens:
    """The colours in force."""
    return _look.tokens


def scaled(pixels: float) -> int:
    """A length at 100 % in the text size in force."""
    return round(pixels * _look.scale)


def scale() -> float:
    """The text size in force: 1.0 to 2.0."""
    return _look.scale


def use(chosen: Tokens, size: float) -> None:
    """Put another look in force; what is already drawn has to be styled anew."""
    _look.tokens = chosen
    _look.scale = size
