# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reports: content as neutral blocks, and PDF as one way to set it.

``year_report`` turns figures into a ``content.Document``; ``pdf`` turns any document into a file.
Only the first knows what a community centre is, only the second what a page is.
"""
