# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What somebody can be recognised by in a text: the names they have or had, e-mail, IBAN.

Texts name people everywhere: sentences of the history, remarks of others, names of files. A name
of one word alone ('Jan') is looked for only in the sentences about that person; a name that
somebody else has too is left in the texts of others, where it may be theirs.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection

from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.storage.history.naming import person_name
from buurthuis_admin.storage.history.one_row import Values, row_of
from buurthuis_admin.storage.history.recorded import BY_NAME

_PEOPLE = BY_NAME["people"]
_EARLIER = (
    "SELECT before FROM row_changes WHERE table_number = ? AND row_key = ? AND row_key_2 = 0 "
    "AND before IS NOT NULL ORDER BY id DESC"
)
_NAMESAKE = "SELECT id FROM main.people WHERE sort_key = ? AND id <> ?"
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Traces:
    """The traces of one person. ``anywhere`` is theirs alone; ``own`` only in what is about them.

    ``instead`` is what is written in its place.
    """

    person_id: int
    own: tuple[str, ...]
    anywhere: tuple[str, ...]
    instead: str


def traces_of(connection: Connection, person_id: int, instead: str) -> Traces:
    """What a person can be recognised by, now or earlier."""
    states = list(_states(connection, person_id))
    names: dict[str, None] = {}
    shared: set[str] = set()
    for state in states:
        forms = tuple(_forms(person_name(state)))
        names.update(dict.fromkeys(forms))
        if connection.exec_driver_sql(_NAMESAKE, (state["sort_key"], person_id)).first():
            shared.update(forms)
    alone = [name for name in names if " " in name and name not in shared]
    codes = {str(state[column]) for state in states for column in ("email", "iban")} - {""}
    return Traces(person_id, tuple(names), (*alone, *sorted(codes)), instead)


def _states(connection: Connection, person_id: int) -> Iterator[Values]:
    """The row of a person as it is, and as it was before each change.

    Of who was made one with somebody else, the last record holds the whole row.
    """
    state = row_of(connection, _PEOPLE, {"id": person_id}) or {}
    if state:
        yield state
    earlier = connection.exec_driver_sql(_EARLIER, (_PEOPLE.number, person_id)).scalars().all()
    for before in earlier:
        state = state | json.loads(before)
        yield state


def _forms(name: PersonName) -> Iterable[str]:
    """The ways in which a name is written: in a sentence, in a list, with initials."""
    own = f"{name.prefix} {name.last}".strip()
    for given in (name.first, name.initials):
        for surname in (name.surname, own):
            yield f"{given} {surname}".strip()
    yield name.full
    yield name.sorted
    if name.first and name.last:
        yield f"{name.last}, {name.first}"


class Scrubber:
    """Takes the traces of people out of texts."""

    def __init__(self, traces: Iterable[Traces]) -> None:
        self._by_word: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for one in traces:
            for form in one.anywhere:
                words = _WORD.findall(form.casefold())
                if words:
                    self._by_word[max(words, key=len)][form] = one.instead

    def scrub(self, text: str) -> str:
        """The text without the traces; the very same text when there are none."""
        # Few texts have a word of any name: only those are looked at name by name.
        found = self._by_word.keys() & set(_WORD.findall(text.casefold()))
        forms = {form: instead for word in found for form, instead in self._by_word[word].items()}
        return replace_names(text, forms) if forms else text

    def scrub_json(self, text: str) -> str:
        """A JSON value without the traces in any of its texts."""
        value = json.loads(text)
        cleaned = self._cleaned(value)
        return text if cleaned == value else json.dumps(cleaned, ensure_ascii=False)

    def mentions(self, text: str) -> bool:
        """Whether there is a trace in a text."""
        return self.scrub(text) != text

    def _cleaned(self, value: object) -> object:
        if isinstance(value, str):
            return self.scrub(value)
        if isinstance(value, list):
            return [self._cleaned(one) for one in value]
        if isinstance(value, dict):
            return {self.scrub(str(key)): self._cleaned(one) for key, one in value.items()}
        return value


def replace_names(text: str, forms: dict[str, str]) -> str:
    """Put other words in the place of whole names; capital letters make no difference."""
    longest_first = sorted(filter(None, forms), key=len, reverse=True)
    if not longest_first:
        return text
    folded = {form.casefold(): instead for form, instead in forms.items()}
    pattern = "|".join(map(re.escape, longest_first))

    def instead_of(match: re.Match[str]) -> str:
        words = folded.get(match[0].casefold(), forms[longest_first[0]])
        return words[:1].upper() + words[1:] if match.start() == 0 else words

    return re.sub(rf"(?<!\w)(?:{pattern})(?!\w)", instead_of, text, flags=re.IGNORECASE)
