# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""An import that waits: which files, what was said of them, and where somebody was.

What was read is not kept: after the lock the files are read again, and everything that was
answered and corrected is said of them again.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from buurthuis_admin.importing.corrections import UNTOUCHED, Corrections, Mending
from buurthuis_admin.importing.corrections_data import from_data, made, plain, to_data
from buurthuis_admin.importing.planning.answers import Answers

if TYPE_CHECKING:
    from buurthuis_admin.services.imports import ImportService, PreparedImport


@dataclass(frozen=True, slots=True)
class ImportDraft:
    """``row`` is that of the list of sheets; ``sheet`` (file and name) the one looked into."""

    paths: Sequence[str]
    corrections: Corrections = field(default_factory=dict)
    mending: Mending = UNTOUCHED
    answers: Answers = field(default_factory=Answers)
    row: int = 0
    sheet: tuple[str, str] = ("", "")
    typed: Mapping[str, str] = field(default_factory=dict)
    """What stands in fields of the sheet and was not taken yet, by what is read aloud."""


def texts_of(draft: ImportDraft) -> dict[str, str]:
    """A draft as texts; none when there are no files."""
    if not draft.paths:
        return {}
    content = {
        "paths": list(draft.paths),
        "corrections": to_data(draft.corrections),
        "mending": plain(draft.mending),
        "answers": plain(draft.answers),
        "row": draft.row,
        "sheet": draft.sheet,
        "typed": dict(draft.typed),
    }
    return {name: json.dumps(held) for name, held in content.items()}


def draft_of(texts: Mapping[str, str]) -> ImportDraft:
    """What ``texts_of`` was given."""
    content = {name: json.loads(text) for name, text in texts.items()}
    file, sheet = content["sheet"]
    return ImportDraft(
        content["paths"],
        from_data(content["corrections"]),
        made(Mending, content["mending"]),
        made(Answers, content["answers"]),
        content["row"],
        (file, sheet),
        content["typed"],
    )


def said_again(
    imports: ImportService, prepared: PreparedImport, draft: ImportDraft
) -> PreparedImport:
    """A box that was read again, with all that was said of it before."""
    told = imports.correct(prepared, draft.corrections, draft.mending)
    return imports.answer(told, draft.answers)
