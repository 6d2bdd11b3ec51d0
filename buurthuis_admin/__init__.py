# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Buurthuis Administratie: the administration of a community centre, offline, in one file."""

import os

# openpyxl would take lxml when that happens to be installed, and then read and write otherwise.
# It looks once, at its import: so this stands before anything of ours can import it.
os.environ.setdefault("OPENPYXL_LXML", "False")

__version__ = "0.1.0"
