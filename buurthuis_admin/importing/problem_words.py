# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The problems of a box in words: what is wrong, what is done without an answer, what can be."""

from __future__ import annotations

from buurthuis_admin.i18n import _, format_number, ngettext
from buurthuis_admin.importing.corrections import ProblemKey, ProblemKind
from buurthuis_admin.importing.headings import Field
from buurthuis_admin.importing.mending.groups import ProblemGroup
from buurthuis_admin.importing.wording import column_name


def problem_title(key: ProblemKey) -> str:
    """What is wrong, in a few words."""
    if key.kind in (ProblemKind.DATE, ProblemKind.VALUE):
        field = column_name(key.detail)
        if key.kind is ProblemKind.DATE:
            return _("{field}: cannot be").format(field=field)
        return _("{field}: cannot be read").format(field=field)
    if key.kind is ProblemKind.SPELLING:
        towns, activities = _("Town: several spellings"), _("Activity: several spellings")
        return towns if key.detail == Field.TOWN else activities
    if key.kind is ProblemKind.ROW:
        return _row_titles()[key.detail]
    return _titles()[key.kind]


def _titles() -> dict[ProblemKind, str]:
    return {
        ProblemKind.POSTCODE: _("Postcode: cannot be"),
        ProblemKind.PHONE_ZERO: _("Phone: without its zero"),
        ProblemKind.COUPLE: _("Two people on one row"),
        ProblemKind.BSN: _("Citizen service numbers (BSN)"),
        ProblemKind.ERROR_CELL: _("Cells with an error"),
        ProblemKind.LOST_VALUE: _("Formulas without their result"),
        ProblemKind.MENDED: _("Cells that you changed"),
    }


def _row_titles() -> dict[str, str]:
    return {
        "no_name": _("Rows without a name"),
        "no_date": _("Rows without a date"),
        "no_number": _("Rows without a number"),
        "no_activity": _("Rows without an activity"),
        "no_funder": _("Rows without a funder"),
    }


def problem_sentence(group: ProblemGroup) -> str:
    """What was found and what is done as long as nobody answers, in one or two sentences."""
    kind, count = group.key.kind, group.count
    if kind is ProblemKind.SPELLING:
        return _("These names look alike. Choose the right spelling once, and all rows follow.")
    if kind is ProblemKind.DATE and group.key.detail == Field.DATE:
        told = ngettext(
            "{count} row has a date that cannot be, and is not read in without an answer.",
            "{count} rows have a date that cannot be, and are not read in without an answer.",
            count,
        )
        return told.format(count=format_number(count))
    counted = {
        ProblemKind.DATE: ngettext(
            "{count} cell holds a date that cannot be. Without an answer it stays empty.",
            "{count} cells hold a date that cannot be. Without an answer they stay empty.",
            count,
        ),
        ProblemKind.VALUE: ngettext(
            "{count} cell cannot be read. Without an answer it stays empty.",
            "{count} cells cannot be read. Without an answer they stay empty.",
            count,
        ),
        ProblemKind.POSTCODE: ngettext(
            "{count} cell holds no Dutch postcode. Without an answer it is kept as it stands.",
            "{count} cells hold no Dutch postcode. Without an answer they are kept as they stand.",
            count,
        ),
        ProblemKind.PHONE_ZERO: ngettext(
            "A spreadsheet took the zero of {count} number. It gets it back.",
            "A spreadsheet took the zero of {count} numbers. They get it back.",
            count,
        ),
        ProblemKind.COUPLE: ngettext(
            "{count} row names two people. They become two people in one household.",
            "{count} rows name two people. They become two people in one household each time.",
            count,
        ),
        ProblemKind.ROW: ngettext(
            "{count} row misses something and is not read in. Fill it in, or leave it.",
            "{count} rows miss something and are not read in. Fill it in, or leave them.",
            count,
        ),
        ProblemKind.BSN: ngettext(
            "{count} column holds BSN. A community centre may not keep these; it is not read.",
            "{count} columns hold BSN. A community centre may not keep these; they are not read.",
            count,
        ),
        ProblemKind.ERROR_CELL: ngettext(
            "{count} cell holds an error such as #REF!. It stays empty, or you fill it in.",
            "{count} cells hold an error such as #REF!. They stay empty, or you fill them in.",
            count,
        ),
        ProblemKind.LOST_VALUE: ngettext(
            "{count} formula has no result in the file. It stays empty, or you fill it in.",
            "{count} formulas have no result in the file. They stay empty, or you fill them in.",
            count,
        ),
        ProblemKind.MENDED: ngettext(
            "You changed {count} cell. The file itself stays as it is.",
            "You changed {count} cells. The files themselves stay as they are.",
            count,
        ),
    }
    return counted[kind].format(count=format_number(count))


def do_word(group: ProblemGroup) -> str:
    """The button that does what is proposed for all rows; '' where nothing is proposed."""
    kind = group.key.kind
    if kind is ProblemKind.SPELLING:
        return _("Take the proposed spellings") if group.clusters else ""
    if kind is ProblemKind.PHONE_ZERO:
        return _("Put the zero back in all rows")
    if kind is ProblemKind.COUPLE:
        return _("Make all of them two people")
    if kind is ProblemKind.MENDED or not group.proposals:
        return ""
    return _("Do so for all rows")


def leave_word(group: ProblemGroup) -> str:
    """The button that leaves all as it is."""
    words = {
        ProblemKind.COUPLE: _("Leave all of them as one name"),
        ProblemKind.BSN: _("That is right"),
        ProblemKind.PHONE_ZERO: _("Keep the numbers without it"),
        ProblemKind.MENDED: _("Take all of it back"),
    }
    return words.get(group.key.kind) or _("Leave it as it is")
