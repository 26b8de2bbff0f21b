"""The process: reads its options, keeps to this machine, serves until SIGTERM."""

import argparse
import os
import socket
import sqlite3
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from aiohttp import web

from yookassa_simulator import shops
from yookassa_simulator.app import create_app
from yookassa_simulator.errors import ProviderError
from yookassa_simulator.journal import Journal
from yookassa_simulator.world import World

HOST = "127.0.0.1"
DEFAULT_SHOP = "100500:test_simulator"
_BAD_USAGE = 2
_SHUTDOWN_WITHIN_S = 1.0


def _parser() -> argparse.ArgumentParser:
    env = os.environ
    parser = argparse.ArgumentParser(
        prog="python -m yookassa_simulator",
        description=__doc__,
        epilog="@FILE reads options from a file, one a line: a command line is no secret.",
        fromfile_prefix_chars="@",
    )
    parser.add_argument("--host", default=env.get("OWC_HOST", HOST), help=f"{HOST} alone")
    parser.add_argument(
        "--port", type=int, default=int(env.get("OWC_PORT", "8089")), help="0 takes a free one"
    )
    parser.add_argument(
        "--shop",
        default=env.get("OWC_SIMULATOR_SHOP", DEFAULT_SHOP),
        metavar="ID:KEY",
        help="the shop that may sign in (default: %(default)s)",
    )
    parser.add_argument(
        "--webhook-url",
        default=env.get("OWC_SIMULATOR_WEBHOOK_URL"),
        help="where notices go; a loopback address",
    )
    parser.add_argument(
        "--webhook-secret",
        default=env.get("OWC_SIMULATOR_WEBHOOK_SECRET"),
        help="sign notices as a trusted proxy would",
    )
    parser.add_argument(
        "--forwarded-for",
        default=env.get("OWC_SIMULATOR_FORWARDED_FOR"),
        help="send this address as X-Forwarded-For",
    )
    parser.add_argument(
        "--state",
        type=Path,
        default=env.get("OWC_SIMULATOR_STATE"),
        help="file that keeps everything; without it memory does",
    )
    parser.add_argument("--fiscal", action="store_true", help="the shop must send receipts")
    parser.add_argument("--no-recurring", action="store_true", help="no saved methods")
    parser.add_argument("--seed", default="", help="makes ids and chances repeatable")
    parser.add_argument(
        "--retry-scale", type=float, default=1.0, help="shortens the waits between deliveries"
    )
    parser.add_argument("--until-eof", action="store_true", help="end with standard input")
    _add_places(parser)
    return parser


def _add_places(parser: argparse.ArgumentParser) -> None:
    """How others reach us where this machine is not the whole world."""
    parser.add_argument(
        "--container-names",
        default="",
        metavar="NAME,NAME",
        help="of a closed container network: as good as loopback, and --host may be any there",
    )
    parser.add_argument("--public-url", help="how a browser reaches the confirmation page")


def _end_with_input() -> None:
    # Not sys.stdin: its lock, held by this thread, would upset an orderly end.
    while os.read(0, 4096):
        pass
    # Abrupt is fine: whatever was answered is in the file already.
    os._exit(0)


def _refuse(reason: str) -> NoReturn:
    sys.stderr.write(f"yookassa_simulator: {reason}\n")
    raise SystemExit(_BAD_USAGE)


def _names(options: argparse.Namespace) -> frozenset[str]:
    return frozenset(filter(None, options.container_names.split(",")))


def _world(options: argparse.Namespace, port: int) -> World:
    public_url = options.public_url or f"http://{HOST}:{port}"
    world = World(
        Journal(options.state and Path(options.state)),
        public_url=public_url.rstrip("/"),
        seed=options.seed,
        retry_scale=options.retry_scale,
        names=_names(options),
    )
    shop_id, _, key = options.shop.partition(":")
    # What a test changed in the shop survives a restart; what the command line says wins.
    wish = {
        "key": key,
        "webhook_url": options.webhook_url,
        "webhook_secret": options.webhook_secret,
        "forwarded_for": options.forwarded_for,
        "fiscal": options.fiscal or None,
        "recurring": False if options.no_recurring else None,
    }
    shops.change(world, shop_id, {name: value for name, value in wish.items() if value is not None})
    world.flush()
    return world


def main(arguments: Sequence[str] | None = None) -> None:
    """Serve until told to stop."""
    options = _parser().parse_args(arguments)
    if options.host != HOST and not _names(options):
        _refuse(f"binds {HOST} alone, not {options.host!r}")
    if os.environ.get("OWC_ENV") == "production":
        _refuse("is never part of a production")
    listener = socket.create_server((options.host, options.port))
    port = listener.getsockname()[1]
    try:
        world = _world(options, port)
    except ProviderError as error:
        _refuse(error.description)
    except sqlite3.OperationalError as error:
        _refuse(f"the state file is in use or unusable: {error}")
    app = create_app(world)
    if options.until_eof:
        threading.Thread(target=_end_with_input, daemon=True).start()

    async def announce(_app: web.Application) -> None:
        print(f"Payment simulator: API http://{HOST}:{port}/v3", flush=True)

    # Said once signals are handled: who reads the line may end the process at once.
    app.on_startup.append(announce)
    web.run_app(
        app,
        sock=listener,
        print=None,
        access_log=None,
        shutdown_timeout=_SHUTDOWN_WITHIN_S,
        handle_signals=True,
    )


if __name__ == "__main__":
    main()
