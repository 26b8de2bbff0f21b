"""The API reference describes what is really answered."""

from datetime import timedelta
from typing import Any

import httpx
from pricing_service.api import exchange_wire, wire
from pydantic import BaseModel

from shared.codec import decode

BASE = "/api/credits/models"
FILE = b"id,input,output\nm,5,6\nother,1,1\nm,1,1\n"


async def test_every_answer_has_the_declared_form(service: Any) -> None:
    later = service.clock() + timedelta(days=1)
    await service.price("m", "1", "2")
    await service.price("m", "1", "3", effective_from=later)
    imported = await service.post(f"{BASE}/import?format=csv&include_unknown=true", FILE)
    proposals = await service.get(f"{BASE}/proposals")
    batch = decode(imported.text)["batch_id"]
    approve = {"decision": "approve", "batch_id": batch}
    decided = await service.post(f"{BASE}/proposals/decide", approve)
    answers: dict[type[BaseModel], tuple[httpx.Response, bool]] = {
        wire.ListedModel: (await service.http.get("/api/public/models/pricing"), True),
        wire.ManagedModel: (await service.get(BASE), True),
        wire.ModelPrice: (await service.get("/api/credits/model/m"), False),
        wire.TermsWire: (await service.get("/api/credits/settings"), False),
        exchange_wire.Imported: (imported, False),
        exchange_wire.ProposalPage: (proposals, False),
        exchange_wire.Decisions: (decided, False),
        exchange_wire.HistoryPage: (await service.get(f"{BASE}/history?model_id=m"), False),
        exchange_wire.ChangePage: (await service.get(f"{BASE}/changes"), False),
    }
    for declared, (answer, is_list) in answers.items():
        assert answer.status_code == 200, answer.text
        found = decode(answer.text)
        items = found if is_list else [found]
        assert items
        for item in items:
            assert set(item) <= set(declared.model_fields)
            declared.model_validate(item)
