# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The administration file: opened, encrypted, migrated, asked and written to.

The only package that knows SQLAlchemy; what only SQLite knows is in ``sqlite.py``.
"""
