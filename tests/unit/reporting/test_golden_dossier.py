# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The report on a dossier, word for word in Dutch."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from decimal import Decimal

from buurthuis_admin.domain.dossier_budget import budget
from buurthuis_admin.domain.dossier_report import Receipt
from buurthuis_admin.domain.subsidies import Indicator
from buurthuis_admin.i18n import language
from buurthuis_admin.reporting.dossier_report import compose_dossier
from buurthuis_admin.reporting.pdf import render
from tests.unit.reporting.example_data import dossiers
from tests.unit.reporting.reading import read
from tests.unit.reporting.test_dossier_privacy import AFTER, ALL, YEAR, aims, report_on


def test_the_pages_of_a_pack_say_what_they_said(golden: Callable[[str, str], None]) -> None:
    promised = [(Indicator.PEOPLE, 20, ALL), (Indicator.NEW_PEOPLE, 4, ALL)]
    data = report_on([9] * 12 + [40] * 20 + [80] * 3, 6, aims(promised))
    subsidy = dataclasses.replace(dossiers()[0], period=YEAR, targets=data.subsidy.targets)
    receipt = Receipt(number=1, title="Huur", amount=Decimal("9120.50"), line="Huur van de zaal")
    data = dataclasses.replace(
        data, subsidy=subsidy, budget=budget(subsidy, AFTER), receipts=(receipt,)
    )
    with language("nl"):
        content = render(compose_dossier(data))
        assert content == render(compose_dossier(data))
    golden("pack_nl.txt", read(content).text() + "\n")
