# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""People who leave: the yearly list of who may go, making anonymous, erasing, and doing it again.

What was removed stays removed: it is no step that undo takes back, and after a backup was
restored ``apply_erasures`` does it again.
"""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from buurthuis_admin.domain.history import ChangeKind
from buurthuis_admin.domain.privacy import RemovalKind, RemovalPreview, add_months
from buurthuis_admin.domain.retention import MayGo, RetentionRules, who_may_go
from buurthuis_admin.i18n import _, ngettext
from buurthuis_admin.services.changes import ACTIVITIES, MONEY, PEOPLE, PRIVACY, SETTINGS, Changes
from buurthuis_admin.services.members import PersonGone
from buurthuis_admin.storage import privacy_queries, removal_queries, settings_store
from buurthuis_admin.storage.erasing import bookings, files, fingerprints, people, removal
from buurthuis_admin.storage.erasing.fingerprints import KeptRemoval
from buurthuis_admin.storage.file import AdministrationFile

_RULES = "retention_rules"
_REVIEWED = "retention_reviewed"
_REVIEW_DAY = (1, 31)  # the list is gone through in January


@dataclass(frozen=True, slots=True)
class KeptPerson:
    """Somebody who may go and is kept, and why."""

    person: MayGo
    reason: str


@dataclass(frozen=True, slots=True)
class RetentionList:
    """Who may go, and who of them is kept for a reason."""

    may_go: tuple[MayGo, ...]
    kept: tuple[KeptPerson, ...]


class RemovalService:
    """Retention and removal in one administration."""

    def __init__(
        self,
        file: AdministrationFile,
        changes: Changes,
        today: Callable[[], datetime.date] = datetime.date.today,
    ) -> None:
        self._file, self._changes, self._today = file, changes, today

    # The rules and the yearly list.

    def rules(self) -> RetentionRules:
        """How long the centre keeps people, with our defaults for what was not chosen."""
        return _rules(self._file)

    def save_rules(self, rules: RetentionRules) -> None:
        """Keep the rules."""
        self._save(_("Retention periods changed"), {_RULES: dataclasses.asdict(rules)})
        self.drop_old_files()

    def drop_old_files(self) -> int:
        """Let go of the bytes of files that were read too long ago; how many there were."""
        today = self._today()
        years = self.rules().files
        with self._file.bookkeeping() as connection:
            return files.drop_old(connection, add_months(today, -12 * years))

    def review(self) -> RetentionList:
        """Who may go today."""
        rules, today = self.rules(), self._today()
        with self._file.reading() as connection:
            facts = privacy_queries.facts(connection, today)
            reasons = settings_store.settings(connection).get(removal.KEPT_PEOPLE, {})
        found = who_may_go(facts, rules, today)
        return RetentionList(
            tuple(one for one in found if str(one.person_id) not in reasons),
            tuple(
                KeptPerson(one, reasons[str(one.person_id)])
                for one in found
                if str(one.person_id) in reasons
            ),
        )

    def keep(self, person_id: int, reason: str) -> None:
        """Keep somebody who may go, for a reason; without a reason not any longer."""
        with self._file.reading() as connection:
            reasons = dict(settings_store.settings(connection).get(removal.KEPT_PEOPLE, {}))
        reasons.pop(str(person_id), None)
        if reason.strip():
            reasons[str(person_id)] = reason.strip()
        sentence = _("Kept longer for a reason") if reason.strip() else _("Not kept any longer")
        self._save(sentence, {removal.KEPT_PEOPLE: reasons})

    def reviewed(self) -> None:
        """The list of this year was gone through."""
        self._save(_("The people who may go were looked at"), {_REVIEWED: self._today().year})
        self.drop_old_files()

    def review_by(self, today: datetime.date) -> datetime.date | None:
        """The day before which the list of this year is gone through; None when that is done.

        A centre that began this year has nothing to go through.
        """
        with self._file.reading() as connection:
            done = settings_store.settings(connection).get(_REVIEWED, 0)
            began = privacy_queries.first_change(connection)
        if done >= today.year or began is None or began.year >= today.year:
            return None
        return datetime.date(today.year, *_REVIEW_DAY)

    # Removing.

    def preview(self, person_id: int) -> RemovalPreview:
        """What is known of somebody, to say what goes and what stays. Raises PersonGone."""
        with self._file.reading() as connection:
            found = removal_queries.preview(connection, person_id)
        if found is None:
            raise PersonGone
        return dataclasses.replace(
            found,
            contribution_until=self._money_until(found.contribution_until),
            book_until=self._money_until(found.book_until),
        )

    def _money_until(self, last: int | None) -> int | None:
        """Until which year the law asks for money of that year; None when it does not any more."""
        years = self.rules().money
        return None if last is None or last + years < self._today().year else last + years

    def anonymise(self, ids: Sequence[int]) -> None:
        """Make people anonymous: every figure stays, nobody knows any more who they were."""
        sentence = ngettext(
            "{count} person was made anonymous", "{count} people were made anonymous", len(ids)
        )
        self._remove(ids, RemovalKind.ANONYMISED, sentence.format(count=len(ids)))

    def erase(self, ids: Sequence[int]) -> None:
        """Erase people: visits stay as numbers, hours without a name, nothing else."""
        sentence = ngettext("{count} person was erased", "{count} people were erased", len(ids))
        self._remove(ids, RemovalKind.ERASED, sentence.format(count=len(ids)))

    def _remove(self, ids: Sequence[int], kind: RemovalKind, sentence: str) -> None:
        today = self._today()
        first_year = today.year - self.rules().money
        with self._file.unit_of_work(sentence, ChangeKind.FINAL) as unit:
            removal.remove(unit, ids, kind, today, _("an erased person"), first_year)
            bookings.drop_old_names(unit.connection, first_year)
            people.drop_old_contributions(unit.connection, first_year)
            unit.commit()
        removal.leave_nothing_behind(self._file)
        self._changes.tell(PEOPLE, ACTIVITIES, PRIVACY, MONEY)

    def _save(self, sentence: str, values: dict[str, object]) -> None:
        with self._file.unit_of_work(sentence) as unit:
            settings_store.save(unit.connection, values)
            unit.commit()
        self._changes.tell(PRIVACY, SETTINGS)


def _rules(file: AdministrationFile) -> RetentionRules:
    with file.reading() as connection:
        kept = settings_store.settings(connection).get(_RULES, {})
    names = {one.name for one in dataclasses.fields(RetentionRules)}
    return RetentionRules(**{name: years for name, years in kept.items() if name in names})


def kept_removals(file: AdministrationFile) -> list[KeptRemoval]:
    """Who left, as keyed hashes: to take along when an older copy takes the place of this file."""
    with file.reading() as connection:
        return fingerprints.known(connection)


def apply_erasures(file: AdministrationFile, more: Iterable[KeptRemoval] = ()) -> int:
    """Remove again who had left before an older copy was restored; returns how many.

    ``more`` is what the file that it replaces, or a newer backup, remembers (``kept_removals``).
    """
    with file.bookkeeping() as connection:
        fingerprints.add(connection, more)
        again = fingerprints.to_do_again(connection)
    if not again:
        return 0
    sentence = ngettext(
        "{count} person who had left was removed again",
        "{count} people who had left were removed again",
        len(again),
    )
    newest = max(one.day for one in again.values())
    money_since = newest.year - _rules(file).money
    with file.unit_of_work(sentence.format(count=len(again)), ChangeKind.FINAL) as unit:
        for kind, day in sorted({(one.kind, one.day) for one in again.values()}):
            ids = [number for number, one in again.items() if (one.kind, one.day) == (kind, day)]
            removal.remove(unit, ids, kind, day, _("an erased person"), money_since)
        unit.commit()
    removal.leave_nothing_behind(file)
    return len(again)
