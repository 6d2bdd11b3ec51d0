# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words at the start of a row that say what the row is: a total, or a section."""

from __future__ import annotations

import re

from buurthuis_admin.domain.text import fold

_TOTAL = re.compile(
    r"(?:sub)?(?:totaal|totalen|totale)\b|total\b|subtotal\b|som\b|summe\b|gemiddelde?\b|gem\.|"
    r"aantal(?: (?:leden|aanwezig\w*|deelnemers|bezoekers|personen|mensen|keer))?\b"
    r"(?!.*[a-z]{3,} [a-z]{3,} [a-z])"
    r"|opkomst\b|saldo\b|average\b|sum\b"
)


def is_total_word(text: str) -> bool:
    """Whether the first text of a row says that the row counts the ones above it."""
    return text[:1].lower() in "stgao" and _TOTAL.match(fold(text)) is not None


LEFT_SECTIONS = frozenset(
    (
        "opgezegd|opgezegde leden|oud leden|oud-leden|oudleden|afgemeld|gestopt|vertrokken|"
        "uitgeschreven|overleden|afgemelde leden|niet meer lid|geroyeerd|bedankt|ex-leden|ex leden|"
        "former members|ehemalige|opzeggingen|leden die gestopt zijn|opgezegd/overleden|verhuisd|"
        "archief|inactief"
    ).split("|")
)
ACTIVE_SECTIONS = frozenset(
    "leden|actief|actieve leden|huidige leden|huidig|leden actief|active|members".split("|")
)
VOLUNTEER_SECTIONS = frozenset(
    "vrijwilligers|vrijwilliger|volunteers|bestuur|bestuursleden".split("|")
)
_OTHER_SECTIONS = frozenset(
    "donateurs|ereleden|gastleden|jeugdleden|jeugd|senioren|wachtlijst|dames|heren|begunstigers|"
    "aspirant leden|nieuwe leden|deelnemers".split("|")
)


def section_word(text: str) -> str:
    """The folded word of a section heading, without a year, a count or a colon around it."""
    return re.sub(r"[\s:;.(\-–]*(?:in |per )?\d*\s*(?:leden)?[)\s:]*$", "", fold(text)) or fold(
        text
    )


def is_section_word(text: str) -> bool:
    """Whether a lonely text says something of all rows under it ('OPGEZEGD')."""
    words = {fold(text).rstrip(" :."), section_word(text)}
    known = LEFT_SECTIONS | ACTIVE_SECTIONS | VOLUNTEER_SECTIONS | _OTHER_SECTIONS
    return bool(words & known)
