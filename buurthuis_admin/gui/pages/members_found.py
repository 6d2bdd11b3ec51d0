# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a search in the list of people gave, and the words for it."""

from __future__ import annotations

from dataclasses import dataclass

from buurthuis_admin.domain.people_rows import MemberFilter, PersonRow
from buurthuis_admin.i18n import _, format_number, ngettext


@dataclass(frozen=True, slots=True)
class Found:
    """What a search gave: the counts of the chips and the first rows.

    ``everyone`` are all that a list without a search shows; the archive is not among them.
    """

    query: str
    chosen: MemberFilter
    counts: dict[MemberFilter, int]
    first: list[PersonRow]
    everyone: int


def count_sentence(count: int, found: Found) -> str:
    """'412 people', '7 of 412'."""
    if count == found.everyone or found.chosen is MemberFilter.ARCHIVED:
        return ngettext("{count} person", "{count} people", count).format(
            count=format_number(count)
        )
    return _("{count} of {everyone}").format(
        count=format_number(count), everyone=format_number(found.everyone)
    )


def nothing_sentence(found: Found) -> str:
    """Why the list is empty, and what to do; a search tells of those in the archive."""
    if found.query:
        told = _("Nobody is found for ‘{text}’. Part of a name is enough.")
        archived = found.counts.get(MemberFilter.ARCHIVED, 0)
        return " ".join((told.format(text=found.query), _in_archive(archived))).strip()
    if found.chosen is MemberFilter.ARCHIVED:
        return _("Nothing is in the archive.")
    if found.everyone:
        return _("There is nobody in this group.")
    return _("Nobody is known yet. Read in your spreadsheets, or add the first person.")


def _in_archive(count: int) -> str:
    if not count:
        return ""
    told = ngettext(
        "{count} person in the archive matches: choose ‘Archive’.",
        "{count} people in the archive match: choose ‘Archive’.",
        count,
    )
    return told.format(count=format_number(count))
