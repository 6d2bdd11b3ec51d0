# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The triggers that write history: temporary ones, made for each connection.

Temporary, so that they always fit the schema of this program and no migration has to keep them.
Outside a unit of work there is no current change set and a write of any row is refused.
"""

from __future__ import annotations

from collections.abc import Iterator

from buurthuis_admin.storage.history.recorded import DELETED, INSERTED, RECORDED, UPDATED, Recorded

_CURRENT = (
    "CREATE TEMP TABLE current_change (id INTEGER)",
    "INSERT INTO current_change VALUES (NULL)",
)
_INTO = "INSERT INTO row_changes (change_set_id, table_number, operation, row_key, row_key_2"
_NOW = "(SELECT id FROM current_change)"
SET_CURRENT = "UPDATE current_change SET id = ?"


def statements() -> tuple[str, ...]:
    """The statements that have a connection write history; made once per program."""
    if not _made:
        _made.extend(_CURRENT)
        for one in RECORDED.values():
            _made.extend((on_insert(one), *_on_update(one), _on_delete(one)))
    return tuple(_made)


_made: list[str] = []


def insert_trigger(one: Recorded) -> str:
    """The name of the trigger that many rows at once go without."""
    return f"history_insert_{one.name}"


def on_insert(one: Recorded) -> str:
    """An inserted row is only named: as long as it is there it says itself what it holds."""
    first, second, words = one.row("NEW")
    return (
        f"CREATE TEMP TRIGGER {insert_trigger(one)} AFTER INSERT ON main.{one.name} BEGIN\n"
        f"{_INTO}, row_word) VALUES "
        f"({_NOW}, {one.number}, {INSERTED}, {first}, {second}, {words});\nEND"
    )


def _on_update(one: Recorded) -> Iterator[str]:
    changing = [name for name in one.columns if name not in (*one.keys, *one.words)]
    if not changing:
        return
    first, second, words = one.row("OLD")
    differs = " OR ".join(f"OLD.{name} IS NOT NEW.{name}" for name in changing)
    yield (
        f"CREATE TEMP TRIGGER history_update_{one.name} AFTER UPDATE ON main.{one.name}\n"
        f"WHEN {differs} BEGIN\n{_INTO}, row_word, before, after) VALUES "
        f"({_NOW}, {one.number}, {UPDATED}, {first}, {second}, {words}, "
        f"{_differing('OLD', changing)}, {_differing('NEW', changing)});\nEND"
    )


def _differing(of: str, names: list[str]) -> str:
    """SQL: a JSON object of the columns that differ; the same ones for OLD and NEW."""
    pairs = ", ".join(
        f"CASE WHEN OLD.{name} IS NOT NEW.{name} THEN '$.{name}' ELSE '$.same' END, {of}.{name}"
        for name in names
    )
    return f"json_remove(json_set('{{}}', {pairs}), '$.same')"


def _on_delete(one: Recorded) -> str:
    first, second, words = one.row("OLD")
    pairs = ", ".join(f"'{name}', OLD.{name}" for name in one.columns)
    return (
        f"CREATE TEMP TRIGGER history_delete_{one.name} AFTER DELETE ON main.{one.name} BEGIN\n"
        f"{_INTO}, row_word, before) VALUES "
        f"({_NOW}, {one.number}, {DELETED}, {first}, {second}, {words}, "
        f"json_object({pairs}));\nEND"
    )
