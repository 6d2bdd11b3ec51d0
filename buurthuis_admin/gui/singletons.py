# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Protection of None, True and False against PySide6 on Python 3.11.

PySide6 6.12 is built for Pythons in which these objects are immortal (3.12 and later, PEP 683)
and hands them out without counting. On 3.11 every call of a Qt method that returns nothing takes
one reference of None away, and after some tens of thousands of calls Python ends the program with
'deallocating None'. Measured with ``sys.getrefcount``; a test holds it to that.
"""

from __future__ import annotations

import ctypes
import sys

# More than a program can lose in years, and far from overflow.
_PLENTY = 1 << (40 if sys.maxsize > 1 << 32 else 28)


def protect_singletons() -> None:
    """Count these objects as used so often that they are never given up. Once is enough."""
    if sys.version_info >= (3, 12):
        return
    for singleton in (None, True, False, NotImplemented, Ellipsis):
        count = ctypes.c_ssize_t.from_address(id(singleton))
        if count.value < _PLENTY:
            count.value += _PLENTY
