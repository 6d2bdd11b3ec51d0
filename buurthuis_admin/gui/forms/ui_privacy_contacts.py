# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
# Made from ui/privacy_contacts.ui by tools/forms.py with Qt's user interface compiler; never edited by hand.

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

class Ui_PrivacyContactsForm(object):
    def setupUi(self, PrivacyContactsForm):
        if not PrivacyContactsForm.objectName():
            PrivacyContactsForm.setObjectName(u"PrivacyContactsForm")
        PrivacyContactsForm.resize(560, 640)
        self.outer = QVBoxLayout(PrivacyContactsForm)
        self.outer.setSpacing(0)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.top = QVBoxLayout()
        self.top.setSpacing(8)
        self.top.setObjectName(u"top")
        self.top.setContentsMargins(24, 16, 24, 0)
        self.title = QLabel(PrivacyContactsForm)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)
        self.title.setProperty(u"kind", u"heading")

        self.top.addWidget(self.title)


        self.outer.addLayout(self.top)

        self.scroll = QScrollArea(PrivacyContactsForm)
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
        self.contact_group = QVBoxLayout()
        self.contact_group.setSpacing(4)
        self.contact_group.setObjectName(u"contact_group")
        self.contact_label = QLabel(self.body)
        self.contact_label.setObjectName(u"contact_label")
        self.contact_label.setProperty(u"optional", True)
        self.contact_label.setWordWrap(True)

        self.contact_group.addWidget(self.contact_label)

        self.contact = QLineEdit(self.body)
        self.contact.setObjectName(u"contact")

        self.contact_group.addWidget(self.contact)

        self.contact_problem = QLabel(self.body)
        self.contact_problem.setObjectName(u"contact_problem")
        self.contact_problem.setText(u"")
        self.contact_problem.setWordWrap(True)
        self.contact_problem.setProperty(u"kind", u"problem")

        self.contact_group.addWidget(self.contact_problem)


        self.fields.addLayout(self.contact_group)

        self.officer_group = QVBoxLayout()
        self.officer_group.setSpacing(4)
        self.officer_group.setObjectName(u"officer_group")
        self.officer_label = QLabel(self.body)
        self.officer_label.setObjectName(u"officer_label")
        self.officer_label.setProperty(u"optional", True)
        self.officer_label.setWordWrap(True)

        self.officer_group.addWidget(self.officer_label)

        self.officer = QLineEdit(self.body)
        self.officer.setObjectName(u"officer")

        self.officer_group.addWidget(self.officer)

        self.officer_problem = QLabel(self.body)
        self.officer_problem.setObjectName(u"officer_problem")
        self.officer_problem.setText(u"")
        self.officer_problem.setWordWrap(True)
        self.officer_problem.setProperty(u"kind", u"problem")

        self.officer_group.addWidget(self.officer_problem)


        self.fields.addLayout(self.officer_group)

        self.below = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.fields.addItem(self.below)

        self.scroll.setWidget(self.body)

        self.outer.addWidget(self.scroll)

        self.footer = QFrame(PrivacyContactsForm)
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
        self.contact_label.setBuddy(self.contact)
        self.officer_label.setBuddy(self.officer)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(PrivacyContactsForm)

        self.save.setDefault(True)


        QMetaObject.connectSlotsByName(PrivacyContactsForm)
    # setupUi

    def retranslateUi(self, PrivacyContactsForm):
        PrivacyContactsForm.setWindowTitle(_(u"Who answers questions about privacy"))
        self.title.setText(_(u"Who answers questions about privacy"))
        self.contact_label.setText(_(u"Contact for privacy"))
#if QT_CONFIG(accessibility)
        self.contact.setAccessibleName(_(u"Contact for privacy"))
#endif // QT_CONFIG(accessibility)
        self.officer_label.setText(_(u"Data protection officer (FG)"))
#if QT_CONFIG(accessibility)
        self.officer.setAccessibleName(_(u"Data protection officer (FG)"))
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
