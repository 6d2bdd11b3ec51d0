# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The exceptions of the program: what a person can mend has another root than a bug."""


class BuurthuisError(Exception):
    """Root of every exception that the program itself raises."""


class UserError(BuurthuisError):
    """Something that the person at the screen can mend.

    ``str(error)`` is one sentence in the language of the screen that says what happened and
    what to do. It is shown as it is, and the command line ends with exit code 1.
    """


class Cancelled(BuurthuisError):
    """The person stopped a long piece of work; nothing was written."""
