# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What schema version 3 adds, one module for each room of the house. Frozen once released."""
