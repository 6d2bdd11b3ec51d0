# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A proposal is as near as can be to what stands there, and can be read; or there is none."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurthuis_admin.importing.headings import Field
from buurthuis_admin.importing.mending.proposals import DATES, proposal
from buurthuis_admin.importing.values.addresses import parse_postcode
from buurthuis_admin.importing.values.dates import other_context, parse_date
from buurthuis_admin.importing.values.people import parse_emails
from buurthuis_admin.importing.values.phones import parse_phones


@pytest.mark.parametrize(
    ("field", "text", "proposed"),
    [
        (Field.BORN, "12-13-1951", "13-12-1951"),  # turned round
        (Field.BORN, "1O-03-195l", "10-03-1951"),  # letters for digits
        (Field.BORN, "31-02-1951", "1951"),  # only the year is certain
        (Field.BORN, "05031951", "05-03-1951"),
        (Field.DATE, "1951/13/12", "13-12-1951"),
        (Field.BORN, "voor de oorlog", None),
        (Field.BORN, "31-02-51", None),  # of which century?
        (Field.POSTCODE, "3512 D6", None),
        (Field.POSTCODE, "35I2 DG", "3512 DG"),
        (Field.POSTCODE, "3512.D0", "3512 DO"),
        (Field.POSTCODE, "NL-3512DG", "3512 DG"),
        (Field.POSTCODE, "3512", None),
        (Field.PHONE, "O6-12345678", "0612345678"),
        (Field.PHONE, "0612345678 (na zes uur)", "0612345678"),
        (Field.PHONE, "geheim", None),
        (Field.EMAIL, "jan(at)ziggo,nl", "jan@ziggo.nl"),
        (Field.EMAIL, "jan@gmail", "jan@gmail.com"),
        (Field.EMAIL, "www.jan.nl", None),
        (Field.IBAN, "NL91ABNAO417164300", "NL91 ABNA 0417 1643 00"),
        (Field.IBAN, "NL91ABNA0417164301", None),
        (Field.FEE, "25,50 contant", "25,50"),
        (Field.FEE, "10 of 20", None),
        (Field.COUNT, "ca. 12 mensen", "12"),
        (Field.COUNT, "10 a 12", None),
        (Field.REMARK, "iets", None),
    ],
)
def test_what_is_proposed(field: Field, text: str, proposed: str | None) -> None:
    assert proposal(field, text) == proposed


_CONTEXT = other_context(datetime.date(2026, 1, 1))


@given(st.sampled_from(Field), st.text(st.sampled_from("0123456789-./@ OIlabdNL,"), max_size=20))
def test_a_proposal_can_always_be_read(field: Field, text: str) -> None:
    proposed = proposal(field, text)
    if proposed is None:
        return
    assert proposed != text
    if field in DATES:
        assert parse_date(proposed, _CONTEXT) is not None
    if field is Field.POSTCODE:
        assert parse_postcode(proposed)
    if field in (Field.PHONE, Field.MOBILE):
        assert not parse_phones(proposed).rest
    if field is Field.EMAIL:
        assert parse_emails(proposed) == [proposed]
