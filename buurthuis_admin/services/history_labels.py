# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the tables and columns with a history are called on the screen."""

from __future__ import annotations

from buurthuis_admin.i18n import _, format_number, ngettext
from buurthuis_admin.services import book_labels, help_labels, report_labels
from buurthuis_admin.services.subsidy_labels import (
    OF_SUBSIDIES,
    dossier_labels,
    many_of_subsidies,
    money_labels,
    rule_labels,
    subsidy_labels,
)

Labels = dict[str, str]


def table_words(table: str) -> str:
    """What one row of a table is: 'Person', 'Meeting'."""
    return _tables().get(table, table)


def many_words(table: str, count: int) -> str:
    """A number of rows: '84 people'."""
    return _many(table, count).format(count=format_number(count))


def column_label(table: str, column: str) -> str:
    """What a field is called; '' for what is only of use to the program."""
    return _labels(table).get(column, "")


def setting_label(key: str) -> str:
    """What a choice of the centre is called."""
    known = {
        "name": _("Name of the centre"),
        "town": _("Town"),
        "street": _("Street"),
        "postcode": _("Postcode"),
        "chamber_of_commerce_number": _("Number at the Chamber of Commerce"),
        "rsin": _("RSIN"),
        "board": _("Board"),
        "themes": _("Themes"),
        "target_groups": _("Target groups"),
        "age_bands": _("Age groups"),
        "iban": _("Bank account of the centre"),
        "bic": _("BIC of the bank"),
        "logo": _("Logo"),
        "contribution_types": _("Kinds of contribution"),
        "last_visit_at_door": _("Last visit on the tiles at the door"),
        "allowance_maxima": _("Maxima of the volunteer allowance"),
        "retention_rules": _("How long people are kept"),
        "retention_kept": _("Kept longer for a reason"),
        "retention_reviewed": _("List of people who may go"),
        "privacy_contact": _("Contact for privacy"),
        "privacy_officer": _("Data protection officer"),
    }
    return known.get(key, _("Setting"))


def _tables() -> Labels:
    return {
        "people": _("Person"),
        "households": _("Household"),
        "memberships": _("Membership"),
        "contributions": _("Contribution"),
        "different_people": _("People who only look alike"),
        "merged_people": _("Two people made one"),
        "volunteers": _("Volunteer"),
        "volunteer_hours": _("Volunteer hours"),
        "activities": _("Activity"),
        "series": _("Repeating meeting"),
        "sessions": _("Meeting"),
        "enrolments": _("Enrolment"),
        "attendances": _("Attendance"),
        "tally_types": _("Kind of visitor"),
        "head_counts": _("Head count"),
        "rooms": _("Room"),
        "closing_days": _("Closing days"),
        "activity_people": _("Helper of an activity"),
        "own_contributions": _("Own contribution"),
        "settings": _("Setting"),
        "import_batches": _("Reading in"),
        "import_files": _("File that was read in"),
        "import_sheets": _("Sheet that was read in"),
        "source_rows": _("Row that it came from"),
        "unclear_rows": _("Row with a question"),
    } | _other_tables()


def _other_tables() -> Labels:
    return (
        {
            "funders": _("Funder"),
            "subsidies": _("Subsidy"),
            "instalments": _("Payment of a subsidy"),
            "budget_lines": _("Budget line"),
            "expenses": _("Expense"),
            "targets": _("Agreed result"),
            "funder_thresholds": _("What a funder asks from an amount"),
            "funder_sources": _("Source of a rule"),
            "conditions": _("Condition"),
            "target_activities": _("Activity of an agreed result"),
            "papers": _("Paper"),
            "consents": _("Consent"),
            "access_requests": _("Request about personal data"),
            "data_breaches": _("Data breach"),
            "reports": _("Report"),
            "report_parts": _("Text in a report"),
            "report_photos": _("Photo in a report"),
            "figure_corrections": _("Figure corrected by hand"),
        }
        | book_labels.tables()
        | help_labels.tables()
    )


def _many(table: str, count: int) -> str:
    if table in OF_SUBSIDIES:
        return many_of_subsidies(table, count)
    if table in book_labels.tables():
        return book_labels.many(table, count)
    if table in help_labels.tables():
        return help_labels.many(table, count)
    if table in ("import_batches", "import_files", "import_sheets", "source_rows", "unclear_rows"):
        return _many_of_reading(table, count)
    known = {
        "people": ngettext("{count} person", "{count} people", count),
        "households": ngettext("{count} household", "{count} households", count),
        "memberships": ngettext("{count} membership", "{count} memberships", count),
        "contributions": ngettext("{count} contribution", "{count} contributions", count),
        "volunteers": ngettext("{count} volunteer", "{count} volunteers", count),
        "different_people": ngettext(
            "{count} pair of people who only look alike",
            "{count} pairs of people who only look alike",
            count,
        ),
        "merged_people": ngettext(
            "{count} time two people made one", "{count} times two people made one", count
        ),
        "volunteer_hours": ngettext(
            "{count} entry of volunteer hours", "{count} entries of volunteer hours", count
        ),
        "activities": ngettext("{count} activity", "{count} activities", count),
        "series": ngettext("{count} repeating meeting", "{count} repeating meetings", count),
        "sessions": ngettext("{count} meeting", "{count} meetings", count),
        "enrolments": ngettext("{count} enrolment", "{count} enrolments", count),
        "attendances": ngettext("{count} attendance", "{count} attendances", count),
        "tally_types": ngettext("{count} kind of visitor", "{count} kinds of visitor", count),
        "head_counts": ngettext("{count} head count", "{count} head counts", count),
        "rooms": ngettext("{count} room", "{count} rooms", count),
        "closing_days": ngettext("{count} closing period", "{count} closing periods", count),
        "activity_people": ngettext(
            "{count} helper of an activity", "{count} helpers of activities", count
        ),
        "own_contributions": ngettext(
            "{count} own contribution", "{count} own contributions", count
        ),
        "settings": ngettext("{count} setting", "{count} settings", count),
        "consents": ngettext("{count} consent", "{count} consents", count),
        "access_requests": ngettext("{count} request", "{count} requests", count),
        "data_breaches": ngettext("{count} data breach", "{count} data breaches", count),
        "reports": ngettext("{count} report", "{count} reports", count),
        "report_parts": ngettext("{count} text of a report", "{count} texts of a report", count),
        "figure_corrections": ngettext(
            "{count} figure corrected by hand", "{count} figures corrected by hand", count
        ),
        "report_photos": ngettext("{count} photo", "{count} photos", count),
    }
    return known.get(table) or ngettext("{count} row", "{count} rows", count)


def _many_of_reading(table: str, count: int) -> str:
    return {
        "import_batches": ngettext("{count} reading in", "{count} readings in", count),
        "import_files": ngettext("{count} file", "{count} files", count),
        "import_sheets": ngettext("{count} sheet", "{count} sheets", count),
        "source_rows": ngettext("{count} source of a row", "{count} sources of a row", count),
        "unclear_rows": ngettext(
            "{count} row with a question", "{count} rows with a question", count
        ),
    }[table]


def _labels(table: str) -> Labels:
    maker = {
        "people": _people,
        "memberships": _memberships,
        "contributions": _memberships,
        "volunteers": _volunteers,
        "volunteer_hours": _volunteers,
        "allowances": help_labels.columns,
        "neighbour_help": help_labels.columns,
        "help_given": help_labels.columns,
        "activities": _activities,
        "series": _sessions,
        "sessions": _sessions,
        "enrolments": _sessions,
        "attendances": _sessions,
        "head_counts": _sessions,
        "rooms": _planning,
        "closing_days": _planning,
        "activity_people": _planning,
        "own_contributions": _planning,
        "subsidies": subsidy_labels,
        "instalments": money_labels,
        "budget_lines": money_labels,
        "expenses": money_labels,
        "targets": money_labels,
        "funders": rule_labels,
        "funder_thresholds": rule_labels,
        "funder_sources": rule_labels,
        "conditions": dossier_labels,
        "target_activities": dossier_labels,
        "papers": dossier_labels,
        **dict.fromkeys(book_labels.tables(), book_labels.columns),
        "consents": _privacy,
        "access_requests": _privacy,
        "data_breaches": _breaches,
        "unclear_rows": _sheets,
        "reports": report_labels.labels,
        "report_parts": report_labels.labels,
        "report_photos": report_labels.labels,
        "figure_corrections": report_labels.labels,
        "import_sheets": _sheets,
    }.get(table, _simple)
    return maker()


def _simple() -> Labels:
    """Households, tally types, funders and files have little more than a name."""
    return {"name": _("Name"), "remark": _("Remark")}


def _sheets() -> Labels:
    return {
        "name": _("Name"),
        "file_id": _("File"),
        "sheet_id": _("Sheet"),
        "row": _("Row"),
        "why": _("Why it is left out"),
    }


def _people() -> Labels:
    return {
        "initials": _("Initials"),
        "first": _("First name"),
        "prefix": _("Prefix"),
        "last": _("Surname"),
        "partner_prefix": _("Partner's prefix"),
        "partner_last": _("Partner's surname"),
        "name_use": _("Surname in use"),
        "sex": _("Sex"),
        "born": _("Date of birth"),
        "street": _("Street"),
        "house": _("House number"),
        "postcode": _("Postcode"),
        "town": _("Town"),
        "neighbourhood": _("Neighbourhood"),
        "phone": _("Telephone at home"),
        "mobile": _("Mobile telephone"),
        "email": _("E-mail"),
        "iban": _("IBAN"),
        "remark": _("Remark"),
        "household_id": _("Household"),
        "archived": _("Archived"),
        "anonymised_on": _("Made anonymous on"),
    }


def _memberships() -> Labels:
    return {
        "person_id": _("Person"),
        "number": _("Member number"),
        "kind": _("Kind of member"),
        "starts": _("Member since"),
        "ends": _("Member until"),
        "end_reason": _("Reason of leaving"),
        "fee": _("Contribution"),
        "membership_id": _("Member"),
        "year": _("Year"),
        "amount": _("Amount"),
        "paid": _("Paid"),
    }


def _volunteers() -> Labels:
    return {
        "person_id": _("Person"),
        "tasks": _("Tasks"),
        "since": _("Volunteer since"),
        "until": _("Volunteer until"),
        "vog_seen_on": _("Certificate of conduct seen on"),
        "vog_valid_until": _("Certificate of conduct valid until"),
        "activity_id": _("Activity"),
        "day": _("Date"),
        "hours": _("Hours"),
        "task": _("Task"),
    }


def _activities() -> Labels:
    return {
        "name": _("Name"),
        "theme": _("Theme"),
        "target_group": _("Target group"),
        "room": _("Room"),
        "leader": _("Led by"),
        "capacity": _("Capacity"),
        "own_contribution": _("Own contribution"),
        "weekday_and_time": _("Day and time"),
        "archived": _("Archived"),
    }


def _sessions() -> Labels:
    return {
        "activity_id": _("Activity"),
        "session_id": _("Meeting"),
        "person_id": _("Person"),
        "tally_type_id": _("Kind of visitor"),
        "rule": _("Repeats"),
        "first_day": _("First day"),
        "series_day": _("Day in the series"),
        "day": _("Date"),
        "starts_at": _("Starts at"),
        "ends_at": _("Ends at"),
        "room": _("Room"),
        "leader": _("Led by"),
        "on_holidays": _("Goes on on public holidays"),
        "in_school_holidays": _("Goes on in school holidays"),
        "state": _("State"),
        "reason": _("Why"),
        "remark": _("Remark"),
        "since": _("From"),
        "until": _("Up to and including"),
        "status": _("Attendance"),
        "role": _("Came as"),
        "number": _("Number"),
    }


def _planning() -> Labels:
    return {
        "name": _("Name"),
        "capacity": _("Capacity"),
        "first_day": _("First day"),
        "last_day": _("Last day"),
        "kind": _("Kind of closing"),
        "activity_id": _("Activity"),
        "person_id": _("Person"),
        "role": _("Helps as"),
        "season": _("Season"),
        "amount": _("Amount"),
        "paid_on": _("Paid on"),
        "remark": _("Remark"),
    }


def _privacy() -> Labels:
    return {
        "person_id": _("Person"),
        "purpose": _("Purpose"),
        "given_on": _("Given on"),
        "how": _("How it was given"),
        "withdrawn_on": _("Taken back on"),
        "kind": _("What is asked"),
        "received_on": _("Received on"),
        "answered_on": _("Answered on"),
        "extended_until": _("Extended until"),
        "remark": _("Remark"),
    }


def _breaches() -> Labels:
    return {
        "discovered_at": _("Discovered at"),
        "description": _("Description"),
        "kinds_of_data": _("Kinds of data"),
        "people_affected": _("How many people it is about"),
        "consequences": _("Consequences"),
        "measures": _("Measures"),
        "reported_at": _("Reported at"),
        "not_reported_reason": _("Why it was not reported"),
        "people_told_on": _("People told on"),
        "closed_on": _("Closed on"),
    }
