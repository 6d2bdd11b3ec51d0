# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""``make reports``: a year of a centre with five dossiers, played, reported and checked.

Writes the year report and every pack to ``build/reports/`` and prints ``HOLDS name N of N`` for
each property, ``BREAKS`` with what differs where one does not; 1 when any breaks.
"""

from __future__ import annotations

import datetime
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from buurthuis_admin.services.administration import Administration
from buurthuis_admin.storage.file import AdministrationFile
from tests.reports_play import files, properties, reports, sums
from tests.reports_play.events import YEAR, Event, Paid, events
from tests.reports_play.play import Player

OUT = Path(__file__).resolve().parents[2] / "build" / "reports"
MADE_ON = datetime.date(YEAR + 1, 6, 1)
PASSWORD = "vier woorden zijn genoeg"  # of a file that lives for a minute
_SHOWN = 8

Made = dict[str, dict[str, bytes]]  # the files of each pack by funder; '' is the year report


def make(player: Player) -> Made:
    """The year report and every pack."""
    administration = player.administration
    year = administration.reports.year_report(YEAR, made_on=MADE_ON)
    made: Made = {"": {f"Jaarverslag {YEAR}.pdf": year}}
    for funder, number in player.dossiers.items():
        made[funder] = dict(administration.packs.make(number, made_on=MADE_ON).files)
    return made


def write(made: Made, folder: Path) -> list[Path]:
    """Put all files in a folder, in the place of those of before; gives back the PDFs."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in (*folder.glob("*.pdf"), *folder.glob("*.xlsx")):
        old.unlink()
    for pack in made.values():
        for name, content in pack.items():
            (folder / name).write_bytes(content)
    return [folder / name for pack in made.values() for name in pack if name.endswith(".pdf")]


def judge(made: Made, again: Made, paths: list[Path], happened: list[Event]) -> bool:
    """Print how each property came out; whether all hold."""
    dossiers = sums.dossiers(happened)
    (year,) = made[""].values()
    pdfs = [path.read_bytes() for path in paths]
    looked: dict[str, Iterable[tuple[str, bool]]] = {
        "story": _story(dossiers),
        "shares": _shares(happened),
        "year-figures": reports.year_figures(year, dossiers, happened),
        **{
            f"pack-figures {funder}": reports.pack_figures(made[funder], dossier, happened)
            for funder, dossier in dossiers.items()
        },
        "alt-text": _of_each(files.figures_have_words, pdfs),
        "heading-scope": _of_each(files.headings_have_a_scope, pdfs),
        "fonts-inside": _of_each(files.fonts_are_inside, pdfs),
        "reading-order": _of_each(files.order_is_kept, pdfs),
        "names": _of_each(reports.names, pdfs),
        "checker": _of_each(files.checker_finds_nothing, paths),
        "same-bytes": _same(made, again),
        **{name: properties.tried(tests) for name, tests in properties.PROPERTIES.items()},
    }
    held = [_tell(name, list(found)) for name, found in looked.items()]
    return all(held)


def _story(dossiers: dict[str, sums.Dossier]) -> Iterator[tuple[str, bool]]:
    """Five dossiers, one of them rejected and one repaid."""
    yield "five dossiers", len(dossiers) == 5
    yield "one rejected", [one.state for one in dossiers.values()].count("reject") == 1
    yield "one repaid", sum(one.repaid > 0 for one in dossiers.values()) == 1


def _shares(happened: list[Event]) -> Iterator[tuple[str, bool]]:
    """No payment is charged for more than it was."""
    for event in happened:
        if isinstance(event, Paid):
            yield event.what, sum(sums.parts(event)) <= event.cents


def _of_each(look: object, many: Iterable[object]) -> Iterator[tuple[str, bool]]:
    assert callable(look)
    for one in many:
        yield from look(one)


def _same(made: Made, again: Made) -> Iterator[tuple[str, bool]]:
    for funder, pack in made.items():
        for name, content in pack.items():
            yield name, content == again[funder].get(name)


def _tell(name: str, looked: list[tuple[str, bool]]) -> bool:
    wrong = [words for words, right in looked if not right]
    holds = bool(looked) and not wrong
    print(f"{'HOLDS' if holds else 'BREAKS'} {name} {len(looked) - len(wrong)} of {len(looked)}")
    counted: dict[str, int] = defaultdict(int)
    for words in wrong:
        counted[words] += 1
    for words in list(counted)[:_SHOWN]:
        print(f"  {words}")
    return holds


def main() -> int:
    """Play, make, check."""
    happened = events()
    with tempfile.TemporaryDirectory() as folder:
        file = AdministrationFile.create(Path(folder) / "linde.buurthuis", PASSWORD)
        try:
            player = Player(Administration(file), Path(folder))
            player.play(happened)
            made, again = make(player), make(player)
        finally:
            file.close()
    paths = write(made, OUT)
    print(f"{len(paths)} reports in {OUT.name}/: {', '.join(path.name for path in paths)}")
    return 0 if judge(made, again, paths, happened) else 1


if __name__ == "__main__":
    sys.exit(main())
