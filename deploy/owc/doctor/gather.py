"""Every question, all at once: what hangs must not keep the others from being told."""

import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from owc.api import Api, ApiError, certificate_ends
from owc.catalog import SERVICES
from owc.connection import NoCredentialsError, address, connect
from owc.doctor.checks import QUESTION_S, Facts

# The gateway itself waits for its database and for each service before it tells of them.
_HEALTH_S = 10.0
_SAY_SO_AFTER_S = 1.0
QUESTIONS = {
    "verification": "/api/ledger/verification",
    "sync": "/api/sync/status",
    "alarms": "/api/v1/admin/billing/alarms",
    "models": "/api/credits/models",
    "terms": "/api/credits/settings",
    **{f"events {service}": f"/api/admin/events/{service}" for service in SERVICES},
}


def gather(home: Path, say: Callable[[str], None]) -> Facts:
    """Every answer, or the ApiError that came instead."""
    facts: Facts = {"now": datetime.now(UTC), **_of_this_machine(home)}
    try:
        url = address(home)
    except NoCredentialsError as error:
        nobody = ApiError(0, str(error))
        return facts | dict.fromkeys(("health", "login", "certificate ends", *QUESTIONS), nobody)
    with ThreadPoolExecutor(len(QUESTIONS)) as pool:
        asked = {
            "health": pool.submit(_answer, partial(Api(url, timeout_s=_HEALTH_S).get, "/health")),
            "certificate ends": pool.submit(_answer, partial(certificate_ends, url)),
        }
        api = _answer(partial(connect, home, QUESTION_S))
        if isinstance(api, Api):
            facts["login"] = None
            for name, path in QUESTIONS.items():
                asked[name] = pool.submit(_answer, partial(api.get, path))
        else:
            facts |= dict.fromkeys(("login", *QUESTIONS), api)
        _, late = wait(asked.values(), _SAY_SO_AFTER_S)
        if late:
            say(f"waiting for {', '.join(name for name, one in asked.items() if one in late)}")
        return facts | {name: one.result() for name, one in asked.items()}


def _answer(question: Callable[[], Any]) -> Any:
    try:
        return question()
    except ApiError as error:
        return error
    except NoCredentialsError as error:
        return ApiError(401, str(error))


def _of_this_machine(home: Path) -> Facts:
    """What needs nobody's answer."""
    folder = home if home.is_dir() else Path.cwd()
    return {"disk free": shutil.disk_usage(folder).free, **_settings(home)}


def _settings(home: Path) -> Facts:
    """Where the settings are at hand, which they are not on another machine."""
    from owc.backup.folder import backups_folder, newest
    from owc.configuration import ENV_FILE, check, environments
    from owc.home import Home

    installation = Home(home.absolute())
    if not installation.read("databases") and not ENV_FILE.is_file():
        return {"wrong settings": [], "production": None}
    known = environments(installation, None)
    checked = [check(env, name) for name, env in known.items()]
    gateway = known["gateway"]
    backups = backups_folder()
    production = {
        "public url": gateway.get("OWC_PUBLIC_URL", ""),
        "backups": backups,
        "newest backup": newest(backups) if backups else None,
    }
    return {
        "wrong settings": [f"{one.service}: {text}" for one in checked for text in one.wrong],
        "production": production if gateway.get("OWC_ENV") == "production" else None,
    }
