# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pictures of every page for ``docs/screens``, from the example administration.

``python tools/screens.py [FOLDER]`` draws them without a screen: light and dark at 100 %, and
light at 150 %.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication, QDialog, QWidget  # noqa: E402

from buurthuis_admin.app import doors  # noqa: E402
from buurthuis_admin.domain.dates import PartialDate  # noqa: E402
from buurthuis_admin.domain.names import PersonName  # noqa: E402
from buurthuis_admin.domain.people import MemberFilter, Person, PersonDetail  # noqa: E402
from buurthuis_admin.domain.thinning import BackupReason  # noqa: E402
from buurthuis_admin.gui import shell as places  # noqa: E402
from buurthuis_admin.gui.errors import ErrorPresenter  # noqa: E402
from buurthuis_admin.gui.pages.history import HistoryPage  # noqa: E402
from buurthuis_admin.gui.pages.importing import ImportPage  # noqa: E402
from buurthuis_admin.gui.pages.members import MembersPage  # noqa: E402
from buurthuis_admin.gui.pages.reports import ReportsPage  # noqa: E402
from buurthuis_admin.gui.preferences import Preferences  # noqa: E402
from buurthuis_admin.gui.shell import Shell  # noqa: E402
from buurthuis_admin.gui.theme.apply import Brightness  # noqa: E402
from buurthuis_admin.gui.window import MainWindow  # noqa: E402
from buurthuis_admin.i18n import use_language  # noqa: E402
from buurthuis_admin.importing.outcome import SheetKind  # noqa: E402
from buurthuis_admin.paths import example_folder  # noqa: E402

SIZE = (1440, 900)
LOOKS = ((Brightness.LIGHT, 100), (Brightness.DARK, 100), (Brightness.LIGHT, 150))
_REST = 150  # milliseconds without work before a picture is taken

Shown = tuple[str, QWidget]


class Photographer:
    """Walks through a window and keeps a picture of each page."""

    def __init__(self, folder: Path, settings: Path) -> None:
        self._folder = folder
        self._preferences = Preferences(settings)
        self._doors = doors(self._preferences)

    def take(self, brightness: Brightness, size: int) -> None:
        """Every page in one look."""
        self._preferences.brightness = brightness
        self._preferences.text_size = size
        window = MainWindow(self._doors, self._preferences, ErrorPresenter())
        window.restyle()
        window.resize(*SIZE)
        window.show()
        for name, shown in self._walk(window):
            _settle(window)
            picture = self._folder / f"{name}-{brightness.value}-{size}.png"
            shown.grab().save(str(picture))
        window.close()

    def _walk(self, window: MainWindow) -> Iterator[Shown]:
        window.show_start(Path("Buurthuis De Linde.buurthuis"))
        yield "start", window
        window.show_administration(self._doors.example())
        shell = window.shell
        assert shell is not None
        for key in (places.TODAY, places.MEMBERS, places.ACTIVITIES, places.IMPORT):
            _go(shell, key)
            yield key, window
        shell.workspace.administration.backups.make(BackupReason.MANUAL)
        for key in (places.BACKUPS, places.PRIVACY, places.SAFETY, places.SETTINGS):
            _go(shell, key)
            yield key, window
        yield from self._import(shell, window)
        yield from self._report(shell, window)
        yield from _form(shell)
        yield from _doubles(shell, window)
        yield from _history(shell, window)
        window.lock()
        yield "lock", window

    def _import(self, shell: Shell, window: MainWindow) -> Iterator[Shown]:
        shell.take_files([str(example_folder())])
        yield "import-plan", window
        page = shell.page(places.IMPORT)
        assert isinstance(page, ImportPage)
        model = page.plan.model
        lists = [row for row, entry in enumerate(model.rows) if len(entry.rows) > 1]
        page.plan.table.selectRow(lists[0])
        page.plan.panes.open_detail()
        yield "import-sheet", window
        kinds = {entry.sheet.kind: row for row, entry in enumerate(model.rows) if entry.sheet}
        page.plan.table.selectRow(kinds[SheetKind.ATTENDANCE])
        correct = page.plan.detail.correct
        assert correct is not None
        correct.click()
        yield "import-understood", window
        page.sheet.back.click()

    def _report(self, shell: Shell, window: MainWindow) -> Iterator[Shown]:
        _go(shell, places.REPORTS)
        page = shell.page(places.REPORTS)
        assert isinstance(page, ReportsPage)
        _settle(window)
        page.preview.pdf.go_to(1)
        yield "report", window


def _form(shell: Shell) -> Iterator[Shown]:
    _go(shell, places.MEMBERS)
    page = shell.page(places.MEMBERS)
    assert isinstance(page, MembersPage)
    page.new.click()
    form = next(dialog for dialog in page.findChildren(QDialog) if dialog.isVisible())
    yield "person", form
    form.reject()


def _doubles(shell: Shell, window: MainWindow) -> Iterator[Shown]:
    """Two people of one name and birthday beside each other."""
    _go(shell, places.MEMBERS)
    page = shell.page(places.MEMBERS)
    assert isinstance(page, MembersPage)
    members = shell.workspace.administration.members
    for first, phone in (("Johanna", "0302345678"), ("J.", "0612345678")):
        name = PersonName(first=first, prefix="van der", last="Zonnebloem")
        born = PartialDate(1949, 5, 12)
        members.save(PersonDetail(person=Person(name=name, born=born, phone=phone)))
    page.doubles.click()
    _settle(window)
    dialog = page.findChildren(QDialog)[-1]
    yield "doubles", dialog
    dialog.reject()


def _history(shell: Shell, window: MainWindow) -> Iterator[Shown]:
    """A change of a person, with the bar that takes it back; then what goes with an import."""
    members = shell.workspace.administration.members
    detail = members.detail(members.page("", MemberFilter.MEMBERS, 3, 1)[0].id)
    moved = replace(detail.person.address, street="Beukenlaan", house="7", town="Amersfoort")
    members.save(replace(detail, person=replace(detail.person, address=moved, mobile="")))
    _settle(window)
    _go(shell, places.HISTORY)
    yield "history", window
    _settle(window)
    page = shell.page(places.HISTORY)
    assert isinstance(page, HistoryPage)
    row = page.model.row(page.model.rowCount() - 2)  # after the name of the centre
    assert row is not None
    shell.show_change(row.id)
    _settle(window)
    page.detail.turn_back.click()
    yield "history-import", window


def _go(shell: Shell, key: str) -> None:
    shell.go_to(key)
    shell.page(key).focus_first()


def _settle(window: MainWindow) -> None:
    """Wait until nothing is under way and nothing is drawn any more."""
    quiet = False
    while not quiet:
        _wait(_REST)
        quiet = not window.readers.busy and not window.writers.busy


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    stop: Callable[[], None] = loop.quit
    QTimer.singleShot(milliseconds, stop)
    loop.exec()


def main() -> int:
    """Make all pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "docs" / "screens")
    folder: Path = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    use_language("nl")
    QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as settings:
        photographer = Photographer(folder, Path(settings))
        for brightness, size in LOOKS:
            photographer.take(brightness, size)
    print(f"screens: {len(list(folder.glob('*.png')))} pictures in {folder.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
