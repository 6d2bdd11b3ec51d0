# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pictures of every page for ``docs/screens``, from the example administration.

``python tools/screens.py [FOLDER]`` draws them without a screen: light and dark at 100 %, and
light at 150 %.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication  # noqa: E402

from buurthuis_admin.app import doors  # noqa: E402
from buurthuis_admin.gui.errors import ErrorPresenter  # noqa: E402
from buurthuis_admin.gui.preferences import Preferences  # noqa: E402
from buurthuis_admin.gui.theme.apply import Brightness  # noqa: E402
from buurthuis_admin.gui.window import MainWindow  # noqa: E402
from buurthuis_admin.i18n import use_language  # noqa: E402
from tools.tours import TOURS  # noqa: E402
from tools.tours.moving import Shown, settle  # noqa: E402

SIZE = (1440, 900)
LOOKS = ((Brightness.LIGHT, 100), (Brightness.DARK, 100), (Brightness.LIGHT, 150))


class Photographer:
    """Walks through a window and keeps a picture of each page."""

    def __init__(self, folder: Path, settings: Path) -> None:
        self._folder = folder
        self._preferences = Preferences(settings)
        self._doors = doors(self._preferences)

    def take(self, brightness: Brightness, size: int) -> None:
        """Every page in one look."""
        self._preferences.brightness = brightness
        self._preferences.text_size = size
        window = MainWindow(self._doors, self._preferences, ErrorPresenter())
        window.restyle()
        window.resize(*SIZE)
        window.show()
        for name, shown in self._walk(window):
            settle(window)
            picture = self._folder / f"{name}-{brightness.value}-{size}.png"
            shown.grab().save(str(picture))
        window.close()

    def _walk(self, window: MainWindow) -> Iterator[Shown]:
        window.show_start(Path("Buurthuis De Linde.buurthuis"))
        yield "start", window
        window.show_administration(self._doors.example())
        shell = window.shell
        assert shell is not None
        for tour in TOURS:
            yield from tour(shell, window)
        window.lock()
        yield "lock", window


def main() -> int:
    """Make all pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "docs" / "screens")
    folder: Path = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    use_language("nl")
    QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as settings:
        photographer = Photographer(folder, Path(settings))
        for brightness, size in LOOKS:
            photographer.take(brightness, size)
    print(f"screens: {len(list(folder.glob('*.png')))} pictures in {folder.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
