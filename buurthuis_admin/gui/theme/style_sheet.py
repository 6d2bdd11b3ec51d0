# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The one style sheet: it finishes every control that the program uses.

``@name`` stands for a token and ``@image(name)`` for an SVG of ours in a token's colour. Lengths
are those at 100 %; from 3 px on they grow with the text size.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from PySide6.QtCore import QTemporaryDir

from buurthuis_admin.gui.theme.tokens import Tokens
from buurthuis_admin.paths import icons_folder

_IMAGE = re.compile(r"@image\(([a-z-]+), ([a-z_0-9]+)\)")
_TOKEN = re.compile(r"@([a-z_0-9]+)")
_LENGTH = re.compile(r"\b(\d+)px")
_HAIRLINE = 2

_TEXT = """
QLabel, QCheckBox, QRadioButton { background: transparent; color: @text; }
QLabel[kind="title"] { font-size: 26px; font-weight: 600; }
QLabel[kind="heading"] { font-size: 20px; font-weight: 600; }
QLabel[kind="strong"] { font-weight: 600; }
QLabel[kind="muted"] { color: @text2; }
QLabel[kind="small"] { color: @text2; font-size: 14px; }
QLabel[kind="figure"] { font-size: 26px; font-weight: 600; }
QLabel[kind="sum"] { font-size: 26px; font-weight: 600; color: @on_accent_soft; }
QLabel[kind="on soft"] { color: @on_accent_soft; }
QLabel[kind="problem"] { color: @error; }
QToolTip { background: @tooltip; color: @on_tooltip; border: none; padding: 6px; }
"""

_GROUNDS = """
QMainWindow, QDialog, QWidget[kind="page"] { background: @window; }
QFrame[kind="sidebar"] { background: @sidebar; border: none; border-right: 1px solid @border; }
QFrame[kind="detail"] { background: @surface; border: none; border-left: 1px solid @border; }
QFrame[kind="aside"] { background: @sunken; border: none; border-left: 1px solid @border; }
QFrame[kind="footer"] { background: @window; border: none; border-top: 1px solid @border; }
QFrame[kind="card"] { background: @surface; border: 1px solid @border; border-radius: 6px; }
QFrame[kind="warn"] { background: @warn_bg; border: 1px solid @warn_border; border-radius: 6px; }
QFrame[kind="info"] { background: @info_bg; border: 1px solid @info_border; border-radius: 6px; }
QFrame[kind="ok"] { background: @ok_bg; border: 1px solid @ok_border; border-radius: 6px; }
QFrame[kind="error"] { background: @error_bg; border: 1px solid @error_border;
    border-radius: 6px; }
QFrame[kind="drop"] { background: @surface; border: 2px dashed @control; border-radius: 6px; }
QFrame[kind="drop"][over="true"] { background: @accent_soft; border-color: @accent; }
QFrame[kind="total"] { background: @accent_soft; border: 1px solid @accent; border-radius: 6px; }
QFrame[kind="line"] { background: @border; border: none; min-height: 1px; max-height: 1px; }
QScrollArea, QScrollArea > QWidget > QWidget[kind="clear"] { background: transparent;
    border: none; }
"""

_BUTTONS = """
QPushButton { background: @surface; color: @text; border: 1px solid @control; border-radius: 6px;
    padding: 8px 16px; min-height: 26px; }
QPushButton:hover { background: @neutral_bg; }
QPushButton:pressed { background: @sunken; }
QPushButton:disabled { color: @disabled; border-color: @border; }
QPushButton[kind="primary"] { background: @accent; color: @on_accent;
    border: 1px solid @accent; font-weight: 600; }
QPushButton[kind="primary"]:hover, QPushButton[kind="primary"]:pressed {
    background: @accent_hover; }
QPushButton[kind="primary"]:disabled { background: @neutral_bg; color: @disabled;
    border-color: @border; }
QPushButton[kind="link"] { background: transparent; color: @link; border: none;
    text-decoration: underline; text-align: left; padding: 9px 0px; }
QPushButton[kind="link"]:hover { color: @text; }
QPushButton[kind="figure"] { background: transparent; color: @text; border: none;
    font-size: 26px; font-weight: 600; text-decoration: underline; text-align: left;
    padding: 4px 0px; min-height: 36px; }
QPushButton[kind="figure"]:hover { color: @link; }
QPushButton[kind="square"] { padding: 0px; min-width: 44px; max-width: 44px; min-height: 42px;
    max-height: 42px; }
QPushButton[kind="step"] { padding: 0px; min-width: 54px; max-width: 54px; min-height: 52px;
    max-height: 52px; }
QRadioButton[kind="chip"] { background: @surface; border: 1px solid @control;
    border-radius: 21px; padding: 8px 15px; min-height: 26px; spacing: 0px; }
QRadioButton[kind="chip"]:hover { background: @neutral_bg; }
QRadioButton[kind="chip"]:checked { background: @accent_soft; color: @on_accent_soft;
    border: 2px solid @accent; padding: 7px 14px; }
QRadioButton[kind="chip"]::indicator, QRadioButton[kind="chip"]::indicator:checked {
    width: 0px; height: 0px; border: none; }
QCheckBox, QRadioButton { spacing: 10px; min-height: 44px; }
QCheckBox::indicator, QRadioButton::indicator, QTableView::indicator { width: 20px; height: 20px;
    border: 2px solid @control; background: @surface; }
QCheckBox::indicator, QTableView::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 11px; }
QCheckBox::indicator:checked, QTableView::indicator:checked {
    background: @accent; border-color: @accent; image: url("@image(check, on_accent)"); }
QRadioButton::indicator:checked { border: 7px solid @accent; width: 10px; height: 10px;
    background: @surface; border-radius: 11px; }
QCheckBox:disabled, QRadioButton:disabled { color: @disabled; }
"""

_FIELDS = """
QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox { background: @surface; color: @text;
    border: 1px solid @control; border-radius: 6px; padding: 8px 10px; min-height: 26px;
    selection-background-color: @accent; selection-color: @on_accent;
    placeholder-text-color: @text2; }
QLineEdit[problem="true"], QPlainTextEdit[problem="true"] { border: 2px solid @error;
    padding: 7px 9px; }
QLineEdit[kind="figure"] { font-size: 26px; font-weight: 600; padding: 2px 4px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { color: @disabled;
    border-color: @border; }
QLineEdit QToolButton { background: transparent; border: none; padding: 0px; }
QComboBox { padding-right: 36px; }
QComboBox::drop-down { subcontrol-origin: padding; subcontrol-position: center right;
    width: 34px; border: none; }
QComboBox::down-arrow { image: url("@image(chevron-down, text)"); width: 18px; height: 18px; }
QComboBox QAbstractItemView { background: @surface; border: 1px solid @control; outline: 0;
    selection-background-color: @accent_soft; selection-color: @on_accent_soft; padding: 4px; }
QComboBox QAbstractItemView::item { min-height: 44px; padding: 0px 8px; }
QAbstractSpinBox { padding-left: 12px; padding-right: 92px; }
QAbstractSpinBox::up-button { subcontrol-origin: border; subcontrol-position: center right;
    right: 1px; width: 44px; height: 44px; border: none; border-left: 1px solid @border; }
QAbstractSpinBox::down-button { subcontrol-origin: border; subcontrol-position: center right;
    right: 46px; width: 44px; height: 44px; border: none; border-left: 1px solid @border; }
QAbstractSpinBox::up-arrow { image: url("@image(plus, text)"); width: 16px; height: 16px; }
QAbstractSpinBox::down-arrow { image: url("@image(minus, text)"); width: 16px; height: 16px; }
"""

_LISTS = """
QTableView, QListView[kind="list"], QTreeView { background: @surface; color: @text;
    border: 1px solid @border; border-radius: 6px; gridline-color: transparent; outline: 0;
    selection-background-color: @accent_soft; selection-color: @on_accent_soft; }
QTableView[kind="plain"] { border: none; }
QTableView[kind="grid"] { gridline-color: @border; }
QTableView::item { padding: 0px 12px; border: none; }
QTableView[kind="grid"] QHeaderView::section:horizontal { padding: 8px 2px; }
QTableView[kind="calendar"] QHeaderView::section:horizontal { padding: 10px 2px; }
QTableView[kind="grid"]::item { padding: 0px 2px; }
QTableView[kind="grid"]::item:selected { border: 2px solid @accent; }
QTableView::item:selected { background: @accent_soft; color: @on_accent_soft; }
QHeaderView { background: @surface; border: none; border-radius: 6px; }
QHeaderView::section { background: @surface; color: @text2; font-weight: 600; border: none;
    border-bottom: 1px solid @control; padding: 10px 12px; }
QHeaderView::section:vertical { padding: 0px 8px; border-bottom: none; }
QTableCornerButton::section { background: @surface; border: none; }
QListView[kind="tiles"] { background: transparent; border: none; outline: 0; }
QListView[kind="navigation"] { background: transparent; border: none; outline: 0; }
QListView[kind="navigation"]::item { color: @text; border-radius: 6px; padding: 0px 12px;
    min-height: 44px; margin: 2px 0px; }
QListView[slim="true"]::item { padding: 8px 12px 0px 12px; }
QListView[kind="navigation"]::item:hover { background: @hover; }
QListView[kind="navigation"]::item:selected { background: @accent_soft; color: @on_accent_soft;
    border-left: 4px solid @accent; border-top-left-radius: 2px;
    border-bottom-left-radius: 2px; padding-left: 8px; }
QMenu { background: @surface; color: @text; border: 1px solid @control; padding: 6px; }
QMenu::item { padding: 10px 24px; min-height: 24px; border-radius: 4px; }
QMenu::indicator { width: 20px; height: 20px; margin-left: 8px; border-radius: 4px;
    border: 2px solid @control; background: @surface; }
QMenu::indicator:checked { background: @accent; border-color: @accent;
    image: url("@image(check, on_accent)"); }
QMenu::item:selected { background: @accent_soft; color: @on_accent_soft; }
QProgressBar { background: @sunken; color: @text; border: 1px solid @control;
    border-radius: 6px; min-height: 26px; text-align: center; }
QProgressBar::chunk { background: @accent_soft; border-right: 3px solid @accent;
    border-radius: 4px; }
QScrollBar:vertical { background: transparent; width: 16px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 16px; margin: 2px; }
QScrollBar::handle { background: @control; border-radius: 6px; }
QScrollBar::handle:vertical { min-height: 44px; }
QScrollBar::handle:horizontal { min-width: 44px; }
QScrollBar::handle:hover { background: @text2; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0px; height: 0px; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""


@cache
def style_sheet(tokens: Tokens, scale: float) -> str:
    """The style sheet in these colours, for a text size of 1.0 to 2.0."""
    sheet = _TEXT + _GROUNDS + _BUTTONS + _FIELDS + _LISTS
    sheet = _IMAGE.sub(lambda found: _tinted(found[1], tokens.colour(found[2])), sheet)
    sheet = _TOKEN.sub(lambda found: tokens.colour(found[1]), sheet)
    return _LENGTH.sub(lambda found: f"{_length(int(found[1]), scale)}px", sheet)


def _length(pixels: int, scale: float) -> int:
    return pixels if pixels <= _HAIRLINE else round(pixels * scale)


@cache
def _images_folder() -> QTemporaryDir:
    # A style sheet cannot colour an image, so it gets coloured copies; the folder goes with us.
    return QTemporaryDir()


@cache
def _tinted(name: str, colour: str) -> str:
    """The address of our SVG ``name`` in a colour."""
    drawing = (icons_folder() / f"{name}.svg").read_text("utf-8")
    copy = Path(_images_folder().filePath(f"{name}-{colour.lstrip('#')}.svg"))
    copy.write_text(drawing.replace("currentColor", colour), "utf-8")
    return copy.as_posix()
