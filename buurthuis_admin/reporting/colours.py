# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The colours of reports, told apart by colour-blind readers too (REPORTS.md)."""

from __future__ import annotations

TEAL = "#0B625E"
ORANGE = "#D9731A"
PURPLE = "#6A4FA3"
GREY = "#8A9299"
INK = "#1B1F2A"
SOFT_INK = "#4F5B6E"  # 6.9 : 1 on white
RULE = "#C9CED4"
WHITE = "#FFFFFF"
