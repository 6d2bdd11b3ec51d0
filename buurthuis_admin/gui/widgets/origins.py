# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where something came from, in lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from buurthuis_admin.gui.widgets.texts import NAME_SIGNS, breakable
from buurthuis_admin.i18n import _, format_number, ngettext

if TYPE_CHECKING:
    from buurthuis_admin.domain.provenance import Origin

_MOST = 8


def origins_text(origins: Sequence[Origin]) -> str:
    """A line for each row of an old sheet; '' for none."""
    told = _("{file}, sheet {sheet}, row {row}")
    lines = [
        told.format(
            file=breakable(one.file, NAME_SIGNS),
            sheet=breakable(one.sheet, NAME_SIGNS),
            row=format_number(one.row),
        )
        for one in origins[:_MOST]
    ]
    more = len(origins) - _MOST
    if more > 0:
        words = ngettext("and {count} row more", "and {count} rows more", more)
        lines.append(words.format(count=format_number(more)))
    return "\n".join(lines)
