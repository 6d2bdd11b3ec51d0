# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads files in a child process that is ended when it takes too long or too much.

A hostile or damaged file can make any reader hang, fill the memory or abort the process
(calamine aborts on a 5 kB file). It then takes the child with it and nothing else: the next
file gets a new child.

Memory is limited by the kernel on Linux and by a Job Object on Windows. macOS has neither for
one process, so there the sizes and dimensions that the file declares are judged, and the clock
does the rest.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self, cast

import buurthuis_admin
from buurthuis_admin.errors import Cancelled
from buurthuis_admin.importing import problems
from buurthuis_admin.importing.reading.child import ARGUMENT, OUT_OF_MEMORY
from buurthuis_admin.importing.reading.failure import Reason
from buurthuis_admin.importing.reading.limits import Limits
from buurthuis_admin.importing.reading.wire import Disconnected, Refusal, Request, receive, send
from buurthuis_admin.importing.workbook import Workbook

_STOP_SECONDS = 5


def read_workbook(path: Path, *, limits: Limits | None = None) -> Workbook:
    """The workbook in one file; raises a FileProblem."""
    with ReaderProcess(limits) as reader:
        return reader.read(path)


class ReaderProcess:
    """One child that reads file after file; a new one is started when it has died.

    ``read`` is for one thread at a time; ``cancel`` may come from any other.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._child: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()
        self._cancelled = False
        self._out_of_time = False

    def __enter__(self) -> Self:
        """Start the child at once, so that it is ready when the first file is named."""
        self._running()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def process_id(self) -> int | None:
        """The number of the child, while there is one."""
        return self._child.pid if self._child else None

    def read(self, path: Path) -> Workbook:
        """The workbook in the file; raises a FileProblem, or Cancelled."""
        if path.is_dir():
            raise problems.FileKindUnknown(path.name)
        answer = self._ask(path)
        if isinstance(answer, Workbook):
            return answer
        if answer.reason is Reason.TOO_MUCH_MEMORY:
            self.close()
        raise problems.problem(answer.reason, path.name, sheet=answer.sheet, cell=answer.cell)

    def cancel(self) -> None:
        """End the reading that is under way; it raises Cancelled, and so does every later one."""
        with self._lock:
            self._cancelled = True
            if self._child:
                self._child.kill()

    def close(self) -> None:
        """End the child."""
        with self._lock:
            child, self._child = self._child, None
        if child:
            _end(child)

    def _ask(self, path: Path) -> Workbook | Refusal:
        child = self._running()
        self._out_of_time = False
        clock = threading.Timer(self._limits.seconds, self._stop_late, (child,))
        clock.daemon = True
        clock.start()
        try:
            return self._exchange(child, path)
        except (Disconnected, OSError) as error:
            raise self._why_dead(child, path.name) from error
        finally:
            clock.cancel()

    def _exchange(self, child: subprocess.Popen[bytes], path: Path) -> Workbook | Refusal:
        stdin, stdout = cast("BinaryIO", child.stdin), cast("BinaryIO", child.stdout)
        request = Request(str(path.absolute()), self._limits.seconds, self._limits.file_size)
        send(stdin, request)
        answer = receive(stdout)
        if not isinstance(answer, Workbook | Refusal):
            raise Disconnected
        return answer

    def _running(self) -> subprocess.Popen[bytes]:
        with self._lock:
            if self._cancelled:
                raise Cancelled
            if self._child and self._child.poll() is not None:
                _end(self._child)
                self._child = None
            self._child = self._child or _start(self._limits)
            return self._child

    def _stop_late(self, child: subprocess.Popen[bytes]) -> None:
        self._out_of_time = True
        child.kill()

    def _why_dead(self, child: subprocess.Popen[bytes], file_name: str) -> Exception:
        late = self._out_of_time
        code = _exit_code(child)
        self.close()
        if self._cancelled:
            return Cancelled()
        if late or code == -getattr(signal, "SIGXCPU", 0):
            return problems.ReadingTookTooLong(file_name)
        if code in _MEMORY_CODES:
            return problems.ReadingNeedsTooMuchMemory(file_name)
        return problems.FileDamaged(file_name)


_MEMORY_CODES = (OUT_OF_MEMORY, -signal.SIGABRT, 3, 0xC0000409)
"""How a child ends that gets no memory: by itself, or by Rust's abort on Unix and Windows."""


def _start(limits: Limits) -> subprocess.Popen[bytes]:
    """Start the child: this very program in a bundle, else Python with the package.

    ``-P`` keeps the folder the person happens to be in out of the child's imports.
    """
    command = [sys.executable]
    environment = dict(os.environ)
    if not getattr(sys, "frozen", False):
        command += ["-P", "-m", "buurthuis_admin"]
        root = str(Path(buurthuis_admin.__file__).parent.parent)
        known = [root, environment.get("PYTHONPATH", "")]
        environment["PYTHONPATH"] = os.pathsep.join(filter(None, known))
    return subprocess.Popen(
        [*command, ARGUMENT, str(limits.memory)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _end(child: subprocess.Popen[bytes]) -> None:
    child.kill()
    child.wait(_STOP_SECONDS)
    for pipe in (child.stdin, child.stdout):
        _close_quietly(pipe)


def _exit_code(child: subprocess.Popen[bytes]) -> int | None:
    try:
        return child.wait(_STOP_SECONDS)
    except subprocess.TimeoutExpired:
        child.kill()
        return None


def _close_quietly(pipe: object) -> None:
    """Close a pipe to a dead child, whose last bytes cannot be delivered any more."""
    try:
        pipe.close()  # type: ignore[attr-defined]
    except OSError:
        return
