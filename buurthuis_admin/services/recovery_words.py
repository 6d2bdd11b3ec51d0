# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is wrong with a typed recovery code, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from buurthuis_admin.domain.recovery import (
    RecoveryError,
    RecoveryTypingError,
    RecoveryVersionError,
)
from buurthuis_admin.domain.recovery_groups import GROUPS
from buurthuis_admin.i18n import _, ngettext

MANY = 6  # a longer list of groups helps nobody


def explain(error: RecoveryError) -> str:
    """What happened and what to look at."""
    if isinstance(error, RecoveryTypingError):
        return " ".join(_of_typing(error))
    if isinstance(error, RecoveryVersionError):
        return _(
            "This recovery sheet was made by a newer version of the program. Install that version."
        )
    return _(
        "Every group may be right, but together they are not one sheet. Are they all from the same"
        " recovery sheet? Compare them once more, sign by sign."
    )


def _of_typing(error: RecoveryTypingError) -> Iterator[str]:
    if len(error.missing) == GROUPS:
        yield _("Type the groups of the recovery sheet: six rows of three.")
        return
    if len(error.wrong) > MANY:
        yield _("This does not look like the code of a recovery sheet: six rows of three groups.")
        return
    if error.wrong:
        yield ngettext(
            "Something is wrong in group {groups}. Compare it with the sheet, sign by sign.",
            "Something is wrong in the groups {groups}. Compare them with the sheet, sign by sign.",
            len(error.wrong),
        ).format(groups=_named(error.wrong))
    if len(error.missing) > MANY:
        yield _("{count} groups are missing; the first of them is {group}.").format(
            count=len(error.missing), group=error.missing[0]
        )
    elif error.missing:
        yield ngettext(
            "Group {groups} is missing.", "The groups {groups} are missing.", len(error.missing)
        ).format(groups=_named(error.missing))
    if error.surplus:
        yield _("There are more groups than a sheet has: did you type one twice?")


def _named(groups: Sequence[str]) -> str:
    if len(groups) == 1:
        return groups[0]
    return _("{first} and {last}").format(first=", ".join(groups[:-1]), last=groups[-1])
