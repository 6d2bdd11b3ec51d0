# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Chapters of the help that the program writes itself: its keys, and what it is made of."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

from buurthuis_admin import __version__
from buurthuis_admin.gui.acts import acts, page_acts
from buurthuis_admin.gui.keys import GO_KEYS, HELP_KEYS, native_keys
from buurthuis_admin.gui.widgets.undo_bar import REDO_KEYS, UNDO_KEYS
from buurthuis_admin.i18n import _

_LICENCE = "EUPL-1.2"
_LIBRARIES = (
    "PySide6_Essentials",
    "PySide6_Pdf",
    "shiboken6",
    "QtAwesome",
    "fontpkg-noto-sans",
    "fontpkg-noto-sans-arabic",
    "fonttools",
    "sqlalchemy",
    "alembic",
    "sqlcipher3",
    "cryptography",
    "zxcvbn",
    "reportlab",
    "pypdf",
    "pikepdf",
    "pillow",
    "python-calamine",
    "openpyxl",
    "xlrd",
    "mt-940",
    "babel",
    "phonenumberslite",
    "python-stdnum",
    "python-dateutil",
    "holidays",
    "icalendar",
    "rapidfuzz",
    "platformdirs",
)


def shortcuts() -> list[tuple[str, str]]:
    """Every key that does something of its own, and what; those of the arrows and Tab apart."""
    anywhere = [
        (GO_KEYS, _("Go anywhere or do anything")),
        (HELP_KEYS, _("Help on this page")),
        ("Ctrl+F", _("Go to the search field")),
        (UNDO_KEYS, _("Undo the last change")),
        (REDO_KEYS[0], _("Do it again")),
        ("Ctrl+P", _("Print the report")),
        ("Ctrl+S", _("Save the report as PDF")),
        ("F6", _("Go round the parts of the report")),
        ("Ctrl+B", _("Make words in a report bold")),
        ("Ctrl+C", _("Copy from the grid of a month")),
        ("Ctrl+V", _("Paste into the grid of a month")),
        ("Esc", _("Close a window, or go back to the list")),
    ]
    listed = ((act.keys, act.word) for act in (*page_acts(), *acts()) if act.keys)
    known = {keys for keys, _word in anywhere}
    return [*anywhere, *((keys, word) for keys, word in listed if keys not in known)]


def shortcuts_text() -> str:
    """The chapter on keys."""
    lines = [f"- **{native_keys(keys)}** \N{EN DASH} {word}" for keys, word in shortcuts()]
    told = _("With these keys you do it without the mouse. Tab goes to the next field.")
    return "\n".join([_title(_("Keys")), "", told, "", *lines, ""])


def about_text() -> str:
    """The chapter on the program itself."""
    program = _("Community Centre Administration")
    return "\n".join(
        [
            _title(_("About this program")),
            "",
            f"{program}, " + _("version {number}.").format(number=__version__),
            "",
            _("Everything stays on this computer. The program sends nothing to anybody."),
            "",
            _title(_("Licence"), 2),
            "",
            _(
                "The program is free: you may use it, pass it on and change it under the {licence} "
                "licence."
            ).format(licence=_LICENCE),
            "",
            _title(_("Made with"), 2),
            "",
            *(f"- {line}" for line in _libraries()),
            "",
        ]
    )


def _title(words: str, level: int = 1) -> str:
    return f"{'#' * level} {words}"


def _libraries() -> Iterator[str]:
    for name in _LIBRARIES:
        try:
            yield f"{name} {version(name)}"
        except PackageNotFoundError:  # a bundle does not hold what packages say of themselves
            yield name
