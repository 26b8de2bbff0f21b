"""The refusals of the provider, in its wire form."""

import uuid
from typing import Any


class ProviderError(Exception):
    """An answer other than 200. `code` and `parameter` are what a client may switch on."""

    def __init__(
        self,
        status: int,
        code: str | None,
        description: str,
        *,
        parameter: str | None = None,
        retry_after: int | None = None,
    ) -> None:
        super().__init__(description)
        self.status = status
        self.code = code
        self.description = description
        self.parameter = parameter
        self.retry_after = retry_after

    def body(self) -> dict[str, Any]:
        answer: dict[str, Any] = {"type": "error", "id": str(uuid.uuid4())}
        # 405 and 415 are documented without a code.
        if self.code is not None:
            answer["code"] = self.code
        answer["description"] = self.description
        if self.parameter is not None:
            answer["parameter"] = self.parameter
        if self.retry_after is not None:
            answer["retry_after"] = self.retry_after
        return answer


def invalid(parameter: str, description: str) -> ProviderError:
    return ProviderError(400, "invalid_request", description, parameter=parameter)


def not_found(what: str) -> ProviderError:
    return ProviderError(
        404, "not_found", f"{what.capitalize().replace('_', ' ')} not found", parameter=f"{what}_id"
    )


def unauthorized() -> ProviderError:
    return ProviderError(
        401,
        "invalid_credentials",
        "Error in shopId or secret key. Check their validity. "
        "You can reissue the key in the Merchant Profile",
        parameter="Authorization",
    )


def recurring_disabled() -> ProviderError:
    return ProviderError(
        403,
        "forbidden",
        "This store can't make recurring payments. Contact the YooMoney manager to learn more",
    )


def too_many_requests() -> ProviderError:
    return ProviderError(429, "too_many_requests", "Too many requests", retry_after=1800)


def internal(status: int = 500) -> ProviderError:
    return ProviderError(status, "internal_server_error", "Internal server error", retry_after=1800)
