# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The form of a paper: what it is called and what it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QWidget

from buurthuis_admin.domain.papers import Paper, PaperKind
from buurthuis_admin.gui.pages.fields_form import Field, FieldKind, FieldsForm
from buurthuis_admin.gui.pages.privacy_fields import Reading
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _
from buurthuis_admin.services.subsidy_words import paper_word


class NewPaperForm(FieldsForm):
    """A file that is kept with a dossier."""

    def __init__(
        self,
        subsidy_id: int,
        path: Path,
        kind: PaperKind,
        workspace: Workspace,
        parent: QWidget,
    ) -> None:
        self._subsidy_id, self._path = subsidy_id, path
        super().__init__(_("Add a paper"), _fields(path.stem, kind), workspace, parent)

    def read(self, reading: Reading) -> Callable[[], object]:
        """The paper."""
        title = reading.needed("title", _("Fill in a title."))
        kind = PaperKind(reading.text("kind"))
        papers = self.workspace.administration.papers
        return lambda: papers.attach(
            self._path, subsidy_id=self._subsidy_id, title=title, kind=kind
        )


class PaperForm(FieldsForm):
    """A paper that is there."""

    def __init__(self, paper: Paper, workspace: Workspace, parent: QWidget) -> None:
        self._paper = paper
        papers = workspace.administration.papers
        number = paper.id
        assert number is not None
        remover = (_("Remove"), lambda: papers.remove(number))
        fields = _fields(paper.title, paper.kind)
        super().__init__(_("Change paper"), fields, workspace, parent, remover=remover)

    def read(self, reading: Reading) -> Callable[[], object]:
        """The title and the kind."""
        changed = replace(
            self._paper,
            title=reading.needed("title", _("Fill in a title.")),
            kind=PaperKind(reading.text("kind")),
        )
        papers = self.workspace.administration.papers
        return lambda: papers.change(changed)


def _fields(title: str, kind: PaperKind) -> list[Field]:
    kinds = tuple((one.value, paper_word(one)) for one in PaperKind)
    return [
        Field(name="title", label=_("Title"), value=title, needed=True),
        Field(
            name="kind",
            label=_("What it is"),
            value=kind.value,
            kind=FieldKind.CHOICE,
            choices=kinds,
        ),
    ]
