# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Buurthuis Administratie: the administration of a community centre, offline, in one file."""

__version__ = "0.1.0"
