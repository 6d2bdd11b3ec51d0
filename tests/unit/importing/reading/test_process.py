# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The child process: its limits, its death, and what it may say to its parent."""

from __future__ import annotations

import io
import os
import pickle
import signal
import struct
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from buurthuis_admin.errors import Cancelled
from buurthuis_admin.importing import problems
from buurthuis_admin.importing.reading import wire
from buurthuis_admin.importing.reading.limits import Limits
from buurthuis_admin.importing.reading.process import ReaderProcess, read_workbook
from tests.unit.importing.reading.made_files import xlsx


@pytest.fixture
def members(tmp_path: Path) -> Path:
    path = tmp_path / "leden.csv"
    path.write_bytes(b"naam;nr\nJan;1\n")
    return path


def test_one_file(members: Path) -> None:
    book = read_workbook(members)
    assert (book.file_name, book.size) == ("leden.csv", 14)
    assert book.sheets[0].rows == (("naam", "nr"), ("Jan", "1"))


def test_one_child_reads_a_whole_box(members: Path, tmp_path: Path) -> None:
    other = tmp_path / "a.xlsx"
    other.write_bytes(xlsx(lambda sheet: sheet.append(["x"])))
    with ReaderProcess() as reader:
        child = reader.process_id
        assert [reader.read(path).file_name for path in (members, other, members)] == [
            "leden.csv",
            "a.xlsx",
            "leden.csv",
        ]
        assert reader.process_id == child


def test_a_dead_child_is_replaced(members: Path) -> None:
    with ReaderProcess() as reader:
        reader.read(members)
        child = reader.process_id
        assert child is not None
        os.kill(child, signal.SIGKILL)
        os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)
        assert reader.read(members).size == 14
        assert reader.process_id != child


def test_time_runs_out(members: Path) -> None:
    with (
        ReaderProcess(Limits(seconds=0.001)) as reader,
        pytest.raises(problems.ReadingTookTooLong, match=r"leden\.csv"),
    ):
        reader.read(members)


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel limits memory on Linux")
def test_memory_runs_out_and_the_next_file_is_read(members: Path, tmp_path: Path) -> None:
    large = tmp_path / "groot.csv"
    large.write_bytes(b"naam;adres;plaats\n" + b"Jan;Dorpsstraat 12;Utrecht\n" * 800_000)
    with ReaderProcess(Limits(memory=100 * 2**20)) as reader:
        with pytest.raises(problems.ReadingNeedsTooMuchMemory, match=r"groot\.csv"):
            reader.read(large)
        assert reader.read(members).size == 14


def test_each_file_problem_is_one_sentence(tmp_path: Path) -> None:
    empty = tmp_path / "leeg.xlsx"
    empty.touch()
    heavy = tmp_path / "zwaar.csv"
    heavy.write_bytes(b"x" * 2000)
    with ReaderProcess(Limits(file_size=1000)) as reader:
        for path, problem in (
            (tmp_path / "niet.xlsx", problems.FileMissing),
            (tmp_path, problems.FileKindUnknown),
            (empty, problems.FileEmpty),
            (heavy, problems.FileTooLarge),
        ):
            with pytest.raises(problem) as raised:
                reader.read(path)
            assert str(raised.value).startswith(path.name)
            assert str(raised.value).endswith(".")


@pytest.mark.language("nl")
def test_the_sentence_names_sheet_and_cell_in_dutch() -> None:
    sentence = str(problems.FileTooLarge("a {b}.xlsx", "Blad {1}", "XFD9"))
    assert "a {b}.xlsx" in sentence
    assert "tabblad Blad {1} loopt door tot cel XFD9" in sentence


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="rights are those of Unix")
def test_a_file_without_rights(members: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may read everything")
    members.chmod(0)
    with pytest.raises(problems.FileLocked):
        read_workbook(members)


def test_cancel_from_another_thread_ends_the_reading(members: Path, tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("needs a file that never ends")
    endless = tmp_path / "eindeloos.csv"
    os.mkfifo(endless)

    def cancel_when_it_reads() -> None:
        with endless.open("wb"):
            reader.cancel()

    with ReaderProcess(Limits(seconds=20)) as reader:
        opened = threading.Thread(target=cancel_when_it_reads)
        opened.start()
        with pytest.raises(Cancelled):
            reader.read(endless)
        opened.join()
        with pytest.raises(Cancelled):
            reader.read(members)


def test_nothing_but_plain_data_is_taken_from_the_child() -> None:
    class Attack:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return os.system, ("true",)

    data = pickle.dumps(Attack())
    with pytest.raises(wire.Disconnected):
        wire.receive(io.BytesIO(struct.pack("<Q", len(data)) + data))
    with pytest.raises(wire.Disconnected):
        wire.receive(io.BytesIO(struct.pack("<Q", 2**60)))
    with pytest.raises(wire.Disconnected):
        wire.receive(io.BytesIO(b"\x01"))


def test_the_child_imports_nothing_heavy() -> None:
    code = (
        "import sys; import buurthuis_admin.importing.reading.child; "
        "print([name for name in ('PySide6', 'sqlalchemy', 'babel', 'openpyxl', 'xlrd', "
        "'python_calamine') if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
