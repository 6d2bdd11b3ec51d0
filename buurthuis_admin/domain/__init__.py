# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a community centre is made of: people, activities, counts, subsidies and their rules.

Standard library only: nothing here knows of files, databases or screens.
"""
