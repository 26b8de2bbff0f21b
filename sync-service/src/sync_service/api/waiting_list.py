"""The waiting list for administrators: read, process, export, clean up."""

from datetime import UTC, datetime
from typing import Annotated, Final, Literal

from fastapi import APIRouter, Body, Path, Query
from pydantic import BaseModel, Field
from starlette.responses import Response, StreamingResponse

from shared.auth import Admin
from shared.http import ExactRoute, exact, files
from sync_service.api.context import Db, Source
from sync_service.commands.clean_up_waiting_list import clean_up_waiting_list
from sync_service.commands.process_applicant import Decision, Role, process_applicant
from sync_service.commands.record_export import record_export
from sync_service.queries.applicants import applicant_page, applicants, applicants_csv

router = APIRouter(
    prefix="/api/credits/admin/waiting-list", tags=["waiting list"], route_class=ExactRoute
)
_BIGINT_MAX: Final = 2**63 - 1
_FILE_NAMES: Final = {None: "all", True: "processed", False: "unprocessed"}
Processed = Annotated[bool | None, Query(description="only these; both if absent")]


class ApplicantWire(BaseModel):
    """`account` says whether an Open WebUI account was made: none, created or existed before."""

    id: int
    full_name: str
    email: str
    created_at: datetime
    processed: bool
    processed_at: datetime | None
    processed_by: str | None
    account: str


class ApplicantPageWire(BaseModel):
    applicants: list[ApplicantWire]
    total: int


class ProcessedWire(ApplicantWire):
    """The password of a new account is shown here, once, and stored nowhere."""

    temporary_password: str | None = None


class ProcessForm(BaseModel):
    create_account: bool = False
    role: Role = Field(default="user", description="role of the new account")


class DoneWire(BaseModel):
    status: str
    message: str
    affected: int


@router.get("", response_model=list[ApplicantWire], summary="Who waits for an account")
async def listing(
    _: Admin,
    db: Db,
    limit: Annotated[int, Query(ge=1, le=1000)] = 100,
    offset: Annotated[int, Query(ge=0, le=_BIGINT_MAX)] = 0,
    processed: Processed = None,
) -> Response:
    return exact(await applicants(db, limit, offset, processed=processed))


@router.get("/search", response_model=ApplicantPageWire, summary="The list by pages, searched")
async def search(
    _: Admin,
    db: Db,
    search: Annotated[str, Query(max_length=255)] = "",
    limit: Annotated[int, Query(ge=1, le=500)] = 50,
    offset: Annotated[int, Query(ge=0, le=_BIGINT_MAX)] = 0,
    processed: Processed = None,
) -> Response:
    return exact(await applicant_page(db, search, limit, offset, processed=processed))


@router.post("/{applicant_id}/process", response_model=ProcessedWire, summary="Mark as processed")
async def process(
    applicant_id: Annotated[int, Path(ge=1, le=_BIGINT_MAX)],
    admin: Admin,
    db: Db,
    source: Source,
    form: Annotated[ProcessForm | None, Body()] = None,
) -> Response:
    role = form.role if form and form.create_account else None
    decision = Decision(admin.actor, role)
    done = await process_applicant(db, source.accounts, applicant_id, decision, datetime.now(UTC))
    answer = exact({**done.applicant, "temporary_password": done.password})
    answer.headers["Cache-Control"] = "no-store"
    return answer


@router.get(
    "/download",
    response_class=StreamingResponse,
    responses=files("text/csv"),
    summary="The list as a CSV file",
)
async def download(admin: Admin, db: Db, processed: Processed = None) -> Response:
    name = f"waiting_list_{_FILE_NAMES[processed]}.csv"
    await record_export(db, admin.actor, name)
    return StreamingResponse(
        applicants_csv(db, processed=processed),
        media_type="text/csv",
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "Cache-Control": "no-store",
        },
    )


@router.post("/cleanup", response_model=DoneWire, summary="Delete entries that are done with")
async def clean_up(
    admin: Admin,
    db: Db,
    action: Annotated[Literal["delete", "clear"], Query()] = "delete",
    scope: Annotated[
        Literal["processed", "all"], Query(description="who is deleted")
    ] = "processed",
) -> Response:
    """`clear` once emptied the password column; there is none, so nothing is left to do."""
    count = 0
    if action == "delete":
        count = await clean_up_waiting_list(db, admin.actor, everybody=scope == "all")
    text = f"Deleted {count} entries" if action == "delete" else "No password is stored"
    return exact({"status": "success", "message": text, "affected": count})


@router.post("/clear-hashes", response_model=DoneWire, summary="Kept for existing clients")
async def clear_hashes(_: Admin) -> Response:
    return exact({"status": "ok", "message": "No password hash is stored", "affected": 0})
