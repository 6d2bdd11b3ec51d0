# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""PDF: sets any document on pages, tagged, with every font embedded.

``text`` breaks plain text into lines of glyphs, ``boxes`` and ``tables`` know their height and how
to split, ``layout`` puts them on pages, ``canvas`` and ``tagging`` write them with reportlab.
"""

from buurthuis_admin.reporting.pdf.build import render, render_with_spots
from buurthuis_admin.reporting.pdf.styles import LARGE_PRINT, NORMAL, Preset

__all__ = ["LARGE_PRINT", "NORMAL", "Preset", "render", "render_with_spots"]
