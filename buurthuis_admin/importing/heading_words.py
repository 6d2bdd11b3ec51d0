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
    deelnemernr deelnemersnr pasnr pasnummer code membershipnumber mitgliednr kundennr
initials: voorl vl voorletters voorletter voorltrs init initialen initials initiaal vltr vltrs
    initialien
first: vnaam voorn voornaam voornamen roepnaam rnaam roepn firstname givenname first vorname
    forename christianname rufname
prefix: tussenv tussenvoegsel tussenvoegsels tv tsv tussenvgsl tussenvg voorv voorvoegsel
    voorvoegsels tussen prefix infix vv middlename nameprefix namenszusatz vorsatz
last: achternaam anaam famnaam familienaam fam geslachtsnaam achtern achternm surname lastname
    familyname last nachname zuname familienname
full_name: naam volledigenaam naamlid naamdeelnemer deelnemer deelnemers deelneemster
    naamdeelnemers voorenachternaam voornaamachternaam naamvoornaam achternaamvoornaam
    voornaamenachternaam naamenvoornaam namen name fullname member leden naamleden participant
    participants person persoon wie bezoeker cursist cursisten leerling leerlingen kind naamkind
    vrijwilligernaam naamvrijwilliger teilnehmer mitglied lidnaam vollername personname membername
    visitor guest besucher gast namedesmitglieds
born: geb gebdat gebdatum gebdt geboren geborenop geboortedatum geboortedat geboorted
    datumgeboorte gebdag dob dateofbirth birthdate birthday born verjaardag geburtsdatum gebd
    geburtstag geborenam bornon
birth_year: gebjaar geboortejaar gebjr jaargeb yearofbirth birthyear geburtsjahr jaarvangeboorte
    jahrgang
age: leeftijd lft lftd age alter jaaroud leeft
sex: mv vm gesl geslacht manvrouw dhrmw dhrmevr aanhef sex gender sekse mw dhrmevrouw geschlecht
    mvx mwdhr mevrdhr titel anrede salutation manwoman
address: adres adresgegevens straathuisnr adr straatnr straatnummer straatenhuisnummer straathnr
    straatenhuisnr straatennr straatennummer straathuisnummer address woonadres volledigadres
    adreslid anschrift adressstreet addressstreet adrespostcodeplaats adrespcplaats adresse
    homeaddress postaladdress strassehausnr strassenr strasseundhausnummer
street: straat straatnaam str street strasse strase strassenname streetname
house: huisnr huisnummer hnr hsnr hnummer huisno housenumber housenr hausnummer hausnr huisn
    streetnumber
house_addition: toev toevoeging huisnrtoev toevoegsel huisletter hnrtoev huisnrtoevoeging addition
    zusatz adresszusatz houseaddition additiontothehousenumber
postcode: pc postcode pcode postc zip zipcode postalcode plz postkode addresspostcode pstcd
postcode_town: pcplaats pcwoonplaats postcodeplaats postcodewoonplaats postcodeenplaats
    postcodeenwoonplaats pcenplaats pcwoonpl plzort pcpl postcodeandtown plzundort postcodetown
town: plaats woonpl wpl wnplts woonplaats plts stad town city woonpltsen gemeente ort plaatsnaam
    woonplts addresssuburb dorp wnpl stadt wohnort place village
neighbourhood: wijk buurt wijkbuurt neighbourhood neighborhood buurtwijk stadsdeel district
    quarter stadtteil viertel
phone: tel telnr telefoon telthuis telefoonnr telefoonnummer telefoonthuis vast vastnr vasttel
    telvast phone telefon telno telprive hometel telephone telefoonvast phone1 worktel phonenumber
    telnummer thuisnr vastetelefoon vastnummer landline telefonnummer festnetz phoneno
    telephonenumber tel1
mobile: mob mobiel gsm 06 06nr 06nummer mobielnr mobielnummer mobnr telmob telmobiel mobile
    mobiletel handy mobielenummer mobiele mobieltel phone2 mobieletelefoon cell mobilenumber
    mobtel mobilephone mobilnummer handynummer mobil mobileno cellphone
email: mail email emailadres emailadr emailaddress mailadres eml ml epost emailadressen mailadr
    emailaddresse mailadresse emailid
joined: lidsinds lidvanaf lidva ingang datumin inschrijfdatum ingangsdatum inschrijving lidper
    aanmelddatum aangemeld datuminschrijving ingeschreven sinds datumlid startdatum membersince
    joined joindate joinedon eintritt eintrittsdatum vanaf datumingang aanm beginlidmaatschap
    ingangslidmaatschap datumaanmelding lidgeworden van lidmaatschapvan lidmaatschapsinds
    lidmaatschapvanaf mitgliedseit instroom lidvan begindatum in membersincedate dateofjoining
    joiningdate datejoined mitgliedab beitritt beitrittsdatum
left: lidmaatschaptot opgezegdper opgezegd datumuit uit lidtot per afm opgez uitschrijfdatum
    einddatum afgemeldper datumopzegging opzegdatum einde eindelidmaatschap uitgeschreven
    lidtotenmet opzegging datumeinde left leftdate leftdatum austritt uitgeschrevenper beeindigd
    lidtm opgezegdop uitstroom membershipend bedankt gestopt tot uitdienst vertrokken lefton
    dateleft leavingdate dateofleaving enddate austrittsdatum ausgetreten gekundigt
left_reason: redenopz redenopzegging reden redenuit redenvertrek redeneinde reason
    reasonforleaving redenafmelding grund austrittsgrund kundigungsgrund reasonofleaving
fee: contr contributie lidgeld bedrag contributiebedrag fee subscription beitrag contribbedrag
    lidmaatschapsgeld contributieeuro bijdrage contribution membershipfee dues mitgliedsbeitrag
paid: betaaldjn voldaan betaald bet betaaldneeja contributiebetaald contribbetaald contrbetaald
    contrvoldaan contributievoldaan paid bezahlt betaaldjanee betjn lidgeldbetaald contrbet
    betaling betaaldop haspaid paidyn feepaid beitragbezahlt gezahlt
iban: iban reknr rekeningnr rekeningnummer bankrekening ibannr bankrek banknr bankrekeningnr
    rekening ibannummer giro gironr bankrekeningnummer bankaccount accountnumber bankverbindung
    kontonummer konto
mandate: machtiging incasso machtigingskenmerk mandaat automatischeincasso machtigingjn mandate
    autinc directdebit lastschrift einzugsermachtigung
remark: opm opmerkingen opmerking bijz bijzonderheden notitie notities remark remarks note notes
    toelichting aantekening aantekeningen bemerkung comments comment info extra weer overig
    anmerkung bemerkungen hinweis notiz
role: functie functies taak taken rol role function functieintvereniging funktion task tasks
    position aufgabe aufgaben
volunteer: vrijwilliger vrijw vrijwilligerjn vrijwjn volunteer vrijwilligers isvrijwilliger
    vrijwilligersjn ehrenamtlich vrijwilligerswerk isvolunteer freiwillig freiwilliger ehrenamt
    helfer
photo: fotojn foto fototoestemming fotosjn photo toestemmingfoto secretimages photoconsent
    fotoerlaubnis
bsn: bsn sofi sofinr sofinummer burgerservicenummer bsnnr bsnnummer
member_kind: soortlid lidsoort soort typelid lidmaatschap lidtype categorie membertype status
    soortlidmaatschap type kindofmember membershiptype mitgliedsart
date: datum date dag datums datumbijeenkomst wanneer datumactiviteit day dt datumbezoek
    sessiondate meetingdate termin tag
activity: activiteit activiteiten activity cursus onderdeel groep club clubje course bijeenkomst
    wat naamactiviteit activiteitnaam aktiviteit workshop les event aanbod aktivitat angebot
    veranstaltung kurs gruppe class session
count: aantal aantalbezoekers bezoekers aantaldeelnemers aantalmensen aantalpersonen count telling
    number geteld bezoekersaantal opkomst attendees attended anzahl aant aantalaanwezig
    aantaldeeln aantalaanwezigen aanwezigen numattended bezoek pers personen totaalbezoekers
    numberofvisitors visitors numberofpeople numberpresent headcount teilnehmerzahl besucherzahl
    anzahlteilnehmer anzahlbesucher
status: aanwezig aanwezigheid present presentie aanwezigjn attendance aanw geweest presentorabsent
    anwesend anwesenheit
total: tot totaal total som subtotaal summe totalen gem gemiddeld gemiddelde ttl aantalkeer keer
    aantalkeren aantalx totaalaantal
hours: uren uur aantaluren hours urenaantal gewerkteuren stunden aantaluur numberofhours
    hoursworked arbeitsstunden
weekday: weekdag dagen wochentag weekday wekdag dagdeel dagvandeweek dayoftheweek dayofweek
time: tijd tijden tijdstip time uhrzeit vantot tijdvantot aanvang times zeit
room: ruimte zaal lokaal locatie room plek raum location saal hall
leader: begeleider begeleiding leiding docent leider contactpersoon leader trainer coordinator
    begeleiders organisator deliveredby gastvrouw gastheer instructor teacher leiter leitung
    kursleiter betreuer
capacity: max maximum capaciteit maxaantal maxdeelnemers plaatsen capacity plekken maxparticipants
    maximumparticipants platze maxteilnehmer
theme: thema theme themas
target_group: doelgroep targetgroup zielgruppe
own_contribution: eigenbijdrage kosten prijs deelnamekosten owncontribution eigenbeitrag cost
    price kostenbeitrag
starts: start begin startop startet anfang
ends: eind eindop stop ende end
funder: fonds subsidiegever verstrekker fondsnaam funder gever subsidieverstrekker donateur
    instantie geldgever sponsor subsidie subsidient fondsen organisatie naamfonds aangevraagdbij
    fordergeber stichtingfonds grantor foundation fund fordermittelgeber geldgeber zuschussgeber
reference: kenmerk dossiernr dossiernummer dossier zaaknummer referentie ref reference
    beschikkingsnr beschikkingsnummer zaaknr aktenzeichen onskenmerk uwkenmerk kenmerknr projectnr
    projectnummer aanvraagnr aanvraagnummer besluitnr referencenumber casenumber aktennummer
    filenumber
purpose: project tbv doel voor waarvoor projectnaam omschrijving purpose bestemming zweck
    onderwerp bestemd tenbehoevevan bestemdvoor projekt zweckderforderung
requested: aangevraagd aanvraag gevraagd aangevraagdbedrag aanvraageuro requested gevraagdbedrag
    bedragaanvraag aangevraagdeuro beantragt gevraagdeuro bedragaangevraagd bedraggevraagd
    aanvraagbedrag amountrequested requestedamount beantragtebetrag beantragterbetrag
awarded: toegekend beschikt toegekendbedrag verleend toezegging toegezegd awarded granted
    beschikking beschikteuro toegekendeuro bewilligt bedragtoegekend verleendbedrag gehonoreerd
    besluit toekenning bedragbeschikt amountawarded grantamount bewilligterbetrag amountgranted
decided: datumbeschikking dd beschikkingsdatum datumtoekenning datumbesluit decided besluitdatum
    toegekendop beschikkingdd datumverlening beschikkingdatum datumbrief toekenningdd decisiondate
    beschiktop dateofthedecision dateofdecision dategranted bescheiddatum bewilligtam
applied_on: datumaanvraag aanvraagdatum ingediendop ingediend aangevraagdop applied aanvraagdd
    dateoftheapplication applicationdate dateapplied antragsdatum beantragtam
received: ontvangen voorschotontv voorschot ontv ontvangeneuro ontvangenbedrag received
    voorschotten voorschotontvangen binnen uitbetaald uitgekeerd ontvangenvoorschot erhalten
    bedragontvangen amountreceived receivedamount erhaltenerbetrag
spent: besteed uitgegeven besteding uitgaven kostengemaakt spent gebruikt bestedingen ausgegeven
    besteedeuro verbruikt bestedingeuro bedragbesteed amountspent expenditure ausgaben verwendet
remainder: restant rest resteert over saldo remainder tebesteden nogtebesteden nogover restbedrag
    remaining balance restbetrag ubrig
due: verantwoordenvoor eindverantwuiterlijk verantwoording uiterlijk deadline verantwoordingvoor
    eindverantwoording due inleverenvoor verantwuiterlijk verantwvoor verantwoordenuiterlijk
    uiterlijkinleveren verantw verantwoorden inleveren duedate verantwoordingsdatum
    eindverantwoordinguiterlijk afrekenenvoor afrekening verantwoordinguiterlijk eindverantw
    accountforitbefore reportdue reportingdeadline nachweisbis frist verwendungsnachweis
state: stand stavz standvanzaken resultaat uitslag fase afgehandeld state outcome ergebnis
budget_line: post begrotingspost kostenpost kostensoort onderdelen posten item budgetline lineitem
    kostenstelle budgetpost
planned: begroting begroot budget planned begroteuro begrootbedrag geraamd raming budgeted geplant
    plan
actual: werkelijk realisatie werkelijkekosten actual gerealiseerd realisatieeuro werkelijkeuro
    uitgegevenwerkelijk actuallyspent actualcost tatsachlich ist
difference: verschil afwijking difference variance differenz abweichung
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
