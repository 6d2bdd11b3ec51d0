# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The desktop put together: the only place that builds its parts and hands them out."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from buurthuis_admin.gui.doors import Doors
from buurthuis_admin.gui.errors import ErrorPresenter, close_log, write_log_to
from buurthuis_admin.gui.places import TODAY
from buurthuis_admin.gui.preferences import FOLDER_NAME, Preferences
from buurthuis_admin.gui.window import MainWindow
from buurthuis_admin.i18n import use_language

if TYPE_CHECKING:
    from buurthuis_admin.services.administration import Administration
    from buurthuis_admin.services.opening import Opening


def run_desktop(
    path: Path | None,
    *,
    opening: Opening | None = None,
    page: str = TODAY,
    quit_after_start: bool = False,
    settings_folder: Path | None = None,
    started: Callable[[MainWindow], None] | None = None,
) -> int:
    """Open the program in a window and stay until it is closed; returns the exit code.

    With an ``opening`` the administration that is being opened comes at once, on its ``page``;
    with ``path`` alone the password is asked in the window; without, the last one is proposed.
    ``quit_after_start`` ends as soon as the window is on the screen and nothing is waiting any
    more; ``started`` is called with the window. A second start brings the window of the first
    forward and ends.
    """
    application = _application()
    if opening is None and not quit_after_start and _came_forward(path):
        return 0
    preferences = Preferences(settings_folder)
    use_language(preferences.language)
    errors = ErrorPresenter(write_log_to(settings_folder or _log_folder()))
    before, sys.excepthook = sys.excepthook, errors.unexpected
    try:
        window = MainWindow(doors(preferences, opening), preferences, errors)
        window.restyle()
        if path is not None and opening is not None:
            window.open_at_once(path, opening.password, page)
        else:
            window.show_start(path or next(iter(preferences.recent), None))
        window.show()
        window.listen_to_everybody()
        if quit_after_start:
            _quit_when_idle(application, window)
        if started is not None:
            started(window)
        return application.exec()
    finally:
        sys.excepthook = before
        close_log()


def doors(preferences: Preferences, opening: Opening | None = None) -> Doors:
    """The ways to an administration, with everything heavy imported when it is used."""

    def open_file(path: Path, password: str) -> Administration:
        if opening is not None:
            return opening.take(path, password)
        from buurthuis_admin.services.administration import open_administration

        return open_administration(path, password)

    def create(path: Path, password: str, centre: str, town: str) -> Administration:
        from dataclasses import replace

        from buurthuis_admin.services.administration import create_administration

        administration = create_administration(path, password)
        settings = administration.settings
        settings.save(replace(settings.centre(), name=centre, town=town))
        return administration

    def example() -> Administration:
        from buurthuis_admin.services.example import make_example

        return make_example(preferences.folder / "example")

    return Doors(open_file, create, example)


def _came_forward(path: Path | None) -> bool:
    """Whether a window that is there already has this administration, and came forward."""
    from buurthuis_admin.gui.doorbell import ring

    return ring(path)


def _log_folder() -> Path:
    from platformdirs import user_log_path

    return user_log_path(FOLDER_NAME, appauthor=False)


def _application() -> QApplication:
    running = QApplication.instance()
    application = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName(FOLDER_NAME)
    QGuiApplication.setDesktopFileName(FOLDER_NAME)
    return application


def _quit_when_idle(application: QApplication, window: MainWindow) -> None:
    def look() -> None:
        if not window.readers.busy and not window.writers.busy:
            timer.stop()
            window.close()
            application.quit()

    timer = QTimer(window)
    timer.timeout.connect(look)
    timer.start(10)
