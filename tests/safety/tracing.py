# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A scenario run in a process of its own under strace, with or without a fault.

The process is forked from this one, so that all modules are loaded and every run makes the same
calls in the same order; that is what lets a fault be put at call N of the run before.
"""

from __future__ import annotations

import ctypes
import os
import re
import select
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from buurthuis_admin.errors import UserError
from tests.safety.scenario import Scenario, Told

# Under memory where there is such a place: tens of thousands of files are made and thrown away.
ROOT = Path("/dev/shm") if os.access("/dev/shm", os.W_OK) else Path(tempfile.gettempdir())
SECONDS = 60  # a run takes a tenth of one; what takes this long hangs
WRITING = (
    *("write", "pwrite64", "ftruncate", "truncate", "fallocate", "fsync", "fdatasync"),
    *("rename", "renameat", "renameat2", "unlink", "unlinkat", "mkdir", "rmdir", "link"),
    *("sendfile", "copy_file_range", "pwritev", "pwritev2", "sync_file_range"),
)
TRACED = (*WRITING, "openat", "lseek", "writev")
_LINE = re.compile(r"(?P<name>\w+)\((?P<arguments>.*)\)\s+= (?P<result>-?\d+|\?)")


@dataclass(frozen=True, slots=True)
class Call:
    """One call to the system. ``number`` counts calls of the same name from 1."""

    name: str
    number: int
    arguments: str
    result: int
    inside: bool
    """Whether it is about the folder of the administration."""


@dataclass(slots=True)
class Ran:
    """What came of a run: what the person was told, and the calls that were made."""

    acknowledged: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    crashed: list[str] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)
    killed: bool = False

    @property
    def told(self) -> frozenset[str]:
        """What must be there now."""
        return frozenset(self.acknowledged)


class Workplace:
    """A scenario with the folder as it is beforehand, copied for each run."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.home = Path(tempfile.mkdtemp(prefix=f"safety-{scenario.name}-", dir=ROOT))
        self.template = self.home / "template"
        self.template.mkdir()
        scenario.prepare(self.template)

    def fresh(self) -> Path:
        """A folder as it is before the scenario."""
        folder = self.folder
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.template, folder)
        return folder

    @property
    def folder(self) -> Path:
        """The folder of this process; the same for each run."""
        return self.home / f"run-{os.getpid()}"

    def remove(self) -> None:
        """Leave nothing behind."""
        shutil.rmtree(self.home, ignore_errors=True)

    def record(self) -> list[Call]:
        """The calls of an undisturbed run.

        The work is done here first: what is loaded when it is first asked for is then there, so
        that every later run makes the same calls, and in a fraction of the time.
        """
        self._rehearse()
        ran = run(self.scenario, self.fresh())
        if ran.crashed or ran.refused or ran.killed or not ran.acknowledged:
            raise AssertionError(f"{self.scenario.name} fails without any fault: {ran}")
        self.scenario.verify(self.folder, ran.told)
        return ran.calls

    def _rehearse(self) -> None:
        reports, pipe = os.pipe()
        try:
            self.scenario.act(self.fresh(), Told(pipe))
        finally:
            os.close(reports)
            os.close(pipe)


def run(
    scenario: Scenario, folder: Path, faults: Sequence[str] = (), *, contents: bool = True
) -> Ran:
    """Run a scenario, with the faults that strace is asked to put in its way.

    Without ``contents`` the calls and what they write are not read back.
    """
    reports, pipe = os.pipe()
    gate, opener = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(opener)
        _act(scenario, folder, gate, pipe)
    os.close(pipe)
    os.close(gate)
    trace = folder.with_name(f"trace-{os.getpid()}")
    try:
        os.read(reports, 1)  # it is ready to be looked at
        tracer = _attach(child, trace, faults, contents=contents)
        os.write(opener, b"!")
        ran = _heard(reports, child)
        tracer.wait(SECONDS)
    finally:
        os.close(reports)
        os.close(opener)
    if contents:
        ran.calls = list(_calls(trace, folder))
    return ran


def _act(scenario: Scenario, folder: Path, gate: int, pipe: int) -> None:
    ctypes.CDLL(None).prctl(0x59616D61, -1)  # whoever started us may look: PR_SET_PTRACER
    os.writev(pipe, [b"!"])
    os.read(gate, 1)
    told = Told(pipe)
    try:
        scenario.act(folder, told)
    except UserError as error:
        told.stopped(error)
    except BaseException:  # noqa: BLE001  (whatever it is, it is told)
        told.crashed()
    os._exit(0)


def _attach(
    child: int, trace: Path, faults: Sequence[str], *, contents: bool
) -> subprocess.Popen[bytes]:
    size = 10_000_000 if contents else 0
    options = [f"--trace={','.join(TRACED)}", *(f"--inject={fault}" for fault in faults)]
    tracer = subprocess.Popen(
        ["strace", f"--attach={child}", f"--output={trace}", "-xx", "-y", f"-s{size}", *options],
        stderr=subprocess.PIPE,
    )
    assert tracer.stderr is not None
    said = tracer.stderr.readline()
    if b"attached" not in said:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        raise RuntimeError(f"strace: {said.decode()}")
    return tracer


def _heard(reports: int, child: int) -> Ran:
    """Everything that the child tells until its end; one that hangs is ended."""
    content, ran = b"", Ran()
    while True:
        if not select.select([reports], [], [], SECONDS)[0]:
            os.kill(child, signal.SIGKILL)
            ran.crashed.append(f"no end after {SECONDS} seconds")
        more = os.read(reports, 65536)
        if not more:
            break
        content += more
    ran.killed = os.WIFSIGNALED(os.waitpid(child, 0)[1])
    lists = {"ACK": ran.acknowledged, "REFUSED": ran.refused, "CRASHED": ran.crashed}
    for line in content.decode().splitlines():
        word, _, text = line.partition(" ")
        lists[word].append(text)
    return ran


def _calls(trace: Path, folder: Path) -> Iterator[Call]:
    needle = as_hex(str(folder))
    counts: dict[str, int] = {}
    for line in trace.read_text("ascii", errors="replace").splitlines():
        found = _LINE.match(line)
        if found is None:
            continue
        name = found["name"]
        counts[name] = counts.get(name, 0) + 1
        result = -1 if found["result"] == "?" else int(found["result"])
        inside = needle in found["arguments"]
        yield Call(name, counts[name], found["arguments"], result, inside)


def as_hex(text: str) -> str:
    """A text as strace writes it."""
    return "".join(f"\\x{byte:02x}" for byte in text.encode())


def from_hex(text: str) -> bytes:
    """The bytes of what strace wrote."""
    return bytes.fromhex(text.replace("\\x", ""))


def texts_of(arguments: str) -> list[bytes]:
    """All quoted texts among the arguments of a call."""
    return [from_hex(part) for part in re.findall(r'"((?:\\x[0-9a-f]{2})*)"', arguments)]
