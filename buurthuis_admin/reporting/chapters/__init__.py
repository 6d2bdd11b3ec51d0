# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The chapters of the year report: each turns figures into blocks, or into nothing."""
