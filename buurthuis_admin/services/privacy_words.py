# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words of privacy, in the language of the screen."""

from __future__ import annotations

from collections.abc import Mapping

from buurthuis_admin.domain.privacy import RequestKind
from buurthuis_admin.domain.retention import LastContact
from buurthuis_admin.i18n import _


def request_word(kind: RequestKind) -> str:
    """What somebody asks."""
    return {
        RequestKind.ACCESS: _("See what is kept"),
        RequestKind.RECTIFY: _("Have it corrected"),
        RequestKind.ERASE: _("Have it erased"),
        RequestKind.RESTRICT: _("Have the use restricted"),
        RequestKind.PORTABILITY: _("Take the data along"),
        RequestKind.OBJECT: _("Object to the use"),
    }[kind]


def request_sentence(kind: RequestKind, name: str) -> str:
    """What has to be answered, and to whom."""
    if not name:
        return _("Answer a privacy request: {what}").format(what=request_word(kind))
    return _("Answer {name}: {what}").format(name=name, what=request_word(kind))


def contact_word(contact: LastContact) -> str:
    """Why somebody was in the administration."""
    return {
        LastContact.MEMBERSHIP: _("was a member"),
        LastContact.VISIT: _("came to an activity"),
        LastContact.VOLUNTEERING: _("was a volunteer"),
        LastContact.OTHER: _("was in contact"),
    }[contact]


def rules_words(kept: Mapping[str, object]) -> str:
    """A choice of several parts: years by kind of contact, or reasons by person."""
    names = {contact.value: contact_word(contact) for contact in LastContact}
    names["money"] = _("Membership fees")
    return "; ".join(
        f"{names[key]}: {value}" if key in names else str(value) for key, value in kept.items()
    )
