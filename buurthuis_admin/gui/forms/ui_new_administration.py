# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
# Made from ui/new_administration.ui by tools/forms.py with Qt's user interface compiler; never edited by hand.

from buurthuis_admin.i18n import _
from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QCheckBox, QDialog, QFrame,
    QHBoxLayout, QLabel, QLineEdit, QPushButton,
    QScrollArea, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)

class Ui_NewAdministrationForm(object):
    def setupUi(self, NewAdministrationForm):
        if not NewAdministrationForm.objectName():
            NewAdministrationForm.setObjectName(u"NewAdministrationForm")
        NewAdministrationForm.resize(560, 560)
        self.outer = QVBoxLayout(NewAdministrationForm)
        self.outer.setSpacing(0)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.top = QVBoxLayout()
        self.top.setSpacing(8)
        self.top.setObjectName(u"top")
        self.top.setContentsMargins(24, 16, 24, 0)
        self.title = QLabel(NewAdministrationForm)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)
        self.title.setProperty(u"kind", u"heading")

        self.top.addWidget(self.title)


        self.outer.addLayout(self.top)

        self.scroll = QScrollArea(NewAdministrationForm)
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
        self.centre_group = QVBoxLayout()
        self.centre_group.setSpacing(4)
        self.centre_group.setObjectName(u"centre_group")
        self.centre_label = QLabel(self.body)
        self.centre_label.setObjectName(u"centre_label")
        self.centre_label.setWordWrap(True)

        self.centre_group.addWidget(self.centre_label)

        self.centre = QLineEdit(self.body)
        self.centre.setObjectName(u"centre")

        self.centre_group.addWidget(self.centre)

        self.centre_problem = QLabel(self.body)
        self.centre_problem.setObjectName(u"centre_problem")
        self.centre_problem.setText(u"")
        self.centre_problem.setWordWrap(True)
        self.centre_problem.setProperty(u"kind", u"problem")

        self.centre_group.addWidget(self.centre_problem)


        self.fields.addLayout(self.centre_group)

        self.town_group = QVBoxLayout()
        self.town_group.setSpacing(4)
        self.town_group.setObjectName(u"town_group")
        self.town_label = QLabel(self.body)
        self.town_label.setObjectName(u"town_label")
        self.town_label.setProperty(u"optional", True)
        self.town_label.setWordWrap(True)

        self.town_group.addWidget(self.town_label)

        self.town = QLineEdit(self.body)
        self.town.setObjectName(u"town")

        self.town_group.addWidget(self.town)

        self.town_problem = QLabel(self.body)
        self.town_problem.setObjectName(u"town_problem")
        self.town_problem.setText(u"")
        self.town_problem.setWordWrap(True)
        self.town_problem.setProperty(u"kind", u"problem")

        self.town_group.addWidget(self.town_problem)


        self.fields.addLayout(self.town_group)

        self.password_group = QVBoxLayout()
        self.password_group.setSpacing(4)
        self.password_group.setObjectName(u"password_group")
        self.password_label = QLabel(self.body)
        self.password_label.setObjectName(u"password_label")
        self.password_label.setWordWrap(True)

        self.password_group.addWidget(self.password_label)

        self.password_hint = QLabel(self.body)
        self.password_hint.setObjectName(u"password_hint")
        self.password_hint.setWordWrap(True)
        self.password_hint.setProperty(u"kind", u"small")

        self.password_group.addWidget(self.password_hint)

        self.password = QLineEdit(self.body)
        self.password.setObjectName(u"password")
        self.password.setEchoMode(QLineEdit.EchoMode.Password)

        self.password_group.addWidget(self.password)

        self.password_problem = QLabel(self.body)
        self.password_problem.setObjectName(u"password_problem")
        self.password_problem.setText(u"")
        self.password_problem.setWordWrap(True)
        self.password_problem.setProperty(u"kind", u"problem")

        self.password_group.addWidget(self.password_problem)


        self.fields.addLayout(self.password_group)

        self.again_group = QVBoxLayout()
        self.again_group.setSpacing(4)
        self.again_group.setObjectName(u"again_group")
        self.again_label = QLabel(self.body)
        self.again_label.setObjectName(u"again_label")
        self.again_label.setWordWrap(True)

        self.again_group.addWidget(self.again_label)

        self.again = QLineEdit(self.body)
        self.again.setObjectName(u"again")
        self.again.setEchoMode(QLineEdit.EchoMode.Password)

        self.again_group.addWidget(self.again)

        self.again_problem = QLabel(self.body)
        self.again_problem.setObjectName(u"again_problem")
        self.again_problem.setText(u"")
        self.again_problem.setWordWrap(True)
        self.again_problem.setProperty(u"kind", u"problem")

        self.again_group.addWidget(self.again_problem)


        self.fields.addLayout(self.again_group)

        self.show_password = QCheckBox(self.body)
        self.show_password.setObjectName(u"show_password")

        self.fields.addWidget(self.show_password)

        self.below = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.fields.addItem(self.below)

        self.scroll.setWidget(self.body)

        self.outer.addWidget(self.scroll)

        self.footer = QFrame(NewAdministrationForm)
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
        self.centre_label.setBuddy(self.centre)
        self.town_label.setBuddy(self.town)
        self.password_label.setBuddy(self.password)
        self.again_label.setBuddy(self.again)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(NewAdministrationForm)

        self.save.setDefault(True)


        QMetaObject.connectSlotsByName(NewAdministrationForm)
    # setupUi

    def retranslateUi(self, NewAdministrationForm):
        NewAdministrationForm.setWindowTitle(_(u"New administration"))
        self.title.setText(_(u"New administration"))
        self.centre_label.setText(_(u"Name of the centre"))
#if QT_CONFIG(accessibility)
        self.centre.setAccessibleName(_(u"Name of the centre"))
#endif // QT_CONFIG(accessibility)
        self.town_label.setText(_(u"Town"))
#if QT_CONFIG(accessibility)
        self.town.setAccessibleName(_(u"Town"))
#endif // QT_CONFIG(accessibility)
        self.password_label.setText(_(u"Password"))
        self.password_hint.setText(_(u"Without the password and the recovery sheet nobody can open the administration, not even we: there is no back door. After this you print the sheet."))
#if QT_CONFIG(accessibility)
        self.password.setAccessibleName(_(u"Password"))
#endif // QT_CONFIG(accessibility)
        self.again_label.setText(_(u"The same password again"))
#if QT_CONFIG(accessibility)
        self.again.setAccessibleName(_(u"The same password again"))
#endif // QT_CONFIG(accessibility)
        self.show_password.setText(_(u"Show the password"))
#if QT_CONFIG(accessibility)
        self.show_password.setAccessibleName(_(u"Show the password"))
#endif // QT_CONFIG(accessibility)
        self.cancel.setText(_(u"Cancel"))
#if QT_CONFIG(accessibility)
        self.cancel.setAccessibleName(_(u"Cancel"))
#endif // QT_CONFIG(accessibility)
        self.save.setText(_(u"Choose a place and start"))
#if QT_CONFIG(accessibility)
        self.save.setAccessibleName(_(u"Choose a place and start"))
#endif // QT_CONFIG(accessibility)
    # retranslateUi
