# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two laptops that both changed a copy: told, compared, and neither overwritten."""

from __future__ import annotations

import shutil
from contextlib import closing as opened
from pathlib import Path

import pytest

from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.people import Person, PersonDetail
from buurthuis_admin.services.administration import (
    Administration,
    create_administration,
    open_administration,
)
from buurthuis_admin.storage.problems import AdministrationInUse
from tests.unit.storage.making import PASSWORD

COPY = "De Linde (conflicted copy 2026-11-24 101500).buurthuis"


def add(centre: Administration, first: str) -> None:
    centre.members.save(PersonDetail(person=Person(name=PersonName(first=first, last="Smit"))))


def names(centre: Administration) -> list[str]:
    return sorted(one.person.name.first for one in centre.members.all_people())


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    """An administration with Fatma, then changed on each of two laptops."""
    path, other = tmp_path / "De Linde.buurthuis", tmp_path / COPY
    with opened(create_administration(path, PASSWORD)) as centre:
        add(centre, "Fatma")
    shutil.copy(path, other)
    with opened(open_administration(path, PASSWORD)) as centre:
        add(centre, "Joëlle")
    with opened(open_administration(other, PASSWORD)) as centre:
        add(centre, "Hendrik")
        add(centre, "Oksana")
    return path, other


def test_the_other_version_is_found_and_compared(two: tuple[Path, Path]) -> None:
    path, other = two
    with opened(open_administration(path, PASSWORD)) as centre:
        (found,) = centre.versions.others()
    assert (found.path, found.readable) == (other, True)
    assert (found.here.changes, found.there.changes) == (1, 2)


def test_going_on_with_this_one_keeps_the_other_whole(two: tuple[Path, Path]) -> None:
    path, other = two
    content = other.read_bytes()
    with opened(open_administration(path, PASSWORD)) as centre:
        (found,) = centre.versions.others()
        kept = centre.versions.set_aside(found)
        assert centre.versions.others() == []
        assert names(centre) == ["Fatma", "Joëlle"]
    assert kept.read_bytes() == content
    with opened(open_administration(kept, PASSWORD)) as centre:
        assert names(centre) == ["Fatma", "Hendrik", "Oksana"]


def test_going_on_with_the_other_can_be_undone(two: tuple[Path, Path]) -> None:
    with opened(open_administration(two[0], PASSWORD)) as centre:
        (found,) = centre.versions.others()
        centre.versions.go_on_with_other(found)
        assert names(centre) == ["Fatma", "Hendrik", "Oksana"]
        centre.backups.restore(centre.backups.list()[0].path)
        assert names(centre) == ["Fatma", "Joëlle"]


@pytest.mark.parametrize("content", [b"", b"geen administratie" * 1_000])
def test_what_cannot_be_read_is_said_and_left_alone(two: tuple[Path, Path], content: bytes) -> None:
    path, other = two
    other.write_bytes(content)
    with opened(open_administration(path, PASSWORD)) as centre:
        (found,) = centre.versions.others()
        assert not found.readable
        assert names(centre) == ["Fatma", "Joëlle"]
    assert other.read_bytes() == content


def test_a_version_that_is_open_elsewhere_is_not_moved_without_its_last_changes(
    two: tuple[Path, Path],
) -> None:
    path, other = two
    with opened(open_administration(path, PASSWORD)) as centre:
        (before,) = centre.versions.others()
        with opened(open_administration(other, PASSWORD)) as elsewhere:
            add(elsewhere, "Ingrid")
            (found,) = centre.versions.others()
            assert not found.readable
            for work in (centre.versions.set_aside, centre.versions.go_on_with_other):
                with pytest.raises(AdministrationInUse):
                    work(before)
        (found,) = centre.versions.others()
        assert found.there.changes == 3
