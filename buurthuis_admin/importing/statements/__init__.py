# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bank statements: read (CAMT.053 and MT940), and what each of their lines probably is."""
