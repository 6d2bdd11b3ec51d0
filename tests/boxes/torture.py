# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Boxes of every style: each way of writing a list occurs in one of them, or in several.

Made anew for every run of the tests, always the same. ``python -m tests.boxes.torture FOLDER``
writes them to look at.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.boxes.attendance_styles import STYLES as ATTENDANCE_STYLES
from tests.boxes.member_styles import STYLES as MEMBER_STYLES
from tests.boxes.other_styles import COUNT_STYLES, SUBSIDY_STYLES
from tests.boxes.world import Written, figures, make_world
from tools.sheets import write_sheets

COUNT = 2 * max(len(MEMBER_STYLES), len(ATTENDANCE_STYLES))


@dataclass
class Box:
    """A box to write, and what is in it."""

    name: str
    files: list[Written]
    truth: dict[str, Any]


def make_box(number: int) -> Box:
    """The box of a number: each number is another combination of styles."""
    members_style = MEMBER_STYLES[number % len(MEMBER_STYLES)]
    attendance_style = ATTENDANCE_STYLES[(number * 3 + number // 17) % len(ATTENDANCE_STYLES)]
    count_style = COUNT_STYLES[number % len(COUNT_STYLES)]
    subsidy_style = SUBSIDY_STYLES[number % len(SUBSIDY_STYLES)]
    world = make_world(
        1000 + number, 2015 + number % 10, plain_letters=members_style.__name__ == "old_csv"
    )
    members = members_style(world)
    attendance = attendance_style(world)
    counts = count_style(world)
    subsidies, subsidy_truth = subsidy_style(world)
    people = [p.truth() for p in world.people]
    for person, truth in zip(world.people, people, strict=True):
        members.change(person, truth)
    truth = {
        **figures(world),
        "persons": len(people),
        "held": list(members.held),
        "people": people,
        "subsidies": subsidy_truth,
    }
    styles = (members_style, attendance_style, count_style, subsidy_style)
    name = "-".join(style.__name__ for style in styles)
    return Box(f"{number:02}-{name}", [*members.files, *attendance, *counts, *subsidies], truth)


def write_box(box: Box, folder: Path) -> Path:
    """Write a box with its truth.json into a folder of its own."""
    place = folder / box.name
    place.mkdir(parents=True, exist_ok=True)
    for file in box.files:
        write_sheets(
            place / file.name, file.sheets, delimiter=file.delimiter, encoding=file.encoding
        )
    truth = json.dumps(box.truth, ensure_ascii=False, indent=1)
    (place / "truth.json").write_text(truth, encoding="utf-8")
    return place


if __name__ == "__main__":
    for each in range(COUNT):
        print(write_box(make_box(each), Path(sys.argv[1])))
