# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The one place where the person is told that something went wrong.

A ``UserError`` is a sentence that says what to do. Anything else is a mistake of the program: a
plain sentence and the place of the log, which holds where it happened but nothing of anybody.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget

from buurthuis_admin.errors import Cancelled, UserError
from buurthuis_admin.gui.widgets.dialogs import open_dialog
from buurthuis_admin.i18n import _

LOG_NAME = "buurthuis_admin.gui"
_LOG_BYTES = 200_000
_log = logging.getLogger(LOG_NAME)


def place_of(error: BaseException) -> str:
    """The kind of an error and the lines it came through, without its text.

    The text of an error may hold names or values from the administration; it is left out.
    """
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    return "\n".join([type(error).__qualname__, *lines])


def write_log_to(folder: Path) -> Path:
    """Keep the log in a folder; returns its file. A few hundred kilobytes at most."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "buurthuis-admin.log"
    _log.addHandler(_LogFile(path))
    _log.propagate = False
    return path


class _LogFile(logging.Handler):
    """Opens the file at the first mistake: most days there is none."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Write it, and put the file away when it is full."""
        if self._file is None:
            from logging.handlers import RotatingFileHandler

            self._file = RotatingFileHandler(
                self._path, maxBytes=_LOG_BYTES, backupCount=1, encoding="utf-8"
            )
            self._file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        self._file.emit(record)

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            self._file.close()
        super().close()


def close_log() -> None:
    """Let go of the log file."""
    for handler in list(_log.handlers):
        handler.close()
        _log.removeHandler(handler)


class ErrorPresenter(QObject):
    """Tells the person, in a dialog that Esc closes."""

    told = Signal(str)

    def __init__(self, log_file: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log_file = log_file
        # The numbers of the open administration, for a helper.
        self.numbers: Callable[[], dict[str, int]] = dict

    def sentence(self, error: BaseException) -> str:
        """What to tell of an error; a mistake of the program goes into the log as well."""
        if isinstance(error, UserError):
            return str(error)
        _log.error("%s", place_of(error))
        if self._log_file is None:
            return _("Something in the program did not work. What you saved is safe.")
        return _(
            "Something in the program did not work. What you saved is safe. "
            "Where it went wrong is written in {file}, without names or other personal data."
        ).format(file=self._log_file)

    def show(self, error: BaseException, parent: QWidget | None = None) -> None:
        """Tell in a dialog over ``parent``, or over the window in use. A stop is not an error."""
        if isinstance(error, Cancelled):
            return
        title = _("This did not work")
        dialog = QMessageBox(parent or QApplication.activeWindow())
        dialog.setIcon(QMessageBox.Icon.NoIcon)
        dialog.setWindowTitle(title)
        dialog.setText(title)
        dialog.setInformativeText(self.sentence(error))
        if not isinstance(error, UserError):
            helper = dialog.addButton(helper_words(), QMessageBox.ButtonRole.ActionRole)
            helper.setAccessibleName(helper_words())
            helper.clicked.connect(self.save_for_helper)
        close = dialog.addButton(_("Close"), QMessageBox.ButtonRole.RejectRole)
        close.setAccessibleName(_("Close"))
        open_dialog(dialog)
        self.told.emit(dialog.informativeText())

    def save_for_helper(self) -> None:
        """Ask for a place and write there what a helper may know."""
        from buurthuis_admin.services import diagnosis

        path, _kind = QFileDialog.getSaveFileName(
            QApplication.activeWindow(), helper_words(), diagnosis.file_name(), "TXT (*.txt)"
        )
        if path:
            self.write_for_helper(Path(path))

    def write_for_helper(self, path: Path) -> None:
        """Write what a helper may know; what goes wrong then is told too."""
        from buurthuis_admin.services import diagnosis

        log = self._log_file
        text = log.read_text("utf-8", "replace") if log is not None and log.exists() else ""
        try:
            diagnosis.save(path, diagnosis.diagnosis(text, self.numbers()))
        except UserError as error:
            self.show(error)

    def unexpected(
        self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        """What ``sys.excepthook`` calls for an error that nobody caught."""
        self.show(error)


def helper_words() -> str:
    """What the button is called that makes a file for a helper."""
    return _("Send this to your helper")
