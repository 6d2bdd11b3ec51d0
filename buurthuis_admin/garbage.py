# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""When Python looks for garbage: not while much is made that stays.

A search walks over everything there is and holds every thread meanwhile, the window's too: over
what the whole program is made of it takes more than a tenth of a second.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_search(*, stays: bool) -> Iterator[None]:
    """No search for garbage meanwhile.

    ``stays``: what was made by now lives on and makes no circles, so later searches leave it out.
    """
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            if stays:
                gc.freeze()
            gc.enable()
