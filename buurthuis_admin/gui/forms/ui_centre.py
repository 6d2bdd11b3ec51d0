# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
# Made from ui/centre.ui by tools/forms.py with Qt's user interface compiler; never edited by hand.

from buurthuis_admin.i18n import _
from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QHBoxLayout, QLabel, QLineEdit,
    QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)

class Ui_CentreForm(object):
    def setupUi(self, CentreForm):
        if not CentreForm.objectName():
            CentreForm.setObjectName(u"CentreForm")
        CentreForm.resize(520, 420)
        self.fields = QVBoxLayout(CentreForm)
        self.fields.setSpacing(14)
        self.fields.setObjectName(u"fields")
        self.fields.setContentsMargins(0, 0, 0, 0)
        self.centre_title = QLabel(CentreForm)
        self.centre_title.setObjectName(u"centre_title")
        self.centre_title.setWordWrap(True)
        self.centre_title.setProperty(u"kind", u"heading")

        self.fields.addWidget(self.centre_title)

        self.centre_hint = QLabel(CentreForm)
        self.centre_hint.setObjectName(u"centre_hint")
        self.centre_hint.setWordWrap(True)
        self.centre_hint.setProperty(u"kind", u"muted")

        self.fields.addWidget(self.centre_hint)

        self.name_group = QVBoxLayout()
        self.name_group.setSpacing(4)
        self.name_group.setObjectName(u"name_group")
        self.name_label = QLabel(CentreForm)
        self.name_label.setObjectName(u"name_label")
        self.name_label.setWordWrap(True)

        self.name_group.addWidget(self.name_label)

        self.name = QLineEdit(CentreForm)
        self.name.setObjectName(u"name")

        self.name_group.addWidget(self.name)

        self.name_problem = QLabel(CentreForm)
        self.name_problem.setObjectName(u"name_problem")
        self.name_problem.setText(u"")
        self.name_problem.setWordWrap(True)
        self.name_problem.setProperty(u"kind", u"problem")

        self.name_group.addWidget(self.name_problem)


        self.fields.addLayout(self.name_group)

        self.town_group = QVBoxLayout()
        self.town_group.setSpacing(4)
        self.town_group.setObjectName(u"town_group")
        self.town_label = QLabel(CentreForm)
        self.town_label.setObjectName(u"town_label")
        self.town_label.setProperty(u"optional", True)
        self.town_label.setWordWrap(True)

        self.town_group.addWidget(self.town_label)

        self.town = QLineEdit(CentreForm)
        self.town.setObjectName(u"town")

        self.town_group.addWidget(self.town)

        self.town_problem = QLabel(CentreForm)
        self.town_problem.setObjectName(u"town_problem")
        self.town_problem.setText(u"")
        self.town_problem.setWordWrap(True)
        self.town_problem.setProperty(u"kind", u"problem")

        self.town_group.addWidget(self.town_problem)


        self.fields.addLayout(self.town_group)

        self.chamber_group = QVBoxLayout()
        self.chamber_group.setSpacing(4)
        self.chamber_group.setObjectName(u"chamber_group")
        self.chamber_label = QLabel(CentreForm)
        self.chamber_label.setObjectName(u"chamber_label")
        self.chamber_label.setProperty(u"optional", True)
        self.chamber_label.setWordWrap(True)

        self.chamber_group.addWidget(self.chamber_label)

        self.chamber_hint = QLabel(CentreForm)
        self.chamber_hint.setObjectName(u"chamber_hint")
        self.chamber_hint.setWordWrap(True)
        self.chamber_hint.setProperty(u"kind", u"small")

        self.chamber_group.addWidget(self.chamber_hint)

        self.chamber = QLineEdit(CentreForm)
        self.chamber.setObjectName(u"chamber")

        self.chamber_group.addWidget(self.chamber)

        self.chamber_problem = QLabel(CentreForm)
        self.chamber_problem.setObjectName(u"chamber_problem")
        self.chamber_problem.setText(u"")
        self.chamber_problem.setWordWrap(True)
        self.chamber_problem.setProperty(u"kind", u"problem")

        self.chamber_group.addWidget(self.chamber_problem)


        self.fields.addLayout(self.chamber_group)

        self.save_row = QHBoxLayout()
        self.save_row.setSpacing(12)
        self.save_row.setObjectName(u"save_row")
        self.save = QPushButton(CentreForm)
        self.save.setObjectName(u"save")
        self.save.setAutoDefault(False)
        self.save.setProperty(u"kind", u"primary")

        self.save_row.addWidget(self.save)

        self.saved = QLabel(CentreForm)
        self.saved.setObjectName(u"saved")
        self.saved.setText(u"")
        self.saved.setWordWrap(True)
        self.saved.setProperty(u"kind", u"muted")

        self.save_row.addWidget(self.saved)

        self.push = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.save_row.addItem(self.push)


        self.fields.addLayout(self.save_row)

#if QT_CONFIG(shortcut)
        self.name_label.setBuddy(self.name)
        self.town_label.setBuddy(self.town)
        self.chamber_label.setBuddy(self.chamber)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(CentreForm)

        QMetaObject.connectSlotsByName(CentreForm)
    # setupUi

    def retranslateUi(self, CentreForm):
        self.centre_title.setText(_(u"The centre"))
        self.centre_hint.setText(_(u"Stands on the cover of the year report."))
        self.name_label.setText(_(u"Name of the centre"))
#if QT_CONFIG(accessibility)
        self.name.setAccessibleName(_(u"Name of the centre"))
#endif // QT_CONFIG(accessibility)
        self.town_label.setText(_(u"Town"))
#if QT_CONFIG(accessibility)
        self.town.setAccessibleName(_(u"Town"))
#endif // QT_CONFIG(accessibility)
        self.chamber_label.setText(_(u"Number at the Chamber of Commerce"))
        self.chamber_hint.setText(_(u"Eight digits"))
#if QT_CONFIG(accessibility)
        self.chamber.setAccessibleName(_(u"Number at the Chamber of Commerce"))
#endif // QT_CONFIG(accessibility)
        self.save.setText(_(u"Save"))
#if QT_CONFIG(accessibility)
        self.save.setAccessibleName(_(u"Save"))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi
