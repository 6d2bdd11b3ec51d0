# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The quiet side of the administration in memory: nothing happened, everything is in order."""

from __future__ import annotations

import datetime

from buurthuis_admin.domain.backups import BackupState
from buurthuis_admin.domain.history import ChangeSet
from buurthuis_admin.domain.month_visits import MonthVisits
from buurthuis_admin.domain.today import Overview
from buurthuis_admin.services.drafts import FormDraft
from buurthuis_admin.services.password_strength import PasswordStrength, judge

TODAY = datetime.date(2025, 12, 31)


class FakeHistory:
    """Nothing was changed yet; the screens of history are tested on the real one."""

    def recent(self, offset: int, limit: int) -> list[ChangeSet]:
        return []

    def count(self) -> int:
        return 0

    def of_person(self, person_id: int) -> list[ChangeSet]:
        return []


class FakePrivacy:
    """Nobody agreed to anything."""

    def consents(self, _person_id: int) -> list[object]:
        return []


class FakeBackups:
    """Nothing was changed since the last one."""

    def changed_since(self) -> bool:
        return False

    def due(self) -> bool:
        return False

    def list(self) -> list[object]:
        return []

    def second(self) -> None:
        return None

    def state(self) -> BackupState:
        return BackupState()


class FakeToday:
    """A quiet day."""

    def day(self) -> datetime.date:
        return TODAY

    def overview(self) -> Overview:
        return Overview(day=TODAY)

    def visits(self) -> MonthVisits:
        return MonthVisits(day=TODAY, weeks=())


class FakeDrafts:
    """Forms that are not saved yet: kept in a list."""

    def __init__(self) -> None:
        self.kept: dict[str, FormDraft] = {}

    def keep(self, draft: FormDraft) -> None:
        self.kept[draft.key] = draft

    def all(self) -> list[FormDraft]:
        return list(self.kept.values())

    def drop(self, key: str) -> None:
        self.kept.pop(key, None)


class FakeSecurity:
    """A password that is in order and a sheet that is not there yet."""

    by_sheet = False
    sheet_confirmed = False

    def judge(self, password: str, example: str = "") -> PasswordStrength:
        return judge(password, ("De Linde",), example)


class FakeWhereabouts:
    """On the disk of this computer."""

    def warning(self) -> str:
        return ""


class FakeVersions:
    """The only version there is."""

    def others(self) -> list[object]:
        return []
