# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A dossier as it was before its last step (see ``domain.dossier_steps``)."""

from __future__ import annotations

from dataclasses import replace

from buurthuis_admin.domain.subsidies import Subsidy, SubsidyState


def step_back(subsidy: Subsidy) -> Subsidy | None:
    """The dossier before its last step, money that came kept; None before the first."""
    match subsidy.state:
        case SubsidyState.DRAFT:
            return None
        case SubsidyState.APPLIED:
            return replace(subsidy, state=SubsidyState.DRAFT, applied_on=None)
        case SubsidyState.REJECTED:
            return _before_decision(subsidy)
        case SubsidyState.AWARDED if subsidy.interim_on is not None:
            return replace(subsidy, interim_on=None)
        case SubsidyState.AWARDED:
            return _before_decision(subsidy)
        case SubsidyState.WITHDRAWN:
            return replace(subsidy, state=_before_withdrawal(subsidy), withdrawn_on=None)
        case SubsidyState.ACCOUNTED:
            return replace(subsidy, state=SubsidyState.AWARDED, accounted_on=None)
        case SubsidyState.SETTLED:
            accounted = subsidy.accounted_on is not None
            state = SubsidyState.ACCOUNTED if accounted else SubsidyState.AWARDED
            return replace(subsidy, state=state, settled_on=None, settled=None)


def _before_decision(subsidy: Subsidy) -> Subsidy:
    came = tuple(one for one in subsidy.instalments if one.received is not None)
    return replace(
        subsidy, state=SubsidyState.APPLIED, decided_on=None, awarded=None, instalments=came
    )


def _before_withdrawal(subsidy: Subsidy) -> SubsidyState:
    if subsidy.awarded:
        return SubsidyState.AWARDED
    return SubsidyState.DRAFT if subsidy.applied_on is None else SubsidyState.APPLIED
