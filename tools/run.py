# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Set up, then read the example box, make its year report and open the program on it.

Without a screen it does the same and prints the key figures and where the PDF is.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tools.project import PROGRAM, in_venv, run
from tools.setup import set_up

if __name__ == "__main__":
    set_up()
    sys.exit(run([in_venv(PROGRAM), "demo", *sys.argv[1:]]))
