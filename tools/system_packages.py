# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Install packages of Debian and its kin where the user may. Standard library only."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence


def as_root() -> list[str] | None:
    """What to put before a command so that it runs as root without asking; None when it cannot."""
    if sys.platform == "win32":
        return None
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    asked = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    return ["sudo", "-n"] if asked.returncode == 0 else None


def install_command(packages: Sequence[str]) -> list[str]:
    """The command that installs the packages."""
    return ["apt-get", "install", "--yes", "--no-install-recommends", *packages]


def command_for_people(packages: Sequence[str]) -> str:
    """The command that a user types to install the packages."""
    return "sudo apt-get install " + " ".join(packages)


def install(packages: Sequence[str]) -> bool:
    """Install the packages if this user may and the machine has apt-get; whether it worked."""
    prefix = as_root()
    if prefix is None or shutil.which("apt-get") is None:
        return False
    print(f"setup: installing {' '.join(packages)}", flush=True)
    environment = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive"]
    subprocess.run([*environment, "apt-get", "update", "-qq"], check=False)
    quiet = [*install_command(packages), "-qq"]
    return (
        subprocess.run([*environment, *quiet], stdout=subprocess.DEVNULL, check=False).returncode
        == 0
    )
