# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Any list on paper, with the columns and rows that the screen shows."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from buurthuis_admin.i18n import current_language, format_number, ngettext
from buurthuis_admin.reporting.lists import PaperList, list_as_pdf
from buurthuis_admin.services.settings import SettingsService


def list_pages(
    settings: SettingsService,
    title: str,
    headings: Sequence[str],
    lines: Sequence[Sequence[str]],
    *,
    internal: bool,
) -> tuple[bytes, str]:
    """A list as PDF, with how many rows it has in words. ``internal``: names stand on it."""
    told = ngettext("{count} row", "{count} rows", len(lines))
    counted = told.format(count=format_number(len(lines)))
    paper = PaperList(
        kind=title,
        centre=settings.centre().name,
        made_on=datetime.date.today(),  # noqa: DTZ011 - the day of the person
        columns=tuple(headings),
        lines=tuple(tuple(line) for line in lines),
        counted=counted,
        internal=internal,
    )
    return list_as_pdf(paper, current_language()), counted
