# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the tables and columns of subsidies are called in the history."""

from __future__ import annotations

from buurthuis_admin.i18n import _, ngettext

Labels = dict[str, str]
OF_SUBSIDIES = frozenset(
    {
        "funders", "subsidies", "instalments", "budget_lines", "expenses", "targets",
        "funder_thresholds", "funder_sources", "conditions", "target_activities", "papers",
    }
)  # fmt: skip


def many_of_subsidies(table: str, count: int) -> str:
    """A number of rows of subsidies."""
    return {
        "funders": ngettext("{count} funder", "{count} funders", count),
        "subsidies": ngettext("{count} subsidy", "{count} subsidies", count),
        "instalments": ngettext("{count} payment", "{count} payments", count),
        "budget_lines": ngettext("{count} budget line", "{count} budget lines", count),
        "expenses": ngettext("{count} expense", "{count} expenses", count),
        "targets": ngettext("{count} agreed result", "{count} agreed results", count),
        "funder_thresholds": ngettext("{count} threshold", "{count} thresholds", count),
        "funder_sources": ngettext("{count} source of a rule", "{count} sources of rules", count),
        "conditions": ngettext("{count} condition", "{count} conditions", count),
        "target_activities": ngettext(
            "{count} activity of an agreed result", "{count} activities of agreed results", count
        ),
        "papers": ngettext("{count} paper", "{count} papers", count),
    }[table]


def subsidy_labels() -> Labels:
    """The fields of a dossier."""
    return {
        "funder_id": _("Funder"),
        "reference": _("Reference"),
        "purpose": _("Purpose"),
        "activity_id": _("Activity"),
        "state": _("State"),
        "requested": _("Requested"),
        "awarded": _("Awarded"),
        "applied_on": _("Applied on"),
        "decided_on": _("Decided on"),
        "due_on": _("Due on"),
        "period_start": _("First day of the period"),
        "period_end": _("Last day of the period"),
        "remark": _("Remark"),
        "goal": _("What we want to reach"),
        "plan": _("What we are going to do"),
        "outcome": _("How it ended"),
        "withdrawn_on": _("Withdrawn on"),
        "interim_due_on": _("Interim report due on"),
        "interim_on": _("Interim report sent on"),
        "accounted_on": _("Accounted for on"),
        "settled_on": _("Settled on"),
        "settled": _("Settled at"),
    }


def money_labels() -> Labels:
    """The fields of payments, budget lines, expenses and agreed results."""
    return {
        "subsidy_id": _("Subsidy"),
        "expected": _("Expected"),
        "expected_on": _("Expected on"),
        "received": _("Received"),
        "day": _("Date"),
        "remark": _("Remark"),
        "name": _("Name"),
        "planned": _("Budget"),
        "budget_line_id": _("Budget line"),
        "booking_id": _("Booking"),
        "percentage": _("Percentage"),
        "description": _("Description"),
        "amount": _("Amount"),
        "indicator": _("What is counted"),
        "promised": _("Promised"),
        "explanation": _("Explanation"),
        "kind": _("Counted as"),
        "age_from": _("Age from"),
        "age_to": _("Age up to"),
        "area": _("Neighbourhood"),
        "starts": _("First day"),
        "ends": _("Last day"),
    }


def rule_labels() -> Labels:
    """The fields of a funder and its rules."""
    return {
        "funder_id": _("Funder"),
        "name": _("Name"),
        "remark": _("Remark"),
        "kind": _("Kind"),
        "contact": _("Contact"),
        "email": _("E-mail"),
        "phone": _("Telephone"),
        "website": _("Website"),
        "deadline_month": _("Month of the deadline"),
        "deadline_day": _("Day of the deadline"),
        "deadline_weeks": _("Weeks after the end"),
        "advance_percentage": _("Percentage in advance"),
        "explain_percentage": _("Explanation due from (per cent)"),
        "file_kinds": _("Kinds of files"),
        "largest_file": _("Largest file (MB)"),
        "line_order": _("Order of the budget"),
        "own_words": _("Words that they use"),
        "amount": _("From the amount"),
        "content_report": _("Content report"),
        "financial_report": _("Financial report"),
        "statement": _("Accountant's statement"),
        "fact": _("Rule"),
        "source": _("Source"),
        "checked_on": _("Checked on"),
    }


def dossier_labels() -> Labels:
    """The fields of conditions, papers and the activities of an agreed result."""
    return {
        "subsidy_id": _("Subsidy"),
        "expense_id": _("Expense"),
        "booking_id": _("Booking"),
        "target_id": _("Agreed result"),
        "activity_id": _("Activity"),
        "words": _("Condition"),
        "due_on": _("Due on"),
        "done_on": _("Done on"),
        "title": _("Title"),
        "kind": _("Kind"),
        "media_type": _("Kind of file"),
        "size": _("Size"),
        "added_on": _("Added on"),
    }
