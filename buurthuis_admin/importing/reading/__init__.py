# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reads the cells of one spreadsheet file in a child process under limits.

The door is ``reading.process``; everything else here runs in the child, so it imports neither
texts for people nor anything that is slow to start.
"""
