# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The desktop: shell, pages, dialogs and the theme they are drawn in."""

from buurthuis_admin.gui.singletons import protect_singletons

protect_singletons()  # before the first call of Qt
