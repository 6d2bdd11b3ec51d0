# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Short names for the tools. Windows and macOS do the same with `python tools/NAME.py`.

# The newest python3 that is new enough; PYTHON=/path/to/python make … takes another.
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo "$$python" && break; done)

.PHONY: help setup run test check generate safety accessibility boxes reports bench bundle lock screens example

help:
	@echo "make setup     .venv with the program in it"
	@echo "make run       read the example box, make its year report, open it"
	@echo "make test      checks and tests"
	@echo "make check     lint, types, layers, generated files, own checks"
	@echo "make generate  forms, catalogue and fonts made again"
	@echo "make safety    the fault lab in full: kills, failing disks, power cuts; 10 minutes"
	@echo "make accessibility  the bar over every page and dialog, and over AT-SPI; 5 minutes"
	@echo "make boxes     every box of spreadsheets beside its truth"
	@echo "make reports   a year with five dossiers played, its reports in build/reports/ and checked"
	@echo "make bench     benchmarks beside their floors"
	@echo "make bundle    a program for machines without Python, in dist/"
	@echo "make screens   the pictures of each page and dialog in docs/pictures/"
	@echo "make example   the example box of spreadsheets in resources/"
	@echo "make lock      requirements*.txt made again from pyproject.toml"

setup run test check generate safety accessibility reports bench bundle lock: python-is-there
	@"$(PYTHON)" tools/$@.py

# These need the program's own packages, so they run in its environment.
screens: setup
	@.venv/bin/python tools/screens.py
boxes: setup
	@.venv/bin/python -m tests.boxes
example: setup
	@.venv/bin/python tools/example_box.py

.PHONY: python-is-there
python-is-there:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed. On Debian or Ubuntu: sudo apt-get install python3 python3-venv" >&2; exit 1; }
