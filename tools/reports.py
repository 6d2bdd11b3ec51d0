# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Set up, then a year with five dossiers: played, reported into build/reports/, and checked."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tools.project import in_venv, run
from tools.setup import set_up

if __name__ == "__main__":
    set_up()
    sys.exit(run([in_venv("python"), "-m", "tests.reports_play"]))
