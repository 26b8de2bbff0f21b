"""Delete a group of our own that nobody belongs to."""

from ledger_service.store import groups, log
from ledger_service.store.books import Books
from shared.problems import Conflict, NotFound


async def delete_group(books: Books, group_id: str, author: log.Author, reason: str) -> None:
    async with books.db.transaction() as connection:
        group = await groups.find(connection, group_id)
        if group is None:
            raise NotFound("Group not found", slug="unknown-group")
        if not group["is_own"] or group["is_system_group"]:
            raise Conflict("The group belongs to Open WebUI", slug="group-not-own")
        if await groups.member_count(connection, group_id):
            raise Conflict("The group has members", slug="group-in-use")
        await groups.delete(connection, group_id)
        entry = log.Entry(
            log_type="group_deleted",
            message=f"Group {group['name']} deleted",
            before={"id": group_id, "default_credits": group["default_credits"]},
            reason=reason,
        )
        await log.add(connection, author, entry)
