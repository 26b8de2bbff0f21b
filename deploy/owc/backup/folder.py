"""The folder of backups: where it is, what is newest in it, what may go."""

import os
from datetime import UTC, datetime
from pathlib import Path

from owc.catalog import ROOT

MANIFEST = "manifest.json"
DEFAULT = ROOT / "backups"
_NAME = "%Y-%m-%dT%H-%M-%SZ"


def name_of(moment: datetime) -> str:
    return moment.strftime(_NAME)


def backups_folder() -> Path | None:
    """OWC_BACKUP_DIR of the environment or of .env; None where that is empty: kept otherwise."""
    from owc.configuration import ENV_FILE
    from owc.container_secrets import read_env

    variable = "OWC_BACKUP_DIR"
    given = os.environ.get(variable, read_env(ENV_FILE).get(variable, str(DEFAULT)))
    return ROOT / given if given else None


def newest(folder: Path) -> datetime | None:
    """When the newest whole backup began."""
    whole = _whole(folder)
    return max(whole) if whole else None


def prune(folder: Path, keep: int) -> list[Path]:
    """Remove all but the newest `keep` whole backups; what else is there is left alone."""
    whole = _whole(folder)
    old = [whole[moment] for moment in sorted(whole)[:-keep]]
    for backup in old:
        remove(backup)
    return old


def remove(backup: Path) -> None:
    """Its manifest first: half a backup must not pass for one."""
    (backup / MANIFEST).unlink(missing_ok=True)
    for file in backup.iterdir():
        file.unlink()
    backup.rmdir()


def _whole(folder: Path) -> dict[datetime, Path]:
    found = {}
    for manifest in folder.glob(f"*/{MANIFEST}"):
        try:
            moment = datetime.strptime(manifest.parent.name, _NAME).replace(tzinfo=UTC)
        except ValueError:
            continue
        found[moment] = manifest.parent
    return found
