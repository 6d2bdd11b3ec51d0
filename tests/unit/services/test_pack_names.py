# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The names of the files of a pack: any disk takes them, and no pack replaces another."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from buurthuis_admin.domain.subsidies import Subsidy
from buurthuis_admin.services.administration import Administration
from buurthuis_admin.services.packs import save_pack
from tests.unit.services.test_packs import dossier, make

__all__ = ["dossier"]  # a fixture


def test_a_pack_for_a_funder_with_a_long_name_can_be_kept_on_any_disk(
    administration: Administration, dossier: int, tmp_path: Path
) -> None:
    subsidy = administration.subsidies.get(dossier)
    administration.subsidies.save(replace(subsidy, funder="Fonds für Öffentlichkeit " * 12))
    pack = make(administration, dossier)
    assert all(len(name.encode()) < 150 for name, _content in pack.files)
    assert all(path.exists() for path in save_pack(pack, tmp_path))


def test_packs_of_two_dossiers_of_one_funder_do_not_replace_each_other(
    administration: Administration, dossier: int
) -> None:
    """Also while neither has the number of a letter yet."""
    first = replace(administration.subsidies.get(dossier), reference="")
    administration.subsidies.save(first)
    other = administration.subsidies.save(Subsidy(funder=first.funder, purpose="Tuin"))
    packs = [make(administration, one) for one in (dossier, other)]
    names = [name for pack in packs for name, _content in pack.files]
    assert len(set(names)) == len(names)
