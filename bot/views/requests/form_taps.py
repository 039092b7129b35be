"""The buttons of asking for help: `12.n.topic.housing` is an answer about the draft 12, with the next question to come.

`f` instead of `n`: with the summary to come, where the answer was to be corrected.
"""

from __future__ import annotations

from typing import Literal

from bot.views.taps import Tap

Mode = Literal["n", "f"]
NEXT: Mode = "n"
FIX: Mode = "f"
PublicStep = Literal["topic", "area", "languages", "sentence", "urgency", "when", "reach"]
PrivateStep = Literal["name", "phone", "address"]
PickedStep = Literal["topic", "area", "languages", "urgency", "when", "reach", "consent"]
Step = Literal[PublicStep, PrivateStep, "consent"]


class NewRequest(Tap, name="ask.new", forms=("ask",)):
    for_whom: Literal["self", "other"] | None = None


class AskStep(Tap, name="ask.at", forms=("ask",)):
    request_id: int
    mode: Mode
    step: Step


class PickAnswer(Tap, name="ask.pick", forms=("ask",)):
    request_id: int
    mode: Mode
    step: PickedStep
    value: str
    """One of those that are offered; for the consent yes or no."""


class SkipStep(AskStep, name="ask.skip", forms=("ask",)):
    """On to the next question. Of several answers nothing more is chosen."""


class KeepSentence(AskStep, name="ask.fine", forms=("ask",)):
    """It may be public as it is."""


class ShowSummary(Tap, name="ask.sum", forms=("ask",)):
    request_id: int


class SendRequest(Tap, name="ask.send", forms=("ask",)):
    request_id: int


class DropRequest(Tap, name="ask.drop", forms=("ask",)):
    request_id: int
