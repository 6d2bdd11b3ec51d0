# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The recovery sheet: one page of paper that opens the administration without its password."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from buurthuis_admin.domain.recovery import RecoveryCode
from buurthuis_admin.domain.recovery_groups import COLUMNS
from buurthuis_admin.i18n import _, format_day_long, language
from buurthuis_admin.reporting.content import (
    Block,
    BulletList,
    Caption,
    Document,
    Heading,
    Lead,
    Paragraph,
    SignGrid,
    Source,
    SquareCode,
)
from buurthuis_admin.reporting.pdf import render


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoverySheet:
    """What stands on a sheet. ``file_name`` is the name alone, without its folder."""

    centre: str
    file_name: str
    made_on: datetime.date
    code: RecoveryCode


def recovery_sheet(sheet: RecoverySheet, language_code: str) -> bytes:
    """The sheet as PDF, in a language. The same sheet gives the same bytes."""
    with language(language_code):
        return render(compose_recovery_sheet(sheet, language_code))


def compose_recovery_sheet(sheet: RecoverySheet, language_code: str) -> Document:
    """What the sheet says, in the current language."""
    title = _("Recovery sheet")
    return Document(
        title=f"{title}, {sheet.centre}" if sheet.centre else title,
        language=language_code,
        created=sheet.made_on,
        author=sheet.centre,
        running_title=f"{title} · {format_day_long(sheet.made_on)}",
        page_words=_("Page {page} of {pages}"),
        blocks=tuple(_blocks(sheet, title)),
    )


def _blocks(sheet: RecoverySheet, title: str) -> Iterator[Block]:
    yield Heading(title)
    if sheet.centre:
        yield Lead(sheet.centre)
    yield Paragraph(_("Opens the file {file} and its backups.").format(file=sheet.file_name))
    yield Paragraph(_("Made on {day}").format(day=format_day_long(sheet.made_on)))
    yield BulletList(tuple(_what_it_is()))
    yield Caption(_("The code: six rows of three groups"))
    yield SignGrid(columns=tuple(COLUMNS), rows=sheet.code.rows, summary=_("The recovery code"))
    yield Source(
        _(
            "The code has no letters I, L, O and U. What looks like an O is a zero, what looks like"
            " an I is a one. Capitals or small letters make no difference."
        )
    )
    yield Heading(_("Opening with the recovery sheet"), 2)
    yield SquareCode(
        text=sheet.code.text,
        alt=_("Square code with the same groups as the table, to scan instead of typing."),
        steps=tuple(_steps()),
    )


def _what_it_is() -> Iterator[str]:
    yield _(
        "With this sheet you open the administration when nobody knows the password any more."
        " It goes on working when the password is changed."
    )
    yield _(
        "Whoever has this sheet can read the whole administration. Keep it in a closed envelope"
        " with the board or the secretary, not beside the laptop. Do not take a picture of it."
    )
    yield _(
        "There is no back door. Without the password and without this sheet nobody can open the"
        " administration, the makers of the program neither."
    )
    yield _("This sheet is not a backup: nothing of the administration itself is on it.")
    yield _(
        "After a suspected leak the program gives the administration a new key and makes a new"
        " sheet. Destroy this one then."
    )


def _steps() -> Iterator[str]:
    yield _("Start the program and choose the file of the administration, or a backup of it.")
    yield _("Choose “Open with the recovery sheet” where the password is asked.")
    yield _(
        "Type the groups, row by row, or scan the square code. The program points out every"
        " typing error."
    )
    yield _("Choose a new password, and put the sheet back in a closed envelope.")
