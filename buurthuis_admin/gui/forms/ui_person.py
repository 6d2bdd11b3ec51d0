# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
# Made from ui/person.ui by tools/forms.py with Qt's user interface compiler; never edited by hand.

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

class Ui_PersonForm(object):
    def setupUi(self, PersonForm):
        if not PersonForm.objectName():
            PersonForm.setObjectName(u"PersonForm")
        PersonForm.resize(600, 720)
        self.outer = QVBoxLayout(PersonForm)
        self.outer.setSpacing(0)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.top = QVBoxLayout()
        self.top.setSpacing(8)
        self.top.setObjectName(u"top")
        self.top.setContentsMargins(24, 16, 24, 0)
        self.title = QLabel(PersonForm)
        self.title.setObjectName(u"title")
        self.title.setText(u"")
        self.title.setWordWrap(True)
        self.title.setProperty(u"kind", u"heading")

        self.top.addWidget(self.title)

        self.hint = QLabel(PersonForm)
        self.hint.setObjectName(u"hint")
        self.hint.setWordWrap(True)
        self.hint.setProperty(u"kind", u"muted")

        self.top.addWidget(self.hint)


        self.outer.addLayout(self.top)

        self.scroll = QScrollArea(PersonForm)
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
        self.first_group = QVBoxLayout()
        self.first_group.setSpacing(4)
        self.first_group.setObjectName(u"first_group")
        self.first_label = QLabel(self.body)
        self.first_label.setObjectName(u"first_label")
        self.first_label.setWordWrap(True)

        self.first_group.addWidget(self.first_label)

        self.first = QLineEdit(self.body)
        self.first.setObjectName(u"first")

        self.first_group.addWidget(self.first)

        self.first_problem = QLabel(self.body)
        self.first_problem.setObjectName(u"first_problem")
        self.first_problem.setText(u"")
        self.first_problem.setWordWrap(True)
        self.first_problem.setProperty(u"kind", u"problem")

        self.first_group.addWidget(self.first_problem)


        self.fields.addLayout(self.first_group)

        self.initials_group = QVBoxLayout()
        self.initials_group.setSpacing(4)
        self.initials_group.setObjectName(u"initials_group")
        self.initials_label = QLabel(self.body)
        self.initials_label.setObjectName(u"initials_label")
        self.initials_label.setWordWrap(True)

        self.initials_group.addWidget(self.initials_label)

        self.initials = QLineEdit(self.body)
        self.initials.setObjectName(u"initials")

        self.initials_group.addWidget(self.initials)

        self.initials_problem = QLabel(self.body)
        self.initials_problem.setObjectName(u"initials_problem")
        self.initials_problem.setText(u"")
        self.initials_problem.setWordWrap(True)
        self.initials_problem.setProperty(u"kind", u"problem")

        self.initials_group.addWidget(self.initials_problem)


        self.fields.addLayout(self.initials_group)

        self.prefix_group = QVBoxLayout()
        self.prefix_group.setSpacing(4)
        self.prefix_group.setObjectName(u"prefix_group")
        self.prefix_label = QLabel(self.body)
        self.prefix_label.setObjectName(u"prefix_label")
        self.prefix_label.setWordWrap(True)

        self.prefix_group.addWidget(self.prefix_label)

        self.prefix = QLineEdit(self.body)
        self.prefix.setObjectName(u"prefix")

        self.prefix_group.addWidget(self.prefix)

        self.prefix_problem = QLabel(self.body)
        self.prefix_problem.setObjectName(u"prefix_problem")
        self.prefix_problem.setText(u"")
        self.prefix_problem.setWordWrap(True)
        self.prefix_problem.setProperty(u"kind", u"problem")

        self.prefix_group.addWidget(self.prefix_problem)


        self.fields.addLayout(self.prefix_group)

        self.last_group = QVBoxLayout()
        self.last_group.setSpacing(4)
        self.last_group.setObjectName(u"last_group")
        self.last_label = QLabel(self.body)
        self.last_label.setObjectName(u"last_label")
        self.last_label.setWordWrap(True)

        self.last_group.addWidget(self.last_label)

        self.last = QLineEdit(self.body)
        self.last.setObjectName(u"last")

        self.last_group.addWidget(self.last)

        self.last_problem = QLabel(self.body)
        self.last_problem.setObjectName(u"last_problem")
        self.last_problem.setText(u"")
        self.last_problem.setWordWrap(True)
        self.last_problem.setProperty(u"kind", u"problem")

        self.last_group.addWidget(self.last_problem)


        self.fields.addLayout(self.last_group)

        self.born_group = QVBoxLayout()
        self.born_group.setSpacing(4)
        self.born_group.setObjectName(u"born_group")
        self.born_label = QLabel(self.body)
        self.born_label.setObjectName(u"born_label")
        self.born_label.setWordWrap(True)

        self.born_group.addWidget(self.born_label)

        self.born_hint = QLabel(self.body)
        self.born_hint.setObjectName(u"born_hint")
        self.born_hint.setWordWrap(True)
        self.born_hint.setProperty(u"kind", u"small")

        self.born_group.addWidget(self.born_hint)

        self.born = QLineEdit(self.body)
        self.born.setObjectName(u"born")

        self.born_group.addWidget(self.born)

        self.born_problem = QLabel(self.body)
        self.born_problem.setObjectName(u"born_problem")
        self.born_problem.setText(u"")
        self.born_problem.setWordWrap(True)
        self.born_problem.setProperty(u"kind", u"problem")

        self.born_group.addWidget(self.born_problem)


        self.fields.addLayout(self.born_group)

        self.sex_group = QVBoxLayout()
        self.sex_group.setSpacing(4)
        self.sex_group.setObjectName(u"sex_group")
        self.sex_label = QLabel(self.body)
        self.sex_label.setObjectName(u"sex_label")
        self.sex_label.setWordWrap(True)

        self.sex_group.addWidget(self.sex_label)

        self.sex = QComboBox(self.body)
        self.sex.setObjectName(u"sex")

        self.sex_group.addWidget(self.sex)

        self.sex_problem = QLabel(self.body)
        self.sex_problem.setObjectName(u"sex_problem")
        self.sex_problem.setText(u"")
        self.sex_problem.setWordWrap(True)
        self.sex_problem.setProperty(u"kind", u"problem")

        self.sex_group.addWidget(self.sex_problem)


        self.fields.addLayout(self.sex_group)

        self.street_group = QVBoxLayout()
        self.street_group.setSpacing(4)
        self.street_group.setObjectName(u"street_group")
        self.street_label = QLabel(self.body)
        self.street_label.setObjectName(u"street_label")
        self.street_label.setWordWrap(True)

        self.street_group.addWidget(self.street_label)

        self.street = QLineEdit(self.body)
        self.street.setObjectName(u"street")

        self.street_group.addWidget(self.street)

        self.street_problem = QLabel(self.body)
        self.street_problem.setObjectName(u"street_problem")
        self.street_problem.setText(u"")
        self.street_problem.setWordWrap(True)
        self.street_problem.setProperty(u"kind", u"problem")

        self.street_group.addWidget(self.street_problem)


        self.fields.addLayout(self.street_group)

        self.house_group = QVBoxLayout()
        self.house_group.setSpacing(4)
        self.house_group.setObjectName(u"house_group")
        self.house_label = QLabel(self.body)
        self.house_label.setObjectName(u"house_label")
        self.house_label.setWordWrap(True)

        self.house_group.addWidget(self.house_label)

        self.house = QLineEdit(self.body)
        self.house.setObjectName(u"house")

        self.house_group.addWidget(self.house)

        self.house_problem = QLabel(self.body)
        self.house_problem.setObjectName(u"house_problem")
        self.house_problem.setText(u"")
        self.house_problem.setWordWrap(True)
        self.house_problem.setProperty(u"kind", u"problem")

        self.house_group.addWidget(self.house_problem)


        self.fields.addLayout(self.house_group)

        self.postcode_group = QVBoxLayout()
        self.postcode_group.setSpacing(4)
        self.postcode_group.setObjectName(u"postcode_group")
        self.postcode_label = QLabel(self.body)
        self.postcode_label.setObjectName(u"postcode_label")
        self.postcode_label.setWordWrap(True)

        self.postcode_group.addWidget(self.postcode_label)

        self.postcode = QLineEdit(self.body)
        self.postcode.setObjectName(u"postcode")

        self.postcode_group.addWidget(self.postcode)

        self.postcode_problem = QLabel(self.body)
        self.postcode_problem.setObjectName(u"postcode_problem")
        self.postcode_problem.setText(u"")
        self.postcode_problem.setWordWrap(True)
        self.postcode_problem.setProperty(u"kind", u"problem")

        self.postcode_group.addWidget(self.postcode_problem)


        self.fields.addLayout(self.postcode_group)

        self.town_group = QVBoxLayout()
        self.town_group.setSpacing(4)
        self.town_group.setObjectName(u"town_group")
        self.town_label = QLabel(self.body)
        self.town_label.setObjectName(u"town_label")
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

        self.mobile_group = QVBoxLayout()
        self.mobile_group.setSpacing(4)
        self.mobile_group.setObjectName(u"mobile_group")
        self.mobile_label = QLabel(self.body)
        self.mobile_label.setObjectName(u"mobile_label")
        self.mobile_label.setWordWrap(True)

        self.mobile_group.addWidget(self.mobile_label)

        self.mobile = QLineEdit(self.body)
        self.mobile.setObjectName(u"mobile")

        self.mobile_group.addWidget(self.mobile)

        self.mobile_problem = QLabel(self.body)
        self.mobile_problem.setObjectName(u"mobile_problem")
        self.mobile_problem.setText(u"")
        self.mobile_problem.setWordWrap(True)
        self.mobile_problem.setProperty(u"kind", u"problem")

        self.mobile_group.addWidget(self.mobile_problem)


        self.fields.addLayout(self.mobile_group)

        self.phone_group = QVBoxLayout()
        self.phone_group.setSpacing(4)
        self.phone_group.setObjectName(u"phone_group")
        self.phone_label = QLabel(self.body)
        self.phone_label.setObjectName(u"phone_label")
        self.phone_label.setWordWrap(True)

        self.phone_group.addWidget(self.phone_label)

        self.phone = QLineEdit(self.body)
        self.phone.setObjectName(u"phone")

        self.phone_group.addWidget(self.phone)

        self.phone_problem = QLabel(self.body)
        self.phone_problem.setObjectName(u"phone_problem")
        self.phone_problem.setText(u"")
        self.phone_problem.setWordWrap(True)
        self.phone_problem.setProperty(u"kind", u"problem")

        self.phone_group.addWidget(self.phone_problem)


        self.fields.addLayout(self.phone_group)

        self.email_group = QVBoxLayout()
        self.email_group.setSpacing(4)
        self.email_group.setObjectName(u"email_group")
        self.email_label = QLabel(self.body)
        self.email_label.setObjectName(u"email_label")
        self.email_label.setWordWrap(True)

        self.email_group.addWidget(self.email_label)

        self.email = QLineEdit(self.body)
        self.email.setObjectName(u"email")

        self.email_group.addWidget(self.email)

        self.email_problem = QLabel(self.body)
        self.email_problem.setObjectName(u"email_problem")
        self.email_problem.setText(u"")
        self.email_problem.setWordWrap(True)
        self.email_problem.setProperty(u"kind", u"problem")

        self.email_group.addWidget(self.email_problem)


        self.fields.addLayout(self.email_group)

        self.number_group = QVBoxLayout()
        self.number_group.setSpacing(4)
        self.number_group.setObjectName(u"number_group")
        self.number_label = QLabel(self.body)
        self.number_label.setObjectName(u"number_label")
        self.number_label.setWordWrap(True)

        self.number_group.addWidget(self.number_label)

        self.number = QLineEdit(self.body)
        self.number.setObjectName(u"number")

        self.number_group.addWidget(self.number)

        self.number_problem = QLabel(self.body)
        self.number_problem.setObjectName(u"number_problem")
        self.number_problem.setText(u"")
        self.number_problem.setWordWrap(True)
        self.number_problem.setProperty(u"kind", u"problem")

        self.number_group.addWidget(self.number_problem)


        self.fields.addLayout(self.number_group)

        self.kind_group = QVBoxLayout()
        self.kind_group.setSpacing(4)
        self.kind_group.setObjectName(u"kind_group")
        self.kind_label = QLabel(self.body)
        self.kind_label.setObjectName(u"kind_label")
        self.kind_label.setWordWrap(True)

        self.kind_group.addWidget(self.kind_label)

        self.kind = QComboBox(self.body)
        self.kind.setObjectName(u"kind")
        self.kind.setEditable(True)

        self.kind_group.addWidget(self.kind)

        self.kind_problem = QLabel(self.body)
        self.kind_problem.setObjectName(u"kind_problem")
        self.kind_problem.setText(u"")
        self.kind_problem.setWordWrap(True)
        self.kind_problem.setProperty(u"kind", u"problem")

        self.kind_group.addWidget(self.kind_problem)


        self.fields.addLayout(self.kind_group)

        self.start_group = QVBoxLayout()
        self.start_group.setSpacing(4)
        self.start_group.setObjectName(u"start_group")
        self.start_label = QLabel(self.body)
        self.start_label.setObjectName(u"start_label")
        self.start_label.setWordWrap(True)

        self.start_group.addWidget(self.start_label)

        self.start = QLineEdit(self.body)
        self.start.setObjectName(u"start")

        self.start_group.addWidget(self.start)

        self.start_problem = QLabel(self.body)
        self.start_problem.setObjectName(u"start_problem")
        self.start_problem.setText(u"")
        self.start_problem.setWordWrap(True)
        self.start_problem.setProperty(u"kind", u"problem")

        self.start_group.addWidget(self.start_problem)


        self.fields.addLayout(self.start_group)

        self.end_group = QVBoxLayout()
        self.end_group.setSpacing(4)
        self.end_group.setObjectName(u"end_group")
        self.end_label = QLabel(self.body)
        self.end_label.setObjectName(u"end_label")
        self.end_label.setWordWrap(True)

        self.end_group.addWidget(self.end_label)

        self.end = QLineEdit(self.body)
        self.end.setObjectName(u"end")

        self.end_group.addWidget(self.end)

        self.end_problem = QLabel(self.body)
        self.end_problem.setObjectName(u"end_problem")
        self.end_problem.setText(u"")
        self.end_problem.setWordWrap(True)
        self.end_problem.setProperty(u"kind", u"problem")

        self.end_group.addWidget(self.end_problem)


        self.fields.addLayout(self.end_group)

        self.remark_group = QVBoxLayout()
        self.remark_group.setSpacing(4)
        self.remark_group.setObjectName(u"remark_group")
        self.remark_label = QLabel(self.body)
        self.remark_label.setObjectName(u"remark_label")
        self.remark_label.setWordWrap(True)

        self.remark_group.addWidget(self.remark_label)

        self.remark = QPlainTextEdit(self.body)
        self.remark.setObjectName(u"remark")
        self.remark.setMinimumSize(QSize(0, 96))
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

        self.footer = QFrame(PersonForm)
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
        self.first_label.setBuddy(self.first)
        self.initials_label.setBuddy(self.initials)
        self.prefix_label.setBuddy(self.prefix)
        self.last_label.setBuddy(self.last)
        self.born_label.setBuddy(self.born)
        self.sex_label.setBuddy(self.sex)
        self.street_label.setBuddy(self.street)
        self.house_label.setBuddy(self.house)
        self.postcode_label.setBuddy(self.postcode)
        self.town_label.setBuddy(self.town)
        self.mobile_label.setBuddy(self.mobile)
        self.phone_label.setBuddy(self.phone)
        self.email_label.setBuddy(self.email)
        self.number_label.setBuddy(self.number)
        self.kind_label.setBuddy(self.kind)
        self.start_label.setBuddy(self.start)
        self.end_label.setBuddy(self.end)
        self.remark_label.setBuddy(self.remark)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(PersonForm)

        self.save.setDefault(True)


        QMetaObject.connectSlotsByName(PersonForm)
    # setupUi

    def retranslateUi(self, PersonForm):
#if QT_CONFIG(accessibility)
        PersonForm.setAccessibleDescription(_(u"A first name or a surname is enough. All the rest may be left empty."))
#endif // QT_CONFIG(accessibility)
        self.hint.setText(_(u"A first name or a surname is enough. All the rest may be left empty."))
        self.first_label.setText(_(u"First name"))
#if QT_CONFIG(accessibility)
        self.first.setAccessibleName(_(u"First name"))
#endif // QT_CONFIG(accessibility)
        self.initials_label.setText(_(u"Initials"))
#if QT_CONFIG(accessibility)
        self.initials.setAccessibleName(_(u"Initials"))
#endif // QT_CONFIG(accessibility)
        self.prefix_label.setText(_(u"Prefix"))
#if QT_CONFIG(accessibility)
        self.prefix.setAccessibleName(_(u"Prefix"))
#endif // QT_CONFIG(accessibility)
        self.last_label.setText(_(u"Surname"))
#if QT_CONFIG(accessibility)
        self.last.setAccessibleName(_(u"Surname"))
#endif // QT_CONFIG(accessibility)
        self.born_label.setText(_(u"Date of birth"))
        self.born_hint.setText(_(u"For example 3-4-1951, 3 april 1951 or only 1951"))
#if QT_CONFIG(accessibility)
        self.born.setAccessibleName(_(u"Date of birth"))
#endif // QT_CONFIG(accessibility)
        self.sex_label.setText(_(u"Sex"))
#if QT_CONFIG(accessibility)
        self.sex.setAccessibleName(_(u"Sex"))
#endif // QT_CONFIG(accessibility)
        self.street_label.setText(_(u"Street"))
#if QT_CONFIG(accessibility)
        self.street.setAccessibleName(_(u"Street"))
#endif // QT_CONFIG(accessibility)
        self.house_label.setText(_(u"House number"))
#if QT_CONFIG(accessibility)
        self.house.setAccessibleName(_(u"House number"))
#endif // QT_CONFIG(accessibility)
        self.postcode_label.setText(_(u"Postcode"))
#if QT_CONFIG(accessibility)
        self.postcode.setAccessibleName(_(u"Postcode"))
#endif // QT_CONFIG(accessibility)
        self.town_label.setText(_(u"Town"))
#if QT_CONFIG(accessibility)
        self.town.setAccessibleName(_(u"Town"))
#endif // QT_CONFIG(accessibility)
        self.mobile_label.setText(_(u"Mobile telephone"))
#if QT_CONFIG(accessibility)
        self.mobile.setAccessibleName(_(u"Mobile telephone"))
#endif // QT_CONFIG(accessibility)
        self.phone_label.setText(_(u"Telephone at home"))
#if QT_CONFIG(accessibility)
        self.phone.setAccessibleName(_(u"Telephone at home"))
#endif // QT_CONFIG(accessibility)
        self.email_label.setText(_(u"E-mail"))
#if QT_CONFIG(accessibility)
        self.email.setAccessibleName(_(u"E-mail"))
#endif // QT_CONFIG(accessibility)
        self.number_label.setText(_(u"Member number"))
#if QT_CONFIG(accessibility)
        self.number.setAccessibleName(_(u"Member number"))
#endif // QT_CONFIG(accessibility)
        self.kind_label.setText(_(u"Kind of contribution"))
#if QT_CONFIG(accessibility)
        self.kind.setAccessibleName(_(u"Kind of contribution"))
#endif // QT_CONFIG(accessibility)
        self.start_label.setText(_(u"Member since"))
#if QT_CONFIG(accessibility)
        self.start.setAccessibleName(_(u"Member since"))
#endif // QT_CONFIG(accessibility)
        self.end_label.setText(_(u"Last day of membership"))
#if QT_CONFIG(accessibility)
        self.end.setAccessibleName(_(u"Last day of membership"))
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
