# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The logo, the bank account and the kinds of contribution of the centre."""

from __future__ import annotations

import io
from dataclasses import replace
from decimal import Decimal

import pytest
from PIL import Image, PngImagePlugin

from buurthuis_admin.domain.contributions import ContributionPeriod, ContributionType, fee_of
from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.people import Membership, Person, PersonDetail
from buurthuis_admin.errors import UserError
from buurthuis_admin.services.administration import Administration
from buurthuis_admin.services.centre_lists import NameInListTwice
from buurthuis_admin.services.photos import LogoTooSmall, LogoUnreadable, prepare_logo
from buurthuis_admin.storage import contents
from buurthuis_admin.storage.file import AdministrationFile

FAMILY = ContributionType(name="Gezin", amount=Decimal("10.00"), period=ContributionPeriod.QUARTER)


def picture(size: tuple[int, int] = (1600, 400), kind: str = "PNG") -> bytes:
    """A red picture on nothing, with a note of who made it."""
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", "Jan de Vries")
    file = io.BytesIO()
    made = Image.new("RGBA", size, (0, 0, 0, 0))
    made.paste((200, 0, 0, 255), (0, 0, size[0] // 2, size[1]))
    made.save(file, kind, pnginfo=notes)
    return file.getvalue()


def test_a_logo_is_made_small_white_behind_and_without_notes() -> None:
    logo = prepare_logo(picture())
    assert (logo.width, logo.height) == (800, 200)
    assert b"Vries" not in logo.content
    with Image.open(io.BytesIO(logo.content)) as kept:
        assert kept.size == (800, 200)
        assert kept.getpixel((790, 100)) == (255, 255, 255)
        assert kept.getpixel((10, 100)) == (200, 0, 0)


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"", LogoUnreadable),
        (b"%PDF-1.7 no picture", LogoUnreadable),
        (picture()[:200], LogoUnreadable),
        (picture((20, 20)), LogoTooSmall),
    ],
)
def test_what_is_no_logo_is_told(content: bytes, refusal: type[UserError]) -> None:
    with pytest.raises(refusal):
        prepare_logo(content)


def test_a_logo_is_kept_in_the_file_and_comes_back(
    administration: Administration, file: AdministrationFile
) -> None:
    settings = administration.settings
    logo = prepare_logo(picture())
    settings.save(replace(settings.centre(), name="De Linde", logo=logo, iban="NL91ABNA0417164300"))
    settings.save(replace(settings.centre(), town="Dorp"))
    assert settings.centre().logo == logo
    assert settings.centre().iban == "NL91ABNA0417164300"
    settings.save(replace(settings.centre(), logo=None))
    assert settings.centre().logo is None
    with file.unit_of_work("Tidy") as unit:  # the way back needs the picture
        assert contents.drop_unused(unit.connection) == 0
        unit.commit()
    administration.history.undo()
    administration.history.undo()
    assert settings.centre().logo == logo


def test_the_kind_says_what_a_member_pays_in_a_year(administration: Administration) -> None:
    contributions = administration.mailings.contributions
    contributions.save_type(None, FAMILY)
    member = PersonDetail(
        person=Person(name=PersonName(first="Bea", last="Smit")),
        memberships=(Membership(kind=" gezin"),),
    )
    person_id = administration.members.save(member)
    (owed,) = contributions.owing([person_id], 2026)
    assert owed.amount == Decimal("40.00")
    contributions.pay([person_id], 2026)
    assert administration.members.detail(person_id).contributions[0].amount == Decimal("40.00")


def test_members_of_a_kind_that_is_renamed_keep_it(administration: Administration) -> None:
    contributions = administration.mailings.contributions
    contributions.save_type(None, FAMILY)
    contributions.save_type(None, replace(FAMILY, name="Lid"))
    detail = PersonDetail(
        person=Person(name=PersonName(first="Bea")), memberships=(Membership(kind="GEZIN"),)
    )
    person_id = administration.members.save(detail)
    contributions.save_type(FAMILY, replace(FAMILY, name="Huishouden", retired=True))
    (kept,) = administration.members.detail(person_id).memberships
    assert kept.kind == "Huishouden"
    names = [one.name for one in administration.settings.centre().contribution_types]
    assert names == ["Huishouden", "Lid"]
    with pytest.raises(NameInListTwice):
        contributions.save_type(None, replace(FAMILY, name="lid"))


def test_what_was_agreed_with_a_member_goes_before_the_kind() -> None:
    once = replace(FAMILY, name="Inschrijving", period=ContributionPeriod.ONCE)
    assert fee_of("Gezin", Decimal(5), [FAMILY]) == 5
    assert fee_of("Inschrijving", None, [FAMILY, once]) is None
    assert fee_of("", None, [FAMILY]) is None
