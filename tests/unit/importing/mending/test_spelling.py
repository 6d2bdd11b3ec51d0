# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Spellings of one name are put together; two names that are alike are not."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from buurthuis_admin.importing.mending.spelling import clusters


def test_the_usual_spelling_is_proposed() -> None:
    (cluster,) = clusters({"Waterdam": 40, "waterdam": 3, "Wtrdam": 1, "Utrecht": 12})
    assert cluster.right == "Waterdam"
    assert [spelling for spelling, _count in cluster.spellings] == [
        "Waterdam",
        "waterdam",
        "Wtrdam",
    ]


def test_of_equals_the_one_with_a_capital_is_right() -> None:
    (cluster,) = clusters({"waterdam": 2, "WATERDAM": 2, "Waterdam": 2})
    assert cluster.right == "Waterdam"


def test_places_and_groups_that_are_alike_stay_apart() -> None:
    assert not clusters({"Ede": 3, "Epe": 1})
    assert not clusters({"Almere": 10, "Almelo": 1})
    assert not clusters({"Yoga 1": 10, "Yoga 2": 1})
    assert not clusters({"Bergen": 9, "Bergeijk": 9})
    assert not clusters({"Hoorn": 20, "Doorn": 1})


def test_what_a_person_said_is_right_is_not_asked_again() -> None:
    assert not clusters({"Waterdam": 40, "Wtrdam": 1}, frozenset(("Wtrdam", "Waterdam")))


@given(st.dictionaries(st.text(max_size=12), st.integers(1, 50), max_size=15))
def test_no_spelling_gets_lost_and_none_is_in_two_clusters(counts: dict[str, int]) -> None:
    found = clusters(counts)
    members = Counter(spelling for cluster in found for spelling, _count in cluster.spellings)
    assert set(members.values()) <= {1}
    assert all(counts[s] == n for cluster in found for s, n in cluster.spellings)
    assert all(len(cluster.spellings) > 1 for cluster in found)
    assert all(cluster.right in dict(cluster.spellings) for cluster in found)


def test_thousands_of_names_are_no_towns() -> None:
    counts = {f"naam{chr(97 + i % 26)}{i}": 1 for i in range(3000)} | {"Waterdam": 2, "WATERDAM": 1}
    (cluster,) = clusters(counts)
    assert cluster.right == "Waterdam"
