# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Make every generated file again: fonts, forms, and the catalogue, in this order."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tools.project import ROOT, in_venv, run_or_stop
from tools.setup import set_up

if __name__ == "__main__":
    set_up()
    run_or_stop([in_venv("python"), ROOT / "tools" / "forms.py"])
    run_or_stop([in_venv("python"), ROOT / "tools" / "catalogue.py", "update"])
