"""What goes wrong between a bot and Telegram: set by tests, benchmarks and the page."""

import random
from dataclasses import dataclass, field


@dataclass(slots=True)
class Fault:
    """One thing to go wrong. kind: "reset" (connection cut without an answer), "silence" (no answer ever),
    "status" (an error answer of that status), "flood" (429 with retry_after)."""

    kind: str
    after: bool = False  # only once the call has taken effect
    status: int = 502
    retry_after: int = 1  # seconds
    method: str | None = None  # None: any but getUpdates
    chat_id: int | None = None  # None: any
    times: int | None = 1  # None: until removed
    chance: float = 1.0


@dataclass(slots=True)
class Faults:
    """The first planned fault that fits a call happens to it."""

    dropped: bool = False  # the whole network: every connection is cut before the call takes effect
    latency: float = 0.0  # seconds before each answer
    jitter: float = 0.0  # up to so many seconds more
    plan: list[Fault] = field(default_factory=list)
    dice: random.Random = field(default_factory=random.Random)

    def add(self, fault: Fault) -> Fault:
        """Plan a fault; to end one that has no `times`, `plan.remove` it."""
        self.plan.append(fault)
        return fault

    def pick(self, method: str, chat_id: object) -> Fault | None:
        """The fault that this call meets, counted as met."""
        for fault in self.plan:
            fits = fault.method == method if fault.method else method != "getUpdates"
            if fault.chat_id is not None and str(fault.chat_id) != str(chat_id):
                fits = False
            if fits and self.dice.random() < fault.chance:
                if fault.times is not None:
                    fault.times -= 1
                    if fault.times == 0:
                        self.plan.remove(fault)
                return fault
        return None

    def delay(self) -> float:
        """Seconds that the next answer takes longer."""
        return self.latency + self.dice.random() * self.jitter
