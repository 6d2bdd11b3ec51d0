# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The child process: reads one file after the other, for a parent that may end it at any time.

It is started by the program itself, with ``--read-child`` and the memory it may take, before
anything heavy is imported.
"""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import BinaryIO

from buurthuis_admin.importing.reading.failure import CannotRead, Reason
from buurthuis_admin.importing.reading.file_content import read_file
from buurthuis_admin.importing.reading.limits import Limits, hold_memory, hold_time
from buurthuis_admin.importing.reading.wire import Disconnected, Refusal, Request, receive, send
from buurthuis_admin.importing.workbook import Workbook

ARGUMENT = "--read-child"
OUT_OF_MEMORY = 75
"""The exit code of a child that could not even answer."""


def main(arguments: list[str] | None = None) -> int:
    """Serve until the parent closes the pipe; the exit code of the process."""
    arguments = sys.argv[1:] if arguments is None else arguments
    memory = next((int(text) for text in arguments if text.isdigit()), Limits().memory)
    stdin, stdout = _own_pipes()
    gc.disable()  # cells make no cycles, and counting them costs a third of the time
    hold_memory(memory)
    try:
        serve(stdin, stdout)
    except Disconnected:
        return 0
    except MemoryError:
        return OUT_OF_MEMORY
    return 0


def serve(stdin: BinaryIO, stdout: BinaryIO) -> None:
    """Answer requests until the stream ends; stops after one that ran out of memory."""
    while True:
        request = receive(stdin)
        answer = _answer(request)
        send(stdout, answer)
        if isinstance(answer, Refusal) and answer.reason is Reason.TOO_MUCH_MEMORY:
            return
        del answer
        gc.collect()


def _answer(request: Request) -> Workbook | Refusal:
    hold_time(request.seconds)
    try:
        return read_file(Path(request.path), request.file_size)
    except CannotRead as refused:
        return Refusal(refused.reason, refused.sheet, refused.cell)
    except MemoryError:
        return Refusal(Reason.TOO_MUCH_MEMORY)
    except RecursionError:
        return Refusal(Reason.DAMAGED)


def _own_pipes() -> tuple[BinaryIO, BinaryIO]:
    """The pipes under new numbers, so that nothing a reader prints gets into a message."""
    stdin, stdout = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(nothing, number)
    return os.fdopen(stdin, "rb"), os.fdopen(stdout, "wb")
