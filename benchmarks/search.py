# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A keystroke in the search over people beside the bare question to the search index.

The floor asks the index for the words typed and takes the first fifty rows in the order of the
list, as any page of results must. Ours is what the window asks: the counts of all chips and a
page of rows with numbers, activities and the last time somebody was seen.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from benchmarks.data import administration
from benchmarks.ratio import Ratio, median_seconds
from buurthuis_admin.domain.people import MemberFilter
from buurthuis_admin.services.administration import Administration
from buurthuis_admin.storage.file import AdministrationFile

TARGET = 3
SIZES = (1_000, 10_000, 100_000)
# More than the members service remembers, so that every keystroke is a question to the index.
TYPED = (
    *("j", "ja", "jan", "jan v", "jan van", "jan van ber", "water", "fatma de", "35", "oz"),
    *("w", "wi", "winston", "winston kow", "noor", "sen ber", "hoek", "3512", "theo", "els vis"),
)
BARE = (
    "SELECT p.* FROM people_search s JOIN people p ON p.id = s.rowid "
    "WHERE people_search MATCH ? ORDER BY p.sort_key, p.id LIMIT 50"
)
COUNT = "SELECT count(*) FROM people_search WHERE people_search MATCH ?"
PAGE = 50
ROUNDS = 9


def measure(people: int, folder: Path) -> Ratio:
    """All keystrokes of a few searches, ours and the floor's."""
    file = administration(folder / f"{people}.buurthuis", people)
    members = Administration(file).members
    members.counts()  # the list is held from the moment that the page is shown

    def ours() -> None:
        for text in TYPED:
            members.counts(text)
            members.page(text, MemberFilter.ALL, 0, PAGE)

    ours()
    ratio = Ratio("search", median_seconds(ours, ROUNDS), _floor(file), TARGET)
    file.close()
    return ratio


def _floor(file: AdministrationFile) -> float:
    patterns = [" ".join(f'"{word}"*' for word in text.split()) for text in TYPED]

    def bare() -> None:
        with file.reading() as connection:
            for pattern in patterns:
                connection.exec_driver_sql(COUNT, (pattern,)).scalar_one()
                connection.exec_driver_sql(BARE, (pattern,)).all()

    bare()
    return median_seconds(bare, ROUNDS)


def main() -> int:
    """Print the growth and the ratio; 1 when the target is missed."""
    with tempfile.TemporaryDirectory() as folder:
        ratios = {size: measure(size, Path(folder)) for size in SIZES}
    for size, ratio in ratios.items():
        ratio.grow(size)
    return 0 if ratios[SIZES[-1]].show() else 1


if __name__ == "__main__":
    sys.exit(main())
