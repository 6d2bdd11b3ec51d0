# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A page of the window: its title, a line beside it, and its buttons at the right."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QFrame, QLabel, QWidget

from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.flow import FlowLabel, FlowLayout, flow_policy
from buurthuis_admin.gui.widgets.form_dialog import FormDialog
from buurthuis_admin.gui.widgets.scroll import ScrollColumn
from buurthuis_admin.gui.widgets.texts import label
from buurthuis_admin.gui.widgets.typed import is_touched, named, put_text, text_of, touch

Ready = Callable[[FormDialog], None]
# Opens a form for the row with this id (0: a new one), then calls ``ready`` with it.
Reopener = Callable[[int, Ready], None]


class Page(QFrame):
    """What the shell shows. ``focus_first`` is where the keyboard starts.

    ``reopens`` says how each kind of form of this page is opened again after the lock; a part of
    a page may have one of its own. A page with fields of its own gives them by ``own_fields``.
    """

    help_key = ""  # the chapter of the handbook on this page
    typed_is_secret = False  # passwords: kept in memory alone, encrypted

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title
        self.reopens: dict[str, Reopener] = {}
        self.setAccessibleName(title)

    def focus_first(self) -> None:
        """Put the focus where the work of this page starts."""
        self.setFocus()

    def refresh(self) -> None:
        """Read anew what may have changed."""

    def focus_search(self) -> bool:
        """Go to the search field of this page; False when it has none."""
        return False

    def reopen_form(self, kind: str, subject: int, ready: Ready) -> bool:
        """Open a form again after the lock, then call ``ready`` with it; False when unknown."""
        for widget in (self, *self.findChildren(QWidget)):
            reopener = getattr(widget, "reopens", {}).get(kind)
            if reopener is not None:
                reopener(subject, ready)
                return True
        return False

    def own_fields(self) -> Sequence[QWidget]:
        """The fields of the page itself; what is typed there is not lost when it locks.

        Whoever fills them goes round those that were touched (``fill``).
        """
        return ()

    def typed(self) -> dict[str, str]:
        """What was typed on the page itself and is not kept yet."""
        fields = named(self.own_fields())
        return {name: text_of(field) for name, field in fields.items() if is_touched(field)}

    def type_again(self, texts: Mapping[str, str]) -> None:
        """Put back what ``typed`` gave."""
        fields = named(self.own_fields())
        for name, text in texts.items():
            if name in fields:
                put_text(fields[name], text)
                touch(fields[name])

    def all_kept(self) -> None:
        """What was typed in the fields of the page itself is kept."""
        for field in self.own_fields():
            touch(field, touched=False)

    def take_files(self, _paths: list[str]) -> bool:
        """Files that were dropped on the window; False when this page has no use for them."""
        return False


def fill(field: QWidget, text: str) -> None:
    """Put what is kept into a field, unless somebody is typing in it."""
    if not is_touched(field):
        put_text(field, text)


class PageHeader(QWidget):
    """Title, a quiet line beside it, and buttons; on more lines where there is no room."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = FlowLabel(title, "title")
        self.beside = FlowLabel("", "muted")
        self._flow = FlowLayout(12, self)
        self._flow.add(self.title)
        self._flow.add(self.beside)
        flow_policy(self)
        self.setMinimumHeight(scaled(44))

    def add(self, *widgets: QWidget) -> None:
        """Put widgets at the right end."""
        for widget in widgets:
            self._flow.add(widget, to_right=True)

    def say(self, text: str) -> None:
        """Show a line beside the title."""
        self.beside.setText(text)
        self.beside.updateGeometry()


def list_column() -> ScrollColumn:
    """The left part of a page around its list; it scrolls where large texts leave no room."""
    return ScrollColumn(margins=(24, 20, 24, 16), gap=12)


def section(title: str) -> QLabel:
    """The heading of a part of a detail."""
    made = label(title, "strong")
    made.setContentsMargins(0, scaled(12), 0, 0)
    return made
