# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The triggers that write history: temporary ones, made for each connection.

Temporary, so that they always fit the schema of this program and no migration has to keep them.
Outside a unit of work there is no change under way and a write of any row is refused.
"""

from __future__ import annotations

from collections.abc import Iterator

from buurthuis_admin.storage.history.recorded import DELETED, INSERTED, RECORDED, UPDATED, Recorded

_KEYS = "table_number, operation, row_key, row_key_2"
_FIRST_ROW = "(SELECT coalesce(max(id), 0) + 1 FROM row_changes)"


def statements() -> tuple[str, ...]:
    """The statements that have a connection write history; made once per program."""
    if not _made:
        for one in RECORDED.values():
            _made.extend((on_insert(one), *_on_update(one), _on_delete(one)))
    return tuple(_made)


_made: list[str] = []


def insert_trigger(one: Recorded) -> str:
    """The name of the trigger that many rows at once go without."""
    return f"history_insert_{one.name}"


def on_insert(one: Recorded) -> str:
    """An inserted row is only named: as long as it is there it says itself what it holds."""
    return (
        f"CREATE TEMP TRIGGER {insert_trigger(one)} AFTER INSERT ON main.{one.name} BEGIN\n"
        f"{_record(one, INSERTED, 'NEW', 'NULL', 'NULL')}END"
    )


def _on_update(one: Recorded) -> Iterator[str]:
    changing = [name for name in one.columns if name not in (*one.keys, *one.words)]
    if not changing:
        return
    differs = " OR ".join(f"OLD.{name} IS NOT NEW.{name}" for name in changing)
    before, after = _differing("OLD", changing), _differing("NEW", changing)
    yield (
        f"CREATE TEMP TRIGGER history_update_{one.name} AFTER UPDATE ON main.{one.name}\n"
        f"WHEN {differs} BEGIN\n{_record(one, UPDATED, 'OLD', before, after)}END"
    )


def _differing(of: str, names: list[str]) -> str:
    """SQL: a JSON object of the columns that differ; the same ones for OLD and NEW."""
    pairs = ", ".join(
        f"CASE WHEN OLD.{name} IS NOT NEW.{name} THEN '$.{name}' ELSE '$.same' END, {of}.{name}"
        for name in names
    )
    return f"json_remove(json_set('{{}}', {pairs}), '$.same')"


def _on_delete(one: Recorded) -> str:
    pairs = ", ".join(f"'{name}', OLD.{name}" for name in one.columns)
    return (
        f"CREATE TEMP TRIGGER history_delete_{one.name} AFTER DELETE ON main.{one.name} BEGIN\n"
        f"{_record(one, DELETED, 'OLD', f'json_object({pairs})', 'NULL')}END"
    )


def _record(one: Recorded, operation: int, of: str, before: str, after: str) -> str:
    """The statements that record a row; of them one does something."""
    first, second, words = one.row(of)
    row = f"{one.number}, {operation}, {first}, {second}"
    record = (
        f"INSERT INTO row_changes (change_set_id, {_KEYS}, row_word, before, after) "
        f"SELECT change_number(), {row}, {words}, {before}, {after}"
    )
    if not one.may_be_single:
        return f"{record};\n"
    return (
        f"{record} WHERE single_sentence() IS NULL;\n"
        f"INSERT INTO change_sets (at, sentence, token, first_row, {_KEYS}, before, after) "
        f"SELECT time_now(), single_sentence(), single_token(), {_FIRST_ROW}, {row}, {before}, "
        f"{after} WHERE single_sentence() IS NOT NULL;\n"
    )
