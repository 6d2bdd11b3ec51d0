# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The people that attendance sheets and hours name, against those that are known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from buurthuis_admin.importing.outcome import Reason
from buurthuis_admin.importing.planning.drafts import PersonDraft
from buurthuis_admin.importing.planning.fates import Fates
from buurthuis_admin.importing.planning.identities import Identities
from buurthuis_admin.importing.planning.matching import Match
from buurthuis_admin.importing.planning.people import new_participant, note_change
from buurthuis_admin.importing.records import PersonMention, Source


class Mentions:
    """Finds the person of every mention of a box, each name once."""

    def __init__(self, who: Identities, fates: Fates) -> None:
        self._who, self._people, self._fates = who, who.people, fates
        self._found: dict[PersonMention, PersonDraft] = {}

    def resolve(self, mentions: Iterable[tuple[PersonMention, Source]]) -> None:
        """Find everybody. Who is certain goes first, so that fewer remain for the others."""
        first_seen: dict[PersonMention, Source] = {}
        sheets: dict[tuple[PersonMention, str, str], Source] = {}
        for mention, source in mentions:
            first_seen.setdefault(mention, source)
            sheets.setdefault((mention, source.file, source.sheet), source)
        waiting: list[tuple[PersonMention, Source]] = []
        unknown: list[tuple[PersonMention, Source]] = []
        for mention, source in first_seen.items():
            match = self._who.of_mention(mention, source)
            if match.person is not None and not match.question:
                self._take(mention, match.person)
            elif match.others:
                waiting.append((mention, source))
            else:
                unknown.append((mention, source))
        for mention, source in (*waiting, *unknown):
            self._settle(mention, source)
        for (mention, _file, _sheet), source in sheets.items():
            self._stands_at(self._found[mention], source)

    def _stands_at(self, person: PersonDraft, source: Source) -> None:
        """Remember one row of each sheet on which somebody stands."""
        if source not in person.sources:
            person.sources.append(source)

    def person(self, mention: PersonMention) -> PersonDraft:
        """The person of a mention that was resolved."""
        return self._found[mention]

    def _settle(self, mention: PersonMention, source: Source) -> None:
        match = self._who.of_mention(mention, source)
        if match.others:
            match = self._one_of(match)
        if match.person is None:
            self._add(mention, source)
            return
        if match.question:
            self._who.note(match.person, mention, Reason(match.question))
            self._fates.ask(
                source,
                match.question,
                "taken_as_person",
                name=mention.name.full,
                person=match.person.name.full,
            )
        self._take(mention, match.person, learn=not match.question)

    def _one_of(self, match: Match) -> Match:
        """Of several with this name: the first whom no other name on the sheets claimed."""
        claimed = set(map(id, self._found.values()))
        free = [person for person in match.others if id(person) not in claimed]
        return Match((free or list(match.others))[0], match.question)

    def _add(self, mention: PersonMention, source: Source) -> None:
        person = new_participant(mention.name, source)
        if mention.name.empty:
            person.name = replace(mention.name, last=mention.number)
        self._people.add(person)
        self._found[mention] = person
        self._who.take(mention, person)
        self._fates.ask(source, "not_on_members_list", "new_participant", name=person.name.full)

    def _take(self, mention: PersonMention, person: PersonDraft, *, learn: bool = True) -> None:
        self._found[mention] = person
        self._who.take(mention, person)
        if learn and mention.name.first and not person.name.first and person.name.last:
            name = replace(person.name, first=mention.name.first)
            note_change(person, "name", person.name, name)
            person.name = name
            self._people.named(person)
