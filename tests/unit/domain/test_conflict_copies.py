# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import pytest

from buurthuis_admin.domain.conflict_copies import Scheme, conflict_copies, conflict_copy

FILE = "De Linde.buurthuis"


@pytest.mark.parametrize(
    ("name", "scheme"),
    [
        ("De Linde (conflicted copy 2026-11-24 101500).buurthuis", Scheme.NEXTCLOUD),
        ("De Linde_conflict-20261124-101500.buurthuis", Scheme.NEXTCLOUD),
        ("De Linde (Jans-laptop's conflicted copy 2026-11-24).buurthuis", Scheme.DROPBOX),
        ("De Linde (Jans-laptop\u2019s conflicted copy 2026-11-24).buurthuis", Scheme.DROPBOX),
        ("De Linde (conflicterende kopie van Jan 2026-11-24).buurthuis", Scheme.DROPBOX),
        ("De Linde (Jans laptop in conflict 2026-11-24).buurthuis", Scheme.DROPBOX),
        ("De Linde-DESKTOP-4F6KQ2P.buurthuis", Scheme.ONEDRIVE),
        ("De Linde-LAPTOP-JAN-2.buurthuis", Scheme.ONEDRIVE),
        ("De Linde.sync-conflict-20261124-101500-ABCDEFG.buurthuis", Scheme.SYNCTHING),
        ("De Linde (1).buurthuis", Scheme.COPY),
        ("De Linde [Conflict].buurthuis", Scheme.COPY),
        ("De Linde - Kopie.buurthuis", Scheme.COPY),
        ("De Linde - Kopie (2).buurthuis", Scheme.COPY),
        ("De Linde - Copy.buurthuis", Scheme.COPY),
        ("De Linde (kopie).buurthuis", Scheme.COPY),
        ("Kopie van De Linde.buurthuis", Scheme.COPY),
    ],
)
def test_the_copies_of_every_service_are_known(name: str, scheme: Scheme) -> None:
    found = conflict_copy(name, FILE)
    assert found is not None
    assert (found.scheme, found.original) == (scheme, FILE)


@pytest.mark.parametrize(
    "name",
    [
        FILE,
        "De Linde 2019.buurthuis",
        "De Linden.buurthuis",
        "De Linde (2019).buurthuis",
        "De Linde - jeugd.buurthuis",
        "De Wilg (1).buurthuis",
        "De Linde (1).xlsx",
        "De Linde.buurthuis-wal",
        "De Linde 2026-11-24 021530 r000123 dagelijks.buurthuis",
    ],
)
def test_other_files_are_left_alone(name: str) -> None:
    assert conflict_copy(name, FILE) is None


def test_the_name_of_this_computer_is_known_too() -> None:
    names = [FILE, "De Linde-buurthuis-pc.buurthuis", "De Linde (1).buurthuis", "leden.xlsx"]
    found = conflict_copies(names, FILE, "buurthuis-pc")
    assert [one.name for one in found] == names[2:0:-1]


def test_a_file_without_a_suffix_has_copies_too() -> None:
    assert conflict_copy("linde (1)", "linde") is not None
