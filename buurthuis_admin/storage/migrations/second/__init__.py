# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What schema version 2 adds: history, privacy, backups. Frozen, as the first is."""
