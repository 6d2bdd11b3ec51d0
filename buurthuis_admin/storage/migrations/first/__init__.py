# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What schema version 1 is made of. Frozen: a later schema is a migration of its own."""
