"""What a bot shows of itself in each language: commands, name, descriptions, menu button."""

from dataclasses import dataclass, field

from .refusal import JSON

Localised = dict[str, str]  # text per language code, "" for everybody else


def scope_key(scope: JSON | None) -> tuple[str, int, int]:
    """(type, chat id, user id) of a BotCommandScope; 0 where it has none."""
    scope = scope or {"type": "default"}
    return scope["type"], int(scope.get("chat_id", 0)), int(scope.get("user_id", 0))


@dataclass(slots=True)
class Profile:
    """Set by setMyCommands, setMyName and their like."""

    commands: dict[tuple[tuple[str, int, int], str], list[JSON]] = field(default_factory=dict)
    name: Localised = field(default_factory=dict)
    description: Localised = field(default_factory=dict)
    short_description: Localised = field(default_factory=dict)
    menu_button: JSON = field(default_factory=lambda: {"type": "commands"})

    def commands_for(self, chat_id: int, language_code: str, kind: str = "private") -> list[JSON]:
        """What somebody's phone lists, in Telegram's order: narrower scopes first, then the language, then all."""
        groups = "all_private_chats" if kind == "private" else "all_group_chats"
        for scope in (("chat", chat_id, 0), (groups, 0, 0), ("default", 0, 0)):
            for language in (language_code[:2], ""):
                if found := self.commands.get((scope, language)):
                    return found
        return []
