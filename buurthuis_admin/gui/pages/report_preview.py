# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The preview of a report with the buttons to turn its pages."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.flow import FlowLabel, FlowLayout, flow_policy, flow_row
from buurthuis_admin.gui.widgets.pdf_preview import PdfPreview
from buurthuis_admin.gui.widgets.texts import button, label, square_button
from buurthuis_admin.i18n import _


class PreviewPane(QFrame):
    """Shows the pages, that they are being made, or why there are none."""

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self.pdf = PdfPreview(name or _("Preview of the year report"))
        self.previous = square_button("caret-left", _("Previous page"))
        self.next = square_button("caret-right", _("Next page"))
        self.smaller = square_button("magnifying-glass-minus", _("Smaller"))
        self.larger = square_button("magnifying-glass-plus", _("Larger"))
        self.where = FlowLabel("")
        self.explain = button(_("Explain a figure…"), "magnifying-glass")
        self.explain.hide()
        self.told = label("", "muted")
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._views = QStackedWidget()
        self._views.addWidget(self.pdf)
        self._views.addWidget(self.told)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(20), scaled(16), scaled(20), scaled(16))
        column.setSpacing(scaled(12))
        column.addWidget(self._bar())
        column.addWidget(self._views, 1)
        column.addWidget(flow_row(self.explain))
        self._connect()
        self.busy()

    def _bar(self) -> QWidget:
        bar = QWidget()
        flow = FlowLayout(8, bar)
        flow_policy(bar)
        flow.add(FlowLabel(_("Preview"), "heading"))
        for widget in (self.previous, self.where, self.next, self.smaller, self.larger):
            flow.add(widget, to_right=True)
        return bar

    def _connect(self) -> None:
        self.pdf.page_changed.connect(self._page_changed)
        self.previous.clicked.connect(lambda: self.pdf.go_to(self.pdf.page - 1))
        self.next.clicked.connect(lambda: self.pdf.go_to(self.pdf.page + 1))
        self.smaller.clicked.connect(lambda: self.pdf.zoom(-1))
        self.larger.clicked.connect(lambda: self.pdf.zoom(1))

    def busy(self) -> None:
        """The report is being made; the one that is shown stays until the new one is there."""
        if not self.pdf.pages:
            self.say(_("The report is being made…"))
        else:
            self.where.setText(_("being made…"))

    def say(self, text: str) -> None:
        """Show a sentence in place of the pages."""
        self.told.setText(text)
        self._views.setCurrentWidget(self.told)
        self.where.setText("")
        self._allow(turning=False)

    def show_pdf(self, content: bytes) -> None:
        """Show a report."""
        self._views.setCurrentWidget(self.pdf)
        self._allow(turning=True)
        self.pdf.show_pdf(content)

    def _allow(self, *, turning: bool) -> None:
        for widget in (self.previous, self.next, self.smaller, self.larger):
            widget.setEnabled(turning)

    def _page_changed(self, page: int, pages: int) -> None:
        self.where.setText(_("page {page} of {pages}").format(page=page + 1, pages=pages))
        self.where.updateGeometry()
        self.previous.setEnabled(page > 0)
        self.next.setEnabled(page < pages - 1)
