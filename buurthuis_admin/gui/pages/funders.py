# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The funders with their rules: the list at the left, one of them at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from buurthuis_admin.domain.funders import Fact, Funder, Source
from buurthuis_admin.domain.text import fold
from buurthuis_admin.gui.dossier_words import rule_words
from buurthuis_admin.gui.models.dossiers import funders_model, rules_pill
from buurthuis_admin.gui.pages.funder_form import FunderForm, threshold_line
from buurthuis_admin.gui.pages.printed_list import print_button
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.dialogs import open_dialog
from buurthuis_admin.gui.widgets.flow import FlowLabel, flow_row
from buurthuis_admin.gui.widgets.lines import LinesCard, line_of, stacked
from buurthuis_admin.gui.widgets.list_detail import ListDetail
from buurthuis_admin.gui.widgets.page import PageHeader, list_column
from buurthuis_admin.gui.widgets.pill import Pill, PillDelegate, PillText
from buurthuis_admin.gui.widgets.scroll import ScrollColumn
from buurthuis_admin.gui.widgets.table import Table
from buurthuis_admin.gui.widgets.texts import button, clear, label
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, format_day_short, month_name
from buurthuis_admin.services.subsidy_words import fact_word, funder_kind_word


class FundersView(QWidget):
    """``closed`` is sent to go back to the dossiers."""

    closed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._wanted = ""
        self.header = PageHeader(_("Funders"))
        self.back = button(_("All subsidies"), "caret-left", "link")
        self.new = button(_("New funder"), "plus")
        self.standard = button(_("Add well-known funders"), "download-simple")
        self.model = funders_model()
        self.table = Table(_("List of funders"))
        self.nothing = label(
            _("No funder yet. Add the well-known ones, and check their rules."), "muted"
        )
        self.detail = FunderDetail(workspace)
        self.panes = ListDetail(
            self._listing(),
            self.detail,
            _("Back to the funders"),
            home=self.table,
            width=480,
            share=(1, 1),
        )
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.panes)
        self._connect()

    def _listing(self) -> QWidget:
        listing = list_column()
        self.table.show_model(self.model, (0, 170, 150), (1,))
        self.table.setItemDelegateForColumn(2, PillDelegate(self.table))
        column = listing.column
        column.addWidget(self.back, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.header)
        self.print = print_button(self.table, self._workspace, self, internal=False)
        column.addWidget(flow_row(self.new, self.standard, self.print))
        column.addWidget(self.nothing)
        column.addWidget(self.table, 1)
        return listing

    def _connect(self) -> None:
        self.back.clicked.connect(lambda _on=False: self.closed.emit())
        self.table.row_chosen.connect(self._row_chosen)
        self.table.row_opened.connect(lambda _row: self.panes.open_detail())
        self.table.clicked.connect(lambda _index: self.panes.open_detail())
        self.new.clicked.connect(lambda _on=False: self._open(Funder(name="")))
        self.standard.clicked.connect(lambda _on=False: self._add_standard())
        self.detail.change_asked.connect(self._open)
        for keys in ("Escape", "Alt+Left"):
            way = QShortcut(QKeySequence(keys), self)
            way.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            way.activated.connect(self._escape)

    def focus_first(self) -> None:
        """The list, or the way back when it is empty."""
        here = self.table if self.model.rows else self.back
        here.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read the funders anew."""
        funders = self._workspace.administration.funders
        self._workspace.readers.run(self, funders.all_funders, self._show)

    def show_funder(self, name: str) -> None:
        """Choose a funder by name once the list is there."""
        self._wanted = name
        self._choose()

    def _escape(self) -> None:
        if self.panes.narrow and self.detail.isVisible():
            self.panes.close_detail()
        else:
            self.closed.emit()

    def _show(self, found: list[Funder]) -> None:
        place = self.table.current_row
        self._wanted = self._wanted or (
            self.model.rows[place].name if 0 <= place < len(self.model.rows) else ""
        )
        self.model.show_rows(found)
        self.table.setVisible(bool(found))
        self.nothing.setVisible(not found)
        if not found:
            self.detail.show_funder(None)
        self._choose()

    def _choose(self) -> None:
        rows, wanted = self.model.rows, fold(self._wanted)
        if rows:
            fits = [place for place, one in enumerate(rows) if fold(one.name) == wanted]
            self.table.selectRow(fits[0] if fits else 0)
            self._row_chosen(self.table.current_row)

    def _row_chosen(self, place: int) -> None:
        if 0 <= place < len(self.model.rows):
            self._wanted = self.model.rows[place].name
            self.detail.show_funder(self.model.rows[place])

    def _open(self, funder: Funder) -> None:
        form = FunderForm(funder, self._workspace, self)
        form.saved.connect(lambda: self.show_funder(form.kept_name))
        open_dialog(form)

    def _add_standard(self) -> None:
        funders = self._workspace.administration.funders
        self._workspace.writers.run(self, funders.add_standard, lambda _count: None)


class FunderDetail(ScrollColumn):
    """The rules of a funder, each with where it is from and whether it was checked."""

    change_asked = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(gap=12)
        self._workspace = workspace
        self._funder: Funder | None = None
        self.name = label("", "heading")
        self.kind = label("", "muted")
        self.change = button(_("Change funder"), "pencil-simple")
        self.checked = button(_("I checked everything"), "check")
        self.rules = LinesCard(_("Rules"))
        self._parts = QWidget()
        column = QVBoxLayout(self._parts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(12))
        self._pill = QVBoxLayout()
        for widget in (self.name, self.kind, flow_row(self.change, self.checked)):
            column.addWidget(widget)
        column.addLayout(self._pill)
        column.addWidget(self.rules)
        self.column.addWidget(self._parts)
        self.column.addStretch(1)
        self.change.clicked.connect(lambda _on=False: self._ask_change())
        self.checked.clicked.connect(lambda _on=False: self._check())
        self._parts.hide()

    def show_funder(self, funder: Funder | None) -> None:
        """Show a funder, or that none is chosen."""
        self._funder = funder
        self._parts.setVisible(funder is not None)
        if funder is None:
            return
        self.name.setText(funder.name)
        self.kind.setText(funder_kind_word(funder.kind))
        self.checked.setVisible(bool(funder.unchecked))
        self.rules.say(rules_pill(funder))
        self.rules.empty()
        for fact in Fact:
            self.rules.add(_fact_line(fact, funder))
        if funder.remark:
            self.rules.tell(funder.remark)
        clear(self._pill)
        if funder.unchecked:
            words = _("These rules can change each year. Look them up before you rely on them.")
            self._pill.addWidget(label(words))

    def _ask_change(self) -> None:
        if self._funder is not None:
            self.change_asked.emit(self._funder)

    def _check(self) -> None:
        funder, funders = self._funder, self._workspace.administration.funders
        if funder is not None:
            self._workspace.writers.run(self, lambda: funders.checked(funder), lambda _done: None)


def _fact_line(fact: Fact, funder: Funder) -> QWidget:
    known = fact_lines(fact, funder) or [_("Not known")]
    source = funder.source_of(fact)
    pills = (Pill(_source_pill(source)),) if source else ()
    parts: list[QWidget] = [line_of(FlowLabel(fact_word(fact), "strong"), right=pills)]
    parts += [label(words) for words in known]
    if source and source.source:
        parts.append(label(_("From: {source}").format(source=source.source), "muted"))
    return stacked(parts[0], *parts[1:], gap=2)


def _source_pill(source: Source) -> PillText:
    if source.checked_on is None:
        return PillText(_("To check"), "warning", "warn")
    day = format_day_short(source.checked_on)
    return PillText(_("Checked {day}").format(day=day), "check-circle", "ok")


def fact_lines(fact: Fact, funder: Funder) -> list[str]:
    """What is known, in a few lines; none when nothing is."""
    match fact:
        case Fact.THRESHOLDS:
            words = _("From {line}")
            return [words.format(line=threshold_line(one)) for one in funder.thresholds]
        case Fact.DEADLINE:
            return _deadline_lines(funder)
        case Fact.ADVANCE:
            share = funder.advance_percentage
            return [] if share is None else [_("{percent} %").format(percent=share)]
        case Fact.FILES:
            return _file_lines(funder)
        case Fact.LINES:
            return list(funder.line_order)
        case Fact.WORDS:
            return [", ".join(funder.own_words)] if funder.own_words else []
        case Fact.EXPLANATION:
            return [rule_words(funder.explain_percentage)]
        case Fact.CONTACT:
            known = (funder.contact, funder.email, funder.phone, funder.website)
            return [words for words in known if words]


def _deadline_lines(funder: Funder) -> list[str]:
    deadline = funder.deadline
    if deadline.weeks is not None:
        return [_("{weeks} weeks after the end of the period").format(weeks=deadline.weeks)]
    if deadline.month is None or deadline.day is None:
        return []
    words = _("{day} {month} of the year after")
    return [words.format(day=deadline.day, month=month_name(deadline.month))]


def _file_lines(funder: Funder) -> list[str]:
    told = [", ".join(funder.file_kinds)] if funder.file_kinds else []
    if funder.largest_file is not None:
        told.append(_("up to {limit} MB").format(limit=funder.largest_file))
    return told
