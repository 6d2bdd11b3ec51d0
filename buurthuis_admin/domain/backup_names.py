# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The name of a backup: 'De Linde 2026-11-24 021530 r000123 dagelijks.buurthuis'.

It says by itself what it is, sorts by time, and may stand on every system.
"""

from __future__ import annotations

import datetime
import re

from buurthuis_admin.domain.thinning import BackupReason, BackupStamp

SUFFIX = ".buurthuis"
_NAME = re.compile(
    r"(?P<stem>.*) (?P<day>\d{4}-\d\d-\d\d) (?P<time>\d{6}) r(?P<revision>\d{6,}) "
    rf"(?P<reason>[a-z-]+){re.escape(SUFFIX)}",
    re.DOTALL,
)
_NOT_ALLOWED = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


def backup_name(stem: str, stamp: BackupStamp) -> str:
    """The name of a backup of the administration with this name; the time is UTC."""
    at = stamp.at.astimezone(datetime.UTC)
    safe = _safe(stem)
    return f"{safe} {at:%Y-%m-%d %H%M%S} r{stamp.revision:06d} {stamp.reason.value}{SUFFIX}"


def read_backup_name(name: str) -> BackupStamp | None:
    """What a name says; None when it is not the name of a backup."""
    found = _NAME.fullmatch(name)
    if found is None:
        return None
    try:
        at = datetime.datetime.strptime(
            f"{found['day']} {found['time']}", "%Y-%m-%d %H%M%S"
        ).replace(tzinfo=datetime.UTC)
        reason = BackupReason(found["reason"])
    except ValueError:
        return None
    return BackupStamp(int(found["revision"]), at, reason, name)


def belongs_to(name: str, stem: str) -> bool:
    """Whether a name is that of a backup of the administration with this stem."""
    found = _NAME.fullmatch(name)
    return found is not None and found["stem"] == _safe(stem)


def _safe(stem: str) -> str:
    return _NOT_ALLOWED.sub("_", stem).strip()
