# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The rows of the tables as an import writes them: drafts in, values out."""

from __future__ import annotations

from buurthuis_admin.domain.text import squeeze
from buurthuis_admin.importing.planning.drafts import (
    ActivityDraft,
    MembershipDraft,
    PersonDraft,
    SubsidyDraft,
)
from buurthuis_admin.storage import values
from buurthuis_admin.storage.values import hundredths

Row = dict[str, object]


def person_values(draft: PersonDraft) -> Row:
    """The row of a person, without its id and without what a list never says."""
    contact = {
        "street": draft.street,
        "house": draft.house,
        "postcode": draft.postcode,
        "town": draft.town,
        "neighbourhood": draft.neighbourhood,
        "phone": draft.phone,
        "mobile": draft.mobile,
        "email": draft.email,
        "iban": draft.iban,
        "remark": draft.remark,
    }
    numbers = [m.number for m in draft.memberships]
    row = values.named_row(draft.name, draft.sex, draft.born, contact, numbers)
    row["household_id"] = draft.household_id
    return row


def membership_values(draft: MembershipDraft) -> Row:
    """The row of a membership, without its id and person."""
    return {
        "number": draft.number,
        "kind": draft.kind,
        "starts": values.partial_to_number(draft.start),
        "ends": values.partial_to_number(draft.end),
        "end_reason": draft.end_reason,
        "fee": hundredths(draft.fee),
    }


def activity_values(draft: ActivityDraft) -> Row:
    """The row of an activity, without its id."""
    return {
        "name": draft.name,
        "folded_name": squeeze(draft.name) or draft.name,
        "theme": draft.theme,
        "target_group": draft.target_group,
        "room": draft.room,
        "leader": draft.leader,
        "capacity": draft.capacity,
        "own_contribution": hundredths(draft.own_contribution),
        "weekday_and_time": draft.weekday_and_time,
    }


def subsidy_values(draft: SubsidyDraft) -> Row:
    """The row of a dossier, without its id and funder."""
    period = draft.period
    return {
        "reference": draft.reference,
        "purpose": draft.purpose,
        "activity_id": draft.activity.id if draft.activity else None,
        "state": draft.state.value,
        "requested": hundredths(draft.requested),
        "awarded": hundredths(draft.awarded),
        "applied_on": values.day_to_number(draft.applied_on),
        "decided_on": values.day_to_number(draft.decided_on),
        "due_on": values.day_to_number(draft.due_on),
        "period_start": values.day_to_number(period.start) if period else None,
        "period_end": values.day_to_number(period.end) if period else None,
        "remark": draft.remark,
    }
