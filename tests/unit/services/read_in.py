# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""People as an old list leaves them: there two may have one member number."""

from __future__ import annotations

from buurthuis_admin.domain.people import PersonDetail
from buurthuis_admin.services.administration import Administration
from buurthuis_admin.storage import people_writing


def read_in(administration: Administration, detail: PersonDetail) -> int:
    """Keep a person without the questions of the form; returns the id."""
    with administration._file.unit_of_work("A list") as unit:
        person_id = people_writing.save(unit.connection, detail)
        unit.commit()
    return person_id
