# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The form of an expense of a dossier, with its receipts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from buurthuis_admin.domain.money import ZERO
from buurthuis_admin.domain.papers import Paper
from buurthuis_admin.domain.subsidies import BudgetLine, Expense, Subsidy
from buurthuis_admin.gui.pages.dossier_forms import PartForm, amount_text, day_text
from buurthuis_admin.gui.pages.fields_form import Field, FieldKind
from buurthuis_admin.gui.pages.privacy_fields import Reading
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.flow import FlowLabel
from buurthuis_admin.gui.widgets.lines import line_of
from buurthuis_admin.gui.widgets.texts import announce, button, clear, label
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _


class ExpenseForm(PartForm):
    """Money that was spent. Of a payment in the book only the budget line is changed here."""

    def __init__(
        self,
        subsidy: Subsidy,
        expense: Expense,
        lines: Sequence[BudgetLine],
        receipts: Sequence[Paper],
        opener: Callable[[Paper], object],
        workspace: Workspace,
        parent: QWidget,
    ) -> None:
        assert subsidy.id is not None
        self._expense = expense
        title = _("New expense") if expense.id is None else _("Change expense")
        fields = _fields(expense, lines)
        super().__init__(subsidy.id, expense, title, fields, workspace, parent)
        self.receipts = ReceiptList(receipts, opener, workspace)
        self.extra.addWidget(self.receipts)

    def read(self, reading: Reading) -> Callable[[], object]:
        """The expense, and after it what was done with its receipts."""
        line = reading.text("line")
        changed = replace(self._expense, budget_line_id=int(line) if line else None)
        if self._expense.booking_id is None:
            changed = replace(
                changed,
                description=reading.needed("description", _("Fill in what was bought.")),
                amount=reading.amount("amount", needed=True) or ZERO,
                day=reading.day("day"),
            )
        return lambda: self._keep(changed)

    def _keep(self, changed: Expense) -> None:
        subsidies = self.workspace.administration.subsidies
        number = self._expense.id if changed.id is None else changed.id
        # Kept before its receipts: should one of those fail, a second try changes this one.
        number = subsidies.save_part(self._subsidy_id, replace(changed, id=number))
        self._expense = replace(changed, id=number)
        self.receipts.write(self._subsidy_id, self._expense)


def _fields(expense: Expense, lines: Sequence[BudgetLine]) -> list[Field]:
    shared = expense.booking_id is not None
    own = [
        Field(name="description", label=_("What"), value=expense.description, needed=True),
        Field(
            name="amount",
            label=_("Amount"),
            value=amount_text(expense.amount or None),
            needed=True,
        ),
        Field(name="day", label=_("Date"), value=day_text(expense.day)),
    ]
    known = tuple((str(one.id), one.name) for one in lines)
    words = _("The rest is changed where the payment stands, in the cash and bank book.")
    line = Field(
        name="line",
        label=_("Budget line"),
        value=str(expense.budget_line_id or ""),
        kind=FieldKind.CHOICE,
        choices=(*known, ("", _("Not in the budget"))),
        hint=words if shared else "",
    )
    return [line] if shared else [*own, line]


class ReceiptList(QWidget):
    """The receipts of an expense. What is done here is kept when the form is saved."""

    def __init__(
        self, papers: Sequence[Paper], opener: Callable[[Paper], object], workspace: Workspace
    ) -> None:
        super().__init__()
        self._papers, self._opener, self._workspace = list(papers), opener, workspace
        self._added: list[Path] = []
        self._replaced: dict[int, Path] = {}
        self._gone: list[int] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(scaled(4))
        self.add_one = button(_("Add a receipt"), "paperclip")
        self.add_one.clicked.connect(lambda _on=False: self._choose(self._added.append))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(4))
        column.addWidget(label(_("Receipts")))
        column.addLayout(self._rows)
        column.addWidget(line_of(self.add_one))
        self._show()

    def write(self, subsidy_id: int, expense: Expense) -> None:
        """Keep what was done (runs in the background). Raises PaperRefused."""
        papers = self._workspace.administration.papers
        while self._gone:
            papers.remove(self._gone[0])
            self._gone.pop(0)
        while self._replaced:
            number, path = next(iter(self._replaced.items()))
            papers.put_in_place(number, path)
            del self._replaced[number]
        while self._added:
            papers.attach_receipt(self._added[0], subsidy_id, expense)
            self._added.pop(0)

    def _show(self) -> None:
        clear(self._rows)
        for paper in self._papers:
            self._rows.addWidget(self._kept_line(paper, paper.id or 0))
        for path in self._added:
            removed = partial(self._added.remove, path)
            way = self._way(_("Take away"), path.name, removed)
            self._rows.addWidget(line_of(FlowLabel(path.name, "strong"), right=(way,)))

    def _kept_line(self, paper: Paper, number: int) -> QWidget:
        opened = button(paper.title, "file-text", "link")
        opened.setAccessibleName(_("Open: {name}").format(name=paper.title))
        opened.clicked.connect(lambda _on=False: self._opener(paper))
        if number in self._replaced:
            told = _("becomes {file}").format(file=self._replaced[number].name)
            return line_of(opened, FlowLabel(told, "muted"))
        change = button(_("Replace"), "", "link")
        change.setAccessibleName(_("Replace: {name}").format(name=paper.title))
        change.clicked.connect(
            lambda _on=False: self._choose(partial(self._replaced.__setitem__, number))
        )
        way = self._way(_("Take away"), paper.title, partial(self._drop, paper))
        return line_of(opened, right=(change, way))

    def _way(self, word: str, name: str, act: Callable[[], object]) -> QWidget:
        made = button(word, "", "link")
        made.setAccessibleName(f"{word}: {name}")
        made.clicked.connect(lambda _on=False: self._do(act))
        return made

    def _do(self, act: Callable[[], object]) -> None:
        act()
        self._show()
        self.add_one.setFocus()
        announce(self, _("It is kept when you save."))

    def _drop(self, paper: Paper) -> None:
        self._papers.remove(paper)
        self._gone.append(paper.id or 0)

    def _choose(self, then: Callable[[Path], object]) -> None:
        kinds = _("Papers (*.pdf *.jpg *.jpeg *.png *.docx)")
        path, _kind = QFileDialog.getOpenFileName(self, _("Add a receipt"), "", kinds)
        if path:
            self.take(Path(path), then)

    def take(self, path: Path, then: Callable[[Path], object] | None = None) -> None:
        """Take a file, if it is one that can be kept; it is told at once when it is not."""
        papers, act = self._workspace.administration.papers, then or self._added.append
        self._workspace.readers.run(
            self, lambda: papers.check(path), lambda _fits: self._do(partial(act, path))
        )
