"""Delivery of updates by POST, as Telegram does it."""


class Webhook:
    """To come."""

    async def close(self) -> None:
        """Stop delivering."""
