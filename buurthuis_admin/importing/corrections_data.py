# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Corrections as plain data and back, for the draft of an import that waits.

By the types of the fields, so that whatever a correction learns to say is kept as well.
"""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterable, Mapping
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from buurthuis_admin.importing.corrections import Corrections, TableCorrection, TablePlace


def to_data(corrections: Corrections) -> list[Any]:
    """Corrections as what JSON can hold."""
    return [[plain(place), plain(said)] for place, said in corrections.items()]


def from_data(data: Iterable[Any]) -> Corrections:
    """What ``to_data`` was given."""
    return {made(TablePlace, place): made(TableCorrection, said) for place, said in data}


def plain(value: Any) -> Any:
    """Any of what people say of a box (frozen dataclasses) as what JSON can hold."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = dataclasses.fields(value)
        return {one.name: plain(getattr(value, one.name)) for one in fields}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return [[plain(key), plain(held)] for key, held in value.items()]
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(one) for one in value]
    return value


def made(wanted: Any, data: Any) -> Any:
    """What ``plain`` was given, by its type."""
    origin, parts = get_origin(wanted), get_args(wanted)
    if data is None or origin in (Union, UnionType):
        rest = [part for part in parts if part is not type(None)]
        return None if data is None else made(rest[0], data)
    if origin is not None and issubclass(origin, Mapping):
        return {made(parts[0], key): made(parts[1], held) for key, held in data}
    if origin is tuple and parts[-1] is not Ellipsis:
        return tuple(made(part, one) for part, one in zip(parts, data, strict=True))
    if origin in (list, tuple, set, frozenset):
        return origin(made(parts[0], one) for one in data)
    return _single(wanted, data)


def _single(wanted: Any, data: Any) -> Any:
    if isinstance(wanted, type) and dataclasses.is_dataclass(wanted):
        types = _types(wanted)
        return wanted(**{name: made(types[name], held) for name, held in data.items()})
    if isinstance(wanted, type) and issubclass(wanted, datetime.date):
        return wanted.fromisoformat(data)
    return wanted(data) if isinstance(wanted, type) and issubclass(wanted, Enum) else data


@cache
def _types(wanted: Any) -> dict[str, Any]:
    return get_type_hints(wanted)
