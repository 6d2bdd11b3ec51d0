# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""History: what every unit of work did to which rows, and how it is turned back.

One mechanism serves the audit trail, undo and redo, and turning back an import. Triggers of the
connection write it (``triggers``), so that no query can forget to; thousands of rows that are
inserted at once are kept as one range (``recording``).
"""
