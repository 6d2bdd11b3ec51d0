# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The tables of an administration file.

How values are kept: days as whole numbers (20190307; a partial date has 00 for what is not
known), times as minutes after midnight, money as cents, hours and promised results as
hundredths. ``storage.values`` turns them into the values of the domain and back.
"""

from buurthuis_admin.storage.tables.activities import (
    Activity,
    Attendance,
    Enrolment,
    HeadCount,
    Series,
    Session,
    TallyType,
)
from buurthuis_admin.storage.tables.attendance import SessionPlace
from buurthuis_admin.storage.tables.base import Base
from buurthuis_admin.storage.tables.bookkeeping import (
    FileContent,
    HeadingMapping,
    ImportBatch,
    ImportFile,
    ImportSheet,
    Setting,
    SourceRow,
    UnclearRow,
)
from buurthuis_admin.storage.tables.dossiers import (
    Condition,
    FunderSource,
    FunderThreshold,
    Paper,
    TargetActivity,
)
from buurthuis_admin.storage.tables.helping import Allowance, HelpGiven, NeighbourHelp
from buurthuis_admin.storage.tables.history import ChangeSet, RowChange
from buurthuis_admin.storage.tables.money import (
    Account,
    Booking,
    Category,
    ContributionPayment,
    Reserve,
)
from buurthuis_admin.storage.tables.people import (
    Contribution,
    DifferentPeople,
    Household,
    Membership,
    MergedPerson,
    Person,
    Volunteer,
    VolunteerHours,
)
from buurthuis_admin.storage.tables.planning import (
    ActivityPerson,
    ClosingDay,
    OwnContribution,
    Room,
)
from buurthuis_admin.storage.tables.reports import (
    FigureCorrection,
    Report,
    ReportPart,
    ReportPhoto,
)
from buurthuis_admin.storage.tables.safety import (
    AccessRequest,
    BackupMade,
    Consent,
    DataBreach,
    Draft,
    Erasure,
    Identity,
)
from buurthuis_admin.storage.tables.subsidies import (
    BudgetLine,
    Expense,
    Funder,
    Instalment,
    Subsidy,
    Target,
)

__all__ = [
    "AccessRequest",
    "Account",
    "Activity",
    "ActivityPerson",
    "Allowance",
    "Attendance",
    "BackupMade",
    "Base",
    "Booking",
    "BudgetLine",
    "Category",
    "ChangeSet",
    "ClosingDay",
    "Condition",
    "Consent",
    "Contribution",
    "ContributionPayment",
    "DataBreach",
    "DifferentPeople",
    "Draft",
    "Enrolment",
    "Erasure",
    "Expense",
    "FigureCorrection",
    "FileContent",
    "Funder",
    "FunderSource",
    "FunderThreshold",
    "HeadCount",
    "HeadingMapping",
    "HelpGiven",
    "Household",
    "Identity",
    "ImportBatch",
    "ImportFile",
    "ImportSheet",
    "Instalment",
    "Membership",
    "MergedPerson",
    "NeighbourHelp",
    "OwnContribution",
    "Paper",
    "Person",
    "Report",
    "ReportPart",
    "ReportPhoto",
    "Reserve",
    "Room",
    "RowChange",
    "Series",
    "Session",
    "SessionPlace",
    "Setting",
    "SourceRow",
    "Subsidy",
    "TallyType",
    "Target",
    "TargetActivity",
    "UnclearRow",
    "Volunteer",
    "VolunteerHours",
]
