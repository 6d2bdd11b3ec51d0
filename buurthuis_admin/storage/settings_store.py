# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The centre's own choices: keys with JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, insert, select, update

from buurthuis_admin.storage.tables import Setting


def settings(connection: Connection) -> dict[str, Any]:
    """Every choice that was made."""
    rows = connection.execute(select(Setting.key, Setting.value))
    return {key: json.loads(value) for key, value in rows}


def setting(connection: Connection, key: str) -> Any:
    """One choice; None when it was not made."""
    value = connection.scalar(select(Setting.value).where(Setting.key == key))
    return None if value is None else json.loads(value)


def save(connection: Connection, values: Mapping[str, Any]) -> None:
    """Keep choices, in the place of what they were."""
    known = set(connection.scalars(select(Setting.key)))
    for key, value in values.items():
        text = json.dumps(value)
        if key in known:
            connection.execute(update(Setting).where(Setting.key == key).values(value=text))
        else:
            connection.execute(insert(Setting).values(key=key, value=text))
