# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The form of a funder: its rules, each with where it is from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from buurthuis_admin.domain.funders import (
    Deadline,
    Fact,
    Funder,
    FunderKind,
    ReportPart,
    Source,
    Threshold,
)
from buurthuis_admin.domain.money import AmbiguousAmount, parse_amount
from buurthuis_admin.domain.text import fold
from buurthuis_admin.gui.pages.dossier_forms import amount_text
from buurthuis_admin.gui.pages.fields_form import Field, FieldKind, FieldsForm
from buurthuis_admin.gui.pages.privacy_fields import Reading
from buurthuis_admin.gui.widgets.form_dialog import Problem
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, month_name
from buurthuis_admin.services.subsidy_words import fact_word, funder_kind_word, part_word


class FunderForm(FieldsForm):
    """Everything a funder asks; what is not known stays empty."""

    def __init__(self, funder: Funder, workspace: Workspace, parent: QWidget) -> None:
        self._before = funder
        self.kept_name = funder.name
        remover = None
        if funder.id is not None:
            funders = workspace.administration.funders
            remover = (_("Remove"), lambda: funders.remove(funder))
        title = _("New funder") if funder.id is None else _("Change funder")
        super().__init__(title, _fields(funder), workspace, parent, remover=remover)

    def read(self, reading: Reading) -> Callable[[], object]:
        """The funder."""
        name = reading.needed("name", _("Fill in the name of the funder."))
        changed = replace(
            self._before,
            name=name,
            kind=FunderKind(reading.text("kind")),
            deadline=_deadline(reading),
            advance_percentage=_percentage(reading, "advance"),
            explain_percentage=_percentage(reading, "explain", needed=True) or 0,
            file_kinds=_kinds(reading.text("file_kinds")),
            largest_file=_megabytes(reading),
            line_order=_lines(reading, "line_order"),
            own_words=_lines(reading, "own_words"),
            thresholds=self._thresholds(reading),
            sources=self._sources(reading),
            contact=reading.text("contact"),
            email=reading.text("email"),
            phone=reading.text("phone"),
            website=reading.text("website"),
            remark=reading.lines("remark"),
        )
        self.kept_name = name
        funders = self.workspace.administration.funders
        return lambda: funders.save(changed)

    def _thresholds(self, reading: Reading) -> tuple[Threshold, ...]:
        found: dict[Decimal, Threshold] = {}
        known = {one.amount: one.id for one in self._before.thresholds}
        for line in _lines(reading, "thresholds"):
            read = read_threshold(line)
            if read is None:
                words = _(
                    "Write each line as an amount, a colon and what is asked: "
                    "25.000: content report, financial report"
                )
                reading.problems.append(Problem("thresholds", words))
                break
            found[read.amount] = replace(read, id=known.get(read.amount))
        return tuple(found[amount] for amount in sorted(found))

    def _sources(self, reading: Reading) -> tuple[Source, ...]:
        """The sources that are filled in; one that changed must be checked again."""
        found = []
        for fact in Fact:
            words, before = reading.lines(f"source_{fact.value}"), self._before.source_of(fact)
            if before is not None and before.source == words:
                found.append(before)
            elif words:
                found.append(Source(id=before.id if before else None, fact=fact, source=words))
        return tuple(found)


def read_threshold(line: str) -> Threshold | None:
    """'25.000: inhoudelijk verslag, financieel verslag' as a threshold; None for what is not."""
    amount, _colon, words = line.partition(":")
    try:
        value = parse_amount(amount)
    except (AmbiguousAmount, ValueError):
        return None
    names = {fold(part_word(part)): part for part in ReportPart}
    asked = [fold(word) for word in words.split(",") if word.strip()]
    if value < 0 or any(word not in names for word in asked):
        return None
    return Threshold(amount=value, parts=frozenset(names[word] for word in asked))


def threshold_line(one: Threshold) -> str:
    """A threshold as a line of the form."""
    asked = ", ".join(part_word(part) for part in ReportPart if part in one.parts)
    return f"{amount_text(one.amount)}: {asked}".rstrip()


def _lines(reading: Reading, name: str) -> tuple[str, ...]:
    found = (line.strip() for line in reading.lines(name).splitlines())
    return tuple(line for line in found if line)


def _deadline(reading: Reading) -> Deadline:
    month, day = reading.text("month"), reading.number("day")
    weeks = reading.number("weeks")
    if day is not None and not 1 <= day <= 31:
        reading.problems.append(Problem("day", _("Fill in a day of 1 to 31.")))
    if weeks is not None and weeks > 520:
        reading.problems.append(Problem("weeks", _("Fill in at most 520 weeks.")))
    if bool(month) != (day is not None):
        words = _("Fill in a day and a month, or leave both empty.")
        reading.problems.append(Problem("month" if day is not None else "day", words))
    return Deadline(month=int(month) if month else None, day=day, weeks=weeks)


def _percentage(reading: Reading, name: str, *, needed: bool = False) -> int | None:
    found = reading.number(name, needed=needed)
    if found is not None and found > 100:
        reading.problems.append(Problem(name, _("Fill in a percentage of 0 to 100.")))
    return found


def _megabytes(reading: Reading) -> int | None:
    found = reading.number("largest_file")
    if found == 0:
        reading.problems.append(Problem("largest_file", _("Fill in 1 or more, or nothing.")))
    return found or None


def _kinds(text: str) -> tuple[str, ...]:
    parts = text.replace(",", " ").replace(";", " ").split()
    return tuple(part.lstrip(".").lower() for part in parts)


def _fields(funder: Funder) -> list[Field]:
    fields = [
        Field(name="name", label=_("Name"), value=funder.name, needed=True),
        Field(
            name="kind",
            label=_("Kind"),
            value=funder.kind.value,
            kind=FieldKind.CHOICE,
            choices=tuple((kind.value, funder_kind_word(kind)) for kind in FunderKind),
        ),
    ]
    for fact in Fact:
        fields += _of_fact(fact, funder)
        fields.append(_source_field(fact, funder))
    return [
        *fields,
        Field(name="remark", label=_("Remark"), value=funder.remark, kind=FieldKind.TEXT),
    ]


def _source_field(fact: Fact, funder: Funder) -> Field:
    source = funder.source_of(fact)
    words = _("{fact}: where it is from").format(fact=fact_word(fact))
    value = source.source if source else ""
    return Field(name=f"source_{fact.value}", label=words, value=value, kind=FieldKind.TEXT)


def _of_fact(fact: Fact, funder: Funder) -> list[Field]:
    makers: dict[Fact, Callable[[Funder], list[Field]]] = {
        Fact.THRESHOLDS: _threshold_fields,
        Fact.DEADLINE: _deadline_fields,
        Fact.ADVANCE: _advance_fields,
        Fact.FILES: _file_fields,
        Fact.LINES: _line_fields,
        Fact.WORDS: _word_fields,
        Fact.EXPLANATION: _explain_fields,
        Fact.CONTACT: _contact_fields,
    }
    return makers[fact](funder)


def _threshold_fields(funder: Funder) -> list[Field]:
    known = ", ".join(part_word(part) for part in ReportPart)
    return [
        Field(
            name="thresholds",
            label=_("What to hand in, from which amount"),
            value="\n".join(threshold_line(one) for one in funder.thresholds),
            kind=FieldKind.TEXT,
            hint=_("One on each line, such as 25.000: {parts}").format(parts=known),
        )
    ]


def _deadline_fields(funder: Funder) -> list[Field]:
    deadline = funder.deadline
    months = tuple((str(number), month_name(number)) for number in range(1, 13))
    return [
        Field(
            name="day",
            label=_("Hand in by: day"),
            value=_number(deadline.day),
            hint=_("In the year after the period."),
        ),
        Field(
            name="month",
            label=_("Hand in by: month"),
            value=_number(deadline.month),
            kind=FieldKind.CHOICE,
            choices=(("", _("Not known")), *months),
        ),
        Field(
            name="weeks",
            label=_("Or: weeks after the end"),
            value=_number(deadline.weeks),
            hint=_("Goes before a day and a month."),
        ),
    ]


def _advance_fields(funder: Funder) -> list[Field]:
    value = _number(funder.advance_percentage)
    return [Field(name="advance", label=_("Paid in advance (per cent)"), value=value)]


def _file_fields(funder: Funder) -> list[Field]:
    return [
        Field(
            name="file_kinds",
            label=_("Kinds of files"),
            value=", ".join(funder.file_kinds),
            hint=_("Such as pdf, jpg, docx. Empty: every kind."),
        ),
        Field(
            name="largest_file",
            label=_("Largest file (MB)"),
            value=_number(funder.largest_file),
        ),
    ]


def _line_fields(funder: Funder) -> list[Field]:
    return [
        Field(
            name="line_order",
            label=_("Order of the budget"),
            value="\n".join(funder.line_order),
            kind=FieldKind.TEXT,
            hint=_("The names of the budget lines, one on each line."),
        )
    ]


def _word_fields(funder: Funder) -> list[Field]:
    return [
        Field(
            name="own_words",
            label=_("Words that they use"),
            value="\n".join(funder.own_words),
            kind=FieldKind.TEXT,
            hint=_("One on each line."),
        )
    ]


def _explain_fields(funder: Funder) -> list[Field]:
    return [
        Field(
            name="explain",
            label=_("Explanation for a difference of more than (per cent)"),
            value=str(funder.explain_percentage),
            needed=True,
        )
    ]


def _contact_fields(funder: Funder) -> list[Field]:
    return [
        Field(name="contact", label=_("Contact"), value=funder.contact),
        Field(name="email", label=_("E-mail"), value=funder.email),
        Field(name="phone", label=_("Telephone"), value=funder.phone),
        Field(name="website", label=_("Website"), value=funder.website),
    ]


def _number(number: int | None) -> str:
    return "" if number is None else str(number)
