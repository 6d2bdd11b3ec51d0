# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""How long and how much the reading of one file may take, and how a process is held to it."""

from __future__ import annotations

import sys
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits for one file: seconds of time, bytes of memory, bytes of file."""

    seconds: float = 10.0
    memory: int = 512 * 2**20
    file_size: int = 64 * 2**20


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _PROCESS_MEMORY = 0x100
    _KILL_ON_CLOSE = 0x2000
    _EXTENDED_LIMITS = 9

    class _BasicLimits(ctypes.Structure):
        _fields_ = (
            ("PerProcessUserTimeLimit", wintypes.LARGE_INTEGER),
            ("PerJobUserTimeLimit", wintypes.LARGE_INTEGER),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        )

    class _ExtendedLimits(ctypes.Structure):
        _fields_ = (
            ("Basic", _BasicLimits),
            ("IoInfo", ctypes.c_ulonglong * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        )

    def hold_memory(memory: int) -> bool:
        """Put this process in a Job Object of its own with a memory limit; whether it took.

        The handle of the job stays open until the process ends, and the job with it.
        """
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
        kernel.SetInformationJobObject.argtypes = (
            wintypes.HANDLE,
            ctypes.c_int,
            ctypes.c_void_p,
            wintypes.DWORD,
        )
        limits = _ExtendedLimits()
        limits.Basic.LimitFlags = _PROCESS_MEMORY | _KILL_ON_CLOSE
        limits.ProcessMemoryLimit = memory
        job = kernel.CreateJobObjectW(None, None)
        size = ctypes.sizeof(limits)
        told = kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(limits), size)
        return bool(told and kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess()))

    def hold_time(seconds: float) -> None:
        """Nothing: the parent alone watches the clock here."""

else:
    import resource

    def hold_memory(memory: int) -> bool:
        """Limit the address space of this process, its files and its traces; whether it took.

        macOS refuses the limit on address space; there only the declared sizes and the clock
        stand between a bomb and the memory.
        """
        _limit(resource.RLIMIT_CORE, 0)
        _limit(resource.RLIMIT_FSIZE, 0)
        return _limit(resource.RLIMIT_AS, memory)

    def hold_time(seconds: float) -> None:
        """Let the kernel end this process after so much more work, should the parent be gone."""
        used = resource.getrusage(resource.RUSAGE_SELF)
        _limit(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime + seconds) + 1, soft=True)

    def _limit(which: int, value: int, *, soft: bool = False) -> bool:
        try:
            hard = resource.getrlimit(which)[1] if soft else value
            resource.setrlimit(which, (value, hard))
        except (OSError, ValueError):
            return False
        return True
