# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
# Made from ui/keep_reason.ui by tools/forms.py with Qt's user interface compiler; never edited by hand.

from buurthuis_admin.i18n import _
from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QDialog, QFrame, QHBoxLayout,
    QLabel, QLineEdit, QPushButton, QScrollArea,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

class Ui_KeepReasonForm(object):
    def setupUi(self, KeepReasonForm):
        if not KeepReasonForm.objectName():
            KeepReasonForm.setObjectName(u"KeepReasonForm")
        KeepReasonForm.resize(560, 640)
        self.outer = QVBoxLayout(KeepReasonForm)
        self.outer.setSpacing(0)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.top = QVBoxLayout()
        self.top.setSpacing(8)
        self.top.setObjectName(u"top")
        self.top.setContentsMargins(24, 16, 24, 0)
        self.title = QLabel(KeepReasonForm)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)
        self.title.setProperty(u"kind", u"heading")

        self.top.addWidget(self.title)


        self.outer.addLayout(self.top)

        self.scroll = QScrollArea(KeepReasonForm)
        self.scroll.setObjectName(u"scroll")
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll.setWidgetResizable(True)
        self.body = QWidget()
        self.body.setObjectName(u"body")
        self.body.setProperty(u"kind", u"clear")
        self.fields = QVBoxLayout(self.body)
        self.fields.setSpacing(16)
        self.fields.setObjectName(u"fields")
        self.fields.setContentsMargins(24, 16, 24, 16)
        self.reason_group = QVBoxLayout()
        self.reason_group.setSpacing(4)
        self.reason_group.setObjectName(u"reason_group")
        self.reason_label = QLabel(self.body)
        self.reason_label.setObjectName(u"reason_label")
        self.reason_label.setWordWrap(True)

        self.reason_group.addWidget(self.reason_label)

        self.reason = QLineEdit(self.body)
        self.reason.setObjectName(u"reason")

        self.reason_group.addWidget(self.reason)

        self.reason_problem = QLabel(self.body)
        self.reason_problem.setObjectName(u"reason_problem")
        self.reason_problem.setText(u"")
        self.reason_problem.setWordWrap(True)
        self.reason_problem.setProperty(u"kind", u"problem")

        self.reason_group.addWidget(self.reason_problem)


        self.fields.addLayout(self.reason_group)

        self.below = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.fields.addItem(self.below)

        self.scroll.setWidget(self.body)

        self.outer.addWidget(self.scroll)

        self.footer = QFrame(KeepReasonForm)
        self.footer.setObjectName(u"footer")
        self.footer.setProperty(u"kind", u"footer")
        self.buttons = QHBoxLayout(self.footer)
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setContentsMargins(24, 12, 24, 12)
        self.push = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.push)

        self.cancel = QPushButton(self.footer)
        self.cancel.setObjectName(u"cancel")

        self.buttons.addWidget(self.cancel)

        self.save = QPushButton(self.footer)
        self.save.setObjectName(u"save")
        self.save.setProperty(u"kind", u"primary")

        self.buttons.addWidget(self.save)


        self.outer.addWidget(self.footer)

#if QT_CONFIG(shortcut)
        self.reason_label.setBuddy(self.reason)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(KeepReasonForm)

        self.save.setDefault(True)


        QMetaObject.connectSlotsByName(KeepReasonForm)
    # setupUi

    def retranslateUi(self, KeepReasonForm):
        KeepReasonForm.setWindowTitle(_(u"Keep this person"))
        self.title.setText(_(u"Keep this person"))
        self.reason_label.setText(_(u"Why this person is kept"))
#if QT_CONFIG(accessibility)
        self.reason.setAccessibleName(_(u"Why this person is kept"))
#endif // QT_CONFIG(accessibility)
        self.cancel.setText(_(u"Cancel"))
#if QT_CONFIG(accessibility)
        self.cancel.setAccessibleName(_(u"Cancel"))
#endif // QT_CONFIG(accessibility)
        self.save.setText(_(u"Save"))
#if QT_CONFIG(accessibility)
        self.save.setAccessibleName(_(u"Save"))
#endif // QT_CONFIG(accessibility)
    # retranslateUi
