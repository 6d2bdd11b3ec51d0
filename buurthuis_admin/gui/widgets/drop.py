# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files dropped onto a widget."""

from __future__ import annotations

from PySide6.QtCore import QMimeData


def dropped_paths(data: QMimeData) -> list[str]:
    """The files and folders of this computer in a drag; anything else is left out."""
    return [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
