# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rows of spreadsheets about which is decided later."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Select, func, select, update

from buurthuis_admin.storage.tables import ImportFile, ImportSheet, UnclearRow

WAITING, ANSWERED, LEFT_OUT = "waiting", "answered", "left_out"


def count(connection: Connection) -> int:
    """How many rows wait for an answer."""
    chosen = select(func.count()).where(UnclearRow.state == WAITING)
    return connection.execute(chosen).scalar_one()


def rows(connection: Connection, limit: int) -> Sequence[Any]:
    """The rows that wait, those of the last import first."""
    chosen = _rows().where(UnclearRow.state == WAITING)
    order = (UnclearRow.sheet_id.desc(), UnclearRow.row)
    return connection.execute(chosen.order_by(*order).limit(limit)).all()


def row(connection: Connection, row_id: int) -> Any:
    """A row that waits; None when it was decided, or turned back, since."""
    chosen = _rows().where(UnclearRow.id == row_id, UnclearRow.state == WAITING)
    return connection.execute(chosen).first()


def settle(connection: Connection, row_id: int, state: str, why: str = "") -> None:
    """Say what became of a row. What it held is not kept any longer; history can bring it back."""
    news = {"state": state, "why": why, "cells": "{}", "details": "{}"}
    connection.execute(update(UnclearRow).where(UnclearRow.id == row_id).values(news))


def _rows() -> Select[Any]:
    one = UnclearRow
    return (
        select(one.id, one.sheet_id, one.row, one.reason, one.details, one.cells)
        .add_columns(ImportSheet.name.label("sheet"), ImportFile.name.label("file"))
        .join(ImportSheet, ImportSheet.id == one.sheet_id)
        .join(ImportFile, ImportFile.id == ImportSheet.file_id)
    )
