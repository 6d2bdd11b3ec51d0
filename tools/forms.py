# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Compile the Qt Designer forms of ``ui/`` into ``buurthuis_admin/gui/forms/``.

``python tools/forms.py`` writes what changed; ``--check`` only tells. The texts of a form go
through the one catalogue of the program: uic writes calls of ``_``, and the module imports it.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DESIGNED = ROOT / "ui"
COMPILED = ROOT / "buurthuis_admin" / "gui" / "forms"

HEADER = """\
# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
# Made from ui/{form} by tools/forms.py with Qt's user interface compiler; never edited by hand.
"""
IMPORT = "from buurthuis_admin.i18n import _\n"
UIC = "import sys; from PySide6.scripts.pyside_tool import uic; sys.exit(uic())"

STRING = r'u"(?:[^"\\]|\\.)*"(?:\s*"(?:[^"\\]|\\.)*")*'
# uic gives Qt's disambiguation as a second argument; gettext's `_` takes the text alone.
TRANSLATE_CALL = re.compile(rf"\b_\(({STRING}), (?:None|{STRING})\)")
FILE_HEADER = re.compile(r"\A(?:#.*\n|\n)*")


def adapt(compiled: str, form: str) -> str:
    """What uic wrote, with our header, our ``_`` and one newline at its end."""
    body = TRANSLATE_CALL.sub(r"_(\1)", FILE_HEADER.sub("", compiled, count=1))
    needs_text = re.search(r"\b_\(u\"", body) is not None
    return HEADER.format(form=form) + "\n" + (IMPORT if needs_text else "") + body.rstrip() + "\n"


def compile_form(form: Path) -> str:
    """The Python source of one form."""
    command = [sys.executable, "-c", UIC, "--tr", "_", "--absolute-imports", str(form)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if done.returncode or not done.stdout:
        raise SystemExit(f"ui/{form.name}: {done.stderr.strip() or 'uic wrote nothing'}")
    return adapt(done.stdout, form.name)


def compile_all(designed: Path = DESIGNED) -> dict[str, str]:
    """The Python source of every form, by the name of its module's file."""
    forms = sorted(designed.glob("*.ui"))
    with ThreadPoolExecutor(max_workers=2) as pool:
        return {
            f"ui_{form.stem}.py": text
            for form, text in zip(forms, pool.map(compile_form, forms), strict=True)
        }


def differences(made: dict[str, str], folder: Path = COMPILED) -> list[str]:
    """The files of the folder that are not what the forms give, leftovers included."""
    there = {path.name: path.read_text("utf-8") for path in folder.glob("ui_*.py")}
    return sorted(name for name in made.keys() | there.keys() if made.get(name) != there.get(name))


def write(made: dict[str, str], folder: Path = COMPILED) -> list[str]:
    """Bring the folder up to date; the names of the files that changed."""
    changed = differences(made, folder)
    for name in changed:
        if name in made:
            (folder / name).write_text(made[name], "utf-8", newline="\n")
        else:
            (folder / name).unlink()
    return changed


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the forms, or with ``--check`` tell which are out of date."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--check", action="store_true", help="change nothing, exit 1 on a difference"
    )
    options = parser.parse_args(arguments)
    made = compile_all()
    changed = differences(made) if options.check else write(made)
    for name in changed:
        print(
            f"forms: {name} {'is out of date; run tools/forms.py' if options.check else 'written'}"
        )
    return 1 if options.check and changed else 0


if __name__ == "__main__":
    sys.exit(main())
