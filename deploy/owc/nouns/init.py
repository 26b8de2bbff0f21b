"""`owc init`: a few questions, and everything that docker compose needs is written."""

import sys
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from owc.catalog import ROOT
from owc.screen import say, write_json
from owc.verbs import DEFAULT_HOME, FAILED, USAGE, AsJson, Home

if TYPE_CHECKING:
    from owc.home import Credentials
    from owc.installation import Answers


def init(
    home: Home = DEFAULT_HOME,
    env_file: Annotated[
        Path,
        typer.Option(
            help="The file to write, if not .env beside docker-compose.yml.", show_default=False
        ),
    ] = ROOT / ".env",
    public_url: Annotated[str | None, typer.Option(help="https://credits.example.org")] = None,
    acme_email: Annotated[
        str | None, typer.Option(help="For Let's Encrypt, with --profile tls; empty: no such.")
    ] = None,
    openwebui_url: Annotated[str | None, typer.Option(help="As the containers reach it.")] = None,
    openwebui_api_key: Annotated[
        str | None, typer.Option(envvar="OWC_OPENWEBUI_API_KEY", help="Of an administrator.")
    ] = None,
    admin_username: Annotated[str | None, typer.Option(help="The first administrator.")] = None,
    yookassa_shop_id: Annotated[str | None, typer.Option(help="The shop, if you sell.")] = None,
    yookassa_secret_key: Annotated[
        str | None, typer.Option(envvar="OWC_YOOKASSA_SECRET_KEY", help="Its secret key.")
    ] = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Write .env (mode 600) with generated secrets beside docker-compose.yml of this checkout.

    There docker compose reads it, wherever this is called from. It replaces no file.
    """
    from owc.installation import Answers

    public = _answer(public_url, "Public https address (empty: this machine alone)")
    if acme_email is None and Answers(public_url=public).has_public_name:
        acme_email = _acme_email()
    url = _answer(openwebui_url, "Address of Open WebUI, as the containers reach it")
    shop = _answer(yookassa_shop_id, "Shop id at YooKassa (empty: nothing is sold)")
    answers = Answers(
        public_url=public,
        acme_email=acme_email or "",
        openwebui_url=url,
        openwebui_api_key=_secret(openwebui_api_key, "API key of its administrator", asked=url),
        admin_username=_answer(admin_username, "Name of the first administrator", "admin"),
        yookassa_shop_id=shop,
        yookassa_secret_key=_secret(yookassa_secret_key, "Secret key of the shop", asked=shop),
    )
    made = _install(answers, env_file, home)
    if as_json:
        write_json({"env_file": env_file, "credentials": home / "credentials.env", "url": made.url})
    say(f"wrote {env_file} and {home / 'credentials.env'}, where the administrator's password is")
    tls = "--profile tls " if answers.acme_email else ""
    say(f"next, in {ROOT}: owc config check && docker compose {tls}up --build --wait")


def _install(answers: "Answers", env_file: Path, home: Path) -> "Credentials":
    from owc.installation import WrongAnswersError, install

    try:
        return install(answers, env_file, home)
    except WrongAnswersError as error:
        say(str(error))
        raise typer.Exit(USAGE) from None
    except FileExistsError as error:
        say(str(error))
        raise typer.Exit(FAILED) from None


def _acme_email() -> str:
    given = _answer(None, "E-mail for Let's Encrypt (empty: your own proxy does HTTPS)")
    if not given:
        say("OWC_TLS=internal: the profile tls would give a certificate that no browser trusts")
    return given


def _answer(given: str | None, question: str, default: str = "") -> str:
    if given is not None or not sys.stdin.isatty():
        return default if given is None else given
    return str(typer.prompt(question, default=default, err=True))


def _secret(given: str | None, question: str, *, asked: str) -> str:
    if given is not None or not asked or not sys.stdin.isatty():
        return given or ""
    return getpass(f"{question}: ")
