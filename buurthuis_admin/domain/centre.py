# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The centre itself and the choices that its figures rest on."""

from __future__ import annotations

from dataclasses import dataclass

from buurthuis_admin.domain.ages import DEFAULT_BANDS, AgeBand
from buurthuis_admin.domain.contributions import ContributionType

# Dutch words that the administrator sees and may change; they are data, not screen texts.
DEFAULT_THEMES = (
    "Ontmoeting",
    "Eenzaamheid",
    "Gezondheid",
    "Armoede",
    "Arbeidsmarkt",
    "Wonen",
    "Leefbaarheid",
    "Duurzaamheid",
    "Inclusie",
    "Educatie",
    "Jeugd",
    "Burenhulp",
)
DEFAULT_TARGET_GROUPS = (
    "Iedereen",
    "Ouderen",
    "Jongeren",
    "Kinderen",
    "Gezinnen",
    "Nieuwkomers",
)
SMALLEST_GROUP_SHOWN = 5  # PRODUCT.md: 1 to 4 people are '< 5' where a table leaves the house

NOT_SEEN_MONTHS = 12  # without a visit; then somebody is under 'not seen any more'


@dataclass(frozen=True, slots=True, kw_only=True)
class Logo:
    """The mark of the centre: a PNG or JPEG of a size in pixels, on a white ground."""

    content: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CentreSettings:
    """What the administrator fills in once."""

    name: str = ""
    town: str = ""
    street: str = ""
    postcode: str = ""
    chamber_of_commerce_number: str = ""
    rsin: str = ""
    board: tuple[str, ...] = ()
    themes: tuple[str, ...] = DEFAULT_THEMES
    target_groups: tuple[str, ...] = DEFAULT_TARGET_GROUPS
    age_bands: tuple[AgeBand, ...] = DEFAULT_BANDS
    iban: str = ""
    bic: str = ""
    logo: Logo | None = None
    contribution_types: tuple[ContributionType, ...] = ()
    last_visit_at_door: bool = False
    not_seen_months: int = NOT_SEEN_MONTHS
