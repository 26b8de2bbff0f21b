"""The account under which embedded servers run: PostgreSQL refuses root."""

import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

FALLBACK = "open-webui-credits"


class Identity(TypedDict, total=False):
    """The arguments of subprocess.Popen that give up root."""

    user: int
    group: int
    extra_groups: list[int]


@dataclass(frozen=True, slots=True)
class Account:
    uid: int
    gid: int
    switch: bool

    @property
    def identity(self) -> Identity:
        if not self.switch:
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}

    def own(self, path: Path) -> None:
        if self.switch:
            os.chown(path, self.uid, self.gid)

    def can_enter(self, folder: Path) -> bool:
        """Ask the kernel, not the mode bits: ACLs and mount options count as well."""
        if not self.switch:
            return os.access(folder, os.X_OK)
        command = [shutil.which("test") or "/usr/bin/test", "-x", str(folder)]
        return (
            subprocess.run(  # noqa: S603 - fixed command
                command, check=False, cwd="/", **self.identity
            ).returncode
            == 0
        )


def server_account() -> Account:
    """Root becomes `nobody`; an ordinary user stays what he is."""
    if os.name != "posix" or os.geteuid() != 0:
        return Account(0, 0, switch=False)
    import pwd

    entry = pwd.getpwnam("nobody")
    return Account(entry.pw_uid, entry.pw_gid, switch=True)


def reachable_folder(wanted: Path, name: str, account: Account) -> Path:
    """Make `wanted`, or a folder outside where the account cannot walk to it.

    Below `/root` and other closed homes only root can reach a data folder, whatever its own mode.
    """
    wanted.mkdir(parents=True, exist_ok=True)
    if not account.switch:
        wanted.chmod(0o700)
        return wanted
    account.own(wanted)
    wanted.chmod(0o700)
    if account.can_enter(wanted):
        return wanted
    wanted.rmdir()
    for parent in _fallback_parents(wanted):
        folder = _inside(parent / FALLBACK, name, account)
        if folder is not None:
            return folder
    raise RuntimeError(f"the account of the database servers cannot reach {wanted}")


def _fallback_parents(wanted: Path) -> list[Path]:
    """What was meant to be temporary stays so. `_inside` trusts no folder that is not root's."""
    temporary = Path(tempfile.gettempdir())
    if wanted.is_relative_to(temporary):
        return [temporary]
    return [Path("/var/lib"), Path("/var/tmp")]  # noqa: S108


def _inside(parent: Path, name: str, account: Account) -> Path | None:
    try:
        parent.mkdir(mode=0o711, parents=True, exist_ok=True)
        if parent.is_symlink() or parent.stat().st_uid != 0:
            return None
        parent.chmod(0o711)
        folder = parent / name
        folder.mkdir(mode=0o700, exist_ok=True)
        account.own(folder)
    except OSError:
        return None
    return folder if account.can_enter(folder) else None
