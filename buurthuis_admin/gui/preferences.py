# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the program remembers about this computer: the look and the last administration."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from buurthuis_admin.domain.backups import SecondPlace
from buurthuis_admin.gui.theme.apply import TEXT_SIZES, Brightness
from buurthuis_admin.i18n import DEFAULT_LANGUAGE, LANGUAGES

FOLDER_NAME = "buurthuis-admin"
_RECENT = 5
LOCK_MINUTES = (5, 10, 15)
_LOCK_STANDARD = 10


def _own_folder() -> Path:
    from platformdirs import user_config_path

    return user_config_path(FOLDER_NAME, appauthor=False)


class Preferences:
    """Kept in one readable file, without personal data of anybody in the administration."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or _own_folder()
        self._kept = QSettings(str(self.folder / "settings.ini"), QSettings.Format.IniFormat)

    @property
    def brightness(self) -> Brightness:
        """Light, dark, or as the system has it."""
        value = self._text("look/brightness", Brightness.SYSTEM)
        return Brightness(value) if value in set(Brightness) else Brightness.SYSTEM

    @brightness.setter
    def brightness(self, value: Brightness) -> None:
        self._kept.setValue("look/brightness", value.value)

    @property
    def text_size(self) -> int:
        """Percent."""
        value = self._text("look/text_size", "100")
        size = int(value) if value.isdecimal() else 100
        return size if size in TEXT_SIZES else 100

    @text_size.setter
    def text_size(self, value: int) -> None:
        self._kept.setValue("look/text_size", value)

    @property
    def language(self) -> str:
        """The language of the screen."""
        value = self._text("look/language", DEFAULT_LANGUAGE)
        return value if value in LANGUAGES else DEFAULT_LANGUAGE

    @language.setter
    def language(self, value: str) -> None:
        self._kept.setValue("look/language", value)

    @property
    def lock_minutes(self) -> int:
        """After how many minutes without a touch the program locks."""
        value = self._text("safety/lock_minutes", str(_LOCK_STANDARD))
        minutes = int(value) if value.isdecimal() else _LOCK_STANDARD
        return minutes if minutes in LOCK_MINUTES else _LOCK_STANDARD

    @lock_minutes.setter
    def lock_minutes(self, value: int) -> None:
        self._kept.setValue("safety/lock_minutes", value)

    @property
    def recent(self) -> list[Path]:
        """Administrations that were opened here and are still there, the last one first."""
        paths = [Path(line) for line in self._text("recent", "").split("\n") if line]
        return [path for path in paths if path.is_file()]

    def remember(self, path: Path) -> None:
        """Put an administration in front of the recent ones."""
        paths = [path.resolve(), *(kept for kept in self.recent if kept != path.resolve())]
        self._kept.setValue("recent", "\n".join(str(kept) for kept in paths[:_RECENT]))

    @property
    def window(self) -> QByteArray:
        """Place and size of the window as Qt keeps them; empty when there is none yet."""
        value = self._kept.value("window/geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @window.setter
    def window(self, value: QByteArray) -> None:
        self._kept.setValue("window/geometry", value)

    @property
    def backup_problem(self) -> str:
        """Why the last backup failed, where the administration itself could not keep that."""
        return self._text("backup/problem", "")

    @backup_problem.setter
    def backup_problem(self, value: str) -> None:
        self._kept.setValue("backup/problem", value)

    def second_place(self, path: Path) -> SecondPlace | None:
        """Where the copies of an administration go, for when it does not say so itself any more."""
        folder, volume, inside = self._second_places().get(str(path.resolve()), ("", "", ""))
        return SecondPlace(folder, volume, inside) if folder else None

    def remember_second(self, path: Path, place: SecondPlace | None) -> None:
        """Keep where the copies of an administration go."""
        known = self._second_places()
        known.pop(str(path.resolve()), None)
        if place is not None:
            known[str(path.resolve())] = [place.folder, place.volume, place.inside]
        self._kept.setValue("backup/second_places", json.dumps(known))

    def _second_places(self) -> dict[str, list[str]]:
        try:
            known = json.loads(self._text("backup/second_places", "{}"))
        except ValueError:
            return {}
        return known if isinstance(known, dict) else {}

    def columns(self, name: str) -> list[str] | None:
        """The columns that were chosen for a list, by their keys; None as long as none were."""
        kept = self._text(f"columns/{name}", "")
        return kept.split("|") if kept else None

    def keep_columns(self, name: str, keys: Sequence[str]) -> None:
        """Remember which columns a list shows."""
        self._kept.setValue(f"columns/{name}", "|".join(keys))

    @property
    def checked_on(self) -> str:
        """The day on which an administration was last read from end to end without a fault."""
        return self._text("check/day", "")

    @checked_on.setter
    def checked_on(self, value: str) -> None:
        self._kept.setValue("check/day", value)

    def save(self) -> None:
        """Write to the disk now."""
        self._kept.sync()

    def _text(self, key: str, default: str) -> str:
        return str(self._kept.value(key, default))
