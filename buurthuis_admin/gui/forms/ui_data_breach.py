# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
# Made from ui/data_breach.ui by tools/forms.py with Qt's user interface compiler; never edited by hand.

from buurthuis_admin.i18n import _
from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QDialog, QFrame, QHBoxLayout,
    QLabel, QLineEdit, QPlainTextEdit, QPushButton,
    QScrollArea, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)

class Ui_DataBreachForm(object):
    def setupUi(self, DataBreachForm):
        if not DataBreachForm.objectName():
            DataBreachForm.setObjectName(u"DataBreachForm")
        DataBreachForm.resize(560, 640)
        self.outer = QVBoxLayout(DataBreachForm)
        self.outer.setSpacing(0)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.top = QVBoxLayout()
        self.top.setSpacing(8)
        self.top.setObjectName(u"top")
        self.top.setContentsMargins(24, 16, 24, 0)
        self.title = QLabel(DataBreachForm)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)
        self.title.setProperty(u"kind", u"heading")

        self.top.addWidget(self.title)


        self.outer.addLayout(self.top)

        self.scroll = QScrollArea(DataBreachForm)
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
        self.discovered_day_group = QVBoxLayout()
        self.discovered_day_group.setSpacing(4)
        self.discovered_day_group.setObjectName(u"discovered_day_group")
        self.discovered_day_label = QLabel(self.body)
        self.discovered_day_label.setObjectName(u"discovered_day_label")
        self.discovered_day_label.setWordWrap(True)

        self.discovered_day_group.addWidget(self.discovered_day_label)

        self.discovered_day = QLineEdit(self.body)
        self.discovered_day.setObjectName(u"discovered_day")

        self.discovered_day_group.addWidget(self.discovered_day)

        self.discovered_day_problem = QLabel(self.body)
        self.discovered_day_problem.setObjectName(u"discovered_day_problem")
        self.discovered_day_problem.setText(u"")
        self.discovered_day_problem.setWordWrap(True)
        self.discovered_day_problem.setProperty(u"kind", u"problem")

        self.discovered_day_group.addWidget(self.discovered_day_problem)


        self.fields.addLayout(self.discovered_day_group)

        self.discovered_time_group = QVBoxLayout()
        self.discovered_time_group.setSpacing(4)
        self.discovered_time_group.setObjectName(u"discovered_time_group")
        self.discovered_time_label = QLabel(self.body)
        self.discovered_time_label.setObjectName(u"discovered_time_label")
        self.discovered_time_label.setWordWrap(True)

        self.discovered_time_group.addWidget(self.discovered_time_label)

        self.discovered_time = QLineEdit(self.body)
        self.discovered_time.setObjectName(u"discovered_time")

        self.discovered_time_group.addWidget(self.discovered_time)

        self.discovered_time_problem = QLabel(self.body)
        self.discovered_time_problem.setObjectName(u"discovered_time_problem")
        self.discovered_time_problem.setText(u"")
        self.discovered_time_problem.setWordWrap(True)
        self.discovered_time_problem.setProperty(u"kind", u"problem")

        self.discovered_time_group.addWidget(self.discovered_time_problem)


        self.fields.addLayout(self.discovered_time_group)

        self.description_group = QVBoxLayout()
        self.description_group.setSpacing(4)
        self.description_group.setObjectName(u"description_group")
        self.description_label = QLabel(self.body)
        self.description_label.setObjectName(u"description_label")
        self.description_label.setWordWrap(True)

        self.description_group.addWidget(self.description_label)

        self.description = QPlainTextEdit(self.body)
        self.description.setObjectName(u"description")
        self.description.setMinimumSize(QSize(0, 84))
        self.description.setTabChangesFocus(True)

        self.description_group.addWidget(self.description)

        self.description_problem = QLabel(self.body)
        self.description_problem.setObjectName(u"description_problem")
        self.description_problem.setText(u"")
        self.description_problem.setWordWrap(True)
        self.description_problem.setProperty(u"kind", u"problem")

        self.description_group.addWidget(self.description_problem)


        self.fields.addLayout(self.description_group)

        self.kinds_of_data_group = QVBoxLayout()
        self.kinds_of_data_group.setSpacing(4)
        self.kinds_of_data_group.setObjectName(u"kinds_of_data_group")
        self.kinds_of_data_label = QLabel(self.body)
        self.kinds_of_data_label.setObjectName(u"kinds_of_data_label")
        self.kinds_of_data_label.setProperty(u"optional", True)
        self.kinds_of_data_label.setWordWrap(True)

        self.kinds_of_data_group.addWidget(self.kinds_of_data_label)

        self.kinds_of_data = QLineEdit(self.body)
        self.kinds_of_data.setObjectName(u"kinds_of_data")

        self.kinds_of_data_group.addWidget(self.kinds_of_data)

        self.kinds_of_data_problem = QLabel(self.body)
        self.kinds_of_data_problem.setObjectName(u"kinds_of_data_problem")
        self.kinds_of_data_problem.setText(u"")
        self.kinds_of_data_problem.setWordWrap(True)
        self.kinds_of_data_problem.setProperty(u"kind", u"problem")

        self.kinds_of_data_group.addWidget(self.kinds_of_data_problem)


        self.fields.addLayout(self.kinds_of_data_group)

        self.people_affected_group = QVBoxLayout()
        self.people_affected_group.setSpacing(4)
        self.people_affected_group.setObjectName(u"people_affected_group")
        self.people_affected_label = QLabel(self.body)
        self.people_affected_label.setObjectName(u"people_affected_label")
        self.people_affected_label.setProperty(u"optional", True)
        self.people_affected_label.setWordWrap(True)

        self.people_affected_group.addWidget(self.people_affected_label)

        self.people_affected = QLineEdit(self.body)
        self.people_affected.setObjectName(u"people_affected")

        self.people_affected_group.addWidget(self.people_affected)

        self.people_affected_problem = QLabel(self.body)
        self.people_affected_problem.setObjectName(u"people_affected_problem")
        self.people_affected_problem.setText(u"")
        self.people_affected_problem.setWordWrap(True)
        self.people_affected_problem.setProperty(u"kind", u"problem")

        self.people_affected_group.addWidget(self.people_affected_problem)


        self.fields.addLayout(self.people_affected_group)

        self.consequences_group = QVBoxLayout()
        self.consequences_group.setSpacing(4)
        self.consequences_group.setObjectName(u"consequences_group")
        self.consequences_label = QLabel(self.body)
        self.consequences_label.setObjectName(u"consequences_label")
        self.consequences_label.setProperty(u"optional", True)
        self.consequences_label.setWordWrap(True)

        self.consequences_group.addWidget(self.consequences_label)

        self.consequences = QPlainTextEdit(self.body)
        self.consequences.setObjectName(u"consequences")
        self.consequences.setMinimumSize(QSize(0, 84))
        self.consequences.setTabChangesFocus(True)

        self.consequences_group.addWidget(self.consequences)

        self.consequences_problem = QLabel(self.body)
        self.consequences_problem.setObjectName(u"consequences_problem")
        self.consequences_problem.setText(u"")
        self.consequences_problem.setWordWrap(True)
        self.consequences_problem.setProperty(u"kind", u"problem")

        self.consequences_group.addWidget(self.consequences_problem)


        self.fields.addLayout(self.consequences_group)

        self.measures_group = QVBoxLayout()
        self.measures_group.setSpacing(4)
        self.measures_group.setObjectName(u"measures_group")
        self.measures_label = QLabel(self.body)
        self.measures_label.setObjectName(u"measures_label")
        self.measures_label.setProperty(u"optional", True)
        self.measures_label.setWordWrap(True)

        self.measures_group.addWidget(self.measures_label)

        self.measures = QPlainTextEdit(self.body)
        self.measures.setObjectName(u"measures")
        self.measures.setMinimumSize(QSize(0, 84))
        self.measures.setTabChangesFocus(True)

        self.measures_group.addWidget(self.measures)

        self.measures_problem = QLabel(self.body)
        self.measures_problem.setObjectName(u"measures_problem")
        self.measures_problem.setText(u"")
        self.measures_problem.setWordWrap(True)
        self.measures_problem.setProperty(u"kind", u"problem")

        self.measures_group.addWidget(self.measures_problem)


        self.fields.addLayout(self.measures_group)

        self.reported_day_group = QVBoxLayout()
        self.reported_day_group.setSpacing(4)
        self.reported_day_group.setObjectName(u"reported_day_group")
        self.reported_day_label = QLabel(self.body)
        self.reported_day_label.setObjectName(u"reported_day_label")
        self.reported_day_label.setProperty(u"optional", True)
        self.reported_day_label.setWordWrap(True)

        self.reported_day_group.addWidget(self.reported_day_label)

        self.reported_day = QLineEdit(self.body)
        self.reported_day.setObjectName(u"reported_day")

        self.reported_day_group.addWidget(self.reported_day)

        self.reported_day_problem = QLabel(self.body)
        self.reported_day_problem.setObjectName(u"reported_day_problem")
        self.reported_day_problem.setText(u"")
        self.reported_day_problem.setWordWrap(True)
        self.reported_day_problem.setProperty(u"kind", u"problem")

        self.reported_day_group.addWidget(self.reported_day_problem)


        self.fields.addLayout(self.reported_day_group)

        self.reported_time_group = QVBoxLayout()
        self.reported_time_group.setSpacing(4)
        self.reported_time_group.setObjectName(u"reported_time_group")
        self.reported_time_label = QLabel(self.body)
        self.reported_time_label.setObjectName(u"reported_time_label")
        self.reported_time_label.setProperty(u"optional", True)
        self.reported_time_label.setWordWrap(True)

        self.reported_time_group.addWidget(self.reported_time_label)

        self.reported_time = QLineEdit(self.body)
        self.reported_time.setObjectName(u"reported_time")

        self.reported_time_group.addWidget(self.reported_time)

        self.reported_time_problem = QLabel(self.body)
        self.reported_time_problem.setObjectName(u"reported_time_problem")
        self.reported_time_problem.setText(u"")
        self.reported_time_problem.setWordWrap(True)
        self.reported_time_problem.setProperty(u"kind", u"problem")

        self.reported_time_group.addWidget(self.reported_time_problem)


        self.fields.addLayout(self.reported_time_group)

        self.not_reported_reason_group = QVBoxLayout()
        self.not_reported_reason_group.setSpacing(4)
        self.not_reported_reason_group.setObjectName(u"not_reported_reason_group")
        self.not_reported_reason_label = QLabel(self.body)
        self.not_reported_reason_label.setObjectName(u"not_reported_reason_label")
        self.not_reported_reason_label.setProperty(u"optional", True)
        self.not_reported_reason_label.setWordWrap(True)

        self.not_reported_reason_group.addWidget(self.not_reported_reason_label)

        self.not_reported_reason = QLineEdit(self.body)
        self.not_reported_reason.setObjectName(u"not_reported_reason")

        self.not_reported_reason_group.addWidget(self.not_reported_reason)

        self.not_reported_reason_problem = QLabel(self.body)
        self.not_reported_reason_problem.setObjectName(u"not_reported_reason_problem")
        self.not_reported_reason_problem.setText(u"")
        self.not_reported_reason_problem.setWordWrap(True)
        self.not_reported_reason_problem.setProperty(u"kind", u"problem")

        self.not_reported_reason_group.addWidget(self.not_reported_reason_problem)


        self.fields.addLayout(self.not_reported_reason_group)

        self.people_told_on_group = QVBoxLayout()
        self.people_told_on_group.setSpacing(4)
        self.people_told_on_group.setObjectName(u"people_told_on_group")
        self.people_told_on_label = QLabel(self.body)
        self.people_told_on_label.setObjectName(u"people_told_on_label")
        self.people_told_on_label.setProperty(u"optional", True)
        self.people_told_on_label.setWordWrap(True)

        self.people_told_on_group.addWidget(self.people_told_on_label)

        self.people_told_on = QLineEdit(self.body)
        self.people_told_on.setObjectName(u"people_told_on")

        self.people_told_on_group.addWidget(self.people_told_on)

        self.people_told_on_problem = QLabel(self.body)
        self.people_told_on_problem.setObjectName(u"people_told_on_problem")
        self.people_told_on_problem.setText(u"")
        self.people_told_on_problem.setWordWrap(True)
        self.people_told_on_problem.setProperty(u"kind", u"problem")

        self.people_told_on_group.addWidget(self.people_told_on_problem)


        self.fields.addLayout(self.people_told_on_group)

        self.closed_on_group = QVBoxLayout()
        self.closed_on_group.setSpacing(4)
        self.closed_on_group.setObjectName(u"closed_on_group")
        self.closed_on_label = QLabel(self.body)
        self.closed_on_label.setObjectName(u"closed_on_label")
        self.closed_on_label.setProperty(u"optional", True)
        self.closed_on_label.setWordWrap(True)

        self.closed_on_group.addWidget(self.closed_on_label)

        self.closed_on = QLineEdit(self.body)
        self.closed_on.setObjectName(u"closed_on")

        self.closed_on_group.addWidget(self.closed_on)

        self.closed_on_problem = QLabel(self.body)
        self.closed_on_problem.setObjectName(u"closed_on_problem")
        self.closed_on_problem.setText(u"")
        self.closed_on_problem.setWordWrap(True)
        self.closed_on_problem.setProperty(u"kind", u"problem")

        self.closed_on_group.addWidget(self.closed_on_problem)


        self.fields.addLayout(self.closed_on_group)

        self.below = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.fields.addItem(self.below)

        self.scroll.setWidget(self.body)

        self.outer.addWidget(self.scroll)

        self.footer = QFrame(DataBreachForm)
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
        self.discovered_day_label.setBuddy(self.discovered_day)
        self.discovered_time_label.setBuddy(self.discovered_time)
        self.description_label.setBuddy(self.description)
        self.kinds_of_data_label.setBuddy(self.kinds_of_data)
        self.people_affected_label.setBuddy(self.people_affected)
        self.consequences_label.setBuddy(self.consequences)
        self.measures_label.setBuddy(self.measures)
        self.reported_day_label.setBuddy(self.reported_day)
        self.reported_time_label.setBuddy(self.reported_time)
        self.not_reported_reason_label.setBuddy(self.not_reported_reason)
        self.people_told_on_label.setBuddy(self.people_told_on)
        self.closed_on_label.setBuddy(self.closed_on)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(DataBreachForm)

        self.save.setDefault(True)


        QMetaObject.connectSlotsByName(DataBreachForm)
    # setupUi

    def retranslateUi(self, DataBreachForm):
        DataBreachForm.setWindowTitle(_(u"Data breach"))
        self.title.setText(_(u"Data breach"))
        self.discovered_day_label.setText(_(u"Discovered on"))
#if QT_CONFIG(accessibility)
        self.discovered_day.setAccessibleName(_(u"Discovered on"))
#endif // QT_CONFIG(accessibility)
        self.discovered_time_label.setText(_(u"At what time"))
#if QT_CONFIG(accessibility)
        self.discovered_time.setAccessibleName(_(u"At what time"))
#endif // QT_CONFIG(accessibility)
        self.description_label.setText(_(u"What happened"))
#if QT_CONFIG(accessibility)
        self.description.setAccessibleName(_(u"What happened"))
#endif // QT_CONFIG(accessibility)
        self.kinds_of_data_label.setText(_(u"Which data"))
#if QT_CONFIG(accessibility)
        self.kinds_of_data.setAccessibleName(_(u"Which data"))
#endif // QT_CONFIG(accessibility)
        self.people_affected_label.setText(_(u"How many people it concerns"))
#if QT_CONFIG(accessibility)
        self.people_affected.setAccessibleName(_(u"How many people it concerns"))
#endif // QT_CONFIG(accessibility)
        self.consequences_label.setText(_(u"What it can lead to"))
#if QT_CONFIG(accessibility)
        self.consequences.setAccessibleName(_(u"What it can lead to"))
#endif // QT_CONFIG(accessibility)
        self.measures_label.setText(_(u"What was done about it"))
#if QT_CONFIG(accessibility)
        self.measures.setAccessibleName(_(u"What was done about it"))
#endif // QT_CONFIG(accessibility)
        self.reported_day_label.setText(_(u"Reported to the Data Protection Authority on"))
#if QT_CONFIG(accessibility)
        self.reported_day.setAccessibleName(_(u"Reported to the Data Protection Authority on"))
#endif // QT_CONFIG(accessibility)
        self.reported_time_label.setText(_(u"Reported at what time"))
#if QT_CONFIG(accessibility)
        self.reported_time.setAccessibleName(_(u"Reported at what time"))
#endif // QT_CONFIG(accessibility)
        self.not_reported_reason_label.setText(_(u"Why it need not be reported"))
#if QT_CONFIG(accessibility)
        self.not_reported_reason.setAccessibleName(_(u"Why it need not be reported"))
#endif // QT_CONFIG(accessibility)
        self.people_told_on_label.setText(_(u"The people were told on"))
#if QT_CONFIG(accessibility)
        self.people_told_on.setAccessibleName(_(u"The people were told on"))
#endif // QT_CONFIG(accessibility)
        self.closed_on_label.setText(_(u"Closed on"))
#if QT_CONFIG(accessibility)
        self.closed_on.setAccessibleName(_(u"Closed on"))
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
