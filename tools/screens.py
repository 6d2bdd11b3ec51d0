# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pictures of every page and dialog for ``docs/pictures``, from the example administration.

``python tools/screens.py [FOLDER]`` draws them without a screen: light and dark, at 100 and 150 %;
``--look dark-150`` only those of one look.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image  # noqa: E402
from PySide6.QtGui import QImage  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from buurthuis_admin.app import doors  # noqa: E402
from buurthuis_admin.gui.errors import ErrorPresenter  # noqa: E402
from buurthuis_admin.gui.preferences import Preferences  # noqa: E402
from buurthuis_admin.gui.theme.apply import Brightness  # noqa: E402
from buurthuis_admin.gui.window import MainWindow  # noqa: E402
from buurthuis_admin.i18n import use_language  # noqa: E402
from tools.tours.walking import walk_example  # noqa: E402

SIZE = (1440, 900)
LOOKS = {
    f"{one.value}-{size}": (one, size)
    for one in (Brightness.LIGHT, Brightness.DARK)
    for size in (100, 150)
}


class Photographer:
    """Walks through a window and keeps a picture of each place."""

    def __init__(self, folder: Path, settings: Path) -> None:
        self._folder = folder
        self._settings = settings
        self._preferences = Preferences(settings)
        self._doors = doors(self._preferences)

    def take(self, brightness: Brightness, size: int) -> None:
        """Every page and every dialog in one look."""
        self._preferences.brightness = brightness
        self._preferences.text_size = size
        window = MainWindow(self._doors, self._preferences, ErrorPresenter())
        window.restyle()
        window.resize(*SIZE)
        window.show()
        window.activateWindow()
        for name, shown in walk_example(window, self._doors):
            self._keep(shown, f"{name}-{brightness.value}-{size}.png")
        window.close()

    def _keep(self, shown: QWidget, name: str) -> None:
        """As a picture of 256 colours at most: of no use is more, and it is a fifth as large."""
        image = shown.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
        size = (image.width(), image.height())
        picture = Image.frombuffer(
            "RGB", size, bytes(image.constBits()), "raw", "RGB", image.bytesPerLine(), 1
        )
        small = picture.quantize(256, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        small.save(self._folder / name, optimize=True)


def main() -> int:
    """Make all pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "docs" / "pictures")
    parser.add_argument("--look", action="append", choices=LOOKS, help="only this look")
    arguments = parser.parse_args()
    folder: Path = arguments.folder
    folder.mkdir(parents=True, exist_ok=True)
    looks = arguments.look or list(LOOKS)
    for old in (one for look in looks for one in folder.glob(f"*-{look}.png")):
        old.unlink()
    use_language("nl")
    QApplication(sys.argv[:1])
    for look in looks:  # each of its own example: what one did is not in the next
        with tempfile.TemporaryDirectory() as settings:
            Photographer(folder, Path(settings)).take(*LOOKS[look])
    print(f"screens: {len(list(folder.glob('*.png')))} pictures in {folder.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
