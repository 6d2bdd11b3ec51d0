# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The centre itself and the choices that its figures rest on."""

from __future__ import annotations

from collections.abc import Iterable

from buurthuis_admin.domain.ages import AgeBand
from buurthuis_admin.domain.centre import CentreSettings
from buurthuis_admin.i18n import _
from buurthuis_admin.services.changes import SETTINGS, Changes
from buurthuis_admin.storage import settings_store
from buurthuis_admin.storage.file import AdministrationFile

_TEXTS = ("name", "town", "street", "postcode", "chamber_of_commerce_number", "rsin")
_LISTS = ("board", "themes", "target_groups")
_AGE_BANDS = "age_bands"
_NUMBERS = ("not_seen_months",)


class SettingsService:
    """What the administrator fills in once."""

    def __init__(self, file: AdministrationFile, changes: Changes) -> None:
        self._file, self._changes = file, changes

    def centre(self) -> CentreSettings:
        """The centre as it was filled in, with our defaults for what was not."""
        with self._file.reading() as connection:
            kept = settings_store.settings(connection)
        values = {key: kept[key] for key in (*_TEXTS, *_NUMBERS) if key in kept}
        values |= {key: tuple(kept[key]) for key in _LISTS if key in kept}
        if _AGE_BANDS in kept:
            values[_AGE_BANDS] = tuple(AgeBand(low, high) for low, high in kept[_AGE_BANDS])
        return CentreSettings(**values)

    def save(self, settings: CentreSettings) -> None:
        """Keep what was filled in."""
        kept = (*_TEXTS, *_LISTS, *_NUMBERS)
        values: dict[str, object] = {key: getattr(settings, key) for key in kept}
        values[_AGE_BANDS] = _pairs(settings.age_bands)
        with self._file.unit_of_work(_("Details of the centre changed")) as unit:
            settings_store.save(unit.connection, values)
            unit.commit()
        self._changes.tell(SETTINGS)


def _pairs(bands: Iterable[AgeBand]) -> list[tuple[int, int | None]]:
    return [(band.low, band.high) for band in bands]
