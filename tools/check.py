# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every check of the project, side by side, with a line for each: ``ok`` or what is wrong."""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tools.project import ROOT, in_venv, run

TYPED = ("buurthuis_admin", "tools", "tests", "benchmarks")


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check has to say; nothing when all is well."""

    check: str
    seconds: float
    problems: str

    def __str__(self) -> str:
        """One line, and the problems under it."""
        state = "WRONG" if self.problems else "ok"
        line = f"{state:5} {self.check} ({self.seconds:.1f} s)"
        return f"{line}\n{self.problems}" if self.problems else line


def commands() -> dict[str, list[str | Path]]:
    """The checks that are programs of their own, the slowest first."""
    python, tools = in_venv("python"), ROOT / "tools"
    typed = [name for name in TYPED if (ROOT / name).is_dir()]
    return {
        "types": [in_venv("mypy"), "--no-error-summary", *typed],
        "layers": [in_venv("lint-imports"), "--no-logo", "--cache-dir", "build/import-linter"],
        "catalogue": [python, tools / "catalogue.py", "check"],
        "forms": [python, tools / "forms.py", "--check"],
        "lint": [in_venv("ruff"), "check", "--quiet", "--output-format", "concise"],
        "format": [in_venv("ruff"), "format", "--check", "--quiet", "--output-format", "concise"],
    }


def own_checks() -> dict[str, Callable[[], Iterator[str]]]:
    """The small checks of ``tools/checks``, over one reading of the files."""
    from tools.checks import addresses, dependencies, headers, qt_names, screen_texts, sizes
    from tools.checks.source import read_sources

    sources = read_sources(ROOT)
    return {
        "headers": lambda: headers.find(sources),
        "sizes": lambda: sizes.find(sources),
        "Qt names": lambda: qt_names.find(sources),
        "screen texts": lambda: screen_texts.find(sources),
        "addresses": lambda: addresses.find(sources),
        "dependencies": lambda: dependencies.find(sources),
    }


def run_command(name: str, command: Sequence[str | Path]) -> Finding:
    """Run a check that is a program; what it printed counts when it fails."""
    start = time.perf_counter()
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, encoding="utf-8", errors="replace", check=False
    )
    said = (done.stdout + done.stderr).strip() or f"exit code {done.returncode}"
    return Finding(name, time.perf_counter() - start, said if done.returncode else "")


def run_own(name: str, find: Callable[[], Iterator[str]]) -> Finding:
    """Run a check of our own."""
    start = time.perf_counter()
    problems = "\n".join(find())
    return Finding(name, time.perf_counter() - start, problems)


def run_all(chosen: Sequence[str]) -> list[Finding]:
    """Run the checks, two at a time, and print each as it comes."""
    findings: list[Finding] = []
    with ThreadPoolExecutor(max_workers=2) as pool:
        jobs = [
            pool.submit(run_command, *item) for item in commands().items() if _is(item[0], chosen)
        ]
        jobs += [
            pool.submit(run_own, *item) for item in own_checks().items() if _is(item[0], chosen)
        ]
        for job in jobs:
            findings.append(job.result())
            print(findings[-1], flush=True)
    return findings


def _is(name: str, chosen: Sequence[str]) -> bool:
    return not chosen or name in chosen


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit code 0 when every check is well."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checks", nargs="*", help="the names of the checks to run; all without")
    parser.add_argument("--no-setup", action="store_true", help="the environment is up to date")
    options = parser.parse_args(arguments)
    if not options.no_setup:
        from tools.setup import set_up

        set_up()
        # The checks need the project's own packages, so they run under its own Python.
        return run([in_venv("python"), __file__, "--no-setup", *options.checks])
    return 1 if any(finding.problems for finding in run_all(options.checks)) else 0


if __name__ == "__main__":
    sys.exit(main())
