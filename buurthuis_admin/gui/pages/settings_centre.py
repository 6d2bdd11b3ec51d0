# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Settings of the centre itself: where it is, its bank, what members pay, how it counts."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TypeAlias

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from buurthuis_admin.domain.ages import CBS_BANDS, DEFAULT_BANDS, AgeBand, bands_starting_at
from buurthuis_admin.domain.centre import CentreSettings
from buurthuis_admin.domain.contributions import ContributionType
from buurthuis_admin.domain.money import format_iban
from buurthuis_admin.domain.text import clean
from buurthuis_admin.gui.pages.settings_forms import CentreForm
from buurthuis_admin.gui.pages.settings_logo import LogoCard
from buurthuis_admin.gui.pages.settings_money_forms import BankForm, ContributionTypeForm
from buurthuis_admin.gui.theme.icons import icon
from buurthuis_admin.gui.widgets.dialogs import open_dialog
from buurthuis_admin.gui.widgets.editable_list import EditableList, Line
from buurthuis_admin.gui.widgets.field_form import line_edit, typed
from buurthuis_admin.gui.widgets.flow import flow_row
from buurthuis_admin.gui.widgets.form_dialog import FormDialog, Problem
from buurthuis_admin.gui.widgets.page import Ready, Reopener
from buurthuis_admin.gui.widgets.texts import button, card, label
from buurthuis_admin.gui.widgets.word_button import WordCheck
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, format_number, ngettext
from buurthuis_admin.reporting.wording import age_band_name
from buurthuis_admin.services.setting_words import contribution_words

_RSIN_DIGITS = 9
_OLDEST, _MOST_BANDS = 110, 12
_MOST_MONTHS = 120
_POSTCODE = re.compile(r"[1-9]\d{3} ?[A-Z]{2}")


def _nothing(_form: FormDialog) -> None:
    return


class SettingsCentre(QObject):
    """The cards that show one thing of the centre and open a form to change it."""

    def __init__(self, workspace: Workspace, page: QWidget) -> None:
        super().__init__(page)
        self._workspace, self._page = workspace, page
        self.cover = EditableList(
            _("Address and board"),
            _("Stands on the cover of reports, and in what funders get."),
            _("Change address and board"),
        )
        self.bank = EditableList(
            _("Bank account"),
            _("Stands in letters that ask for the contribution."),
            _("Change the bank account"),
        )
        self.logo = LogoCard(workspace)
        self.bands = EditableList(
            _("Age bands"),
            _("Reports count people by these ages, as they are on 31 December."),
            _("Change the age bands"),
        )
        self.seen = EditableList(
            _("Not seen any more"),
            _("The group of this name on the page of members: who came before, and not lately."),
            _("Change the months"),
        )
        self.types = EditableList(
            _("Kinds of contribution"),
            _(
                "What each kind of member pays. Choose the kind with a member; whoever pays "
                "something else keeps that amount. For example: Member, 25 euro each year."
            ),
            _("Add kind of contribution"),
        )
        self.last_visit = WordCheck(_("Show the last visit on the tiles at the door"))
        self.door = self._door_card()
        forms: tuple[tuple[EditableList, _Form], ...] = (
            (self.cover, CoverForm),
            (self.bank, BankForm),
            (self.bands, BandsForm),
            (self.seen, SeenForm),
        )
        self.reopens: dict[str, Reopener] = {}
        for shown, form in forms:
            shown.add.setIcon(icon("pencil-simple", "text"))
            shown.add.clicked.connect(lambda _on=False, form=form: self._open(form, _nothing))
            self.reopens[form.draft_kind] = (
                lambda _id, ready, form=form: self._open(form, ready)  # type: ignore[misc]
            )
        self.types.add.clicked.connect(lambda: self._open_type(None))
        self.last_visit.clicked.connect(self._keep_last_visit)

    def _door_card(self) -> QWidget:
        frame, column = card()
        self.last_visit.setAccessibleName(self.last_visit.text())
        told = _(
            "A tile shows the name alone, as everybody at the door can read it. Tick this only "
            "when nobody looks along."
        )
        for widget in (label(_("Tiles"), "heading"), label(told, "muted"), self.last_visit):
            column.addWidget(widget)
        return frame

    def _open(self, form: _Form, ready: Ready) -> None:
        """Open a form over what is kept now, then call ``ready`` with it."""

        def show(centre: CentreSettings) -> None:
            opened = form(centre, self._workspace, self._page)
            open_dialog(opened)
            ready(opened)

        settings = self._workspace.administration.settings
        self._workspace.readers.run(self, settings.centre, show)

    def show_centre(self, centre: CentreSettings) -> None:
        """Show what is kept."""
        self.cover.show_lines([Line(one) for one in _cover_lines(centre) if one])
        bank = (format_iban(centre.iban), _("BIC {code}").format(code=centre.bic))
        self.bank.show_lines([Line(one) for one in bank[: 1 + bool(centre.bic)] if centre.iban])
        self.bands.show_lines([Line(age_band_name(one.key)) for one in centre.age_bands])
        self.types.show_lines([self._type_line(one) for one in centre.contribution_types])
        self.logo.show_logo(centre)
        self.last_visit.setChecked(centre.last_visit_at_door)
        self.seen.show_lines([Line(_without_visit(centre.not_seen_months))])

    def _type_line(self, one: ContributionType) -> Line:
        words = contribution_words(one.name, one.amount, one.period)
        service = self._workspace.administration.mailings.contributions
        turned = replace(one, retired=not one.retired)
        return Line(
            _("{kind} (not used any more)").format(kind=words) if one.retired else words,
            lambda: self._open_type(one),
            lambda: self._workspace.writers.run(
                self, lambda: service.save_type(one, turned), lambda _done: None
            ),
            _("Use again") if one.retired else _("Do not use any more"),
        )

    def _open_type(self, one: ContributionType | None) -> None:
        open_dialog(ContributionTypeForm(one, self._workspace, self._page))

    def _keep_last_visit(self, shown: bool) -> None:
        settings = self._workspace.administration.settings

        def work() -> None:
            settings.save(replace(settings.centre(), last_visit_at_door=shown))

        self._workspace.writers.run(self, work, lambda _done: None)


def _cover_lines(centre: CentreSettings) -> tuple[str, ...]:
    return (
        ", ".join(part for part in (centre.street, centre.postcode) if part),
        _("RSIN {number}").format(number=centre.rsin) if centre.rsin else "",
        ", ".join(centre.board),
    )


class CoverForm(CentreForm):
    """Street, postcode, RSIN and the names of the board; all of it may be left empty."""

    draft_kind = "cover"

    def __init__(self, centre: CentreSettings, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(_("Address and board"), centre, workspace, parent)
        self.street = line_edit(centre.street)
        self.postcode = line_edit(centre.postcode)
        self.rsin = line_edit(centre.rsin)
        self.board = line_edit(", ".join(centre.board))
        self.field("street", _("Street and number"), self.street, empty=True)
        self.field(
            "postcode",
            _("Postcode"),
            self.postcode,
            hint=_("For example: 1234 AB."),
            empty=True,
        )
        self.field(
            "rsin",
            _("RSIN"),
            self.rsin,
            hint=_("Nine digits, in letters of the tax office."),
            empty=True,
        )
        self.field(
            "board",
            _("Members of the board"),
            self.board,
            hint=_("With a comma between them. For example: A. de Vries, F. Yilmaz."),
            empty=True,
        )
        self.fit_screen(520, 640)
        self.street.setFocus()

    def keep(self) -> None:
        """Check what was typed and keep it."""
        postcode = clean(typed(self.postcode)).upper()
        rsin = "".join(typed(self.rsin).split())
        problems = []
        if postcode and not _POSTCODE.fullmatch(postcode):
            problems.append(
                Problem("postcode", _("Fill in four digits and two letters, such as 1234 AB."))
            )
        if rsin and not (rsin.isdigit() and len(rsin) == _RSIN_DIGITS):
            problems.append(Problem("rsin", _("This number has nine digits.")))
        self.show_problems(problems)
        if problems:
            return
        names = (clean(name) for name in typed(self.board).split(","))
        self._save(
            replace(
                self._before,
                street=clean(typed(self.street)),
                postcode=postcode,
                rsin=rsin,
                board=tuple(name for name in names if name),
            )
        )


class BandsForm(CentreForm):
    """The ages at which a band begins, or one of two usual divisions."""

    draft_kind = "age bands"

    def __init__(self, centre: CentreSettings, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(_("Age bands"), centre, workspace, parent)
        self.ages = line_edit(_starts(centre.age_bands))
        self.field(
            "ages",
            _("At which ages a band begins"),
            self.ages,
            hint=_("With a comma between them. For example 0, 18, 67 gives 0–17, 18–66 and 67+."),
        )
        self.usual = button(_("As this program proposes"))
        self.cbs = button(_("As Statistics Netherlands (CBS) counts"))
        self.part(flow_row(self.usual, self.cbs))
        self.usual.clicked.connect(lambda: self.ages.setText(_starts(DEFAULT_BANDS)))
        self.cbs.clicked.connect(lambda: self.ages.setText(_starts(CBS_BANDS)))
        self.fit_screen(560, 460)
        self.ages.setFocus()

    def keep(self) -> None:
        """Check the ages and keep the bands."""
        ages = re.findall(r"[^\s,;]+", typed(self.ages))
        told = _problem(ages)
        self.show_problems([Problem("ages", told)] if told else [])
        if not told:
            bands = bands_starting_at(int(age) for age in ages)
            self._save(replace(self._before, age_bands=bands))


class SeenForm(CentreForm):
    """After how many months without a visit somebody is not seen any more."""

    draft_kind = "not seen"

    def __init__(self, centre: CentreSettings, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(_("Not seen any more"), centre, workspace, parent)
        self.months = line_edit(str(centre.not_seen_months))
        self.field("months", _("Months without a visit"), self.months, hint=_("For example: 12."))
        self.fit_screen(520, 400)
        self.months.setFocus()

    def keep(self) -> None:
        """Check the number and keep it."""
        months = clean(typed(self.months))
        well = months.isascii() and months.isdigit() and 1 <= int(months) <= _MOST_MONTHS
        told = _("Fill in a number of months, from 1 to {most}.").format(most=_MOST_MONTHS)
        self.show_problems([] if well else [Problem("months", told)])
        if well:
            self._save(replace(self._before, not_seen_months=int(months)))


def _without_visit(months: int) -> str:
    told = ngettext(
        "After {count} month without a visit", "After {count} months without a visit", months
    )
    return told.format(count=format_number(months))


def _problem(ages: list[str]) -> str:
    if not ages:
        return _("Fill in at least one age.")
    if not all(age.isascii() and age.isdigit() and int(age) <= _OLDEST for age in ages):
        return _("Fill in ages in whole years, from 0 to {oldest}.").format(oldest=_OLDEST)
    if len(set(ages)) > _MOST_BANDS:
        return _("No more than {count} bands: a report has no room for them.").format(
            count=_MOST_BANDS
        )
    return ""


def _starts(bands: tuple[AgeBand, ...]) -> str:
    return ", ".join(str(band.low) for band in bands)


_Form: TypeAlias = type[CoverForm] | type[BankForm] | type[BandsForm] | type[SeenForm]
