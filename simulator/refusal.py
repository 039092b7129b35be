"""How the simulated Telegram says no."""

from typing import Any

JSON = dict[str, Any]


class RefusedError(Exception):
    """An answer that is not ok: HTTP status, Telegram's description, and its response parameters if any."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def answer(self) -> JSON:
        """The body of the HTTP response."""
        body: JSON = {"ok": False, "error_code": self.code, "description": self.description}
        return body | {"parameters": self.parameters} if self.parameters else body


def bad_request(description: str) -> RefusedError:
    """A 400 in Telegram's wording."""
    return RefusedError(400, f"Bad Request: {description}")
