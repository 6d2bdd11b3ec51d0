# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The one catalogue of texts: English in the source, Dutch in ``resources/translations/nl.po``.

``python tools/catalogue.py add FILE.json``  merge translations: {"English": "Dutch",
                                            "one|many": ["een", "meer"]}
``python tools/catalogue.py update``         bring nl.po and its compiled file up to the source
``python tools/catalogue.py missing``        print what has no Dutch yet, as JSON to fill in
``python tools/catalogue.py check``          change nothing; exit 1 when anything is wrong

Both files are committed. They hold no dates and no line numbers and are sorted, so that a change
of one text is a change of one entry.
"""

from __future__ import annotations

import argparse
import io
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tools.checks.catalogue import wrong_calls, wrong_entries  # noqa: E402
from tools.locking import locked  # noqa: E402

PACKAGE = "buurthuis_admin"
SHOWN = 10  # a check that says more is not read
KEYWORDS = {"_": None, "ngettext": (1, 2)}
HEADER_COMMENT = """\
# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
# Written by tools/catalogue.py; give it translations with: catalogue.py add FILE.json"""
HEADERS = [
    ("Project-Id-Version", "buurthuis-admin"),
    ("Language", "nl"),
    ("MIME-Version", "1.0"),
    ("Content-Type", "text/plain; charset=utf-8"),
    ("Content-Transfer-Encoding", "8bit"),
    ("Plural-Forms", "nplurals=2; plural=(n != 1);"),
]

# A message is known by its English text; one with a plural by both.
Key: TypeAlias = str | tuple[str, str]
Text: TypeAlias = str | tuple[str, ...]


class SteadyCatalog(Catalog):
    """A catalogue whose header says nothing that changes by the day or by Babel's version."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """The fixed header."""
        return HEADERS

    @mime_headers.setter
    def mime_headers(self, headers: list[tuple[str, str]]) -> None:
        """Ignore what a file says."""


@dataclass(frozen=True, slots=True)
class Places:
    """The folder that the texts come from and the two files they go to."""

    root: Path = ROOT

    @property
    def po(self) -> Path:
        """The catalogue that people read."""
        return self.root / "resources" / "translations" / "nl.po"

    @property
    def mo(self) -> Path:
        """The catalogue that the program reads."""
        return self.po.parent / "nl" / "LC_MESSAGES" / "messages.mo"

    @property
    def lock(self) -> Path:
        """What keeps two runs of this tool apart."""
        return self.root / "build" / "catalogue.lock"

    def sources(self) -> list[Path]:
        """Every module of the program, the compiled forms included."""
        return sorted((self.root / PACKAGE).rglob("*.py"))


def extract(places: Places) -> dict[Key, set[str]]:
    """Every text of the source with the files that show it."""
    found: dict[Key, set[str]] = {}
    for path in places.sources():
        name = path.relative_to(places.root).as_posix()
        for _line, message, _comments, _context in extract_from_file(
            "python", path, KEYWORDS, (), {"encoding": "utf-8"}
        ):
            key: Key = message if isinstance(message, str) else (message[0], message[1])
            found.setdefault(key, set()).add(name)
    found.pop("", None)
    return found


def read_translations(places: Places) -> dict[Key, Text]:
    """The Dutch texts that nl.po holds."""
    if not places.po.is_file():
        return {}
    with places.po.open("rb") as file:
        catalogue = read_po(file, locale="nl")
    return dict(_entries(catalogue))


def _entries(catalogue: Catalog) -> Iterator[tuple[Key, Text]]:
    for message in catalogue:
        text = message.string or ""
        if message.id and any(text):
            key: Key = message.id if isinstance(message.id, str) else (message.id[0], message.id[1])
            yield key, text if isinstance(text, str) else tuple(text)


def build(source: Mapping[Key, set[str]], dutch: Mapping[Key, Text]) -> Catalog:
    """The catalogue of every text of the source, with its Dutch where there is one."""
    catalogue = SteadyCatalog(locale="nl", header_comment=HEADER_COMMENT, fuzzy=False)
    for key in sorted(source, key=lambda key: (key,) if isinstance(key, str) else key):
        empty: Text = "" if isinstance(key, str) else ("", "")
        locations = [(name, 0) for name in sorted(source[key])]
        catalogue.add(key, dutch.get(key, empty), locations=locations)
    return catalogue


def render(catalogue: Catalog) -> tuple[bytes, bytes]:
    """The bytes of nl.po and of its compiled file."""
    po, mo = io.BytesIO(), io.BytesIO()
    write_po(po, catalogue, width=100, sort_output=False, include_lineno=False)
    write_mo(mo, catalogue)
    return po.getvalue().rstrip() + b"\n", mo.getvalue()


def parse_json(path: Path) -> dict[Key, Text]:
    """Translations as a person writes them: text by text, or "one|many" with a list."""
    given: dict[str, str | list[str]] = json.loads(path.read_text("utf-8"))
    parsed: dict[Key, Text] = {}
    for english, dutch in given.items():
        if isinstance(dutch, str):
            parsed[english] = dutch
        else:
            one, _bar, many = english.partition("|")
            parsed[one, many] = tuple(dutch)
    return parsed


def update(places: Places, added: Mapping[Key, Text] | None = None) -> list[Key]:
    """Rewrite both files from the source; returns the given translations that it does not use."""
    with locked(places.lock):
        source = extract(places)
        dutch = read_translations(places) | dict(added or {})
        po, mo = render(build(source, dutch))
        places.mo.parent.mkdir(parents=True, exist_ok=True)
        for path, content in ((places.po, po), (places.mo, mo)):
            if not path.is_file() or path.read_bytes() != content:
                path.write_bytes(content)
    return [key for key in added or {} if key not in source]


def untranslated(places: Places) -> list[Key]:
    """The texts of the source that have no Dutch."""
    dutch = read_translations(places)
    return [key for key in extract(places) if key not in dutch or not all(dutch[key])]


def find_wrongs(places: Places) -> list[str]:
    """Everything that is wrong with the catalogue or with the calls that use it."""
    wrongs = [wrong for path in places.sources() for wrong in wrong_calls(path, places.root)]
    source, dutch = extract(places), read_translations(places)
    wrongs += _without_dutch(untranslated(places))
    wrongs += [f"nl.po: {wrong}" for wrong in wrong_entries(dutch)]
    po, mo = render(build(source, dutch))
    for path, content in ((places.po, po), (places.mo, mo)):
        if not path.is_file() or path.read_bytes() != content:
            name = path.relative_to(places.root).as_posix()
            wrongs.append(f"{name} is out of date; run: python tools/catalogue.py update")
    return wrongs


def _without_dutch(keys: Sequence[Key]) -> list[str]:
    lines = [f"nl.po: no Dutch for {_quoted(key)}" for key in keys[:SHOWN]]
    more = len(keys) - SHOWN
    return [*lines, f"nl.po: and {more} more; see catalogue.py missing"] if more > 0 else lines


def _quoted(key: Key) -> str:
    return json.dumps(key if isinstance(key, str) else "|".join(key), ensure_ascii=False)


def _add(places: Places, files: Sequence[Path]) -> int:
    added = {key: text for path in files for key, text in parse_json(path).items()}
    unused = update(places, added)
    for key in unused:
        print(f"catalogue: the source has no {_quoted(key)}", file=sys.stderr)
    print(
        f"catalogue: {len(added) - len(unused)} merged, {len(untranslated(places))} without Dutch"
    )
    return 1 if unused else 0


def _update(places: Places) -> int:
    update(places)
    print(f"catalogue: up to date, {len(untranslated(places))} without Dutch")
    return 0


def _missing(places: Places) -> int:
    blank = {
        (key if isinstance(key, str) else "|".join(key)): ("" if isinstance(key, str) else ["", ""])
        for key in untranslated(places)
    }
    print(json.dumps(blank, ensure_ascii=False, indent=2))
    return 0


def _check(places: Places) -> int:
    wrongs = find_wrongs(places)
    for wrong in wrongs:
        print(wrong)
    return 1 if wrongs else 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the first argument says."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("action", choices=("add", "update", "missing", "check"))
    parser.add_argument("files", nargs="*", type=Path)
    options = parser.parse_args(arguments)
    places = Places()
    if options.action == "add":
        return _add(places, options.files)
    return {"update": _update, "missing": _missing, "check": _check}[options.action](places)


if __name__ == "__main__":
    sys.exit(main())
