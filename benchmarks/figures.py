# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The figures of a year over a million attendances beside the bare SQL for the same questions."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from benchmarks.data import YEAR, administration
from benchmarks.ratio import Ratio, median_seconds
from buurthuis_admin.services.administration import Administration
from buurthuis_admin.storage.file import AdministrationFile

TARGET = 2
SIZES = ((1_000, 10_000), (10_000, 100_000), (20_000, 1_000_000))
_FROM = (
    f"FROM sessions s JOIN attendances a ON a.session_id = s.id WHERE s.day BETWEEN "
    f"{YEAR}0101 AND {YEAR}1231 AND s.state = 1 AND a.status = 1"
)
_PER_ACTIVITY = f"""
SELECT s.activity_id, count(*), count(DISTINCT s.id), count(DISTINCT a.person_id) {_FROM}
GROUP BY s.activity_id"""
_PER_MONTH = f"""
SELECT s.day / 100, count(*), count(DISTINCT s.id), count(DISTINCT a.person_id) {_FROM}
GROUP BY s.day / 100"""
_IN_ALL = f"SELECT count(*), count(DISTINCT a.person_id) {_FROM}"
_PER_GROUP = f"""
SELECT p.born / 10000, substr(p.postcode, 1, 4), count(*), sum(v.visits)
FROM (SELECT a.person_id AS person_id, count(*) AS visits {_FROM} GROUP BY a.person_id) v
JOIN people p ON p.id = v.person_id GROUP BY 1, 2"""
BARE = (_PER_ACTIVITY, _PER_MONTH, _IN_ALL, _PER_GROUP)


def measure(people: int, attendances: int, folder: Path) -> Ratio:
    """A year of statistics, and the same counts in SQL: per activity, month, age, postcode."""
    file = administration(folder / f"{attendances}.buurthuis", people, attendances)
    statistics = Administration(file).statistics
    rounds = 3 if attendances > 100_000 else 5
    ours = median_seconds(lambda: statistics.year(YEAR), rounds)
    floor = median_seconds(lambda: _bare(file), rounds)
    file.close()
    return Ratio("figures", ours, floor, TARGET)


def _bare(file: AdministrationFile) -> None:
    with file.reading() as connection:
        for statement in BARE:
            connection.exec_driver_sql(statement).all()


def main() -> int:
    """Print the growth and the ratio; 1 when the target is missed."""
    with tempfile.TemporaryDirectory() as folder:
        ratios = {size: measure(*size, Path(folder)) for size in SIZES}
    for (_people, attendances), ratio in ratios.items():
        ratio.grow(attendances)
    return 0 if ratios[SIZES[-1]].show() else 1


if __name__ == "__main__":
    sys.exit(main())
