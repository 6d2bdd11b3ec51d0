# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""In which looks the walk is made, and which points are looked at in each."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtWidgets import QWidget

from buurthuis_admin.app import doors
from buurthuis_admin.gui.errors import ErrorPresenter
from buurthuis_admin.gui.preferences import Preferences
from buurthuis_admin.gui.theme.apply import Brightness
from buurthuis_admin.gui.widgets import texts
from buurthuis_admin.gui.window import MainWindow
from buurthuis_admin.i18n import use_language
from tests.accessibility import (
    colour_alone,
    contrast,
    cut_off,
    drags,
    errors,
    keyboard,
    names,
    roles,
    sizes,
    wishes,
)
from tests.accessibility.announced import Ears
from tests.accessibility.longer import longer
from tests.accessibility.seeing import Looked
from tests.accessibility.undo import Watch
from tools.tours import moving
from tools.tours.walking import walk_empty, walk_example

Look = Callable[[QWidget, str], Looked]
_REST = 20  # milliseconds without work before a place is looked at
_SMALL, _USUAL = (1280, 720), (1440, 900)


@dataclass(frozen=True, slots=True)
class Stage:
    """One walk."""

    points: tuple[str, ...]
    language: str = "nl"
    brightness: Brightness = Brightness.LIGHT
    size: int = 100
    room: tuple[int, int] = _USUAL
    longer: bool = False
    empty: bool = False
    wishes: bool = False
    tours: tuple[str, ...] = ()  # those alone; none are all


@dataclass(slots=True)
class Counted:
    """What came of one point: all that was looked at, and where it did not hold."""

    looked: set[str] = field(default_factory=set)
    wrong: dict[str, str] = field(default_factory=dict)

    def add(self, words: str, place: str, *, right: bool) -> None:
        """One look; the same thing in the same words counts once."""
        self.looked.add(words)
        if not right:
            self.wrong.setdefault(words, place)


# Where nothing was changed yet and no dialog opens, three of the points have nothing to look at.
_PAGES = (
    "names",
    "roles",
    "sizes",
    "contrast",
    "colour-alone",
    "drag-has-a-button",
    "announced",
    "tab-ring",
    "focus-ring",
)
ALL = (*_PAGES, "undo-stays", "errors", "escape")


def _stages() -> Iterator[tuple[str, Stage]]:
    yield "light", Stage((*ALL, "cut-off"))
    yield "dark", Stage(("contrast", "focus-ring"), brightness=Brightness.DARK)
    yield "empty", Stage((*_PAGES, "cut-off"), empty=True, room=_SMALL)
    yield "wishes", Stage(("high-contrast", "still"), wishes=True)
    for language in ("nl", "en"):
        for size in (100, 150, 200):
            points = ("cut-off", "sizes", "tab-ring")
            yield f"{language}-{size}", Stage(points, language, size=size, room=_SMALL)
    for size in (100, 150, 200):
        yield f"longer-{size}", Stage(("longer-texts",), size=size, room=_SMALL, longer=True)
    yield "longer-empty", Stage(("longer-texts",), size=200, room=_SMALL, longer=True, empty=True)


STAGES = dict(_stages())


def _looks() -> dict[str, Look]:
    ears = Ears()
    ears.listen()
    return {
        "names": names.look,
        "roles": roles.look,
        "sizes": sizes.look,
        "contrast": contrast.look,
        "colour-alone": colour_alone.look,
        "cut-off": cut_off.look,
        "longer-texts": cut_off.look,
        "drag-has-a-button": drags.look,
        "undo-stays": Watch().look,
        "announced": ears.look,
        "still": wishes.look_still,
        "high-contrast": wishes.look_contrast,
        "tab-ring": keyboard.look,
        "focus-ring": keyboard.look_ring,
        "errors": errors.look,
    }


def run(stage: Stage) -> dict[str, Counted]:
    """Make a walk; needs an application."""
    rest, hearing = moving.REST, vars(texts)["QAccessible"]
    moving.REST = _REST
    try:
        return _run(stage)
    finally:
        moving.REST = rest
        setattr(texts, "QAccessible", hearing)  # noqa: B010 - as it was


def _run(stage: Stage) -> dict[str, Counted]:
    moving.LEFT.clear()
    use_language(stage.language)
    if stage.wishes:
        wishes.ask()
    found = {point: Counted() for point in stage.points}  # one without any look does not hold
    with tempfile.TemporaryDirectory() as folder, longer() if stage.longer else nullcontext():
        looks = _looks()
        for place, shown in _walk(stage, Path(folder)):
            for point in stage.points:
                if point in looks:
                    for words, right in looks[point](shown, place):
                        found[point].add(words, place, right=right)
    if "escape" in stage.points:
        for left in moving.LEFT:
            found["escape"].add(f"Esc closes {left.name}", left.name, right=left.closed)
            found["escape"].add(f"focus after {left.name}", left.name, right=left.focus_back)
    return found


def _walk(stage: Stage, folder: Path) -> Iterator[tuple[str, QWidget]]:
    preferences = Preferences(folder / "settings")
    preferences.language, preferences.text_size = stage.language, stage.size
    preferences.brightness = stage.brightness
    ways = doors(preferences)
    window = MainWindow(ways, preferences, ErrorPresenter())
    window.restyle()
    window.resize(*stage.room)
    window.show()
    window.activateWindow()
    if stage.empty:
        yield from walk_empty(window, ways, folder)
    else:
        yield from walk_example(window, ways, stage.tours)
    window.close()
