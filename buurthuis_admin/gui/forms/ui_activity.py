# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
# Made from ui/activity.ui by tools/forms.py with Qt's user interface compiler; never edited by hand.

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

class Ui_ActivityForm(object):
    def setupUi(self, ActivityForm):
        if not ActivityForm.objectName():
            ActivityForm.setObjectName(u"ActivityForm")
        ActivityForm.resize(560, 640)
        self.outer = QVBoxLayout(ActivityForm)
        self.outer.setSpacing(0)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.top = QVBoxLayout()
        self.top.setSpacing(8)
        self.top.setObjectName(u"top")
        self.top.setContentsMargins(24, 16, 24, 0)
        self.title = QLabel(ActivityForm)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)
        self.title.setProperty(u"kind", u"heading")

        self.top.addWidget(self.title)


        self.outer.addLayout(self.top)

        self.scroll = QScrollArea(ActivityForm)
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
        self.name_group = QVBoxLayout()
        self.name_group.setSpacing(4)
        self.name_group.setObjectName(u"name_group")
        self.name_label = QLabel(self.body)
        self.name_label.setObjectName(u"name_label")
        self.name_label.setWordWrap(True)

        self.name_group.addWidget(self.name_label)

        self.name = QLineEdit(self.body)
        self.name.setObjectName(u"name")

        self.name_group.addWidget(self.name)

        self.name_problem = QLabel(self.body)
        self.name_problem.setObjectName(u"name_problem")
        self.name_problem.setText(u"")
        self.name_problem.setWordWrap(True)
        self.name_problem.setProperty(u"kind", u"problem")

        self.name_group.addWidget(self.name_problem)


        self.fields.addLayout(self.name_group)

        self.theme_group = QVBoxLayout()
        self.theme_group.setSpacing(4)
        self.theme_group.setObjectName(u"theme_group")
        self.theme_label = QLabel(self.body)
        self.theme_label.setObjectName(u"theme_label")
        self.theme_label.setWordWrap(True)

        self.theme_group.addWidget(self.theme_label)

        self.theme_hint = QLabel(self.body)
        self.theme_hint.setObjectName(u"theme_hint")
        self.theme_hint.setWordWrap(True)
        self.theme_hint.setProperty(u"kind", u"small")

        self.theme_group.addWidget(self.theme_hint)

        self.theme = QComboBox(self.body)
        self.theme.setObjectName(u"theme")
        self.theme.setEditable(True)

        self.theme_group.addWidget(self.theme)

        self.theme_problem = QLabel(self.body)
        self.theme_problem.setObjectName(u"theme_problem")
        self.theme_problem.setText(u"")
        self.theme_problem.setWordWrap(True)
        self.theme_problem.setProperty(u"kind", u"problem")

        self.theme_group.addWidget(self.theme_problem)


        self.fields.addLayout(self.theme_group)

        self.target_group_group = QVBoxLayout()
        self.target_group_group.setSpacing(4)
        self.target_group_group.setObjectName(u"target_group_group")
        self.target_group_label = QLabel(self.body)
        self.target_group_label.setObjectName(u"target_group_label")
        self.target_group_label.setWordWrap(True)

        self.target_group_group.addWidget(self.target_group_label)

        self.target_group = QLineEdit(self.body)
        self.target_group.setObjectName(u"target_group")

        self.target_group_group.addWidget(self.target_group)

        self.target_group_problem = QLabel(self.body)
        self.target_group_problem.setObjectName(u"target_group_problem")
        self.target_group_problem.setText(u"")
        self.target_group_problem.setWordWrap(True)
        self.target_group_problem.setProperty(u"kind", u"problem")

        self.target_group_group.addWidget(self.target_group_problem)


        self.fields.addLayout(self.target_group_group)

        self.leader_group = QVBoxLayout()
        self.leader_group.setSpacing(4)
        self.leader_group.setObjectName(u"leader_group")
        self.leader_label = QLabel(self.body)
        self.leader_label.setObjectName(u"leader_label")
        self.leader_label.setWordWrap(True)

        self.leader_group.addWidget(self.leader_label)

        self.leader = QLineEdit(self.body)
        self.leader.setObjectName(u"leader")

        self.leader_group.addWidget(self.leader)

        self.leader_problem = QLabel(self.body)
        self.leader_problem.setObjectName(u"leader_problem")
        self.leader_problem.setText(u"")
        self.leader_problem.setWordWrap(True)
        self.leader_problem.setProperty(u"kind", u"problem")

        self.leader_group.addWidget(self.leader_problem)


        self.fields.addLayout(self.leader_group)

        self.room_group = QVBoxLayout()
        self.room_group.setSpacing(4)
        self.room_group.setObjectName(u"room_group")
        self.room_label = QLabel(self.body)
        self.room_label.setObjectName(u"room_label")
        self.room_label.setWordWrap(True)

        self.room_group.addWidget(self.room_label)

        self.room = QLineEdit(self.body)
        self.room.setObjectName(u"room")

        self.room_group.addWidget(self.room)

        self.room_problem = QLabel(self.body)
        self.room_problem.setObjectName(u"room_problem")
        self.room_problem.setText(u"")
        self.room_problem.setWordWrap(True)
        self.room_problem.setProperty(u"kind", u"problem")

        self.room_group.addWidget(self.room_problem)


        self.fields.addLayout(self.room_group)

        self.below = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.fields.addItem(self.below)

        self.scroll.setWidget(self.body)

        self.outer.addWidget(self.scroll)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(12)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setContentsMargins(24, 12, 24, 16)
        self.push = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.push)

        self.cancel = QPushButton(ActivityForm)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.buttons.addWidget(self.cancel)

        self.save = QPushButton(ActivityForm)
        self.save.setObjectName(u"save")
        self.save.setAutoDefault(False)
        self.save.setProperty(u"kind", u"primary")

        self.buttons.addWidget(self.save)


        self.outer.addLayout(self.buttons)

#if QT_CONFIG(shortcut)
        self.name_label.setBuddy(self.name)
        self.theme_label.setBuddy(self.theme)
        self.target_group_label.setBuddy(self.target_group)
        self.leader_label.setBuddy(self.leader)
        self.room_label.setBuddy(self.room)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(ActivityForm)

        self.save.setDefault(True)


        QMetaObject.connectSlotsByName(ActivityForm)
    # setupUi

    def retranslateUi(self, ActivityForm):
        ActivityForm.setWindowTitle(_(u"Change activity"))
        self.title.setText(_(u"Change activity"))
        self.name_label.setText(_(u"Name"))
#if QT_CONFIG(accessibility)
        self.name.setAccessibleName(_(u"Name"))
#endif // QT_CONFIG(accessibility)
        self.theme_label.setText(_(u"Theme (may stay empty)"))
        self.theme_hint.setText(_(u"The year report groups activities by theme"))
#if QT_CONFIG(accessibility)
        self.theme.setAccessibleName(_(u"Theme"))
#endif // QT_CONFIG(accessibility)
        self.target_group_label.setText(_(u"Target group (may stay empty)"))
#if QT_CONFIG(accessibility)
        self.target_group.setAccessibleName(_(u"Target group"))
#endif // QT_CONFIG(accessibility)
        self.leader_label.setText(_(u"Led by (may stay empty)"))
#if QT_CONFIG(accessibility)
        self.leader.setAccessibleName(_(u"Led by"))
#endif // QT_CONFIG(accessibility)
        self.room_label.setText(_(u"Room (may stay empty)"))
#if QT_CONFIG(accessibility)
        self.room.setAccessibleName(_(u"Room"))
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
