# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a person reads after a mistake in the recovery code."""

from __future__ import annotations

import pytest

from buurthuis_admin.domain.recovery import (
    RecoveryError,
    RecoveryMismatchError,
    RecoveryTypingError,
    RecoveryVersionError,
)
from buurthuis_admin.domain.recovery_groups import LABELS
from buurthuis_admin.i18n import language
from buurthuis_admin.services.recovery_words import explain


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (
            RecoveryTypingError(wrong=["B2"]),
            "In groep B2 klopt iets niet. Vergelijk die met het vel, teken voor teken.",
        ),
        (
            RecoveryTypingError(wrong=["A1", "B2", "F3"]),
            (
                "In de groepen A1, B2 en F3 klopt iets niet. "
                "Vergelijk ze met het vel, teken voor teken."
            ),
        ),
        (RecoveryTypingError(missing=["C1"]), "Groep C1 ontbreekt."),
        (
            RecoveryTypingError(missing=LABELS[9:]),
            "Er ontbreken 9 groepen; de eerste daarvan is D1.",
        ),
        (
            RecoveryTypingError(missing=LABELS),
            "Typ de groepen van het herstelvel over: zes rijen van drie.",
        ),
        (
            RecoveryTypingError(wrong=LABELS, surplus=3),
            "Dit lijkt niet op de code van een herstelvel. Die heeft zes rijen van drie groepen.",
        ),
        (
            RecoveryTypingError(surplus=1),
            "Er staan meer groepen dan het vel heeft. Hebt u er een dubbel getypt?",
        ),
        (
            RecoveryVersionError(""),
            (
                "Dit herstelvel is gemaakt met een nieuwere versie van het programma. "
                "Installeer die versie."
            ),
        ),
    ],
)
def test_each_mistake_has_its_sentence(error: RecoveryError, sentence: str) -> None:
    with language("nl"):
        assert explain(error) == sentence


def test_several_mistakes_are_all_told() -> None:
    with language("nl"):
        text = explain(RecoveryTypingError(wrong=["A2"], missing=["E1", "E2"]))
    assert "In groep A2" in text
    assert text.endswith("De groepen E1 en E2 ontbreken.")


def test_groups_that_do_not_belong_together() -> None:
    with language("nl"):
        assert "hetzelfde herstelvel" in explain(RecoveryMismatchError())
