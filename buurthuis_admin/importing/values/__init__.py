# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Cells of old spreadsheets, read strictly: what cannot be known is not guessed."""
