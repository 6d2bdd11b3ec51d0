# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The button that shows a list as it comes out of the printer, with what the screen shows of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from buurthuis_admin.gui.models.paged import PagedModel
from buurthuis_admin.gui.widgets.dialogs import open_dialog
from buurthuis_admin.gui.widgets.table import Table
from buurthuis_admin.gui.widgets.texts import button
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _


def print_button(
    table: Table, workspace: Workspace, page: QWidget, *, internal: bool = True
) -> QPushButton:
    """A button for all rows of a table, whether they are here or not; named as the table.

    ``internal``: names of people stand on it, which the paper says.
    """
    made = button(_("Print this list"), "printer")
    made.clicked.connect(lambda: _open(table, workspace, page, internal))
    return made


def _open(table: Table, workspace: Workspace, page: QWidget, internal: bool) -> None:
    from buurthuis_admin.gui.pages.pages_dialog import PagesDialog

    title, (headings, lines) = table.accessibleName(), _shown_in(table)
    settings = workspace.administration.settings

    def make() -> tuple[bytes, str]:
        from buurthuis_admin.services.printed_lists import list_pages

        return list_pages(settings, title, headings, lines(), internal=internal)

    open_dialog(PagesDialog(title, workspace, page, make=make))


def _shown_in(table: Table) -> tuple[list[str], Callable[[], list[list[str]]]]:
    """The headings, and what gives the lines in the background."""
    model, columns = table.model(), table.chosen_columns
    headings = [str(model.headerData(at, Qt.Orientation.Horizontal)) for at in columns]
    if isinstance(model, PagedModel):
        read, shown = model.everything(), [model.columns[at] for at in columns]
        return headings, lambda: [[one.text(row) for one in shown] for row in read()]
    lines = [
        [str(model.index(row, at).data() or "") for at in columns]
        for row in range(model.rowCount())
    ]
    return headings, lambda: lines
