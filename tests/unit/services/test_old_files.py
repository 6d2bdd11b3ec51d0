# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A real file of every schema version that was ever released still opens."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path

from buurthuis_admin.services.administration import open_administration

DATA = Path(__file__).parents[2] / "data"


def test_a_file_of_version_1_opens_with_all_that_is_in_it(tmp_path: Path) -> None:
    path = Path(shutil.copy(DATA / "administration-version-1.buurthuis", tmp_path))
    administration = open_administration(path, "versie een")
    assert administration.settings.centre().name == "De Wilg"
    (detail,) = administration.members.all_people()
    assert detail.person.name.sorted == "Berg, Jan van den"
    assert str(detail.person.born) == "1951-03"
    assert detail.memberships[0].number == "0127"
    figures = administration.statistics.year(2024)
    assert (figures.total.visits, figures.total.unique) == (13, 1)
    assert figures.subsidies.received == Decimal("2000.00")
    administration.close()
