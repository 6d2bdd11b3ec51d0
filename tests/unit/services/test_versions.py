# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two laptops that both changed a copy: told, compared, and neither overwritten."""

from __future__ import annotations

import datetime
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
from buurthuis_admin.services.versions import VersionService, VersionUnreadable
from tests.unit.storage.making import PASSWORD

DAY = datetime.date(2026, 11, 24)
COPY = "De Linde (conflicted copy 2026-11-24 101500).buurthuis"


def add(centre: Administration, name: str) -> None:
    centre.members.save(PersonDetail(person=Person(name=PersonName(first=name, last="Smit"))))


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


def service(centre: Administration) -> VersionService:
    return VersionService(centre.backups._file, centre.backups, lambda: DAY)


def test_the_other_version_is_found_and_compared(two: tuple[Path, Path]) -> None:
    path, other = two
    with opened(open_administration(path, PASSWORD)) as centre:
        assert service(centre).found() == [other]
        fork = service(centre).compare(other)
    assert (fork.here.changes, fork.there.changes) == (1, 2)
    assert fork.together_until
    assert "Oksana" in fork.there.last_sentence
    assert not fork.other_has_nothing_new


def test_going_on_with_this_one_keeps_the_other_under_its_own_name(
    two: tuple[Path, Path],
) -> None:
    path, other = two
    content = other.read_bytes()
    with opened(open_administration(path, PASSWORD)) as centre:
        kept = service(centre).keep_this(other)
        assert service(centre).found() == []
        assert names(centre) == ["Fatma", "Joëlle"]
    assert not other.exists()
    assert kept.read_bytes() == content


def test_going_on_with_the_other_can_be_undone(two: tuple[Path, Path]) -> None:
    path, other = two
    with opened(open_administration(path, PASSWORD)) as centre:
        before = service(centre).go_on_with(other)
        assert names(centre) == ["Fatma", "Hendrik", "Oksana"]
        assert service(centre).found() == []
        centre.backups.restore(before)
        assert names(centre) == ["Fatma", "Joëlle"]


def test_a_name_that_is_taken_is_left_alone(two: tuple[Path, Path]) -> None:
    path, other = two
    again = Path(shutil.copy(other, other.with_name("De Linde (1).buurthuis")))
    with opened(open_administration(path, PASSWORD)) as centre:
        kept = [service(centre).keep_this(one) for one in (other, again)]
    assert len(set(kept)) == 2
    assert all(one.is_file() for one in kept)


@pytest.mark.parametrize("content", [b"", b"geen administratie" * 1_000])
def test_what_cannot_be_read_is_said_and_left_alone(two: tuple[Path, Path], content: bytes) -> None:
    path, other = two
    other.write_bytes(content)
    with opened(open_administration(path, PASSWORD)) as centre:
        with pytest.raises(VersionUnreadable):
            service(centre).go_on_with(other)
        assert names(centre) == ["Fatma", "Joëlle"]
    assert other.read_bytes() == content


def test_an_open_version_is_not_touched(two: tuple[Path, Path]) -> None:
    path, other = two
    with (
        opened(open_administration(other, PASSWORD)) as elsewhere,
        opened(open_administration(path, PASSWORD)) as centre,
    ):
        add(elsewhere, "Ingrid")
        with pytest.raises(VersionUnreadable):
            service(centre).keep_this(other)
    assert other.is_file()
