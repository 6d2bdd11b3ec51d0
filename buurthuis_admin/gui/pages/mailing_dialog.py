# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Labels, letters, envelopes, cards or birthdays for many people, seen before they are printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from buurthuis_admin.gui.pages.mailing_choices import Choices, Mailing, choices_for, mailing_words
from buurthuis_admin.gui.pages.pages_dialog import Pages, PagesDialog
from buurthuis_admin.gui.widgets.texts import label
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, format_number, ngettext
from buurthuis_admin.services.mailings import Made

Ids = Callable[[], Sequence[int]]  # reads who was chosen, in the background


class MailingDialog(PagesDialog):
    """The pages of a mailing, with what can be chosen for it."""

    def __init__(
        self,
        mailing: Mailing,
        ids: Ids,
        workspace: Workspace,
        parent: QWidget,
        choices: Choices | None = None,
    ) -> None:
        self._mailing, self._ids = mailing, ids
        self.choices: Choices = choices or choices_for(mailing)
        hint = _paper_hint(mailing)
        parts = (self.choices,) if hint is None else (self.choices, hint)
        super().__init__(mailing_words()[mailing], workspace, parent, parts)
        self.choices.changed.connect(self.refresh)

    def first_field(self) -> QWidget:
        """What can be chosen first."""
        return self.choices.focusProxy() or self.pages.print

    def maker(self) -> Callable[[], Pages]:
        """What is chosen now, for those who were chosen."""
        make, ids = self.choices.maker(self._workspace.administration.mailings), self._ids
        mailing = self._mailing

        def pages() -> Pages:
            made = make(ids())
            return made.content, _made_sentence(mailing, made)

        return pages


def _paper_hint(mailing: Mailing) -> QWidget | None:
    if mailing is Mailing.LABELS:
        return label(_("Try it on plain paper first, and hold that against the sheet."), "muted")
    if mailing is Mailing.CARDS:
        return label(
            _("Print on thick paper and cut along the lines. The code is read at the door."),
            "muted",
        )
    return None


def _made_sentence(mailing: Mailing, made: Made) -> str:
    words = {
        Mailing.LABELS: ngettext("{count} label", "{count} labels", made.count),
        Mailing.LETTERS: ngettext("{count} letter", "{count} letters", made.count),
        Mailing.ENVELOPES: ngettext("{count} envelope", "{count} envelopes", made.count),
        Mailing.CARDS: ngettext("{count} card", "{count} cards", made.count),
        Mailing.BIRTHDAYS: ngettext("{count} birthday", "{count} birthdays", made.count),
    }
    told = words[mailing].format(count=format_number(made.count))
    if not made.left_out:
        return told
    return f"{told}. {_left_out(mailing, made.left_out)}"


def _left_out(mailing: Mailing, count: int) -> str:
    if mailing is Mailing.BIRTHDAYS:
        told = ngettext(
            "Of {count} person the day of birth is not known.",
            "Of {count} people the day of birth is not known.",
            count,
        )
    else:
        told = ngettext(
            "{count} is left out: the address is not complete.",
            "{count} are left out: the address is not complete.",
            count,
        )
    return told.format(count=format_number(count))
