# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words for visitors without a name, and cells as numbers whichever file they came from."""

from __future__ import annotations

import re

from buurthuis_admin.domain.text import squeeze
from buurthuis_admin.importing.workbook import CellValue

# Rows and columns of an attendance sheet that count people without a name.
TALLY_WORDS = frozenset(
    """
    gasten gast anoniem overig overige zondernaam lossebezoekers losse bezoekers introducees
    introduces kinderen kind volwassenen jongeren ouderen senioren jeugd mannen vrouwen
    meisjes jongens passanten aantalgasten onbekend bezoekerszondernaam tieners peuters
    kleuters ouders vrijwilligers nieuwe nieuwebezoekers guests visitors children adults m v
    man vrouw 65plus 55plus 18plus 65+ 012 1218 kinderenaantal volwassenenaantal baby babys
    aantalkinderen aantalvolwassenen aantaljongeren heren dames volw kids jongerenaantal
    buurtbewoners bewoners leden nietleden aantalvrouwen aantalmannen aantalouderen
    nietgeregistreerd nietopdelijst extra ochtend middag avond
    """.split()
)
_AGES = re.compile(r"\d{1,2}(?:t/?m|-|\+)?\d{0,2}(?:\+|jaar)?")


def is_tally_word(text: str) -> bool:
    """Whether a text names a kind of anonymous visitor and not a person or an activity."""
    word = squeeze(text)
    return word in TALLY_WORDS or bool(_AGES.fullmatch(word))


def number_in(cell: CellValue) -> int | None:
    """A whole number, also where a csv has it as text; None for anything else."""
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int):
        return cell
    if isinstance(cell, float):
        return int(cell) if cell.is_integer() else None
    if isinstance(cell, str) and len(cell) < 8:
        bare = cell.strip()
        return int(bare) if bare.isdecimal() else None
    return None
