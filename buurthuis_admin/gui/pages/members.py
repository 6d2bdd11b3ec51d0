# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page with everybody who is known by name."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from buurthuis_admin.domain.people_rows import MemberFilter, PersonRow
from buurthuis_admin.gui.models.paged import BLOCK
from buurthuis_admin.gui.models.people import ACTIVITIES, LAST_SEEN, NUMBER, STANDING, PeopleModel
from buurthuis_admin.gui.pages.member_detail import MemberDetail, Story, read_story
from buurthuis_admin.gui.pages.members_found import Found, count_sentence, nothing_sentence
from buurthuis_admin.gui.runners import Task
from buurthuis_admin.gui.widgets.chips import Chips
from buurthuis_admin.gui.widgets.column_choice import ColumnChoice
from buurthuis_admin.gui.widgets.dialogs import open_dialog
from buurthuis_admin.gui.widgets.flow import FlowLabel, flow_row
from buurthuis_admin.gui.widgets.form_dialog import FormDialog
from buurthuis_admin.gui.widgets.list_detail import ListDetail
from buurthuis_admin.gui.widgets.page import Page, PageHeader, Ready, list_column
from buurthuis_admin.gui.widgets.pill import PillDelegate
from buurthuis_admin.gui.widgets.search import SearchField
from buurthuis_admin.gui.widgets.table import Table
from buurthuis_admin.gui.widgets.texts import announce, button, label
from buurthuis_admin.gui.wording import filter_words
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, format_number, ngettext
from buurthuis_admin.services.people_columns import STANDARD, person_columns

if TYPE_CHECKING:
    from buurthuis_admin.domain.people import PersonDetail
    from buurthuis_admin.domain.provenance import KeptFile
    from buurthuis_admin.gui.pages.mailing import MailingMenu
    from buurthuis_admin.gui.pages.person_privacy import PersonPrivacy

DETAIL_AFTER = 60  # milliseconds
_WIDTHS = (0, 110, 0, 130, 170, 150, 0, 110, 140, 0, 0)


class MembersPage(Page):
    """A list with search and chips, and the detail of the chosen person beside it."""

    import_asked = Signal()
    change_set_asked = Signal(int)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(_("Members"))
        self.reopens["person"] = self._reopen
        self._workspace = workspace
        self._members = workspace.administration.members
        self._search_task: Task[Found] | None = None
        self._story_task: Task[Story] | None = None
        self._shown: int | None = None
        # The detail follows once the typing, or an arrow held down, comes to a rest.
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(DETAIL_AFTER)
        self.header = PageHeader(_("Members"))
        self.search = SearchField(_("Search by name, number or postcode"))
        self.chips = Chips[MemberFilter](filter_words(), _("Which people"))
        self.model = PeopleModel(workspace.readers, self)
        self.table = Table(_("List of people"))
        self.nothing = label("", "muted")
        self.detail = MemberDetail()
        self.panes = ListDetail(self._listing(), self.detail, _("Back to members"), home=self.table)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.panes)
        self._connect()
        self._begin()

    def _listing(self) -> QWidget:
        listing = list_column()
        column = listing.column
        self.new = button(_("New person"), "plus", "primary")
        bring = button(_("Read in spreadsheets"), "upload-simple")
        bring.clicked.connect(self.import_asked)
        self.doubles = button(_("Doubles"))
        self.header.add(self.doubles, bring, self.new)
        self.table.show_model(self.model, _WIDTHS, (NUMBER, ACTIVITIES, LAST_SEEN))
        self.table.setItemDelegateForColumn(STANDING, PillDelegate(self.table))
        self.table.setSelectionMode(Table.SelectionMode.ExtendedSelection)
        words = [(one.key, one.heading) for one in person_columns()]
        self.columns = ColumnChoice(
            self.table, words, STANDARD, "people", self._workspace.preferences
        )
        self.columns.changed.connect(self._tell_columns)
        self._tell_columns()
        self.together = button(_("With these people…"), "users")
        self.marked = FlowLabel("", "muted")
        together = flow_row(self.together, self.columns.button, self.marked)
        for widget in (self.header, self.search, self.chips, together):
            column.addWidget(widget)
        column.addWidget(self.nothing)
        column.addWidget(self.table, 1)
        self.nothing.hide()
        return listing

    def _connect(self) -> None:
        self.search.searched.connect(lambda _text: self._search())
        self.search.left_down.connect(self._to_list)
        self.chips.chosen.connect(lambda _key: self._search())
        self.table.row_chosen.connect(self._row_chosen)
        self.table.row_opened.connect(lambda _row: self.panes.open_detail())
        self.table.clicked.connect(lambda _index: self.panes.open_detail())
        self.model.dataChanged.connect(lambda *_: self._row_chosen(self.table.current_row))
        self._rest.timeout.connect(self._show_chosen)
        self.new.clicked.connect(lambda: self._open_form(None))
        self.doubles.clicked.connect(self._open_doubles)
        self.together.clicked.connect(self._open_together)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._tell_marked())
        self.detail.change_asked.connect(self._change)
        self.detail.merge_asked.connect(self._merge)
        self.detail.archive_asked.connect(self._archive)
        self.detail.file_asked.connect(self._save_file)
        self.detail.change_set_asked.connect(self.change_set_asked)
        self.detail.person_shown.connect(self._show_privacy)

    def _save_file(self, file: KeptFile) -> None:
        from buurthuis_admin.gui.kept_files import ask_where_to_save

        ask_where_to_save(self._workspace, self, file)

    def focus_first(self) -> None:
        """The search field."""
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_search(self) -> bool:
        """The search field, with what is in it selected."""
        self.panes.close_detail()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()
        return True

    def _tell_columns(self) -> None:
        self.model.shown = self.columns.shown  # what is read aloud of a line

    # Searching.

    def _begin(self) -> None:
        """The first rows at once; the counts of the chips once everybody was looked at."""
        members, everybody = self._members, MemberFilter.ALL

        def find() -> Found:
            count = members.everyone()
            first = members.page("", everybody, 0, BLOCK)
            return Found("", everybody, {everybody: count}, first, count)

        def show(found: Found) -> None:
            self._show_found(found, keep=True)
            self._workspace.readers.later(self, members.counts, self._show_counts)

        self._search_task = self._workspace.readers.run(self, find, show)

    def _show_counts(self, counts: dict[MemberFilter, int]) -> None:
        if not self.search.text().strip():  # a search has counts of its own
            self.chips.set_counts(counts)

    def refresh(self) -> None:
        """Ask again for the same; who was shown stays shown, wherever in the list they are now."""
        self._ask(keep=True)

    def _search(self) -> None:
        self._ask(keep=False)

    def _ask(self, *, keep: bool) -> None:
        """Ask for what the search field and the chips say; an older question is dropped."""
        self._rest.stop()
        for task in (self._search_task, self._story_task):
            if task is not None:
                task.cancel()
        query, chosen, members = self.search.text().strip(), self.chips.current, self._members

        def find() -> Found:
            counts = members.counts(query)
            everyone = members.count() if query else counts[MemberFilter.ALL]
            first = members.page(query, chosen, 0, BLOCK)
            return Found(query, chosen, counts, first, everyone)

        self._search_task = self._workspace.readers.run(
            self, find, lambda found: self._show_found(found, keep=keep)
        )

    def _show_found(self, found: Found, *, keep: bool) -> None:
        members = self._members
        count = found.counts[found.chosen]
        self.model.show_rows(
            count,
            found.first,
            lambda offset, limit: members.page(found.query, found.chosen, offset, limit),
        )
        self.chips.set_counts(found.counts)
        self._tell_count(found, count)
        if count:
            self._choose(found.first, keep=keep)
        else:
            self._rest.stop()
            self.detail.show_story(None)

    def _tell_count(self, found: Found, count: int) -> None:
        told = count_sentence(count, found)
        self.header.say(told)
        announce(self.header, told)
        self._tell_marked()
        self.table.setVisible(bool(count))
        self.nothing.setVisible(not count)
        self.nothing.setText(nothing_sentence(found))

    def _choose(self, first: list[PersonRow], *, keep: bool) -> None:
        rows = [number for number, row in enumerate(first) if row.id == self._shown]
        kept = self._shown if keep else None
        if rows or kept is None:
            chosen = rows[0] if rows else 0
            kept = first[chosen].id
            self.table.selectRow(chosen)
        self._shown = kept
        self._rest.start()

    def _to_list(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # Many at once.

    @cached_property
    def mailing(self) -> MailingMenu:
        """What can be done for all that are found, or for those that are marked."""
        from buurthuis_admin.gui.pages.mailing import MailingMenu

        menu = MailingMenu(self._who, self._workspace, self, lambda: self.columns.keys)
        menu.saved.connect(self.marked.setText)
        return menu

    def _open_together(self) -> None:
        archived = self.chips.current is MemberFilter.ARCHIVED
        self.mailing.open_below(self.together, archived=archived)

    def _marked_rows(self) -> list[int]:
        """Rows that somebody marked: one alone is only the one that is looked at."""
        # By stretches: an index for each of 100.000 rows would hold up the window.
        parts = self.table.selectionModel().selection().toList()
        rows = {row for part in parts for row in range(part.top(), part.bottom() + 1)}
        return sorted(rows) if len(rows) > 1 else []

    def _who(self) -> Callable[[], list[int]]:
        """Reads who is marked now; without marks everybody who is found."""
        query, chosen, members = self.search.text().strip(), self.chips.current, self._members
        rows = self._marked_rows()

        def read() -> list[int]:
            ids = members.ids(query, chosen)
            return [ids[row] for row in rows if row < len(ids)] if rows else ids

        return read

    def _tell_marked(self) -> None:
        marked, found = len(self._marked_rows()), self.model.rowCount()
        self.together.setEnabled(bool(found))
        if marked:
            told = ngettext("{count} marked", "{count} marked", marked)
        else:
            told = ngettext(
                "{count} chosen. Hold Ctrl or Shift to choose some of them.",
                "All {count} chosen. Hold Ctrl or Shift to choose some of them.",
                found,
            )
        self.marked.setText(told.format(count=format_number(marked or found)))
        self.marked.updateGeometry()

    # The detail.

    def _row_chosen(self, number: int) -> None:
        row = self.model.row(number)
        if row is not None and row.id != self._shown:
            self._shown = row.id
            self._rest.start()

    def _show_chosen(self) -> None:
        if self._shown is not None:
            self.show_person(self._shown)

    def show_person(self, person_id: int) -> None:
        """Show the detail of a person."""
        if self._story_task is not None:
            self._story_task.cancel()
        self._shown = person_id
        administration = self._workspace.administration
        self._story_task = self._workspace.readers.run(
            self,
            lambda: read_story(administration, person_id),
            self.detail.show_story,
        )

    def reveal(self, person_id: int) -> None:
        """Show a person who need not be in the list as it is searched now."""
        self.table.clearSelection()
        self.show_person(person_id)
        self.panes.open_detail()

    def _open_doubles(self) -> None:
        from buurthuis_admin.gui.pages.doubles import DoublesDialog

        open_dialog(DoublesDialog(self._workspace, self))

    def _show_privacy(self, person_id: int | None) -> None:
        if person_id is not None or "privacy" in self.__dict__:
            self.privacy.show_person(person_id)

    @cached_property
    def privacy(self) -> PersonPrivacy:
        """What stands below the first person that is shown, and below every other."""
        from buurthuis_admin.gui.pages.person_privacy import PersonPrivacy

        privacy = PersonPrivacy(self._workspace)
        privacy.removed.connect(self._removed)
        self.detail.add_below(privacy)
        return privacy

    def _removed(self) -> None:
        """Whoever was shown is gone: the list goes on with somebody else."""
        self._shown = None
        self.detail.show_story(None)
        self.panes.close_detail()
        self._ask(keep=False)

    # Changing.

    def _change(self) -> None:
        if self.detail.story is not None:
            self._open_form(self.detail.story.detail)

    def _merge(self) -> None:
        """The person that is shown is the same as somebody else."""
        from buurthuis_admin.gui.pages.merge_two import MergeTwoDialog

        if self.detail.story is not None:
            person = self.detail.story.detail.person
            open_dialog(MergeTwoDialog(person, self._workspace, self))

    def _archive(self) -> None:
        """Put the person that is shown in the archive, or bring them back."""
        if self.detail.story is not None:
            person, members = self.detail.story.detail.person, self._members
            self._workspace.writers.run(
                self,
                lambda: members.archive([person.id or 0], on=not person.archived),
                lambda _done: None,
            )

    def _open_form(self, detail: PersonDetail | None) -> FormDialog:
        from buurthuis_admin.gui.pages.person_form import PersonForm

        form = PersonForm(detail, self._workspace, self)
        form.saved.connect(self._saved)
        open_dialog(form)
        return form

    def _reopen(self, person_id: int, ready: Ready) -> None:
        """Open the form of a person again (0: of a new one), then call ``ready`` with it."""
        if not person_id:
            ready(self._open_form(None))
            return
        members = self._members
        self._workspace.readers.run(
            self,
            lambda: members.detail(person_id),
            lambda detail: ready(self._open_form(detail)),
        )

    def _saved(self, person_id: int) -> None:
        self._shown = person_id
        self.show_person(person_id)
