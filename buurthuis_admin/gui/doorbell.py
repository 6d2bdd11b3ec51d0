# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A second start rings at the first: its window comes forward, and the second program ends.

Over a socket of this computer and this user alone (a named pipe on Windows); nothing listens to
any network. Whether a file is in use is decided by its lock, never by this.
"""

from __future__ import annotations

import getpass
import hashlib
import os
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT = 800  # milliseconds: a program that answers does so at once
_ANSWER = b"here"


def name_for(path: Path | None) -> str:
    """The name of the bell of an administration, or of the program when none is named."""
    what = "" if path is None else str(path.resolve())
    digest = hashlib.sha256(f"{_user()}\0{what}".encode()).hexdigest()
    # A folder that is this user's own, where the system has one: in a folder of everybody
    # somebody else could answer.
    own = os.environ.get("XDG_RUNTIME_DIR", "")
    name = f"buurthuis-{digest[:24]}"
    return str(Path(own) / name) if own and Path(own).is_dir() else name


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""  # a user without a name: in a container for one


def ring(path: Path | None) -> bool:
    """Ring at the program that has this administration open; whether somebody came forward."""
    socket = QLocalSocket()
    socket.connectToServer(name_for(path))
    if not socket.waitForConnected(_WAIT):
        return False
    answered = socket.waitForReadyRead(_WAIT) and bytes(socket.readAll().data()) == _ANSWER
    socket.disconnectFromServer()
    return answered


class Doorbell(QObject):
    """Answers those who ring; ``rung`` asks for the window to come forward."""

    rung = Signal()

    def __init__(self, path: Path | None, parent: QObject) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        name = name_for(path)
        if not self._server.listen(name) and not ring(path):
            QLocalServer.removeServer(name)  # what a killed program left
            self._server.listen(name)

    @property
    def listening(self) -> bool:
        """Whether a second start would be heard."""
        return self._server.isListening()

    def silence(self) -> None:
        """Answer nobody any more."""
        self._server.close()

    def _answer(self) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:
            caller.write(_ANSWER)
            caller.flush()
            caller.disconnected.connect(caller.deleteLater)
            self.rung.emit()
