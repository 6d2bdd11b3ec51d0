# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Members lists in every style that IMPORT.md names."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tests.boxes.member_columns import (
    MemberList,
    no_house_style,
    table,
    years_only,
)
from tests.boxes.world import World, Written
from tools.sheets import Cell, SheetRows


def repeated_headings(world: World) -> MemberList:
    """Titles, the heading again on every page, short words, a section OPGEZEGD, a count."""
    spec = (
        "Anaam=last|Vnaam=first|tsv=prefix|voorl=initials|adres=address|pc=postcode|plaats=town|tel=phone|"
        "06=mobile|mail=email|geb.dat.=born|m/v=mv|LID v.a.=joined|uit=left|bet.=paid_jn"
    )
    head, stayed, held = table(spec, world.stayed())
    _, gone, _ = table(spec, world.gone())
    rows: list[Sequence[Cell]] = [
        ["Ledenlijst wijkcentrum De Brug"],
        [f"per 31-12-{world.year}"],
        [],
    ]
    for at in range(0, len(stayed), 20):
        rows += [head, *stayed[at : at + 20], []]
    rows += [["Aantal leden:", None, len(stayed)], ["OUD-LEDEN"], *gone]
    return MemberList(
        [Written(f"leden {world.year}.xlsx", [SheetRows("Blad1", rows), SheetRows("Blad2", [])])],
        held,
    )


def everything_in_cells(world: World) -> MemberList:
    """One cell for the name, one for the address, one for both numbers; dates in words."""
    spec = (
        "Nr.=number|Voor- en achternaam=full|Adres=whole_address|Telefoon=phones|E-mail=EMAIL|Geboren=born_dutch|"
        "Man/vrouw=man|Lid sinds=joined_year|Opgezegd per=left|Contributie betaald=paid_amount"
    )
    head, rows, held = table(spec, world.people)
    sheet = SheetRows(
        "Leden", [head, *rows, ["Totaal", None, None, None, None, None, None, None, None, 99.5]]
    )
    return MemberList(
        [Written(f"Adressenlijst {world.year}.xlsx", [sheet])], held, years_only("joined")
    )


def sheet_per_status(world: World) -> MemberList:
    """'Berg, van den, Jan', house number and addition apart, numbers without their zero."""
    spec = (
        "volgnr=number|Naam=last_prefix_first|straat=street|huisnr=house_number|toev.=house_addition|"
        "P.C.=postcode_lower|Wnplts=TOWN|Telnr=phone_number|GSM=mobile_number|geb=born_short|dhr/mw=dhr|"
        "ingang=joined_short|betaald=paid_x"
    )
    head, stayed, held = table(spec, world.stayed())
    gone_head, gone, _ = table(spec + "|datum uit=left_short", world.gone())
    sheets = [SheetRows("Leden", [head, *stayed]), SheetRows("Oud-leden", [[], gone_head, *gone])]
    return MemberList(
        [Written(f"Ledenadministratie {world.year}.ods", sheets)], (*held, "left"), no_house_style
    )


def merged_groups(world: World) -> MemberList:
    """A heading of two rows: groups in merged cells over the fields."""
    spec = (
        "lidnr=number|voorl.=initials|roepnaam=first|tussenv.=prefix|achternaam=last|straat=street|nr=house|pc=postcode|"
        "plaats=town|tel=phone|mob=mobile|e-mail=email|geb.datum=born|m/v=MV|van=joined|tot=left|betaald j/n=paid_ja"
    )
    head, rows, held = table(spec, world.people)
    upper: list[Cell] = [
        None,
        "Naam",
        None,
        None,
        None,
        "Adres",
        None,
        None,
        None,
        "Contact",
        None,
        None,
        "Persoonlijk",
        None,
        "Lidmaatschap",
    ]
    sheet = SheetRows(
        "Leden",
        [[f"Leden {world.year}"], upper, head, *rows],
        merged=("B2:E2", "F2:I2", "J2:L2", "M2:N2", "O2:Q2"),
    )
    return MemberList([Written(f"Leden {world.year}.xlsx", [sheet])], held)


def cut_headings(world: World) -> MemberList:
    """Headings that go on in the row below."""
    spec = (
        "Lid/nummer=number|Achter/naam=last|Tussen/voegsel=prefix|Voor/letters=initials|Roep/naam=first|Adres/=address|"
        "Post/code=postcode|Woon/plaats=town|Telefoon/thuis=phone|Telefoon/mobiel=mobile|E-mail/adres=email|"
        "Geboorte/datum=born|Ge-/slacht=mv|Lid/sinds=joined|Opgezegd/per=left|Contr./betaald=paid_jn"
    )
    head, rows, held = table(spec, world.people)
    upper = [part.split("/")[0] for part in head]
    lower: list[Cell] = [part.split("/")[1] or None for part in head]
    return MemberList(
        [Written(f"ledenlijst{world.year}.xlsx", [SheetRows("Blad1", [upper, lower, *rows])])], held
    )


def old_csv(world: World) -> MemberList:
    """cp1252, ';', 'naam' with initials only."""
    spec = (
        "lidnr=number|naam=last|voorv=prefix|voorl.=initial|straat + nr=address|postcode=postcode_tight|woonpl=town|"
        "tel thuis=phone|mobiel=mobile_spaced|emailadres=email|geboortedatum=born_text|gesl=MV|lid vanaf=joined_text|lid tot=left_text|voldaan=paid_jn"
    )
    head, rows, held = table(spec, world.people)
    file = Written(f"leden_{world.year}.csv", [SheetRows("x", [head, *rows])], ";", "cp1252")
    return MemberList([file], held)


def english_csv(world: World) -> MemberList:
    """An export of an English program."""
    spec = (
        "Member No=number|First Name=first|Infix=prefix|Surname=last|Address=address|Post code=postcode|City=town|"
        "Phone=phone|Mobile=mobile_31|Email=email|Date of birth=born_iso|Gender=male|Member since=joined_iso|Left=left_iso|Paid=paid_yes"
    )
    head, rows, held = table(spec, world.people)
    return MemberList(
        [Written(f"members {world.year}.csv", [SheetRows("x", [head, *rows])], ",", "utf-8")], held
    )


def german_tabs(world: World) -> MemberList:
    """An export of a German program, with tabs."""
    spec = (
        "Mitgliedsnr=number|Anrede=herr|Vorname=first|Nachname=prefix_last|Straße=address|PLZ=postcode|Ort=town|"
        "Telefon=phone|Handy=mobile|E-Mail=email|Geburtsdatum=born_dots|Eintritt=joined_dots|Austritt=left_dots|Bezahlt=paid_jn"
    )
    head, rows, held = table(spec, world.people)
    return MemberList(
        [
            Written(
                f"mitglieder {world.year}.csv", [SheetRows("x", [head, *rows])], "\t", "utf-8-sig"
            )
        ],
        held,
    )


def serials_and_nothings(world: World) -> MemberList:
    """Dates as numbers, three columns for e-mail of which one is filled, words for nothing."""
    spec = (
        "Relatienr=number4|Geslachtsnaam=last|tv=prefix|Roepnaam=first|e-mail=nothing|e-mail=email|E-mail adres=nothing|"
        "Straat=street|hnr=house|Post code=postcode|Woonplaats=town|Vast=phone|06-nr=mobile|Geboorte datum=born_serial|"
        "geslacht=mv|Lid per=joined_serial|afm.=left_serial|Betaald op=paid_date|Rek nr=iban"
    )
    head, rows, held = table(spec, world.people)
    words = ("NVT", "onbekend", "..", "-", "n.v.t.", "?")
    for number, row in enumerate(rows):
        for at in (4, 6, 11, 12):
            if row[at] is None and (number + at) % 3 == 0:
                row[at] = words[(number + at) % len(words)]
    return MemberList(
        [Written(f"relaties {world.year}.xlsx", [SheetRows("export", [head, *rows])])], held
    )


def struck_and_hidden(world: World) -> MemberList:
    """An empty first column, blank rows, a hidden column, those who left struck through."""
    spec = (
        "Lidnummer=number|Fam. naam=last|T.V.=prefix|Voornaam=first|Adres=address|Pcode=postcode|Woonpl.=town|"
        "Telefoonnr=phone|Mobiel nr=mobile|Mail=email|Geb.=born_text|M/V=mv|Lid sinds=joined|contr=fee|IBAN=iban|Voldaan=paid_ja"
    )
    head, rows, held = table(spec, world.people)
    lines: list[Sequence[Cell]] = [[None, "BUURTHUIS DE SCHAKEL"], [], [None, *head]]
    struck = []
    for person, row in zip(world.people, rows, strict=True):
        lines.append([None, *row])
        if person.left is not None:
            struck.append(len(lines))
        if len(lines) % 15 == 0:
            lines.append([])
    lines += [[], [None, "Aantal leden", len(world.stayed())], [None, "doorgehaald = opgezegd"]]
    sheet = SheetRows("Blad1", lines, struck=struck, hidden_columns=("P",))
    return MemberList([Written(f"Leden {world.year} nieuw.xlsx", [sheet])], held)


def broken_addresses(world: World) -> MemberList:
    """Addresses over two lines in a cell, 'Jansen, P. van', a year of birth."""
    spec = (
        "no=number|Naam lid=last_initials_prefix|Adresgegevens=broken_address|Telefoon=phone_number|Mobiel=mobile_number|"
        "E-mail adres=email|Geb. jaar=born_year|sekse=mv|Datum in=joined_text|Datum uit=left_text|lidgeld=paid_text"
    )
    head, rows, held = table(spec, world.people)
    return MemberList(
        [Written(f"ledenbestand_{world.year}.xlsx", [SheetRows("leden", [head, *rows])])],
        held,
        years_only("born"),
    )


def volunteers_and_sections(world: World) -> MemberList:
    """'pc + plaats' in one column; members, former members and volunteers under their words."""
    spec = (
        "volledige naam=full|straat + nr=address|pc + plaats=postcode_town|tel. thuis=phone|gsm=mobile|mailadres=email|"
        "geb. datum=born|man/vrouw=mv|inschrijfdatum=joined|vrijw.=volunteer_x|opgezegd=left|opmerkingen=nothing"
    )
    head, stayed, held = table(spec, world.stayed())
    _, gone, _ = table(spec, world.gone())
    rows: list[Sequence[Cell]] = [["Namenlijst"], head, ["LEDEN"], *stayed, ["OPGEZEGD:"], *gone]
    return MemberList([Written(f"namen {world.year}.ods", [SheetRows("Blad 1", rows)])], held)


def polite_names(world: World) -> MemberList:
    """'Mw. A. de Vries', a category, a total as a formula."""
    spec = (
        "Lid nr=number|Naam=polite|Straat=street|Huisnummer=house|Postcode=postcode|Plaats=town|Tel.nr.=phone|Mob.=mobile_spaced|"
        "Email=email|Geboortedatum=born_text|Aanmelddatum=joined|Einddatum=left|Contributie=fee|Betaald=paid_ja"
    )
    head, rows, held = table(spec, world.people)
    total: list[Cell] = [*[None] * 12, "=SUM(M2:M61)"]
    lines = [*rows, total]
    return MemberList(
        [Written(f"Leden {world.year}.xlsx", [SheetRows("leden", [head, *lines])])], held
    )


def initials_and_used(world: World) -> MemberList:
    """Surname with its prefix behind it, 'J. (Jan)', upper-case towns, ',' csv with quotes."""
    spec = (
        "LIDNR=number|ACHTERNAAM=last_prefix|VOORNAMEN=initials_first|STRAATNAAM=street|HUISNR=house|POSTCODE=postcode_tight|WOONPLAATS=TOWN|"
        "TELEFOON=phone|MOBIEL=mobile|EMAIL=email|GEB_DATUM=born_iso|GESLACHT=MV|LIDSINDS=joined_iso|LIDTOT=left_iso|BETAALD=paid_jn|VRIJWILLIGER=volunteer"
    )
    head, rows, held = table(spec, world.people)
    return MemberList(
        [
            Written(
                f"EXPORT_LEDEN_{world.year}.csv", [SheetRows("x", [head, *rows])], ",", "utf-8-sig"
            )
        ],
        held,
    )


def doubles(world: World) -> MemberList:
    """Some people stand twice on the list, and the list again on a second sheet, sorted."""
    spec = (
        "nummer=number|naam=last_first_prefix|adres=address|postcode=postcode|plaats=town|telefoon=phone|mobiel=mobile|e-mail=email|"
        "geb=born|m/v=mv|lid sinds=joined|lid tot=left|betaald=paid_jn|functie=remark"
    )
    head, rows, held = table(spec, world.people)
    again = sorted(rows, key=lambda row: str(row[1]))
    sheets = [
        SheetRows("op nummer", [head, *rows, rows[3], rows[8]]),
        SheetRows("op naam", [head, *again]),
    ]
    return MemberList([Written(f"Ledenlijst {world.year}.xlsx", sheets)], held)


def by_family(world: World) -> MemberList:
    """First name last, an address in two columns, a phone column called 'tel 1' and 'tel 2'."""
    spec = (
        "Achternaam=last|Voorvoegsel=prefix|Voorletters=initials|Voornaam=first|Geb. dat.=born|Geslacht=man|Straat en huisnummer=address|"
        "Postcode en woonplaats=postcode_town|tel 1=phone|tel 2=mobile|Mailadres=email|Lidmaatschapsnummer=number|Ingangsdatum=joined|Bedankt per=left|Cont. voldaan=paid_ja"
    )
    head, rows, held = table(spec, world.people)
    return MemberList(
        [
            Written(
                f"Leden-{world.year}.xlsx",
                [SheetRows(f"leden {world.year}", [[], [], head, *rows])],
            )
        ],
        held,
    )


STYLES: tuple[Callable[[World], MemberList], ...] = (
    repeated_headings,
    everything_in_cells,
    sheet_per_status,
    merged_groups,
    cut_headings,
    old_csv,
    english_csv,
    german_tabs,
    serials_and_nothings,
    struck_and_hidden,
    broken_addresses,
    volunteers_and_sections,
    polite_names,
    initials_and_used,
    doubles,
    by_family,
)
