# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the heading of a column says: the words that real lists use, and the fields they mean.

The words are those of ``IMPORT.md``, found in lists of Dutch associations, and their English and
German like. A heading is compared without accents, signs, spaces and capitals.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from rapidfuzz import fuzz, process

from buurthuis_admin.domain.text import fold, squeeze


class Field(StrEnum):
    """What a column can hold."""

    NUMBER = "number"
    INITIALS = "initials"
    FIRST = "first"
    PREFIX = "prefix"
    LAST = "last"
    FULL_NAME = "full_name"
    BORN = "born"
    BIRTH_YEAR = "birth_year"
    AGE = "age"
    SEX = "sex"
    ADDRESS = "address"
    STREET = "street"
    HOUSE = "house"
    HOUSE_ADDITION = "house_addition"
    POSTCODE = "postcode"
    POSTCODE_TOWN = "postcode_town"
    TOWN = "town"
    NEIGHBOURHOOD = "neighbourhood"
    PHONE = "phone"
    MOBILE = "mobile"
    EMAIL = "email"
    JOINED = "joined"
    LEFT = "left"
    LEFT_REASON = "left_reason"
    FEE = "fee"
    PAID = "paid"
    IBAN = "iban"
    MANDATE = "mandate"
    REMARK = "remark"
    ROLE = "role"
    VOLUNTEER = "volunteer"
    PHOTO = "photo"
    BSN = "bsn"
    MEMBER_KIND = "member_kind"
    DATE = "date"
    ACTIVITY = "activity"
    COUNT = "count"
    STATUS = "status"
    TOTAL = "total"
    HOURS = "hours"
    WEEKDAY = "weekday"
    TIME = "time"
    ROOM = "room"
    LEADER = "leader"
    CAPACITY = "capacity"
    THEME = "theme"
    TARGET_GROUP = "target_group"
    OWN_CONTRIBUTION = "own_contribution"
    STARTS = "starts"
    ENDS = "ends"
    FUNDER = "funder"
    REFERENCE = "reference"
    PURPOSE = "purpose"
    REQUESTED = "requested"
    AWARDED = "awarded"
    DECIDED = "decided"
    APPLIED_ON = "applied_on"
    RECEIVED = "received"
    SPENT = "spent"
    REMAINDER = "remainder"
    DUE = "due"
    STATE = "state"
    BUDGET_LINE = "budget_line"
    PLANNED = "planned"
    ACTUAL = "actual"
    DIFFERENCE = "difference"


# fmt: off
_WORDS: dict[Field, str] = {
    Field.NUMBER: "lidnr lidnummer lidnrs nr volgnr volgnummer relatienr relatienummer lidmaatschapsnummer lidmaatschapsnr bondsnummer bondsnr "
    "ledennummer ledennr nummer no num lid# # id lidno membernumber memberno memberid number mitgliedsnummer "
    "mitgliedsnr persnr persoonsnr deelnemernr deelnemersnr pasnr pasnummer code",
    Field.INITIALS: "voorl vl voorletters voorletter voorltrs init initialen initials initiaal vltr vltrs",
    Field.FIRST: "vnaam voorn voornaam voornamen roepnaam rnaam roepn firstname givenname first vorname",
    Field.PREFIX: "tussenv tussenvoegsel tussenvoegsels tv tsv tussenvgsl tussenvg voorv voorvoegsel "
    "voorvoegsels tussen prefix infix vv middlename",
    Field.LAST: "achternaam anaam famnaam familienaam fam geslachtsnaam achtern achternm surname lastname "
    "familyname last nachname",
    Field.FULL_NAME: "naam volledigenaam naamlid naamdeelnemer deelnemer deelnemers deelneemster naamdeelnemers "
    "voorenachternaam voornaamachternaam naamvoornaam achternaamvoornaam voornaamenachternaam "
    "naamenvoornaam namen name fullname member leden naamleden participant participants person persoon "
    "wie bezoeker cursist cursisten leerling leerlingen kind naamkind vrijwilligernaam naamvrijwilliger "
    "teilnehmer mitglied lidnaam",
    Field.BORN: "geb gebdat gebdatum gebdt geboren geborenop geboortedatum geboortedat geboorted datumgeboorte "
    "gebdag dob dateofbirth birthdate birthday born verjaardag geburtsdatum gebd",
    Field.BIRTH_YEAR: "gebjaar geboortejaar gebjr jaargeb yearofbirth birthyear geburtsjahr jaarvangeboorte",
    Field.AGE: "leeftijd lft lftd age alter jaaroud leeft",
    Field.SEX: "mv vm gesl geslacht manvrouw dhrmw dhrmevr aanhef sex gender sekse mw dhrmevrouw geschlecht mvx "
    "mwdhr mevrdhr titel anrede salutation",
    Field.ADDRESS: "adres adresgegevens straathuisnr adr straatnr straatnummer straatenhuisnummer straathnr "
    "straatenhuisnr straatennr straatennummer straathuisnummer address woonadres volledigadres adreslid "
    "anschrift adressstreet addressstreet adrespostcodeplaats adrespcplaats",
    Field.STREET: "straat straatnaam str street strasse strase",
    Field.HOUSE: "huisnr huisnummer hnr hsnr hnummer huisno housenumber housenr hausnummer hausnr huisn",
    Field.HOUSE_ADDITION: "toev toevoeging huisnrtoev toevoegsel huisletter hnrtoev huisnrtoevoeging addition",
    Field.POSTCODE: "pc postcode pcode postc zip zipcode postalcode plz postkode addresspostcode pstcd",
    Field.POSTCODE_TOWN: "pcplaats pcwoonplaats postcodeplaats postcodewoonplaats postcodeenplaats "
    "postcodeenwoonplaats pcenplaats pcwoonpl plzort pcpl",
    Field.TOWN: "plaats woonpl wpl wnplts woonplaats plts stad town city woonpltsen gemeente ort "
    "plaatsnaam woonplts addresssuburb dorp wnpl",
    Field.NEIGHBOURHOOD: "wijk buurt wijkbuurt neighbourhood neighborhood buurtwijk stadsdeel",
    Field.PHONE: "tel telnr telefoon telthuis telefoonnr telefoonnummer telefoonthuis vast vastnr vasttel telvast "
    "phone telefon telno telprive hometel telephone telefoonvast phone1 worktel phonenumber "
    "telnummer thuisnr vastetelefoon vastnummer",
    Field.MOBILE: "mob mobiel gsm 06 06nr 06nummer mobielnr mobielnummer mobnr telmob telmobiel mobile mobiletel "
    "handy mobielenummer mobiele mobieltel phone2 mobieletelefoon cell mobilenumber mobtel",
    Field.EMAIL: "mail email emailadres emailadr emailaddress mailadres eml ml epost emailadressen mailadr",
    Field.JOINED: "lidsinds lidvanaf lidva ingang datumin inschrijfdatum ingangsdatum inschrijving lidper "
    "aanmelddatum aangemeld datuminschrijving ingeschreven sinds datumlid startdatum "
    "membersince joined joindate joinedon eintritt eintrittsdatum vanaf datumingang aanm beginlidmaatschap "
    "ingangslidmaatschap datumaanmelding lidgeworden van lidmaatschapvan lidmaatschapsinds lidmaatschapvanaf mitgliedseit instroom lidvan begindatum in",
    Field.LEFT: "lidmaatschaptot opgezegdper opgezegd datumuit uit lidtot per afm opgez uitschrijfdatum einddatum afgemeldper "
    "datumopzegging opzegdatum einde eindelidmaatschap uitgeschreven lidtotenmet opzegging "
    "datumeinde left leftdate leftdatum austritt uitgeschrevenper beeindigd lidtm opgezegdop uitstroom "
    "membershipend bedankt gestopt tot uitdienst vertrokken",
    Field.LEFT_REASON: "redenopz redenopzegging reden redenuit redenvertrek redeneinde reason reasonforleaving "
    "redenafmelding",
    Field.FEE: "contr contributie lidgeld bedrag contributiebedrag fee subscription beitrag contribbedrag "
    "lidmaatschapsgeld contributieeuro bijdrage",
    Field.PAID: "betaaldjn voldaan betaald bet betaaldneeja contributiebetaald contribbetaald contrbetaald "
    "contrvoldaan contributievoldaan paid bezahlt betaaldjanee betjn lidgeldbetaald contrbet betaling "
    "betaaldop",
    Field.IBAN: "iban reknr rekeningnr rekeningnummer bankrekening ibannr bankrek banknr bankrekeningnr "
    "rekening ibannummer giro gironr bankrekeningnummer",
    Field.MANDATE: "machtiging incasso machtigingskenmerk mandaat automatischeincasso machtigingjn mandate autinc",
    Field.REMARK: "opm opmerkingen opmerking bijz bijzonderheden notitie notities remark remarks note notes "
    "toelichting aantekening aantekeningen bemerkung comments comment info extra weer overig",
    Field.ROLE: "functie functies taak taken rol role function functieintvereniging funktion",
    Field.VOLUNTEER: "vrijwilliger vrijw vrijwilligerjn vrijwjn volunteer vrijwilligers isvrijwilliger "
    "vrijwilligersjn ehrenamtlich vrijwilligerswerk",
    Field.PHOTO: "fotojn foto fototoestemming fotosjn photo toestemmingfoto secretimages",
    Field.BSN: "bsn sofi sofinr sofinummer burgerservicenummer bsnnr bsnnummer",
    Field.MEMBER_KIND: "soortlid lidsoort soort typelid lidmaatschap lidtype categorie membertype status soortlidmaatschap "
    "type",
    Field.DATE: "datum date dag datums datumbijeenkomst wanneer datumactiviteit day dt datumbezoek",
    Field.ACTIVITY: "activiteit activiteiten activity cursus onderdeel groep club clubje course bijeenkomst "
    "wat naamactiviteit activiteitnaam aktiviteit workshop les event aanbod",
    Field.COUNT: "aantal aantalbezoekers bezoekers aantaldeelnemers aantalmensen aantalpersonen count telling "
    "number geteld bezoekersaantal opkomst attendees attended anzahl aant aantalaanwezig aantaldeeln "
    "aantalaanwezigen aanwezigen numattended bezoek pers personen totaalbezoekers",
    Field.STATUS: "aanwezig aanwezigheid present presentie aanwezigjn attendance aanw geweest",
    Field.TOTAL: "tot totaal total som subtotaal summe totalen gem gemiddeld gemiddelde ttl aantalkeer keer "
    "aantalkeren aantalx totaalaantal",
    Field.HOURS: "uren uur aantaluren hours urenaantal gewerkteuren stunden aantaluur",
    Field.WEEKDAY: "weekdag dagen wochentag weekday wekdag dagdeel",
    Field.TIME: "tijd tijden tijdstip time uhrzeit vantot tijdvantot aanvang",
    Field.ROOM: "ruimte zaal lokaal locatie room plek raum location",
    Field.LEADER: "begeleider begeleiding leiding docent leider contactpersoon leader trainer coordinator "
    "begeleiders organisator deliveredby gastvrouw gastheer",
    Field.CAPACITY: "max maximum capaciteit maxaantal maxdeelnemers plaatsen capacity plekken",
    Field.THEME: "thema theme themas",
    Field.TARGET_GROUP: "doelgroep targetgroup zielgruppe",
    Field.OWN_CONTRIBUTION: "eigenbijdrage kosten prijs deelnamekosten",
    Field.STARTS: "start begin startop",
    Field.ENDS: "eind eindop stop",
    Field.FUNDER: "fonds subsidiegever verstrekker fondsnaam funder gever subsidieverstrekker donateur instantie "
    "geldgever sponsor subsidie subsidient fondsen organisatie naamfonds aangevraagdbij fordergeber stichtingfonds",
    Field.REFERENCE: "kenmerk dossiernr dossiernummer dossier zaaknummer referentie ref reference beschikkingsnr "
    "beschikkingsnummer zaaknr aktenzeichen onskenmerk uwkenmerk kenmerknr projectnr projectnummer aanvraagnr "
    "aanvraagnummer besluitnr",
    Field.PURPOSE: "project tbv doel voor waarvoor projectnaam omschrijving purpose bestemming zweck onderwerp "
    "bestemd tenbehoevevan bestemdvoor",
    Field.REQUESTED: "aangevraagd aanvraag gevraagd aangevraagdbedrag aanvraageuro requested gevraagdbedrag "
    "bedragaanvraag aangevraagdeuro beantragt gevraagdeuro bedragaangevraagd bedraggevraagd aanvraagbedrag",
    Field.AWARDED: "toegekend beschikt toegekendbedrag verleend toezegging toegezegd awarded granted beschikking "
    "beschikteuro toegekendeuro bewilligt bedragtoegekend verleendbedrag gehonoreerd besluit toekenning "
    "bedragbeschikt",
    Field.DECIDED: "datumbeschikking dd beschikkingsdatum datumtoekenning datumbesluit decided besluitdatum "
    "toegekendop beschikkingdd datumverlening beschikkingdatum datumbrief toekenningdd decisiondate beschiktop",
    Field.APPLIED_ON: "datumaanvraag aanvraagdatum ingediendop ingediend aangevraagdop applied aanvraagdd",
    Field.RECEIVED: "ontvangen voorschotontv voorschot ontv ontvangeneuro ontvangenbedrag received voorschotten "
    "voorschotontvangen binnen uitbetaald uitgekeerd ontvangenvoorschot erhalten bedragontvangen",
    Field.SPENT: "besteed uitgegeven besteding uitgaven kostengemaakt spent gebruikt bestedingen ausgegeven "
    "besteedeuro verbruikt bestedingeuro bedragbesteed",
    Field.REMAINDER: "restant rest resteert over saldo remainder tebesteden nogtebesteden nogover restbedrag",
    Field.DUE: "verantwoordenvoor eindverantwuiterlijk verantwoording uiterlijk deadline verantwoordingvoor "
    "eindverantwoording due inleverenvoor verantwuiterlijk verantwvoor verantwoordenuiterlijk "
    "uiterlijkinleveren verantw verantwoorden inleveren duedate verantwoordingsdatum "
    "eindverantwoordinguiterlijk afrekenenvoor afrekening verantwoordinguiterlijk eindverantw",
    Field.STATE: "stand stavz standvanzaken resultaat uitslag fase afgehandeld",
    Field.BUDGET_LINE: "post begrotingspost kostenpost kostensoort onderdelen posten item",
    Field.PLANNED: "begroting begroot budget planned begroteuro begrootbedrag geraamd raming",
    Field.ACTUAL: "werkelijk realisatie werkelijkekosten actual gerealiseerd realisatieeuro werkelijkeuro uitgegevenwerkelijk",
    Field.DIFFERENCE: "verschil afwijking difference",
}
# fmt: on
_BY_WORD: dict[str, tuple[Field, ...]] = {}
for _field, _text in _WORDS.items():
    for _word in _text.split():
        _BY_WORD[_word] = (*_BY_WORD.get(_word, ()), _field)
_LONG_WORDS = tuple(word for word in _BY_WORD if len(word) >= 5)
_UNITS = re.compile(
    r"\((?:eur|euro|€|j/n|ja/nee|dd-mm-jj(?:jj)?|[^)]{0,12})\)|€|\beuro?\b|\b(?:19|20)\d{2}\b|:$|\?$"
)
_FUZZY_ENOUGH = 88
# Words put together in ways that no list of them foresees.
_PATTERNS = tuple(
    (re.compile(pattern), field)
    for pattern, field in (
        (r"(?:lid|leden|member|deelnemer)\w*(?:nr|nummer|number|no)", Field.NUMBER),
        (r"\w*e?mail\w*", Field.EMAIL),
        (r"geb\w*dat\w*|geboorted\w*", Field.BORN),
        (r"(?:pc|postcode)\w*plaats", Field.POSTCODE_TOWN),
        (r"straat\w*(?:nr|nummer)", Field.ADDRESS),
        (r"mob\w*|gsm\w*|06\w+", Field.MOBILE),
        (r"tel\w{0,12}", Field.PHONE),
    )
)


@dataclass(frozen=True, slots=True)
class HeadingGuess:
    """What a heading may mean: the fields it can be, best first, and how sure (0 to 1)."""

    fields: tuple[Field, ...] = ()
    confidence: float = 0.0


NO_GUESS = HeadingGuess()


@lru_cache(maxsize=4096)
def guess_heading(text: str) -> HeadingGuess:
    """What the words of a heading say, before anything below it was looked at."""
    word = squeeze(text) or ("#" if text.strip() == "#" else "")
    if not word or len(word) > 40:
        return NO_GUESS
    if word in _BY_WORD:
        return HeadingGuess(_BY_WORD[word], 1.0)
    bare = squeeze(_UNITS.sub(" ", fold(text)))
    if bare in _BY_WORD:
        return HeadingGuess(_BY_WORD[bare], 0.95)
    numbered = bare.rstrip("0123456789")
    if len(numbered) >= 3 and numbered in _BY_WORD:
        return HeadingGuess(_BY_WORD[numbered], 0.8)
    for pattern, field in _PATTERNS:
        if pattern.fullmatch(bare):
            return HeadingGuess((field,), 0.8)
    return _by_likeness(bare)


def is_heading_word(text: str) -> bool:
    """Whether a text is exactly one of the known headings; much cheaper than a guess."""
    return squeeze(text) in _BY_WORD


def _by_likeness(word: str) -> HeadingGuess:
    if len(word) < 5 or word.isdigit():
        return NO_GUESS
    found = process.extractOne(word, _LONG_WORDS, scorer=fuzz.ratio, score_cutoff=_FUZZY_ENOUGH)
    if found is not None:
        return HeadingGuess(_BY_WORD[found[0]], 0.75)
    starts = [known for known in _LONG_WORDS if len(known) > 5 and word.startswith(known)]
    if starts:
        return HeadingGuess(_BY_WORD[max(starts, key=len)], 0.6)
    return NO_GUESS


def fingerprint(headings: tuple[str, ...]) -> str:
    """What two lists with the same headings share, however they were typed."""
    return "|".join(squeeze(heading) for heading in headings)
