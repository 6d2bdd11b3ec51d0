# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The sentences behind the codes of the import: why a row, and what is asked.

All of them stand here, so that one person can read them through.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping

from buurthuis_admin.i18n import (
    _,
    format_day,
    format_day_long,
    format_number,
    format_weekday,
    ngettext,
)
from buurthuis_admin.importing.headings import Field
from buurthuis_admin.importing.outcome import Question, Reason, RowFate, SheetKind
from buurthuis_admin.importing.style_words import style_name
from buurthuis_admin.importing.values.marks import Mark


def sentence(reason: Reason) -> str:
    """The sentence of a reason, in the language of the screen."""
    details = _readable(reason.details)
    text = _sentences().get(reason.code)
    if text is None:
        raise KeyError(f"no sentence for {reason.code}")
    said = text.format_map(details)
    more = reason.details.get("more")
    if isinstance(more, int) and more > 0:
        more_text = ngettext("(and {count} row more)", "(and {count} rows more)", more)
        said = f"{said} {more_text.format(count=format_number(more))}"
    return said


def question_sentence(question: Question) -> str:
    """A question with what is done as long as nobody answers it."""
    asked = sentence(question.reason)
    return asked if question.default is None else f"{asked} {sentence(question.default)}"


def codes() -> frozenset[str]:
    """Every code that has a sentence."""
    return frozenset(_sentences())


def kind_name(kind: SheetKind) -> str:
    """What a sheet holds."""
    names = {
        SheetKind.MEMBERS: _("Members list"),
        SheetKind.ATTENDANCE: _("Attendance sheet"),
        SheetKind.HEAD_COUNTS: _("Head counts"),
        SheetKind.SUBSIDIES: _("Subsidies"),
        SheetKind.ACTIVITIES: _("List of activities"),
        SheetKind.VOLUNTEER_HOURS: _("Volunteer hours"),
        SheetKind.EMPTY: _("Empty sheet"),
        SheetKind.UNKNOWN: _("Not recognised"),
    }
    return names[kind]


def fate_name(fate: RowFate) -> str:
    """What happens to a row."""
    names = {
        RowFate.NEW: _("New"),
        RowFate.CHANGED: _("Changed"),
        RowFate.UNCHANGED: _("Unchanged"),
        RowFate.EXCLUDED: _("Not needed"),
        RowFate.REJECTED: _("Cannot be read"),
        RowFate.QUESTION: _("Waits for an answer"),
    }
    return names[fate]


def orientation_name(orientation: str) -> str:
    """How a table lies, in words; '' for a plain list."""
    names = {
        "people_down": _("People below each other, dates beside each other"),
        "dates_down": _("Dates below each other, people beside each other"),
        "activities_down": _("Activities below each other, dates beside each other"),
        "budget": _("Budget beside what was spent"),
    }
    return names.get(orientation, "")


def column_name(field: str) -> str:
    """What a column holds; 'not used' for ''."""
    return _column_names().get(field, "") or _("Not used")


def mark_name(mark: Mark) -> str:
    """What a sign on an attendance sheet means."""
    names = {
        Mark.PRESENT: _("present"),
        Mark.ABSENT: _("not present"),
        Mark.EXCUSED: _("excused"),
        Mark.CANCELLED: _("the meeting was cancelled"),
        Mark.BLANK: _("not present, as long as you do not say so"),
        Mark.ASK: _("present or absent? Please choose"),
        Mark.NUMBER: _("so many people"),
        Mark.UNKNOWN: _("not known; it is not counted"),
    }
    return names[mark]


def weekday_name(weekday: int) -> str:
    """The name of a day of the week; 1 is Monday."""
    monday = datetime.date(2024, 1, 1)
    return format_weekday(monday + datetime.timedelta(days=weekday - 1))


def _readable(details: Mapping[str, str | int]) -> dict[str, str]:
    readable = {name: _value(name, value) for name, value in details.items()}
    return _Blank(readable)


class _Blank(dict[str, str]):
    """A detail that was not given reads as nothing."""

    def __missing__(self, key: str) -> str:
        return ""


def _value(name: str, value: str | int) -> str:
    if name == "field":
        return column_name(str(value)).lower()
    if name == "changes":
        return "; ".join(_change(*one) for one in json.loads(str(value)))
    if name == "style":
        return style_name(str(value))
    if name == "day":
        return format_day_long(datetime.date.fromisoformat(str(value)))
    if isinstance(value, int) and name != "year":
        return format_number(value)
    return str(value)


def _change(field: str, old: str, new: str) -> str:
    """A field of a person with what it was and what it will be."""
    names = {
        "name": _("Name"),
        "membership": _("Membership"),
        "paid": _("Contribution"),
        "tasks": _("Task"),
    }
    word = names.get(field) or column_name(field)
    if not (old or new) or field == Field.SEX:
        return word
    before, after = (_day_as_people_write_it(text) or _("empty") for text in (old, new))
    return _("{field}: {before} → {after}").format(field=word, before=before, after=after)


def _day_as_people_write_it(text: str) -> str:
    try:
        return format_day(datetime.date.fromisoformat(text))
    except ValueError:
        return text


def _sentences() -> dict[str, str]:
    return {**_row_sentences(), **_question_sentences(), **_default_sentences()}


def _row_sentences() -> dict[str, str]:
    return {
        "row_blank": _("Blank row."),
        "row_title": _("Title above the table."),
        "row_heading": _("Headings of the columns."),
        "row_repeated_heading": _("The headings again."),
        "row_total": _("Total: it is counted from the rows themselves."),
        "row_section": _("A word that says something of the rows below it."),
        "row_note": _("Remark outside the table."),
        "row_left_out": _("You said that rows of this colour are not to be read."),
        "row_outside_table": _("Text outside the table."),
        "person_changes": _("This changes: {changes}."),
        "row_double": _("The same person stands on this list twice."),
        "answered_before": _("You answered the question about this row before."),
        "left_out_before": _("You left this row out before. Why: {why}"),
        "table_left_out": _("You chose not to read this table."),
        "table_unknown": _("It is not clear what this table holds."),
        "no_name": _("There is no name in this row. Fill in a name in the sheet."),
        "no_date": _("There is no date in this row. Fill in the date in the sheet."),
        "date_unreadable": _("“{value}” is not a date that can be. Correct the date in the sheet."),
        "no_number": _("There is no number in this row. Fill in how many people came."),
        "no_activity": _("It is not clear which activity this row is about."),
        "no_funder": _("There is no funder in this row. Fill in who gives the subsidy."),
        "no_hours": _("There are no hours in this row."),
    }


def _question_sentences() -> dict[str, str]:
    return {
        "no_table": _("No table was found on this sheet."),
        "value_unreadable": _("“{value}” cannot be read as {field}."),
        "postcode_unusual": _("“{value}” is not a Dutch postcode."),
        "couple_on_row": _("Are “{name}” two people?"),
        "style_means": _("What does it mean that rows are {style}? There are {count} of them."),
        "cell_style_means": _(
            "What does it mean that cells are {style}? There are {count} of them."
        ),
        "left_without_date": _("This person has left, but the sheet does not say when."),
        "left_before_joined": _("This person left on {left}, before joining on {joined}."),
        "fee_or_paid": _("Does an amount under contribution mean that it was paid?"),
        "bsn_column": _(
            "The column “{column}” holds citizen service numbers (BSN). These may not be kept."
        ),
        "age_of_when": _("The column “{column}” holds ages, but not of which date."),
        "activity_unknown": _("Which activity is this sheet about?"),
        "date_of_column": _("The date of the column “{column}” is not clear."),
        "weeks_without_day": _("The sheet names weeks. On which day was the activity?"),
        "meaning_of_a": _(
            "Does “a” mean present (aanwezig) or absent (afwezig)? It stands there {count} times."
        ),
        "blank_means": _(
            "Does an empty cell mean that somebody was not there? There are {count} of them."
        ),
        "day_without_marks": _("On {day} nobody has a mark. Was there a meeting?"),
        "mark_unknown": _("What does “{mark}” mean? It stands there {count} times."),
        "total_differs": _("On {day} the sheet says {total} visitors, but {counted} were counted."),
        "columns_mean": _("Are these columns activities: {columns}?"),
        "counted_on_two_sheets": _("{activity} on {day} was counted on two sheets."),
        "awarded_nothing": _("Nothing was awarded. Was the application rejected?"),
        "amount_ambiguous": _("“{value}” under {field} can be two amounts."),
        "date_incomplete": _("“{value}” under {field} is not a whole date."),
        "budget_of_whom": _("Whose subsidy is this budget about?"),
        "cells_with_errors": _("{count} cells hold an error, such as #REF!."),
        "formulas_without_value": _("{count} formulas were saved without their result."),
        "number_shared": _(
            "The number {number} already belongs to somebody with another name than {name}."
        ),
        "same_name_taken_as_one": _("Is {name} the same person as the one known by that name?"),
        "spelling_differs": _("Is {name} the same person, with the name spelled in another way?"),
        "several_of_this_name": _("There are several people called {name}."),
        "only_one_name": _("Only one name is given: {name}."),
        "name_turned_round": _("“{name}” seems to be written with the surname first."),
        "spelling_taken_as": _("“{name}” looks like the name of {person}."),
        "not_on_members_list": _("{name} is not on a members list."),
        "activity_spelling": _("“{name}” looks like “{activity}”."),
    }


def _default_sentences() -> dict[str, str]:
    return {
        "table_not_read": _("This table is not read."),
        "left_empty": _("The field stays empty."),
        "left_empty_cells": _("These cells stay empty."),
        "kept_as_is": _("It is kept as it stands."),
        "two_people": _("They are kept as two people in one household."),
        "style_is_nothing": _("The colour is taken to mean nothing."),
        "style_is_left": _("They are taken as people who have left."),
        "left_in_year": _("The year {year} is kept as the end."),
        "start_left_empty": _("The start is left empty."),
        "amount_means_paid": _("An amount is taken as paid."),
        "column_refused": _("The column is not read."),
        "column_not_used": _("The column is not used."),
        "activity_from_file": _("The name of the file is taken: {activity}."),
        "monday_taken": _("Monday is taken."),
        "a_is_present": _("It is taken as present."),
        "a_is_absent": _("It is taken as absent."),
        "blank_is_absent": _("It is taken as not there."),
        "session_not_held": _("No meeting is kept for that day."),
        "mark_not_counted": _("It is not counted."),
        "marks_are_right": _("The marks are counted, not the total."),
        "columns_are_activities": _("They are taken as activities."),
        "largest_taken": _("The largest number is taken: {number}."),
        "taken_as_rejected": _("It is taken as rejected."),
        "last_day_taken": _("The last day of it is taken."),
        "budget_of_title": _("The title is taken: {funder}."),
        "kept_apart": _("They are kept as two people."),
        "taken_as_one": _("They are taken as one person."),
        "taken_as_person": _("It is taken as {person}."),
        "new_participant": _("This person is added as a participant."),
        "taken_as_activity": _("It is taken as “{activity}”."),
    }


def _column_names() -> dict[str, str]:
    return {
        "session": _("Meeting"),
        Field.NUMBER: _("Member number"),
        Field.INITIALS: _("Initials"),
        Field.FIRST: _("First name"),
        Field.PREFIX: _("Prefix"),
        Field.LAST: _("Surname"),
        Field.FULL_NAME: _("Name"),
        Field.BORN: _("Date of birth"),
        Field.BIRTH_YEAR: _("Year of birth"),
        Field.AGE: _("Age"),
        Field.SEX: _("Sex"),
        Field.ADDRESS: _("Address"),
        Field.STREET: _("Street"),
        Field.HOUSE: _("House number"),
        Field.HOUSE_ADDITION: _("Addition to the house number"),
        Field.POSTCODE: _("Postcode"),
        Field.POSTCODE_TOWN: _("Postcode and town"),
        Field.TOWN: _("Town"),
        Field.NEIGHBOURHOOD: _("Neighbourhood"),
        Field.PHONE: _("Phone"),
        Field.MOBILE: _("Mobile phone"),
        Field.EMAIL: _("E-mail address"),
        Field.JOINED: _("Member since"),
        Field.LEFT: _("Left on"),
        Field.LEFT_REASON: _("Reason of leaving"),
        Field.FEE: _("Contribution"),
        Field.PAID: _("Paid"),
        Field.IBAN: _("Bank account"),
        Field.MANDATE: "",
        Field.REMARK: _("Remark"),
        Field.ROLE: _("Task"),
        Field.VOLUNTEER: _("Volunteer"),
        Field.PHOTO: "",
        Field.BSN: _("Citizen service number, refused"),
        Field.MEMBER_KIND: _("Kind of member"),
        Field.DATE: _("Date"),
        Field.ACTIVITY: _("Activity"),
        Field.COUNT: _("Number of visitors"),
        Field.STATUS: _("Present or absent"),
        Field.TOTAL: _("Total"),
        Field.HOURS: _("Hours"),
        Field.WEEKDAY: _("Day of the week"),
        Field.TIME: _("Time"),
        Field.ROOM: _("Room"),
        Field.LEADER: _("Leader"),
        Field.CAPACITY: _("Capacity"),
        Field.THEME: _("Theme"),
        Field.TARGET_GROUP: _("Target group"),
        Field.OWN_CONTRIBUTION: _("Own contribution"),
        Field.STARTS: "",
        Field.ENDS: "",
        Field.FUNDER: _("Funder"),
        Field.REFERENCE: _("Reference"),
        Field.PURPOSE: _("Purpose"),
        Field.REQUESTED: _("Requested"),
        Field.AWARDED: _("Awarded"),
        Field.DECIDED: _("Date of the decision"),
        Field.APPLIED_ON: _("Date of the application"),
        Field.RECEIVED: _("Received"),
        Field.SPENT: _("Spent"),
        Field.REMAINDER: "",
        Field.DUE: _("Account for it before"),
        Field.STATE: _("State"),
        Field.BUDGET_LINE: _("Budget line"),
        Field.PLANNED: _("Budgeted"),
        Field.ACTUAL: _("Actually spent"),
        Field.DIFFERENCE: "",
    }
