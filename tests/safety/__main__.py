# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""``python -m tests.safety [name …] [--short]``: a line ``HOLDS name N of N`` for each trial.

``--seed N`` looks again where a short form found something: it leaves to chance where it looks.

Exit code 1 when a promise does not hold; a trial that cannot be done here says so and counts as
nothing. Every password costs little here, as in the other tests.
"""

from __future__ import annotations

import argparse
import functools
import os
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from buurthuis_admin.storage import keys, opening, slots
from tests.safety import chance, trials
from tests.safety.holding import Skipped


def main() -> int:
    """Try what was asked."""
    slots.STANDARD = slots.Work(memory=64, rounds=1, lanes=1)
    vars(opening)["key_of_first_version"] = functools.cache(keys.key_of_first_version)
    options = _options()
    chance.use(options.seed)
    chosen = trials.chosen(options.names)
    if not chosen:
        print(f"There is no trial of that name; there are: {_names()}", file=sys.stderr)
        return 2
    if sys.platform != "linux":
        print("SKIPPED safety: the lab works with strace and fork, which only Linux has")
        return 0
    broken = [trial.name for trial in chosen if not _try(trial, short=options.short)]
    return 1 if broken else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.safety", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="name", help=f"of: {_names()}")
    parser.add_argument("--short", action="store_true", help="some cases of each, by chance")
    parser.add_argument("--seed", type=int, default=chance.SEED, help="of that chance")
    return parser.parse_args()


def _names() -> str:
    return ", ".join(trial.name for trial in trials.chosen([]))


def _try(trial: trials.Trial, *, short: bool) -> bool:
    start = time.perf_counter()
    try:
        held = trial.try_it(short)
    except Skipped as reason:
        print(f"SKIPPED {trial.name}: {reason}", flush=True)
        return True
    held.show()
    if not short:
        print(f"  {time.perf_counter() - start:.0f} s", flush=True)
    return held.holds


if __name__ == "__main__":
    sys.exit(main())
