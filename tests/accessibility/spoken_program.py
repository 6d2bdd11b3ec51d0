# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The real program on the example, for a screen reader that listens from another process.

``spoken`` on its standard input makes it change a person, so that the undo bar is announced.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication

from buurthuis_admin.app import doors
from buurthuis_admin.domain.people import MemberFilter
from buurthuis_admin.gui.errors import ErrorPresenter
from buurthuis_admin.gui.places import MEMBERS
from buurthuis_admin.gui.preferences import Preferences
from buurthuis_admin.gui.window import MainWindow
from buurthuis_admin.i18n import use_language


def main() -> int:
    """Until the input ends."""
    application = QApplication(sys.argv[:1])
    use_language("nl")
    with tempfile.TemporaryDirectory() as folder:
        preferences = Preferences(Path(folder))
        ways = doors(preferences)
        window = MainWindow(ways, preferences, ErrorPresenter())
        window.restyle()
        window.show()
        administration = ways.example()
        window.show_administration(administration, MEMBERS)

        def change() -> None:
            if not sys.stdin.readline():
                application.quit()
                return
            detail = administration.members.detail(
                administration.members.page("", MemberFilter.MEMBERS, 0, 1)[0].id
            )
            person = replace(detail.person, mobile="06 12345678")
            administration.members.save(replace(detail, person=person))

        asked = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
        asked.activated.connect(change)
        print("ready", flush=True)
        application.exec()
        window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
