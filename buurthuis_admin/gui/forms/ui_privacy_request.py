# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
# Made from ui/privacy_request.ui by tools/forms.py with Qt's user interface compiler; never edited by hand.

from buurthuis_admin.i18n import _
from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QComboBox, QDialog, QFrame,
    QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit,
    QPushButton, QScrollArea, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)

class Ui_PrivacyRequestForm(object):
    def setupUi(self, PrivacyRequestForm):
        if not PrivacyRequestForm.objectName():
            PrivacyRequestForm.setObjectName(u"PrivacyRequestForm")
        PrivacyRequestForm.resize(560, 640)
        self.outer = QVBoxLayout(PrivacyRequestForm)
        self.outer.setSpacing(0)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.top = QVBoxLayout()
        self.top.setSpacing(8)
        self.top.setObjectName(u"top")
        self.top.setContentsMargins(24, 16, 24, 0)
        self.title = QLabel(PrivacyRequestForm)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)
        self.title.setProperty(u"kind", u"heading")

        self.top.addWidget(self.title)


        self.outer.addLayout(self.top)

        self.scroll = QScrollArea(PrivacyRequestForm)
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
        self.kind_group = QVBoxLayout()
        self.kind_group.setSpacing(4)
        self.kind_group.setObjectName(u"kind_group")
        self.kind_label = QLabel(self.body)
        self.kind_label.setObjectName(u"kind_label")
        self.kind_label.setWordWrap(True)

        self.kind_group.addWidget(self.kind_label)

        self.kind = QComboBox(self.body)
        self.kind.setObjectName(u"kind")

        self.kind_group.addWidget(self.kind)

        self.kind_problem = QLabel(self.body)
        self.kind_problem.setObjectName(u"kind_problem")
        self.kind_problem.setText(u"")
        self.kind_problem.setWordWrap(True)
        self.kind_problem.setProperty(u"kind", u"problem")

        self.kind_group.addWidget(self.kind_problem)


        self.fields.addLayout(self.kind_group)

        self.received_on_group = QVBoxLayout()
        self.received_on_group.setSpacing(4)
        self.received_on_group.setObjectName(u"received_on_group")
        self.received_on_label = QLabel(self.body)
        self.received_on_label.setObjectName(u"received_on_label")
        self.received_on_label.setWordWrap(True)

        self.received_on_group.addWidget(self.received_on_label)

        self.received_on = QLineEdit(self.body)
        self.received_on.setObjectName(u"received_on")

        self.received_on_group.addWidget(self.received_on)

        self.received_on_problem = QLabel(self.body)
        self.received_on_problem.setObjectName(u"received_on_problem")
        self.received_on_problem.setText(u"")
        self.received_on_problem.setWordWrap(True)
        self.received_on_problem.setProperty(u"kind", u"problem")

        self.received_on_group.addWidget(self.received_on_problem)


        self.fields.addLayout(self.received_on_group)

        self.answered_on_group = QVBoxLayout()
        self.answered_on_group.setSpacing(4)
        self.answered_on_group.setObjectName(u"answered_on_group")
        self.answered_on_label = QLabel(self.body)
        self.answered_on_label.setObjectName(u"answered_on_label")
        self.answered_on_label.setProperty(u"optional", True)
        self.answered_on_label.setWordWrap(True)

        self.answered_on_group.addWidget(self.answered_on_label)

        self.answered_on = QLineEdit(self.body)
        self.answered_on.setObjectName(u"answered_on")

        self.answered_on_group.addWidget(self.answered_on)

        self.answered_on_problem = QLabel(self.body)
        self.answered_on_problem.setObjectName(u"answered_on_problem")
        self.answered_on_problem.setText(u"")
        self.answered_on_problem.setWordWrap(True)
        self.answered_on_problem.setProperty(u"kind", u"problem")

        self.answered_on_group.addWidget(self.answered_on_problem)


        self.fields.addLayout(self.answered_on_group)

        self.extended_until_group = QVBoxLayout()
        self.extended_until_group.setSpacing(4)
        self.extended_until_group.setObjectName(u"extended_until_group")
        self.extended_until_label = QLabel(self.body)
        self.extended_until_label.setObjectName(u"extended_until_label")
        self.extended_until_label.setProperty(u"optional", True)
        self.extended_until_label.setWordWrap(True)

        self.extended_until_group.addWidget(self.extended_until_label)

        self.extended_until = QLineEdit(self.body)
        self.extended_until.setObjectName(u"extended_until")

        self.extended_until_group.addWidget(self.extended_until)

        self.extended_until_problem = QLabel(self.body)
        self.extended_until_problem.setObjectName(u"extended_until_problem")
        self.extended_until_problem.setText(u"")
        self.extended_until_problem.setWordWrap(True)
        self.extended_until_problem.setProperty(u"kind", u"problem")

        self.extended_until_group.addWidget(self.extended_until_problem)


        self.fields.addLayout(self.extended_until_group)

        self.remark_group = QVBoxLayout()
        self.remark_group.setSpacing(4)
        self.remark_group.setObjectName(u"remark_group")
        self.remark_label = QLabel(self.body)
        self.remark_label.setObjectName(u"remark_label")
        self.remark_label.setProperty(u"optional", True)
        self.remark_label.setWordWrap(True)

        self.remark_group.addWidget(self.remark_label)

        self.remark = QPlainTextEdit(self.body)
        self.remark.setObjectName(u"remark")
        self.remark.setMinimumSize(QSize(0, 84))
        self.remark.setTabChangesFocus(True)

        self.remark_group.addWidget(self.remark)

        self.remark_problem = QLabel(self.body)
        self.remark_problem.setObjectName(u"remark_problem")
        self.remark_problem.setText(u"")
        self.remark_problem.setWordWrap(True)
        self.remark_problem.setProperty(u"kind", u"problem")

        self.remark_group.addWidget(self.remark_problem)


        self.fields.addLayout(self.remark_group)

        self.below = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.fields.addItem(self.below)

        self.scroll.setWidget(self.body)

        self.outer.addWidget(self.scroll)

        self.footer = QFrame(PrivacyRequestForm)
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
        self.kind_label.setBuddy(self.kind)
        self.received_on_label.setBuddy(self.received_on)
        self.answered_on_label.setBuddy(self.answered_on)
        self.extended_until_label.setBuddy(self.extended_until)
        self.remark_label.setBuddy(self.remark)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(PrivacyRequestForm)

        self.save.setDefault(True)


        QMetaObject.connectSlotsByName(PrivacyRequestForm)
    # setupUi

    def retranslateUi(self, PrivacyRequestForm):
        PrivacyRequestForm.setWindowTitle(_(u"Request about privacy"))
        self.title.setText(_(u"Request about privacy"))
        self.kind_label.setText(_(u"What is asked"))
#if QT_CONFIG(accessibility)
        self.kind.setAccessibleName(_(u"What is asked"))
#endif // QT_CONFIG(accessibility)
        self.received_on_label.setText(_(u"Received on"))
#if QT_CONFIG(accessibility)
        self.received_on.setAccessibleName(_(u"Received on"))
#endif // QT_CONFIG(accessibility)
        self.answered_on_label.setText(_(u"Answered on"))
#if QT_CONFIG(accessibility)
        self.answered_on.setAccessibleName(_(u"Answered on"))
#endif // QT_CONFIG(accessibility)
        self.extended_until_label.setText(_(u"Put off until"))
#if QT_CONFIG(accessibility)
        self.extended_until.setAccessibleName(_(u"Put off until"))
#endif // QT_CONFIG(accessibility)
        self.remark_label.setText(_(u"Remark"))
#if QT_CONFIG(accessibility)
        self.remark.setAccessibleName(_(u"Remark"))
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
