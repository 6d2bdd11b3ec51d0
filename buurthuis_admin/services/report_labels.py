# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the fields of texts, photos and corrections of reports are called in the history."""

from __future__ import annotations

from buurthuis_admin.i18n import _


def labels() -> dict[str, str]:
    """The words of the columns."""
    return {
        "year": _("Year"),
        "chapter": _("Chapter"),
        "content": _("Text"),
        "caption": _("Caption"),
        "alt": _("What is on the photo"),
        "people_agreed": _("Everybody on it agrees to be shown"),
        "figure": _("Figure"),
        "value": _("Corrected to"),
        "reason": _("Why"),
    }
