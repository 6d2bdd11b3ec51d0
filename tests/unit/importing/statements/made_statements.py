# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bank statements as the Dutch banks write them, with names that nobody has."""

from __future__ import annotations

import io
import zipfile

ABN = """\
ABNANL2A
940
ABNANL2A
:20:ABN AMRO BANK NV
:25:NL44ABNA0123456789
:28:12301/1
:60F:C260501EUR1000,00
:61:2605040504C25,00N654NONREF
:86:/TRTP/SEPA OVERBOEKING/IBAN/NL91ABNA0417164300/BIC/ABNANL2A/NAME
/J. DE VRIES/REMI/CONTRIBUTIE 2026 LIDNR 0187/EREF/NOTPROVIDED
:61:2605050505D12,5N654NONREF
:86:BEA   NR:3XX123   05.05.26/10.11 BOUWMARKT DE HAMER,PAS012
 WATERDAM
:62F:C260505EUR1012,5
-
ABNANL2A
940
ABNANL2A
:20:ABN AMRO BANK NV
:25:NL44ABNA0123456789
:28:12302/1
:60F:C260505EUR1012,5
:61:2605060506RD5,00N654NONREF
:86:/TRTP/STORNO/NAME/DE HAMER
:62F:C260506EUR1017,5
-
"""
ING = """\
0000 01INGBNL2AXXXX00001
0000 01INGBNL2AXXXX00001
940 00
:20:P260505000000001
:25:NL69INGB0123456789EUR
:28C:00000
:60F:C260504EUR662,23
:61:2605050505C1,56NTRFEREF//00000000001005
/TRCD/00100/
:86:/EREF/EV12341REP1231456T1234//CNTP/NL32INGB0000012345/INGBNL2
A/GEMEENTE WATERDAM///REMI/USTD//Voorschot 2026-01487/
:62F:C260505EUR663,79
:86:/SUM/0/1/0,00/1,56/
-XXX
"""
RABO = """\
:940:
:20:940S260505
:25:NL50RABO0177955400 EUR
:28C:13092
:60F:C260504EUR000000012345,67
:61:260505D000000000250,00N541EREF//B3D02IP00123
NL52RABO0125886921
:86:/EREF/02-05-2026 22:56/BENM//NAME/J.M.G. Gerritsen
/REMI/Factuur 123/ISDT/2026-05-05
:62F:C260505EUR000000012095,67
"""

_ENTRY = """\
<Ntry><Amt Ccy="EUR">{amount}</Amt><CdtDbtInd>{side}</CdtDbtInd><Sts>{status}</Sts>
<BookgDt><Dt>{day}</Dt></BookgDt><AcctSvcrRef>{reference}</AcctSvcrRef>
<NtryDtls>{details}</NtryDtls></Ntry>
"""
_DETAILS = """\
<TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>{amount}
<RltdPties><{side}>{name}</{side}><{side}Acct><Id><IBAN>{iban}</IBAN></Id></{side}Acct></RltdPties>
<RmtInf><Ustrd>{text}</Ustrd></RmtInf></TxDtls>
"""
_STATEMENT = """\
<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.{version}"><BkToCstmrStmt>
<GrpHdr><MsgId>1</MsgId></GrpHdr><Stmt><Id>1</Id>
<Acct><Id><IBAN>{iban}</IBAN></Id><Ccy>EUR</Ccy></Acct>
<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">{opening}</Amt>
<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-05-01</Dt></Dt></Bal>
<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">{closing}</Amt>
<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-05-31</Dt></Dt></Bal>
{entries}</Stmt></BkToCstmrStmt></Document>
"""


def details(
    name: str = "", iban: str = "", text: str = "", *, side: str = "CRDT", amount: str = ""
) -> str:
    """The other party and the words of a payment."""
    said = f'<AmtDtls><TxAmt><Amt Ccy="EUR">{amount}</Amt></TxAmt></AmtDtls>' if amount else ""
    other = "Dbtr" if side == "CRDT" else "Cdtr"
    named = f"<Nm>{name}</Nm>"
    return _DETAILS.format(side=other, name=named, iban=iban, text=text, amount=said)


def entry(
    amount: str,
    told: str = "",
    *,
    side: str = "CRDT",
    day: str = "2026-05-04",
    status: str = "BOOK",
    reference: str = "R1",
) -> str:
    """A line of a statement."""
    return _ENTRY.format(
        amount=amount, side=side, day=day, status=status, reference=reference, details=told
    )


def camt(
    *entries: str,
    iban: str = "NL44ABNA0123456789",
    opening: str = "1000.00",
    closing: str = "1000.00",
    version: str = "02",
) -> bytes:
    """A whole statement."""
    return _STATEMENT.format(
        iban=iban, opening=opening, closing=closing, version=version, entries="".join(entries)
    ).encode()


def zipped(**parts: bytes) -> bytes:
    """A zip file of parts by their names."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()
