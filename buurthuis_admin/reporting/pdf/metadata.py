# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the file says of itself: title, language and date, and that it follows PDF/UA."""

from __future__ import annotations

import datetime
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfdoc

from buurthuis_admin import __version__
from buurthuis_admin.reporting.content import Document
from buurthuis_admin.reporting.pdf.text import printable

PROGRAM = f"Buurthuis Administratie {__version__}"

_TEMPLATE = """\
<?xpacket begin="\N{ZERO WIDTH NO-BREAK SPACE}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF \
xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" \
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" \
xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>
<xmp:CreatorTool>{program}</xmp:CreatorTool><pdf:Producer>{program}</pdf:Producer>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def xmp_packet(document: Document) -> bytes:
    """The description of the file in XMP. Bytes: a string would be written in another encoding."""
    return _TEMPLATE.format(
        title=_written(document.title),
        author=_written(document.author),
        subject=_written(document.subject),
        language=_written(document.language),
        date=f"{document.created.isoformat()}T00:00:00Z",
        program=_written(PROGRAM),
    ).encode()


def pdf_date(day: datetime.date) -> str:
    """Midnight of a day, as PDF writes it."""
    return f"D:{day.year:04d}{day.month:02d}{day.day:02d}000000+00'00'"


def describe(pdf: pdfdoc.PDFDocument, document: Document) -> None:
    """Fill in the properties of the file, and ask viewers to show the title as its name."""
    pdf.setTitle(printable(document.title))
    pdf.setAuthor(printable(document.author))
    pdf.setSubject(printable(document.subject))
    pdf.setCreator(PROGRAM)
    pdf.setProducer(PROGRAM)
    pdf.setDateFormatter(lambda *_now: pdf_date(document.created))
    catalog = pdf.Catalog
    catalog.Metadata = pdfdoc.XMP(creator=lambda _document: xmp_packet(document))
    catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": pdfdoc.PDFtrue})
    catalog.ViewerPreferences = pdfdoc.PDFDictionary({"DisplayDocTitle": pdfdoc.PDFtrue})


def _written(text: str) -> str:
    return escape(printable(text))
