"""What can go wrong between the gateway and a service.

UpstreamError
├── UpstreamAway       no connection, or none free: nothing was asked
├── UpstreamBroke      the connection ended before the answer did: the outcome is unknown
├── UpstreamNonsense   the answer is not HTTP, or could be read in two ways
├── UpstreamTimedOut   it did not begin, or did not go on, in time
├── ClientGone         nobody waits for the answer any more
└── ClientStalled      the caller did not go on with its body
"""


class UpstreamError(Exception):
    """Base of the tree above."""


class UpstreamAway(UpstreamError):  # noqa: N818 - a state of the other side
    pass


class UpstreamBroke(UpstreamError):  # noqa: N818
    """`unanswered`: not one byte of an answer arrived on this connection."""

    def __init__(self, message: str, *, unanswered: bool = False) -> None:
        super().__init__(message)
        self.unanswered = unanswered


class UpstreamNonsense(UpstreamError):  # noqa: N818
    pass


class UpstreamTimedOut(UpstreamError):  # noqa: N818
    pass


class ClientGone(UpstreamError):  # noqa: N818
    pass


class ClientStalled(UpstreamError):  # noqa: N818
    pass
