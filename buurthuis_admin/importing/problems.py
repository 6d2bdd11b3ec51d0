# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Why a file cannot be read, as one sentence that names the file and says what to do."""

from __future__ import annotations

from collections.abc import Callable

from buurthuis_admin.errors import UserError
from buurthuis_admin.i18n import _
from buurthuis_admin.importing.reading.failure import Reason


class FileProblem(UserError):
    """A file that cannot be read; ``file_name`` is its name without folders."""

    def __init__(self, file_name: str, sentence: str, **params: str) -> None:
        super().__init__(sentence.format(file=file_name, **params))
        self.file_name = file_name


class FileMissing(FileProblem):
    """There is no such file."""

    def __init__(self, file_name: str) -> None:
        super().__init__(file_name, _("{file} is not there; check the name and the folder."))


class FileLocked(FileProblem):
    """Another program holds the file, or it may not be read."""

    def __init__(self, file_name: str) -> None:
        super().__init__(
            file_name,
            _("{file} cannot be opened; close it in other programs, or copy it to another folder."),
        )


class FilePasswordProtected(FileProblem):
    """The file can only be opened with a password."""

    def __init__(self, file_name: str) -> None:
        super().__init__(
            file_name,
            _("{file} has a password; open it, save it without a password and choose that file."),
        )


class FileDamaged(FileProblem):
    """The content is broken off or mutilated."""

    def __init__(self, file_name: str) -> None:
        super().__init__(
            file_name,
            _("{file} is damaged; open it in Excel or LibreOffice and save it under a new name."),
        )


class FileEmpty(FileProblem):
    """No cell is filled."""

    def __init__(self, file_name: str) -> None:
        super().__init__(
            file_name, _("{file} is empty; choose the file that holds the list itself.")
        )


class FileKindUnknown(FileProblem):
    """The content is no spreadsheet, whatever the name says."""

    def __init__(self, file_name: str) -> None:
        super().__init__(
            file_name,
            _("{file} is not a spreadsheet; choose an Excel, LibreOffice or csv file."),
        )


class FileTooLarge(FileProblem):
    """The file or a sheet is larger than any administration; ``cell`` is the farthest one."""

    def __init__(self, file_name: str, sheet: str = "", cell: str = "") -> None:
        sentence = _("{file} is too large to read; split it into smaller files.")
        if cell:
            sentence = _(
                "{file} is too large to read: sheet {sheet} runs on to cell {cell}; "
                "remove the rows and columns outside the table."
            )
        super().__init__(file_name, sentence, sheet=sheet, cell=cell)


class ReadingTookTooLong(FileProblem):
    """The reader was stopped by the clock."""

    def __init__(self, file_name: str) -> None:
        super().__init__(
            file_name,
            _("{file} took too long to read; save it again in Excel or LibreOffice and try that."),
        )


class ReadingNeedsTooMuchMemory(FileProblem):
    """The reader was stopped by the limit on memory."""

    def __init__(self, file_name: str) -> None:
        super().__init__(
            file_name,
            _("{file} needs too much memory to read; remove empty rows and columns and save it."),
        )


_PROBLEMS: dict[Reason, Callable[[str], FileProblem]] = {
    Reason.MISSING: FileMissing,
    Reason.LOCKED: FileLocked,
    Reason.PROTECTED: FilePasswordProtected,
    Reason.DAMAGED: FileDamaged,
    Reason.EMPTY: FileEmpty,
    Reason.UNKNOWN_KIND: FileKindUnknown,
    Reason.TOO_MUCH_MEMORY: ReadingNeedsTooMuchMemory,
}


def problem(reason: Reason, file_name: str, *, sheet: str = "", cell: str = "") -> FileProblem:
    """The problem to raise for what the child says."""
    if reason is Reason.TOO_LARGE:
        return FileTooLarge(file_name, sheet, cell)
    return _PROBLEMS[reason](file_name)
