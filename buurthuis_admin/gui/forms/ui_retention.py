# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
# Made from ui/retention.ui by tools/forms.py with Qt's user interface compiler; never edited by hand.

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

class Ui_RetentionForm(object):
    def setupUi(self, RetentionForm):
        if not RetentionForm.objectName():
            RetentionForm.setObjectName(u"RetentionForm")
        RetentionForm.resize(560, 640)
        self.outer = QVBoxLayout(RetentionForm)
        self.outer.setSpacing(0)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.top = QVBoxLayout()
        self.top.setSpacing(8)
        self.top.setObjectName(u"top")
        self.top.setContentsMargins(24, 16, 24, 0)
        self.title = QLabel(RetentionForm)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)
        self.title.setProperty(u"kind", u"heading")

        self.top.addWidget(self.title)


        self.outer.addLayout(self.top)

        self.scroll = QScrollArea(RetentionForm)
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
        self.membership_group = QVBoxLayout()
        self.membership_group.setSpacing(4)
        self.membership_group.setObjectName(u"membership_group")
        self.membership_label = QLabel(self.body)
        self.membership_label.setObjectName(u"membership_label")
        self.membership_label.setWordWrap(True)

        self.membership_group.addWidget(self.membership_label)

        self.membership = QLineEdit(self.body)
        self.membership.setObjectName(u"membership")

        self.membership_group.addWidget(self.membership)

        self.membership_problem = QLabel(self.body)
        self.membership_problem.setObjectName(u"membership_problem")
        self.membership_problem.setText(u"")
        self.membership_problem.setWordWrap(True)
        self.membership_problem.setProperty(u"kind", u"problem")

        self.membership_group.addWidget(self.membership_problem)


        self.fields.addLayout(self.membership_group)

        self.visit_group = QVBoxLayout()
        self.visit_group.setSpacing(4)
        self.visit_group.setObjectName(u"visit_group")
        self.visit_label = QLabel(self.body)
        self.visit_label.setObjectName(u"visit_label")
        self.visit_label.setWordWrap(True)

        self.visit_group.addWidget(self.visit_label)

        self.visit = QLineEdit(self.body)
        self.visit.setObjectName(u"visit")

        self.visit_group.addWidget(self.visit)

        self.visit_problem = QLabel(self.body)
        self.visit_problem.setObjectName(u"visit_problem")
        self.visit_problem.setText(u"")
        self.visit_problem.setWordWrap(True)
        self.visit_problem.setProperty(u"kind", u"problem")

        self.visit_group.addWidget(self.visit_problem)


        self.fields.addLayout(self.visit_group)

        self.volunteering_group = QVBoxLayout()
        self.volunteering_group.setSpacing(4)
        self.volunteering_group.setObjectName(u"volunteering_group")
        self.volunteering_label = QLabel(self.body)
        self.volunteering_label.setObjectName(u"volunteering_label")
        self.volunteering_label.setWordWrap(True)

        self.volunteering_group.addWidget(self.volunteering_label)

        self.volunteering = QLineEdit(self.body)
        self.volunteering.setObjectName(u"volunteering")

        self.volunteering_group.addWidget(self.volunteering)

        self.volunteering_problem = QLabel(self.body)
        self.volunteering_problem.setObjectName(u"volunteering_problem")
        self.volunteering_problem.setText(u"")
        self.volunteering_problem.setWordWrap(True)
        self.volunteering_problem.setProperty(u"kind", u"problem")

        self.volunteering_group.addWidget(self.volunteering_problem)


        self.fields.addLayout(self.volunteering_group)

        self.other_group = QVBoxLayout()
        self.other_group.setSpacing(4)
        self.other_group.setObjectName(u"other_group")
        self.other_label = QLabel(self.body)
        self.other_label.setObjectName(u"other_label")
        self.other_label.setWordWrap(True)

        self.other_group.addWidget(self.other_label)

        self.other = QLineEdit(self.body)
        self.other.setObjectName(u"other")

        self.other_group.addWidget(self.other)

        self.other_problem = QLabel(self.body)
        self.other_problem.setObjectName(u"other_problem")
        self.other_problem.setText(u"")
        self.other_problem.setWordWrap(True)
        self.other_problem.setProperty(u"kind", u"problem")

        self.other_group.addWidget(self.other_problem)


        self.fields.addLayout(self.other_group)

        self.money_group = QVBoxLayout()
        self.money_group.setSpacing(4)
        self.money_group.setObjectName(u"money_group")
        self.money_label = QLabel(self.body)
        self.money_label.setObjectName(u"money_label")
        self.money_label.setWordWrap(True)

        self.money_group.addWidget(self.money_label)

        self.money = QLineEdit(self.body)
        self.money.setObjectName(u"money")

        self.money_group.addWidget(self.money)

        self.money_problem = QLabel(self.body)
        self.money_problem.setObjectName(u"money_problem")
        self.money_problem.setText(u"")
        self.money_problem.setWordWrap(True)
        self.money_problem.setProperty(u"kind", u"problem")

        self.money_group.addWidget(self.money_problem)


        self.fields.addLayout(self.money_group)

        self.files_group = QVBoxLayout()
        self.files_group.setSpacing(4)
        self.files_group.setObjectName(u"files_group")
        self.files_label = QLabel(self.body)
        self.files_label.setObjectName(u"files_label")
        self.files_label.setWordWrap(True)

        self.files_group.addWidget(self.files_label)

        self.files = QLineEdit(self.body)
        self.files.setObjectName(u"files")

        self.files_group.addWidget(self.files)

        self.files_problem = QLabel(self.body)
        self.files_problem.setObjectName(u"files_problem")
        self.files_problem.setText(u"")
        self.files_problem.setWordWrap(True)
        self.files_problem.setProperty(u"kind", u"problem")

        self.files_group.addWidget(self.files_problem)


        self.fields.addLayout(self.files_group)

        self.below = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.fields.addItem(self.below)

        self.scroll.setWidget(self.body)

        self.outer.addWidget(self.scroll)

        self.footer = QFrame(RetentionForm)
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
        self.membership_label.setBuddy(self.membership)
        self.visit_label.setBuddy(self.visit)
        self.volunteering_label.setBuddy(self.volunteering)
        self.other_label.setBuddy(self.other)
        self.money_label.setBuddy(self.money)
        self.files_label.setBuddy(self.files)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(RetentionForm)

        self.save.setDefault(True)


        QMetaObject.connectSlotsByName(RetentionForm)
    # setupUi

    def retranslateUi(self, RetentionForm):
        RetentionForm.setWindowTitle(_(u"How long people are kept"))
        self.title.setText(_(u"How long people are kept"))
        self.membership_label.setText(_(u"Years after the end of a membership"))
#if QT_CONFIG(accessibility)
        self.membership.setAccessibleName(_(u"Years after the end of a membership"))
#endif // QT_CONFIG(accessibility)
        self.visit_label.setText(_(u"Years after the last visit"))
#if QT_CONFIG(accessibility)
        self.visit.setAccessibleName(_(u"Years after the last visit"))
#endif // QT_CONFIG(accessibility)
        self.volunteering_label.setText(_(u"Years after the last volunteer work"))
#if QT_CONFIG(accessibility)
        self.volunteering.setAccessibleName(_(u"Years after the last volunteer work"))
#endif // QT_CONFIG(accessibility)
        self.other_label.setText(_(u"Years after any other contact"))
#if QT_CONFIG(accessibility)
        self.other.setAccessibleName(_(u"Years after any other contact"))
#endif // QT_CONFIG(accessibility)
        self.money_label.setText(_(u"Years that amounts paid are kept"))
#if QT_CONFIG(accessibility)
        self.money.setAccessibleName(_(u"Years that amounts paid are kept"))
#endif // QT_CONFIG(accessibility)
        self.files_label.setText(_(u"Years that files which were read in are kept"))
#if QT_CONFIG(accessibility)
        self.files.setAccessibleName(_(u"Years that files which were read in are kept"))
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
