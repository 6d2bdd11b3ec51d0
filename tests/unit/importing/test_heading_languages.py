# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Headings of lists in English and in German say the same fields as the Dutch ones."""

from __future__ import annotations

import pytest

from buurthuis_admin.i18n import current_language, use_language
from buurthuis_admin.importing.headings import Field, guess_heading
from buurthuis_admin.importing.wording import column_name

ENGLISH = {
    "Member no.": Field.NUMBER,
    "First name": Field.FIRST,
    "Last name": Field.LAST,
    "Date of birth": Field.BORN,
    "Street": Field.STREET,
    "House number": Field.HOUSE,
    "Zip code": Field.POSTCODE,
    "Town": Field.TOWN,
    "Landline": Field.PHONE,
    "Mobile": Field.MOBILE,
    "E-mail address": Field.EMAIL,
    "Member since": Field.JOINED,
    "Date of leaving": Field.LEFT,
    "Reason for leaving": Field.LEFT_REASON,
    "Fee paid": Field.PAID,
    "Hours worked": Field.HOURS,
    "Number of visitors": Field.COUNT,
    "Day of week": Field.WEEKDAY,
    "Amount requested": Field.REQUESTED,
    "Amount granted": Field.AWARDED,
    "Date of decision": Field.DECIDED,
    "Variance": Field.DIFFERENCE,
}
GERMAN = {
    "Mitgliedsnummer": Field.NUMBER,
    "Vorname": Field.FIRST,
    "Nachname": Field.LAST,
    "Geburtsdatum": Field.BORN,
    "Straße": Field.STREET,
    "Hausnummer": Field.HOUSE,
    "PLZ": Field.POSTCODE,
    "Wohnort": Field.TOWN,
    "Telefonnummer": Field.PHONE,
    "Handynummer": Field.MOBILE,
    "Mitglied seit": Field.JOINED,
    "Austrittsdatum": Field.LEFT,
    "Mitgliedsbeitrag": Field.FEE,
    "Teilnehmerzahl": Field.COUNT,
    "Kursleiter": Field.LEADER,
    "Bewilligter Betrag": Field.AWARDED,
    "Antragsdatum": Field.APPLIED_ON,
    "Abweichung": Field.DIFFERENCE,
}


@pytest.mark.parametrize(("heading", "field"), [*ENGLISH.items(), *GERMAN.items()])
def test_a_heading_in_another_language_says_its_field(heading: str, field: Field) -> None:
    assert field in guess_heading(heading).fields


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_words_that_the_program_uses_itself_are_understood(language: str) -> None:
    before = current_language()
    use_language(language)
    names = {field: column_name(field) for field in Field}
    unused = column_name("")
    use_language(before)
    for field, name in names.items():
        if name != unused and field is not Field.BSN:
            assert field in guess_heading(name).fields, name
