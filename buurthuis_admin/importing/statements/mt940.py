# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""MT940: the older text statement, in the dialects of the Dutch banks.

The package mt-940 reads the tags; what the banks write in the free text of tag 86 is taken apart
here: '/NAME/…/REMI/…' of ABN AMRO and Rabobank, '/CNTP/iban/bic/name///' of ING.
"""

from __future__ import annotations

import datetime
import logging
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from buurthuis_admin.domain.bank_lines import BankLine, BankStatement
from buurthuis_admin.domain.money import to_cents
from buurthuis_admin.domain.text import clean
from buurthuis_admin.importing.reading.failure import CannotRead, Reason

_TAGS = (b":20:", b":25:", b":60")
_CODES = (
    "TRTP IBAN BIC NAME REMI EREF MARF CSID CNTP ORDP BENM ISDT ADDR TRCD PREF RTRN BUSP UCRD "
    "NRTX SUM ORDRP PURP ULTD ULTB SVCL ID"
).split()
_CODE = re.compile(rf"/({'|'.join(_CODES)})/")
_IBAN = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]{8,30}")
_NO_REFERENCE = ("NONREF", "EREF", "NOTPROVIDED", "PREF", "MARF")
_LOGGER = logging.getLogger("mt940")


def looks_like(head: bytes) -> bool:
    """Whether the first bytes of a file are those of such a statement."""
    return all(tag in head for tag in _TAGS) and not head.lstrip().startswith(b"<")


def statements(text: str) -> Iterator[BankStatement]:
    """Every statement in a file. Raises CannotRead."""
    import mt940

    _LOGGER.setLevel(logging.CRITICAL)  # it would write what it cannot read, names and all
    try:
        for one in mt940.parse_statements(text):
            yield _statement(one)
    except (RuntimeError, ValueError, KeyError, ArithmeticError, AttributeError) as error:
        raise CannotRead(Reason.DAMAGED) from error


def _statement(found: Any) -> BankStatement:
    data = found.data
    iban = _IBAN.match(str(data.get("account_identification", "")).replace(" ", ""))
    opening = data.get("final_opening_balance") or data.get("intermediate_opening_balance")
    closing = data.get("final_closing_balance") or data.get("intermediate_closing_balance")
    lines = [_line(one.data) for one in found.transactions if "amount" in one.data]
    return BankStatement(
        iban=_without_currency(iban[0]) if iban else "",
        currency=str(getattr(getattr(opening, "amount", None), "currency", "EUR")),
        opening=_cents(opening),
        closing=_cents(closing),
        lines=tuple(line for line in lines if line.amount),
    )


def _without_currency(iban: str) -> str:
    """ING and Rabobank write the currency behind the account; a Dutch IBAN has 18 signs."""
    return iban[:18] if iban.startswith("NL") else iban.removesuffix("EUR")


def _cents(balance: Any) -> Decimal | None:
    return None if balance is None else to_cents(balance.amount.amount)


def _line(data: dict[str, Any]) -> BankLine:
    told = str(data.get("transaction_details") or "").split("\n/SUM/")[0].removesuffix("\n-XXX")
    fields = _fields(told.replace("\n", ""))
    more = str(data.get("extra_details") or "").strip()
    iban, name = _other(fields)
    day = data.get("entry_date") or data["date"]
    return BankLine(
        day=datetime.date(day.year, day.month, day.day),
        amount=to_cents(data["amount"].amount),
        counterparty=name,
        counter_iban=iban or (more if _IBAN.fullmatch(more) else ""),
        description=_remittance(fields) if fields else clean(told.replace("\n", " ")),
        reference=_reference(data, fields),
    )


def _fields(text: str) -> dict[str, str]:
    """The coded parts of a free text; '' where a bank wrote no codes."""
    parts = _CODE.split(text)
    fields: dict[str, str] = {}
    for code, value in zip(parts[1::2], parts[2::2], strict=True):
        fields.setdefault(code, clean(value))
    return fields


def _other(fields: dict[str, str]) -> tuple[str, str]:
    """IBAN and name of the other party."""
    if "CNTP" in fields:
        iban, _bic, name, *_rest = [*fields["CNTP"].split("/"), "", "", ""]
        return iban, clean(name)
    return fields.get("IBAN", ""), fields.get("NAME", "").strip("/")


def _remittance(fields: dict[str, str]) -> str:
    words = fields.get("REMI", "").strip("/")
    words = words.removeprefix("USTD//").removeprefix("STRD/CUR/")
    return clean(words) or fields.get("TRTP", "").strip("/")


def _reference(data: dict[str, Any], fields: dict[str, str]) -> str:
    known = (data.get("bank_reference"), fields.get("EREF"), data.get("customer_reference"))
    usable = (clean(str(one)).strip("/") for one in known if one)
    return next((one for one in usable if one not in _NO_REFERENCE), "")
