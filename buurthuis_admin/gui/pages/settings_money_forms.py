# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The forms of the settings about money: the bank account, and a kind of contribution."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from PySide6.QtWidgets import QWidget
from stdnum import bic as bic_rules
from stdnum.exceptions import ValidationError

from buurthuis_admin.domain.centre import CentreSettings
from buurthuis_admin.domain.contributions import ContributionPeriod, ContributionType
from buurthuis_admin.domain.money import format_iban
from buurthuis_admin.gui.field_reading import FieldReading
from buurthuis_admin.gui.pages.money_fields import MoneyReading
from buurthuis_admin.gui.pages.settings_forms import CentreForm
from buurthuis_admin.gui.pages.settings_list_forms import ListForm
from buurthuis_admin.gui.widgets.field_form import Choice, line_edit, typed
from buurthuis_admin.gui.widgets.form_dialog import Problem
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, format_money


class BankForm(CentreForm):
    """IBAN and BIC of the centre; both may be left empty."""

    draft_kind = "bank account"

    def __init__(self, centre: CentreSettings, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(_("Bank account"), centre, workspace, parent)
        self.iban = line_edit(format_iban(centre.iban))
        self.bic = line_edit(centre.bic)
        self.field(
            "iban",
            _("Account number (IBAN)"),
            self.iban,
            hint=_("For example: NL91 ABNA 0417 1643 00."),
            empty=True,
        )
        self.field(
            "bic",
            _("BIC of the bank"),
            self.bic,
            hint=_("Only for payments from abroad. For example: ABNANL2A."),
            empty=True,
        )
        self.fit_screen(520, 460)
        self.iban.setFocus()

    def keep(self) -> None:
        """Check the numbers and keep them."""
        today = self._workspace.administration.schedule.today()
        reading = MoneyReading({"iban": typed(self.iban)}, today)
        iban, bic = reading.iban("iban"), "".join(typed(self.bic).split()).upper()
        problems = list(reading.problems)
        if bic and not _is_bic(bic):
            text = _("A BIC has eight or eleven signs: ABNANL2A. Look on a bank statement.")
            problems.append(Problem("bic", text))
        self.show_problems(problems)
        if not problems:
            self._save(replace(self._before, iban=iban, bic=bic))


def _is_bic(text: str) -> bool:
    try:
        bic_rules.validate(text)
    except ValidationError:
        return False
    return True


class ContributionTypeForm(ListForm):
    """What a kind of member pays, and how often."""

    def __init__(self, one: ContributionType | None, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(_("Kind of contribution"), workspace, parent)
        self._before = one
        self.name = line_edit(one.name if one else "")
        self.amount = line_edit(format_money(one.amount, symbol=False) if one else "")
        self.period = Choice(period_words(), one.period if one else ContributionPeriod.YEAR)
        self.field(
            "name",
            _("Name"),
            self.name,
            hint=_("For example: Member, Family, Friend of the centre."),
        )
        self.field("amount", _("Amount"), self.amount, hint=_("For example: 25,00."))
        self.field("period", _("How often it is paid"), self.period)
        self.fit_screen(520, 540)
        self.name.setFocus()

    def keep(self) -> None:
        """Check what was typed and keep it."""
        reading = FieldReading(self._today)
        name = reading.name("name", typed(self.name), _("Fill in a name."))
        amount = reading.money("amount", typed(self.amount))
        if amount is None and not any(one.field == "amount" for one in reading.problems):
            reading.wrong("amount", _("Write the amount as 12,50."))
        self.show_problems(reading.problems)
        if reading.problems:
            return
        kept = ContributionType(
            name=name,
            amount=amount or Decimal(0),
            period=self.period.key,
            retired=self._before is not None and self._before.retired,
        )
        service = self._workspace.administration.mailings.contributions
        self._keep(lambda: service.save_type(self._before, kept))


def period_words() -> list[tuple[ContributionPeriod, str]]:
    """How often, in the order of the choice."""
    return [
        (ContributionPeriod.YEAR, _("each year")),
        (ContributionPeriod.HALF_YEAR, _("each half year")),
        (ContributionPeriod.QUARTER, _("each quarter")),
        (ContributionPeriod.MONTH, _("each month")),
        (ContributionPeriod.ONCE, _("once, when somebody becomes a member")),
    ]
