# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""CAMT.053: the statement that Dutch banks give as XML, of any version."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from buurthuis_admin.domain.bank_lines import BankLine, BankStatement
from buurthuis_admin.domain.money import to_cents
from buurthuis_admin.domain.text import clean
from buurthuis_admin.importing.reading.failure import CannotRead, Reason
from buurthuis_admin.importing.reading.xml_tree import Node, parse

_BOOKED = "BOOK"
_OPENING, _CLOSING = ("OPBD", "PRCD"), ("CLBD",)
_NO_REFERENCE = "NOTPROVIDED"


def looks_like(head: bytes) -> bool:
    """Whether the first bytes of a file are those of such a statement."""
    return b"camt.053" in head and b"<" in head


def statements(content: bytes) -> Iterator[BankStatement]:
    """Every statement in a file. Raises CannotRead."""
    for node in parse(content).all("Stmt"):
        yield _statement(node)


def _statement(node: Node) -> BankStatement:
    account = _at(node, "Acct", "Id")
    entries = [one for one in node.children if one.name == "Ntry"]
    return BankStatement(
        iban=_text(account, "IBAN") or _text(account, "Othr", "Id"),
        currency=_text(node, "Acct", "Ccy") or "EUR",
        opening=_balance(node, _OPENING),
        closing=_balance(node, _CLOSING),
        lines=tuple(line for entry in entries for line in _lines(entry)),
    )


def _balance(node: Node, codes: tuple[str, ...]) -> Decimal | None:
    for one in node.children:
        if one.name == "Bal" and _text(one, "Tp", "CdOrPrtry", "Cd") in codes:
            return _amount(one)
    return None


def _lines(entry: Node) -> Iterator[BankLine]:
    """The line of an entry; a batch of which every part has its amount gives a line for each."""
    status = _text(entry, "Sts", "Cd") or _text(entry, "Sts")
    whole = _amount(entry)
    if status not in ("", _BOOKED) or not whole:
        return
    parts = list(entry.all("TxDtls"))
    amounts = [_part_amount(part, whole) for part in parts]
    known = [one for one in amounts if one is not None]
    if len(parts) > 1 and len(known) == len(parts) and sum(known) == whole:
        for part, amount in zip(parts, known, strict=True):
            yield _line(entry, part, amount)
    else:
        yield _line(entry, parts[0] if len(parts) == 1 else Node("", {}), whole)


def _part_amount(part: Node, whole: Decimal) -> Decimal | None:
    for path in (("Amt",), ("AmtDtls", "TxAmt", "Amt")):
        text = _text(part, *path)
        if text:
            return _number(text).copy_sign(whole)
    return None


def _line(entry: Node, part: Node, amount: Decimal) -> BankLine:
    # Whoever stands on the other side: the debtor of what came in, the creditor of what went out.
    side = "Dbtr" if amount > 0 else "Cdtr"
    parties = _at(part, "RltdPties")
    return BankLine(
        day=_day(entry),
        amount=amount,
        counterparty=_text(parties, side, "Nm") or _text(parties, side, "Pty", "Nm"),
        counter_iban=_text(parties, f"{side}Acct", "Id", "IBAN"),
        description=_description(entry, part),
        reference=_reference(entry, part),
    )


def _description(entry: Node, part: Node) -> str:
    told = _at(part, "RmtInf")
    free = [one.text for one in told.children if one.name == "Ustrd"]
    free += [one.whole_text() for one in told.all("Ref")]
    words = clean(" ".join(free))
    return words or _text(part, "AddtlTxInf") or _text(entry, "AddtlNtryInf")


def _reference(entry: Node, part: Node) -> str:
    known = (
        _text(part, "Refs", "AcctSvcrRef"),
        _text(entry, "AcctSvcrRef"),
        _text(part, "Refs", "EndToEndId"),
    )
    return next((one for one in known if one and one != _NO_REFERENCE), "")


def _day(entry: Node) -> datetime.date:
    for name in ("BookgDt", "ValDt"):
        text = _text(entry, name, "Dt") or _text(entry, name, "DtTm")
        if text:
            try:
                return datetime.date.fromisoformat(text[:10])
            except ValueError as error:
                raise CannotRead(Reason.DAMAGED) from error
    raise CannotRead(Reason.DAMAGED)


def _amount(node: Node) -> Decimal:
    text = _text(node, "Amt")
    amount = _number(text) if text else Decimal(0)
    return -amount if _text(node, "CdtDbtInd") == "DBIT" else amount


def _number(text: str) -> Decimal:
    try:
        amount = Decimal(text)
        return to_cents(amount)
    except InvalidOperation as error:
        raise CannotRead(Reason.DAMAGED) from error


def _at(node: Node, *path: str) -> Node:
    """The element at the end of a path; an empty one where there is none."""
    for name in path:
        found = node.find(name)
        if found is None:
            return Node("", {})
        node = found
    return node


def _text(node: Node, *path: str) -> str:
    return clean(_at(node, *path).text)
