# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tools.checks import addresses, dependencies, headers, qt_names, screen_texts, sizes
from tools.checks.source import Source

HEADER = "\n".join(headers.HEADER) + "\n"
WIDGET = "buurthuis_admin/gui/widgets/x.py"
Write = Callable[..., list[Source]]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(text: str, name: str = "buurthuis_admin/x.py", **more: str) -> list[Source]:
        sources = []
        for place, content in {name: text, **more}.items():
            (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / place).write_text(content, "utf-8")
            sources.append(Source(tmp_path, place))
        return sources

    return written


def test_a_header_stands_on_the_first_two_lines_or_under_the_shell_line(write: Write) -> None:
    assert list(headers.find(write(HEADER + "x = 1\n"))) == []
    assert list(headers.find(write("#!/bin/sh\n" + HEADER, ".ci/run"))) == []
    assert len(list(headers.find(write("x = 1\n" + HEADER)))) == 1


def test_a_module_has_fewer_than_400_lines(write: Write) -> None:
    assert list(sizes.find(write("x = 1\n" * 399))) == []
    assert len(list(sizes.find(write("x = 1\n" * 400)))) == 1


def test_a_docstring_does_not_count_as_length(write: Write) -> None:
    source = write('def f():\n    """One.\n\n    Two.\n    """\n    return 1\n')[0]

    assert list(sizes.function_lengths(source)) == [2]


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("class A(QWidget):\n    def f(self):\n        self.actions = []", "actions"),
        ("class A(QWidget):\n    def f(self):\n        self.font: int = 1", "font"),
        ("class A(QWidget):\n    @property\n    def size(self): return 1", "size"),
        ("class A(QPushButton):\n    clicked = Signal()", "clicked"),
        (
            "class B(QTableView): ...\nclass A(B):\n    def f(self):\n        self.model = 1",
            "model",
        ),
        ("class A(QtWidgets.QLabel):\n    def f(self):\n        self.text = ''", "text"),
    ],
)
def test_an_attribute_that_hides_something_of_qt_is_found(
    write: Write, text: str, hidden: str
) -> None:
    found = list(qt_names.find(write(text, WIDGET)))

    assert len(found) == 1
    assert f"A.{hidden} hides" in found[0]


@pytest.mark.parametrize(
    "text",
    [
        "class A(QWidget):\n    def f(self):\n        self.people = []",
        "class A(QWidget):\n    def paintEvent(self, event): ...",
        "class A:\n    def f(self):\n        self.actions = []",
    ],
)
def test_names_of_our_own_are_free(write: Write, text: str) -> None:
    assert list(qt_names.find(write(text, WIDGET))) == []


@pytest.mark.parametrize(
    "call",
    [
        'QLabel("Members")',
        'QtWidgets.QPushButton("Members")',
        'label.setText("Members")',
        'label.setText(f"{count} members")',
        'box.addItems(["Members", "Others"])',
        'self.setAccessibleName("List of people")',
    ],
)
def test_a_text_outside_the_catalogue_is_found(write: Write, call: str) -> None:
    assert list(screen_texts.find(write(call, WIDGET)))


@pytest.mark.parametrize(
    "call",
    [
        'QLabel(_("Members"))',
        'label.setText("–")',
        'label.setText("")',
        'label.setText(f"{count} / {total}")',
        'log.warning("No such page")',
        'label.setObjectName("members")',
    ],
)
def test_a_text_that_nobody_reads_is_free(write: Write, call: str) -> None:
    assert list(screen_texts.find(write(call, WIDGET))) == []


@pytest.mark.parametrize(
    "line",
    [
        "https://" + "pypi" + ".org/simple",
        "--" + "index" + "-url x",
        "--extra-" + "index" + "-url=x",
        "open('/" + "work" + "/main')",
        "/" + "root/.cache",
        "/" + "home/jan/x",
    ],
)
def test_an_address_or_a_path_of_one_machine_is_found(write: Write, line: str) -> None:
    found = list(addresses.find(write(f"first\n{line}\n", "README.md")))

    assert len(found) == 1
    assert found[0].startswith("README.md:2:")


@pytest.mark.parametrize("line", ["../shared/work/x", "homework/root/x", "uv --no-emit-index-url"])
def test_other_paths_are_free(write: Write, line: str) -> None:
    assert list(addresses.find(write(line, "README.md"))) == []


def _with_project(write: Write, text: str) -> Iterator[str]:
    project = '[project]\ndependencies = ["SQLAlchemy", "xlrd"]\n'
    return dependencies.find(write(text, **{"pyproject.toml": project}))


def test_imports_and_dependencies_agree(write: Write) -> None:
    assert list(_with_project(write, "import xlrd\nfrom sqlalchemy.orm import Session")) == []


def test_an_import_that_nothing_asks_for_is_found(write: Write) -> None:
    found = list(_with_project(write, "import xlrd, sqlalchemy\nimport openpyxl"))

    assert found == ["buurthuis_admin/x.py:2: openpyxl is imported but not in pyproject.toml"]


def test_a_dependency_that_nothing_imports_is_found(write: Write) -> None:
    assert list(_with_project(write, "import sqlalchemy")) == [
        "pyproject.toml: xlrd is never imported"
    ]
