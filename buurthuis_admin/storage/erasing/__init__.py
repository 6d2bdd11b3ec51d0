# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""People who leave: made anonymous with every figure kept, or erased, everywhere in the file.

``people`` changes the rows, ``traces`` finds what somebody can be recognised by in texts,
``history`` empties the records of what was changed, ``fingerprints`` remembers by keyed hashes
who left, so that it is done again after a backup was restored.
"""
