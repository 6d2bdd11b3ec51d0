# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Everything a developer runs: set-up, checks, tests, generated files, bundle."""
