# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Takes down what was typed in the forms that are open, and puts it back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from buurthuis_admin.gui.widgets.dialogs import open_dialog
from buurthuis_admin.gui.widgets.form_dialog import FormDialog
from buurthuis_admin.gui.widgets.page import Page
from buurthuis_admin.gui.widgets.typed import fields_in, put_text, text_of
from buurthuis_admin.i18n import _
from buurthuis_admin.services.drafts import FormDraft

OTHER = "other"  # a form that cannot be opened again: its texts are shown
PAGE = "page"  # the fields of a page itself


def open_forms(window: QWidget) -> list[FormDialog]:
    """The forms over a window that hold something typed."""
    return [
        widget
        for widget in QApplication.topLevelWidgets()
        if isinstance(widget, FormDialog) and widget.isVisible() and _is_over(widget, window)
    ]


def _is_over(form: FormDialog, window: QWidget) -> bool:
    return any(widget is window for widget in _openers(form))


def _openers(form: FormDialog) -> Iterator[QWidget]:
    """What a form stands over, up to the window: it may be opened from another dialog."""
    widget = form.parentWidget()
    while widget is not None:
        yield widget
        widget = widget.parentWidget()


def take_down(form: FormDialog, pages: Mapping[str, Page]) -> FormDraft:
    """What stands in a form now, on which page, and where the cursor is."""
    place = _place_of(form, pages)
    fields = fields_in(form)
    if not form.draft_kind or not place:
        texts = {field.accessibleName() or name: text_of(field) for name, field in fields.items()}
        return FormDraft(OTHER, 0, {name: text for name, text in texts.items() if text})
    texts = {name: text_of(field) for name, field in fields.items()} | form.more_typed()
    return FormDraft(form.draft_kind, form.draft_subject, texts, _focused(form, fields), place)


def _place_of(form: FormDialog, pages: Mapping[str, Page]) -> str:
    openers = list(_openers(form))
    return next((key for key, page in pages.items() if page in openers), "")


def _focused(form: QWidget, fields: Mapping[str, QWidget]) -> str:
    focus = cast("QWidget | None", form.focusWidget())  # there may be none
    return next((name for name, field in fields.items() if field is focus), "")


def take_down_pages(pages: Mapping[str, Page], *, secret: bool) -> list[FormDraft]:
    """What was typed on the pages themselves; those with passwords apart."""
    drafts = [
        FormDraft(PAGE, 0, page.typed(), place=key)
        for key, page in pages.items()
        if page.typed_is_secret == secret
    ]
    return [draft for draft in drafts if draft.texts]


def put_back(form: FormDialog, draft: FormDraft) -> None:
    """Put what was typed into a form that was opened anew."""
    fields = fields_in(form)
    for name, text in draft.texts.items():
        if name in fields:
            put_text(fields[name], text)
    form.type_more(draft.texts)
    if draft.focus in fields:
        fields[draft.focus].setFocus()


def show_texts(parent: QWidget, draft: FormDraft) -> None:
    """Show what was typed in a form that cannot be opened again, to copy it from."""
    dialog = QMessageBox(parent)
    dialog.setIcon(QMessageBox.Icon.NoIcon)
    dialog.setWindowTitle(_("Not saved yet"))
    dialog.setText(_("You had typed this and not saved it. Copy what you need."))
    dialog.setInformativeText("\n".join(f"{name}: {text}" for name, text in draft.texts.items()))
    dialog.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    close = dialog.addButton(_("Close"), QMessageBox.ButtonRole.RejectRole)
    close.setAccessibleName(_("Close"))
    open_dialog(dialog)
