# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the report on one subsidy is made of."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from buurthuis_admin.domain.agreements import Agreement
from buurthuis_admin.domain.centre import CentreSettings
from buurthuis_admin.domain.checklist import Missing
from buurthuis_admin.domain.dates import Period
from buurthuis_admin.domain.dossier_budget import BudgetFigures
from buurthuis_admin.domain.figures import YearFigures
from buurthuis_admin.domain.funders import Funder
from buurthuis_admin.domain.reports import FINAL, Chapter, Composition
from buurthuis_admin.domain.subsidies import Subsidy, SubsidyState


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """A receipt with its number in the appendices. ``picture``: a photo, with its size.

    ``paid`` is the whole payment, ``amount`` what of it is charged to this subsidy; a second paper
    of one payment has neither, so that they can be added.

    ``pdf_pages``: how many pages its PDF has, once that is known to be read.
    ``file_name`` names one that cannot be put in a PDF and is sent beside it.
    """

    number: int
    title: str
    day: datetime.date | None = None
    description: str = ""
    amount: Decimal | None = None
    paid: Decimal | None = None
    expense_id: int | None = None
    line: str = ""
    picture: tuple[bytes, int, int] | None = None
    pdf: bytes | None = None
    pdf_pages: int = 0
    file_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierReportData:
    """One dossier as it is accounted for. ``figures`` are those of its period and activities.

    ``figures`` None: no period is known, so nothing can be counted.
    """

    centre: CentreSettings
    subsidy: Subsidy
    funder: Funder
    period: Period | None
    figures: YearFigures | None
    agreements: tuple[Agreement, ...]
    budget: BudgetFigures
    receipts: tuple[Receipt, ...] = ()
    made_on: datetime.date
    composition: Composition = field(default_factory=Composition)
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    missing: tuple[Missing, ...] = ()
    with_receipts: bool = True  # whether the receipts themselves are in this very file

    @property
    def interim(self) -> bool:
        """Whether it tells how a subsidy stands, and does not account for all of it yet."""
        runs = self.period is not None and self.made_on <= self.period.end
        awarded = self.subsidy.state is SubsidyState.AWARDED
        return runs and awarded and not self.composition.says(Chapter.COVER, FINAL)
