# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""One open administration with every service on it."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from buurthuis_admin.services.changes import Changes
from buurthuis_admin.services.members import MemberService
from buurthuis_admin.storage.file import AdministrationFile

if TYPE_CHECKING:
    from buurthuis_admin.services.activities import ActivityService
    from buurthuis_admin.services.attendance import AttendanceService
    from buurthuis_admin.services.attendance_sheets import SheetService
    from buurthuis_admin.services.backups import BackupService
    from buurthuis_admin.services.bank_statements import BankStatementService
    from buurthuis_admin.services.centre_lists import CentreLists
    from buurthuis_admin.services.compositions import CompositionService
    from buurthuis_admin.services.dossier_reports import DossierReportService
    from buurthuis_admin.services.drafts import DraftService
    from buurthuis_admin.services.enrolments import EnrolmentService
    from buurthuis_admin.services.explaining import ExplainService
    from buurthuis_admin.services.exports import ExportService
    from buurthuis_admin.services.finding import FindingService
    from buurthuis_admin.services.funders import FunderService
    from buurthuis_admin.services.history import HistoryService
    from buurthuis_admin.services.imports import ImportService
    from buurthuis_admin.services.mailings import MailingService
    from buurthuis_admin.services.meetings import MeetingService
    from buurthuis_admin.services.merging import MergingService
    from buurthuis_admin.services.money import MoneyService
    from buurthuis_admin.services.months import MonthService
    from buurthuis_admin.services.neighbour_help import NeighbourHelpService
    from buurthuis_admin.services.packs import PackService
    from buurthuis_admin.services.papers import PaperService
    from buurthuis_admin.services.planning_exports import PlanningExports
    from buurthuis_admin.services.privacy import PrivacyService
    from buurthuis_admin.services.provenance import ProvenanceService
    from buurthuis_admin.services.reports import ReportService
    from buurthuis_admin.services.schedule import ScheduleService
    from buurthuis_admin.services.security import SecurityService
    from buurthuis_admin.services.settings import SettingsService
    from buurthuis_admin.services.statistics import StatisticsService
    from buurthuis_admin.services.subsidies import SubsidyService
    from buurthuis_admin.services.today import TodayService
    from buurthuis_admin.services.versions import VersionService
    from buurthuis_admin.services.volunteers import VolunteerService
    from buurthuis_admin.services.waiting_rows import WaitingRowService
    from buurthuis_admin.services.whereabouts import Whereabouts
    from buurthuis_admin.services.year_comparison import ComparisonService
    from buurthuis_admin.storage.early_key import EarlyKey


class Administration:
    """The services of one file. All but the list of people is loaded when it is asked for."""

    def __init__(self, file: AdministrationFile) -> None:
        self._file = file
        self.changed = Changes()
        self.members = MemberService(file, self.changed)

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._file.path

    @cached_property
    def activities(self) -> ActivityService:
        """What people come to."""
        from buurthuis_admin.services.activities import ActivityService

        return ActivityService(self._file, self.changed)

    @cached_property
    def subsidies(self) -> SubsidyService:
        """Asked, awarded, received and spent."""
        from buurthuis_admin.services.subsidies import SubsidyService

        return SubsidyService(self._file, self.changed)

    @cached_property
    def settings(self) -> SettingsService:
        """The centre itself."""
        from buurthuis_admin.services.settings import SettingsService

        return SettingsService(self._file, self.changed)

    @cached_property
    def history(self) -> HistoryService:
        """What was changed, and taking it back."""
        from buurthuis_admin.services.history import HistoryService

        return HistoryService(self._file, self.changed)

    @cached_property
    def statistics(self) -> StatisticsService:
        """The figures of a year."""
        from buurthuis_admin.services.statistics import StatisticsService

        return StatisticsService(self._file, self.subsidies, self.settings)

    @cached_property
    def attendance(self) -> AttendanceService:
        """Who comes to a session: at the door and from paper."""
        from buurthuis_admin.services.attendance import AttendanceService

        return AttendanceService(self._file, self.changed, self.activities)

    @cached_property
    def volunteers(self) -> VolunteerService:
        """Hours and allowances of volunteers."""
        from buurthuis_admin.services.volunteers import VolunteerService

        return VolunteerService(self._file, self.changed, self.members)

    @cached_property
    def neighbour_help(self) -> NeighbourHelpService:
        """Neighbours who help each other."""
        from buurthuis_admin.services.neighbour_help import NeighbourHelpService

        return NeighbourHelpService(self._file, self.changed, self.volunteers)

    @cached_property
    def meetings(self) -> MeetingService:
        """Chooses a meeting, and makes that of today."""
        from buurthuis_admin.services.meetings import MeetingService

        return MeetingService(self._file, self.activities)

    @cached_property
    def sheets(self) -> SheetService:
        """Makes the sheets that lie at the door."""
        from buurthuis_admin.services.attendance_sheets import SheetService

        return SheetService(self._file, self.attendance, self.settings)

    @cached_property
    def months(self) -> MonthService:
        """A month of an activity as a grid."""
        from buurthuis_admin.services.months import MonthService

        return MonthService(self._file, self.activities, self.attendance, self.settings)

    @cached_property
    def imports(self) -> ImportService:
        """Reads spreadsheets into this administration."""
        from buurthuis_admin.services.imports import ImportService

        return ImportService(self._file, lambda areas: self.changed.tell(*areas))

    @cached_property
    def waiting_rows(self) -> WaitingRowService:
        """Rows of spreadsheets that wait for an answer."""
        from buurthuis_admin.services.waiting_rows import WaitingRowService

        return WaitingRowService(self._file, self.changed)

    @cached_property
    def reports(self) -> ReportService:
        """Makes the year report."""
        from buurthuis_admin.services.reports import ReportService

        return ReportService(
            self.statistics,
            self.settings,
            self.compositions,
            statement=self.money.year_statement,
        )

    @cached_property
    def compositions(self) -> CompositionService:
        """What people add to reports."""
        from buurthuis_admin.services.compositions import CompositionService

        return CompositionService(self._file, self.changed)

    @cached_property
    def dossier_reports(self) -> DossierReportService:
        """Reports on subsidies."""
        from buurthuis_admin.services.dossier_reports import DossierReportService

        return DossierReportService(
            self.subsidies, self.statistics, self.settings, self.papers, self.compositions
        )

    @cached_property
    def packs(self) -> PackService:
        """Packs for funders."""
        from buurthuis_admin.services.packs import PackService

        return PackService(self.dossier_reports)

    @cached_property
    def comparisons(self) -> ComparisonService:
        """Several years side by side."""
        from buurthuis_admin.services.year_comparison import ComparisonService

        return ComparisonService(self.statistics, self.settings)

    @cached_property
    def explaining(self) -> ExplainService:
        """What stands behind a figure."""
        from buurthuis_admin.services.explaining import ExplainService

        known = (self.settings, self.statistics, self.subsidies, self.money)
        return ExplainService(self._file, *known)

    @cached_property
    def money(self) -> MoneyService:
        """The cash and bank book."""
        from buurthuis_admin.services.money import MoneyService

        return MoneyService(self._file, self.changed, self.subsidies)

    @cached_property
    def bank_statements(self) -> BankStatementService:
        """Reads bank statements into the book."""
        from buurthuis_admin.services.bank_statements import BankStatementService

        return BankStatementService(self._file, self.changed, self.subsidies)

    @cached_property
    def exports(self) -> ExportService:
        """Writes lists as Excel workbooks."""
        from buurthuis_admin.services.exports import ExportService

        return ExportService(self._file, self.members, self.subsidies)

    @cached_property
    def mailings(self) -> MailingService:
        """One act for many people: post, addresses, households and contributions."""
        from buurthuis_admin.services.mailings import MailingService

        return MailingService(self._file, self.changed, self.members, self.settings)

    @cached_property
    def finding(self) -> FindingService:
        """Finds names of all kinds at once."""
        from buurthuis_admin.services.finding import FindingService

        return FindingService(self.members, self.activities, self.subsidies, self.changed)

    @cached_property
    def schedule(self) -> ScheduleService:
        """Plans meetings and changes them."""
        from buurthuis_admin.services.schedule import ScheduleService

        return ScheduleService(self._file, self.changed)

    @cached_property
    def enrolments(self) -> EnrolmentService:
        """The lists of activities."""
        from buurthuis_admin.services.enrolments import EnrolmentService

        return EnrolmentService(self._file, self.changed)

    @cached_property
    def centre_lists(self) -> CentreLists:
        """Rooms, closing days and kinds of visitors."""
        from buurthuis_admin.services.centre_lists import CentreLists

        return CentreLists(self._file, self.changed)

    @cached_property
    def planning_exports(self) -> PlanningExports:
        """Writes the calendar and the lists of activities to files."""
        from buurthuis_admin.services.planning_exports import PlanningExports

        return PlanningExports(self.schedule, self.enrolments, self.activities, self.settings)

    @cached_property
    def privacy(self) -> PrivacyService:
        """Consents, requests, data breaches, and people who leave."""
        from buurthuis_admin.services.privacy import PrivacyService

        return PrivacyService(self._file, self.changed, self.settings)

    @cached_property
    def funders(self) -> FunderService:
        """Who gives money, and by which rules."""
        from buurthuis_admin.services.funders import FunderService

        return FunderService(self._file, self.changed)

    @cached_property
    def papers(self) -> PaperService:
        """Papers of dossiers and bookings."""
        from buurthuis_admin.services.papers import PaperService

        return PaperService(self._file, self.changed)

    def numbers(self) -> dict[str, int]:
        """What a helper may know of this file: numbers, and nothing of anybody."""
        from buurthuis_admin.services.diagnosis import numbers_of

        return numbers_of(self._file)

    @cached_property
    def backups(self) -> BackupService:
        """Makes backups, and puts one back."""
        from buurthuis_admin.services.backups import BackupService
        from buurthuis_admin.services.removals import apply_erasures

        return BackupService(self._file, self.changed, apply_erasures)

    @cached_property
    def drafts(self) -> DraftService:
        """Forms that are not saved yet."""
        from buurthuis_admin.services.drafts import DraftService

        return DraftService(self._file)

    @cached_property
    def security(self) -> SecurityService:
        """The password, the recovery sheet, and a new key."""
        from buurthuis_admin.services.security import SecurityService

        return SecurityService(self._file, self.changed, self.settings, self.backups)

    @cached_property
    def merging(self) -> MergingService:
        """People who stand in the administration twice."""
        from buurthuis_admin.services.merging import MergingService

        return MergingService(self._file, self.changed)

    @cached_property
    def provenance(self) -> ProvenanceService:
        """Where people and sessions came from."""
        from buurthuis_admin.services.provenance import ProvenanceService

        return ProvenanceService(self._file)

    @cached_property
    def today(self) -> TodayService:
        """What asks for attention today."""
        from buurthuis_admin.services.today import Sources, TodayService

        sources = Sources(
            subsidies=self.subsidies.dossiers,
            deadlines=lambda day: [*self.privacy.deadlines(day), *self.volunteers.deadlines()],
            backups=self.backups.state,
            sheet_confirmed=lambda: self.security.sheet_confirmed,
        )
        return TodayService(self._file, sources)

    @cached_property
    def whereabouts(self) -> Whereabouts:
        """Where the file lies, and what that means."""
        from buurthuis_admin.services.whereabouts import Whereabouts

        return Whereabouts(self._file)

    @cached_property
    def versions(self) -> VersionService:
        """Other versions of the file, made by a synchronised folder."""
        from buurthuis_admin.services.versions import VersionService

        return VersionService(self._file, self.backups)

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed, because of where the file is."""
        return self._file.read_only

    def close(self) -> None:
        """Let go of the file; no copy of a paper stays behind."""
        if "papers" in vars(self):
            self.papers.close()
        self._file.close()


def create_administration(path: Path, password: str) -> Administration:
    """Make a new administration; never over an existing file. Raises a UserError."""
    return Administration(AdministrationFile.create(path, password))


def open_administration(path: Path, password: str, early: EarlyKey | None = None) -> Administration:
    """Open an administration. Raises a UserError that says what to do."""
    from buurthuis_admin.services.private_copies import sweep

    sweep()
    return Administration(AdministrationFile.open(path, password, early))


def open_with_sheet(path: Path, text: str) -> Administration:
    """Open by what was typed of the recovery sheet; choose a new password next.

    Raises a UserError: which group is wrong, or that the sheet is of another administration.
    """
    from buurthuis_admin.services.security import key_on_sheet

    opened = Administration(AdministrationFile.open_with_sheet(path, key_on_sheet(text)))
    opened.security.by_sheet = True
    return opened
