# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The forms of ``ui/`` as Python, made by ``tools/forms.py``; never edited by hand."""
