# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The centre itself and the choices that its figures rest on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from buurthuis_admin.domain.ages import AgeBand
from buurthuis_admin.domain.centre import CentreSettings, Logo
from buurthuis_admin.domain.contributions import ContributionPeriod, ContributionType
from buurthuis_admin.i18n import _
from buurthuis_admin.services.changes import SETTINGS, Changes
from buurthuis_admin.storage import settings_store
from buurthuis_admin.storage.file import AdministrationFile

if TYPE_CHECKING:
    from buurthuis_admin.storage.bulk import Connection

_PLAIN = (
    "name town street postcode chamber_of_commerce_number rsin iban bic last_visit_at_door "
    "not_seen_months".split()
)
_LISTS = ("board", "themes", "target_groups")
_AGE_BANDS, _TYPES, _LOGO = "age_bands", "contribution_types", "logo"


class SettingsService:
    """What the administrator fills in once."""

    def __init__(self, file: AdministrationFile, changes: Changes) -> None:
        self._file, self._changes = file, changes

    def centre(self) -> CentreSettings:
        """The centre as it was filled in, with our defaults for what was not."""
        with self._file.reading() as connection:
            return read_centre(connection)

    def save(self, settings: CentreSettings) -> None:
        """Keep what was filled in."""
        with self._file.unit_of_work(_("Details of the centre changed")) as unit:
            write_centre(unit.connection, settings)
            unit.commit()
        self._changes.tell(SETTINGS)


def write_centre(connection: Connection, settings: CentreSettings) -> None:
    """Keep the centre within a unit of work; what is as it was is left alone."""
    before = settings_store.settings(connection)
    values = _kept(settings) | {_LOGO: _kept_logo(connection, settings.logo)}
    changed = {key: value for key, value in values.items() if _differs(before, key, value)}
    settings_store.save(connection, changed)


def read_centre(connection: Connection) -> CentreSettings:
    """The centre as it was filled in, with our defaults for what was not."""
    kept = settings_store.settings(connection)
    values = {key: kept[key] for key in _PLAIN if key in kept}
    values |= {key: tuple(kept[key]) for key in _LISTS if key in kept}
    if _AGE_BANDS in kept:
        values[_AGE_BANDS] = tuple(AgeBand(low, high) for low, high in kept[_AGE_BANDS])
    values[_TYPES] = _types(kept.get(_TYPES))
    return CentreSettings(**values, logo=_logo(connection, kept.get(_LOGO)))


def tells_last_visit(connection: Connection) -> bool:
    """Whether the tiles at the door tell when somebody came last; without reading the rest."""
    return bool(settings_store.setting(connection, "last_visit_at_door"))


def contribution_types(connection: Connection) -> tuple[ContributionType, ...]:
    """What each kind of member pays; without reading the rest."""
    return _types(settings_store.setting(connection, _TYPES))


def _types(kept: Any) -> tuple[ContributionType, ...]:
    return tuple(_type(one) for one in kept or ())


def _kept(settings: CentreSettings) -> dict[str, Any]:
    values: dict[str, Any] = {key: getattr(settings, key) for key in (*_PLAIN, *_LISTS)}
    values[_AGE_BANDS] = _pairs(settings.age_bands)
    values[_TYPES] = [
        {
            "name": one.name,
            "amount": str(one.amount),
            "period": one.period.value,
            "retired": one.retired,
        }
        for one in settings.contribution_types
    ]
    return values


def _differs(before: Mapping[str, Any], key: str, value: object) -> bool:
    known = before.get(key)
    return bool(known != (list(value) if isinstance(value, tuple) else value))


def _pairs(bands: Iterable[AgeBand]) -> list[list[int | None]]:
    return [[band.low, band.high] for band in bands]


def _type(kept: Mapping[str, Any]) -> ContributionType:
    return ContributionType(
        name=kept["name"],
        amount=Decimal(kept["amount"]),
        period=ContributionPeriod(kept["period"]),
        retired=kept["retired"],
    )


def _kept_logo(connection: Connection, logo: Logo | None) -> dict[str, Any] | None:
    """What the settings say of the picture; its bytes are kept with the files."""
    from buurthuis_admin.storage import contents

    if logo is None:
        return None
    sha256 = contents.keep(connection, logo.content)
    return {"sha256": sha256, "width": logo.width, "height": logo.height}


def _logo(connection: Connection, kept: Mapping[str, Any] | None) -> Logo | None:
    from buurthuis_admin.storage import contents

    content = contents.content_of(connection, kept["sha256"]) if kept else None
    if kept is None or content is None:
        return None
    return Logo(content=content, width=kept["width"], height=kept["height"])
