# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
# Made from ui/consent.ui by tools/forms.py with Qt's user interface compiler; never edited by hand.

from buurthuis_admin.i18n import _
from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QComboBox, QDialog, QFrame,
    QHBoxLayout, QLabel, QLineEdit, QPushButton,
    QScrollArea, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)

class Ui_ConsentForm(object):
    def setupUi(self, ConsentForm):
        if not ConsentForm.objectName():
            ConsentForm.setObjectName(u"ConsentForm")
        ConsentForm.resize(560, 640)
        self.outer = QVBoxLayout(ConsentForm)
        self.outer.setSpacing(0)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.top = QVBoxLayout()
        self.top.setSpacing(8)
        self.top.setObjectName(u"top")
        self.top.setContentsMargins(24, 16, 24, 0)
        self.title = QLabel(ConsentForm)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)
        self.title.setProperty(u"kind", u"heading")

        self.top.addWidget(self.title)


        self.outer.addLayout(self.top)

        self.scroll = QScrollArea(ConsentForm)
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
        self.purpose_group = QVBoxLayout()
        self.purpose_group.setSpacing(4)
        self.purpose_group.setObjectName(u"purpose_group")
        self.purpose_label = QLabel(self.body)
        self.purpose_label.setObjectName(u"purpose_label")
        self.purpose_label.setWordWrap(True)

        self.purpose_group.addWidget(self.purpose_label)

        self.purpose = QComboBox(self.body)
        self.purpose.setObjectName(u"purpose")
        self.purpose.setEditable(True)

        self.purpose_group.addWidget(self.purpose)

        self.purpose_problem = QLabel(self.body)
        self.purpose_problem.setObjectName(u"purpose_problem")
        self.purpose_problem.setText(u"")
        self.purpose_problem.setWordWrap(True)
        self.purpose_problem.setProperty(u"kind", u"problem")

        self.purpose_group.addWidget(self.purpose_problem)


        self.fields.addLayout(self.purpose_group)

        self.given_on_group = QVBoxLayout()
        self.given_on_group.setSpacing(4)
        self.given_on_group.setObjectName(u"given_on_group")
        self.given_on_label = QLabel(self.body)
        self.given_on_label.setObjectName(u"given_on_label")
        self.given_on_label.setWordWrap(True)

        self.given_on_group.addWidget(self.given_on_label)

        self.given_on = QLineEdit(self.body)
        self.given_on.setObjectName(u"given_on")

        self.given_on_group.addWidget(self.given_on)

        self.given_on_problem = QLabel(self.body)
        self.given_on_problem.setObjectName(u"given_on_problem")
        self.given_on_problem.setText(u"")
        self.given_on_problem.setWordWrap(True)
        self.given_on_problem.setProperty(u"kind", u"problem")

        self.given_on_group.addWidget(self.given_on_problem)


        self.fields.addLayout(self.given_on_group)

        self.how_group = QVBoxLayout()
        self.how_group.setSpacing(4)
        self.how_group.setObjectName(u"how_group")
        self.how_label = QLabel(self.body)
        self.how_label.setObjectName(u"how_label")
        self.how_label.setProperty(u"optional", True)
        self.how_label.setWordWrap(True)

        self.how_group.addWidget(self.how_label)

        self.how = QComboBox(self.body)
        self.how.setObjectName(u"how")
        self.how.setEditable(True)

        self.how_group.addWidget(self.how)

        self.how_problem = QLabel(self.body)
        self.how_problem.setObjectName(u"how_problem")
        self.how_problem.setText(u"")
        self.how_problem.setWordWrap(True)
        self.how_problem.setProperty(u"kind", u"problem")

        self.how_group.addWidget(self.how_problem)


        self.fields.addLayout(self.how_group)

        self.withdrawn_on_group = QVBoxLayout()
        self.withdrawn_on_group.setSpacing(4)
        self.withdrawn_on_group.setObjectName(u"withdrawn_on_group")
        self.withdrawn_on_label = QLabel(self.body)
        self.withdrawn_on_label.setObjectName(u"withdrawn_on_label")
        self.withdrawn_on_label.setProperty(u"optional", True)
        self.withdrawn_on_label.setWordWrap(True)

        self.withdrawn_on_group.addWidget(self.withdrawn_on_label)

        self.withdrawn_on = QLineEdit(self.body)
        self.withdrawn_on.setObjectName(u"withdrawn_on")

        self.withdrawn_on_group.addWidget(self.withdrawn_on)

        self.withdrawn_on_problem = QLabel(self.body)
        self.withdrawn_on_problem.setObjectName(u"withdrawn_on_problem")
        self.withdrawn_on_problem.setText(u"")
        self.withdrawn_on_problem.setWordWrap(True)
        self.withdrawn_on_problem.setProperty(u"kind", u"problem")

        self.withdrawn_on_group.addWidget(self.withdrawn_on_problem)


        self.fields.addLayout(self.withdrawn_on_group)

        self.remark_group = QVBoxLayout()
        self.remark_group.setSpacing(4)
        self.remark_group.setObjectName(u"remark_group")
        self.remark_label = QLabel(self.body)
        self.remark_label.setObjectName(u"remark_label")
        self.remark_label.setProperty(u"optional", True)
        self.remark_label.setWordWrap(True)

        self.remark_group.addWidget(self.remark_label)

        self.remark = QLineEdit(self.body)
        self.remark.setObjectName(u"remark")

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

        self.footer = QFrame(ConsentForm)
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
        self.purpose_label.setBuddy(self.purpose)
        self.given_on_label.setBuddy(self.given_on)
        self.how_label.setBuddy(self.how)
        self.withdrawn_on_label.setBuddy(self.withdrawn_on)
        self.remark_label.setBuddy(self.remark)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(ConsentForm)

        self.save.setDefault(True)


        QMetaObject.connectSlotsByName(ConsentForm)
    # setupUi

    def retranslateUi(self, ConsentForm):
        ConsentForm.setWindowTitle(_(u"Consent"))
        self.title.setText(_(u"Consent"))
        self.purpose_label.setText(_(u"What for"))
#if QT_CONFIG(accessibility)
        self.purpose.setAccessibleName(_(u"What for"))
#endif // QT_CONFIG(accessibility)
        self.given_on_label.setText(_(u"Given on"))
#if QT_CONFIG(accessibility)
        self.given_on.setAccessibleName(_(u"Given on"))
#endif // QT_CONFIG(accessibility)
        self.how_label.setText(_(u"How it was given"))
#if QT_CONFIG(accessibility)
        self.how.setAccessibleName(_(u"How it was given"))
#endif // QT_CONFIG(accessibility)
        self.withdrawn_on_label.setText(_(u"Taken back on"))
#if QT_CONFIG(accessibility)
        self.withdrawn_on.setAccessibleName(_(u"Taken back on"))
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
