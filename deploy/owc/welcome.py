"""Waits until the system is ready, prepares the demo on the first start, and greets."""

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from owc import catalog, demo_charge, payment_simulator
from owc.api import Api, ApiError, door, is_ready
from owc.environment import has_openwebui
from owc.home import Credentials, Home

READY_WITHIN_S = 90.0
LOOK_EVERY_S = 0.05
TAIL_BYTES = 1500
LOGIN_PAUSES_S = (0.5, 1.0, 2.0)  # few: failed logins are throttled


@dataclass(slots=True)
class Welcome:
    """`give` returns whether the system became ready."""

    home: Home
    credentials: Credentials
    ports: Mapping[str, int]
    say: Callable[[str], None]
    stopping: threading.Event

    def give(self) -> bool:
        waiting = self._wait()
        if self.stopping.is_set():
            return False
        for service in waiting:
            self.say(
                f"{service} is not ready; the end of logs/{service}.log:\n{self._tail(service)}"
            )
        if waiting:
            return False
        self._greet()
        return True

    def _wait(self) -> list[str]:
        """The services that are still not ready when time is up."""
        waiting = catalog.present()
        deadline = time.monotonic() + READY_WITHIN_S
        while waiting and time.monotonic() < deadline and not self.stopping.is_set():
            waiting = [s for s in waiting if not is_ready(self._address(s))]
            if waiting:
                self.stopping.wait(LOOK_EVERY_S)
        return waiting

    def _address(self, service: str) -> str:
        port = self.ports[service]
        return door(port) if service == "gateway" else f"http://127.0.0.1:{port}"

    def _tail(self, service: str) -> str:
        log = self.home.logs / f"{service}.log"
        return log.read_bytes()[-TAIL_BYTES:].decode(errors="replace") if log.is_file() else ""

    def _greet(self) -> None:
        who = self.credentials
        self.say(f"\nOpen WebUI Credits is ready: {who.url}")
        self.say(f"  administrator  {who.admin_username}")
        self.say(f"  password       {who.admin_password}")
        self.say(f"  API key        {who.api_key}")
        self.say(f"  also in        {self.home.path / 'credentials.env'}")
        if payment_simulator.is_wanted():
            port = self.ports[payment_simulator.NAME]
            self.say(
                f"  payments       simulated by http://127.0.0.1:{port} (no shop is configured)"
            )
        if set(catalog.SERVICES) - set(catalog.present()):
            return
        try:
            if has_openwebui():
                self.say(f"\nThe public price list:\n  curl -s {who.url}/api/public/models/pricing")
            else:
                self._demo()
        except ApiError as error:
            self.say(f"the demo did not work: {error}")

    def _log_in(self) -> Api:
        """The gateway makes its first administrator when its door is open already."""
        who = self.credentials
        for pause_s in LOGIN_PAUSES_S:
            try:
                return Api.as_admin(who.url, who.admin_username, who.admin_password)
            except ApiError:
                self.stopping.wait(pause_s)
        return Api.as_admin(who.url, who.admin_username, who.admin_password)

    def _demo(self) -> None:
        who = self.credentials
        if not self.home.read("demo"):
            demo_charge.prepare(self._log_in(), Api.with_key(who.url, who.api_key))
            self.home.write("demo", {"prepared": True})
        key = Api.with_key(who.url, who.api_key)
        self.say("\nCharge a demo user:")
        self.say(f"  {demo_charge.charge_line(who.url, who.api_key)}")
        self.say(f"  {demo_charge.charge(key)}")
        self.say("\nBe that user: buy a plan or credits (the link works once, for five minutes):")
        self.say(f"  {demo_charge.own_page(key)}")
        self.say("Another link:")
        self.say(f"  {demo_charge.link_line(who.url, who.api_key)}")
