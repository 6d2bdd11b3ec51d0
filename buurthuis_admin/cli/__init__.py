# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The commands: the same services without a window. Documented in docs/commands.md."""

from __future__ import annotations

from buurthuis_admin.cli.run import main

__all__ = ["main"]
