# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words that real lists have over their columns, field by field.

They come from lists of Dutch associations and community centres, with their English and German
like. A heading is compared in lower case, without accents, spaces and signs.
"""

from __future__ import annotations

from collections.abc import Iterator

_TEXT = """
number: lidnr lidnummer lidnrs nr volgnr volgnummer relatienr relatienummer lidmaatschapsnummer
    lidmaatschapsnr bondsnummer bondsnr ledennummer ledennr nummer no num lid# # id lidno
    membernumber memberno memberid number mitgliedsnummer mitgliedsnr persnr persoonsnr
    deelnemernr deelnemersnr pasnr pasnummer code
initials: voorl vl voorletters voorletter voorltrs init initialen initials initiaal vltr vltrs
first: vnaam voorn voornaam voornamen roepnaam rnaam roepn firstname givenname first vorname
prefix: tussenv tussenvoegsel tussenvoegsels tv tsv tussenvgsl tussenvg voorv voorvoegsel
    voorvoegsels tussen prefix infix vv middlename
last: achternaam anaam famnaam familienaam fam geslachtsnaam achtern achternm surname lastname
    familyname last nachname
full_name: naam volledigenaam naamlid naamdeelnemer deelnemer deelnemers deelneemster
    naamdeelnemers voorenachternaam voornaamachternaam naamvoornaam achternaamvoornaam
    voornaamenachternaam naamenvoornaam namen name fullname member leden naamleden participant
    participants person persoon wie bezoeker cursist cursisten leerling leerlingen kind naamkind
    vrijwilligernaam naamvrijwilliger teilnehmer mitglied lidnaam
born: geb gebdat gebdatum gebdt geboren geborenop geboortedatum geboortedat geboorted
    datumgeboorte gebdag dob dateofbirth birthdate birthday born verjaardag geburtsdatum gebd
birth_year: gebjaar geboortejaar gebjr jaargeb yearofbirth birthyear geburtsjahr jaarvangeboorte
age: leeftijd lft lftd age alter jaaroud leeft
sex: mv vm gesl geslacht manvrouw dhrmw dhrmevr aanhef sex gender sekse mw dhrmevrouw geschlecht
    mvx mwdhr mevrdhr titel anrede salutation
address: adres adresgegevens straathuisnr adr straatnr straatnummer straatenhuisnummer straathnr
    straatenhuisnr straatennr straatennummer straathuisnummer address woonadres volledigadres
    adreslid anschrift adressstreet addressstreet adrespostcodeplaats adrespcplaats
street: straat straatnaam str street strasse strase
house: huisnr huisnummer hnr hsnr hnummer huisno housenumber housenr hausnummer hausnr huisn
house_addition: toev toevoeging huisnrtoev toevoegsel huisletter hnrtoev huisnrtoevoeging
    addition
postcode: pc postcode pcode postc zip zipcode postalcode plz postkode addresspostcode pstcd
postcode_town: pcplaats pcwoonplaats postcodeplaats postcodewoonplaats postcodeenplaats
    postcodeenwoonplaats pcenplaats pcwoonpl plzort pcpl
town: plaats woonpl wpl wnplts woonplaats plts stad town city woonpltsen gemeente ort plaatsnaam
    woonplts addresssuburb dorp wnpl
neighbourhood: wijk buurt wijkbuurt neighbourhood neighborhood buurtwijk stadsdeel
phone: tel telnr telefoon telthuis telefoonnr telefoonnummer telefoonthuis vast vastnr vasttel
    telvast phone telefon telno telprive hometel telephone telefoonvast phone1 worktel
    phonenumber telnummer thuisnr vastetelefoon vastnummer
mobile: mob mobiel gsm 06 06nr 06nummer mobielnr mobielnummer mobnr telmob telmobiel mobile
    mobiletel handy mobielenummer mobiele mobieltel phone2 mobieletelefoon cell mobilenumber
    mobtel
email: mail email emailadres emailadr emailaddress mailadres eml ml epost emailadressen mailadr
joined: lidsinds lidvanaf lidva ingang datumin inschrijfdatum ingangsdatum inschrijving lidper
    aanmelddatum aangemeld datuminschrijving ingeschreven sinds datumlid startdatum membersince
    joined joindate joinedon eintritt eintrittsdatum vanaf datumingang aanm beginlidmaatschap
    ingangslidmaatschap datumaanmelding lidgeworden van lidmaatschapvan lidmaatschapsinds
    lidmaatschapvanaf mitgliedseit instroom lidvan begindatum in
left: lidmaatschaptot opgezegdper opgezegd datumuit uit lidtot per afm opgez uitschrijfdatum
    einddatum afgemeldper datumopzegging opzegdatum einde eindelidmaatschap uitgeschreven
    lidtotenmet opzegging datumeinde left leftdate leftdatum austritt uitgeschrevenper beeindigd
    lidtm opgezegdop uitstroom membershipend bedankt gestopt tot uitdienst vertrokken
left_reason: redenopz redenopzegging reden redenuit redenvertrek redeneinde reason
    reasonforleaving redenafmelding
fee: contr contributie lidgeld bedrag contributiebedrag fee subscription beitrag contribbedrag
    lidmaatschapsgeld contributieeuro bijdrage
paid: betaaldjn voldaan betaald bet betaaldneeja contributiebetaald contribbetaald contrbetaald
    contrvoldaan contributievoldaan paid bezahlt betaaldjanee betjn lidgeldbetaald contrbet
    betaling betaaldop
iban: iban reknr rekeningnr rekeningnummer bankrekening ibannr bankrek banknr bankrekeningnr
    rekening ibannummer giro gironr bankrekeningnummer
mandate: machtiging incasso machtigingskenmerk mandaat automatischeincasso machtigingjn mandate
    autinc
remark: opm opmerkingen opmerking bijz bijzonderheden notitie notities remark remarks note notes
    toelichting aantekening aantekeningen bemerkung comments comment info extra weer overig
role: functie functies taak taken rol role function functieintvereniging funktion
volunteer: vrijwilliger vrijw vrijwilligerjn vrijwjn volunteer vrijwilligers isvrijwilliger
    vrijwilligersjn ehrenamtlich vrijwilligerswerk
photo: fotojn foto fototoestemming fotosjn photo toestemmingfoto secretimages
bsn: bsn sofi sofinr sofinummer burgerservicenummer bsnnr bsnnummer
member_kind: soortlid lidsoort soort typelid lidmaatschap lidtype categorie membertype status
    soortlidmaatschap type
date: datum date dag datums datumbijeenkomst wanneer datumactiviteit day dt datumbezoek
activity: activiteit activiteiten activity cursus onderdeel groep club clubje course bijeenkomst
    wat naamactiviteit activiteitnaam aktiviteit workshop les event aanbod
count: aantal aantalbezoekers bezoekers aantaldeelnemers aantalmensen aantalpersonen count
    telling number geteld bezoekersaantal opkomst attendees attended anzahl aant aantalaanwezig
    aantaldeeln aantalaanwezigen aanwezigen numattended bezoek pers personen totaalbezoekers
status: aanwezig aanwezigheid present presentie aanwezigjn attendance aanw geweest
total: tot totaal total som subtotaal summe totalen gem gemiddeld gemiddelde ttl aantalkeer keer
    aantalkeren aantalx totaalaantal
hours: uren uur aantaluren hours urenaantal gewerkteuren stunden aantaluur
weekday: weekdag dagen wochentag weekday wekdag dagdeel
time: tijd tijden tijdstip time uhrzeit vantot tijdvantot aanvang
room: ruimte zaal lokaal locatie room plek raum location
leader: begeleider begeleiding leiding docent leider contactpersoon leader trainer coordinator
    begeleiders organisator deliveredby gastvrouw gastheer
capacity: max maximum capaciteit maxaantal maxdeelnemers plaatsen capacity plekken
theme: thema theme themas
target_group: doelgroep targetgroup zielgruppe
own_contribution: eigenbijdrage kosten prijs deelnamekosten
starts: start begin startop
ends: eind eindop stop
funder: fonds subsidiegever verstrekker fondsnaam funder gever subsidieverstrekker donateur
    instantie geldgever sponsor subsidie subsidient fondsen organisatie naamfonds aangevraagdbij
    fordergeber stichtingfonds
reference: kenmerk dossiernr dossiernummer dossier zaaknummer referentie ref reference
    beschikkingsnr beschikkingsnummer zaaknr aktenzeichen onskenmerk uwkenmerk kenmerknr
    projectnr projectnummer aanvraagnr aanvraagnummer besluitnr
purpose: project tbv doel voor waarvoor projectnaam omschrijving purpose bestemming zweck
    onderwerp bestemd tenbehoevevan bestemdvoor
requested: aangevraagd aanvraag gevraagd aangevraagdbedrag aanvraageuro requested gevraagdbedrag
    bedragaanvraag aangevraagdeuro beantragt gevraagdeuro bedragaangevraagd bedraggevraagd
    aanvraagbedrag
awarded: toegekend beschikt toegekendbedrag verleend toezegging toegezegd awarded granted
    beschikking beschikteuro toegekendeuro bewilligt bedragtoegekend verleendbedrag gehonoreerd
    besluit toekenning bedragbeschikt
decided: datumbeschikking dd beschikkingsdatum datumtoekenning datumbesluit decided besluitdatum
    toegekendop beschikkingdd datumverlening beschikkingdatum datumbrief toekenningdd
    decisiondate beschiktop
applied_on: datumaanvraag aanvraagdatum ingediendop ingediend aangevraagdop applied aanvraagdd
received: ontvangen voorschotontv voorschot ontv ontvangeneuro ontvangenbedrag received
    voorschotten voorschotontvangen binnen uitbetaald uitgekeerd ontvangenvoorschot erhalten
    bedragontvangen
spent: besteed uitgegeven besteding uitgaven kostengemaakt spent gebruikt bestedingen ausgegeven
    besteedeuro verbruikt bestedingeuro bedragbesteed
remainder: restant rest resteert over saldo remainder tebesteden nogtebesteden nogover
    restbedrag
due: verantwoordenvoor eindverantwuiterlijk verantwoording uiterlijk deadline verantwoordingvoor
    eindverantwoording due inleverenvoor verantwuiterlijk verantwvoor verantwoordenuiterlijk
    uiterlijkinleveren verantw verantwoorden inleveren duedate verantwoordingsdatum
    eindverantwoordinguiterlijk afrekenenvoor afrekening verantwoordinguiterlijk eindverantw
state: stand stavz standvanzaken resultaat uitslag fase afgehandeld
budget_line: post begrotingspost kostenpost kostensoort onderdelen posten item
planned: begroting begroot budget planned begroteuro begrootbedrag geraamd raming
actual: werkelijk realisatie werkelijkekosten actual gerealiseerd realisatieeuro werkelijkeuro
    uitgegevenwerkelijk
difference: verschil afwijking difference
"""


def words_of_fields() -> Iterator[tuple[str, str]]:
    """Every word with the name of its field, in the order of the list."""
    field = ""
    for line in _TEXT.strip().splitlines():
        head, colon, rest = line.partition(": ")
        if colon and not line.startswith(" "):
            field, line = head, rest  # noqa: PLW2901
        for word in line.split():
            yield word, field
