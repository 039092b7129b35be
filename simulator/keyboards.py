"""Reply markup as bots send it, checked in Telegram's words."""

import re
from typing import Any

from .refusal import JSON, RefusedError, bad_request
from .spec import TYPES, mismatch
from .text import utf16_length

ACTIONS = set(TYPES["InlineKeyboardButton"]) - {"text", "style", "icon_custom_emoji_id"}
MOST_BUTTONS = 100
MOST_IN_A_ROW = 8
WEB = re.compile(r"https?://(?:[^\s/@]+@)?(?:[^\s/:.]+\.)+(?:[^\s/:.]{2,}|\d)(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE)
TELEGRAM = re.compile(r"tg://\S+|ton://\S+", re.IGNORECASE)


def inline_keyboard(markup: object) -> JSON | None:
    """The InlineKeyboardMarkup of an edit; None takes the buttons away."""
    if markup is None:
        return None
    checked = reply_markup(markup)
    if "inline_keyboard" not in checked:
        raise bad_request("inline keyboard expected")
    return checked


def reply_markup(markup: object) -> JSON:
    """A checked InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove or ForceReply."""
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in markup:
        rows = _rows(markup, "inline_keyboard", "InlineKeyboardMarkup")
        return {"inline_keyboard": _limited([[_inline_button(button) for button in row] for row in rows])}
    if "keyboard" in markup:
        rows = _rows(markup, "keyboard", "ReplyKeyboardMarkup")
        keyboard = markup | {"keyboard": _limited([[_key(button) for button in row] for row in rows])}
        if wrong := mismatch(keyboard, "ReplyKeyboardMarkup", exact=False, at="reply markup"):
            raise bad_request(f"can't parse reply keyboard markup: {wrong}")
        if utf16_length(markup.get("input_field_placeholder") or "") > 64:
            raise bad_request("input field placeholder is too long")
        return keyboard
    if not (markup.get("remove_keyboard") or markup.get("force_reply") or markup == {}):
        raise bad_request("can't parse reply keyboard markup JSON object")
    return markup


def _rows(markup: JSON, field: str, kind: str) -> list[list[Any]]:
    rows = markup[field]
    if not isinstance(rows, list):
        raise bad_request(f'field "{field}" of the {kind} must be an Array')
    if not all(isinstance(row, list) for row in rows):
        raise bad_request(f'field "{field}" must be an Array of Arrays')
    return rows


def _limited(rows: list[list[JSON]]) -> list[list[JSON]]:
    rows = [row for row in rows if row]
    if sum(map(len, rows)) > MOST_BUTTONS or any(len(row) > MOST_IN_A_ROW for row in rows):
        raise bad_request("REPLY_MARKUP_TOO_LONG")
    return rows


def _key(button: object) -> JSON:
    if isinstance(button, str):
        button = {"text": button}
    if not isinstance(button, dict):
        raise bad_request("can't parse keyboard button: KeyboardButton must be a String or an Object")
    if wrong := mismatch(button, "KeyboardButton", exact=False, at="keyboard button"):
        raise bad_request(f"can't parse keyboard button: {_in_words(button, wrong)}")
    if not button["text"].strip():
        raise bad_request("keyboard button text must be non-empty")
    return {name: value for name, value in button.items() if name in TYPES["KeyboardButton"]}


def _inline_button(button: object) -> JSON:
    if not isinstance(button, dict):
        raise bad_request("can't parse inline keyboard button: InlineKeyboardButton must be an Object")
    if wrong := mismatch(button, "InlineKeyboardButton", exact=False, at="button"):
        raise bad_request(f"can't parse inline keyboard button: {_in_words(button, wrong)}")
    if not button["text"].strip():
        raise bad_request("inline keyboard button text must be non-empty")
    # an empty query to switch to is an action, an empty link is none
    actions = [name for name in button if name in ACTIONS and (button[name] != "" or name.startswith("switch"))]
    if not actions:
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise bad_request("can't parse inline keyboard button: exactly one action is allowed, the simulator insists")
    _check_action(actions[0], button[actions[0]])
    return {name: value for name, value in button.items() if name in TYPES["InlineKeyboardButton"]}


def _check_action(action: str, value: Any) -> None:
    if action == "callback_data" and not 1 <= len(value.encode()) <= 64:
        raise bad_request("BUTTON_DATA_INVALID")
    if action == "url" and not (WEB.fullmatch(value) or TELEGRAM.fullmatch(value)):
        raise RefusedError(400, "Bad Request: BUTTON_URL_INVALID")
    if action in ("web_app", "login_url") and not str(value["url"]).startswith("https://"):
        raise bad_request("BUTTON_URL_INVALID")
    if action == "copy_text" and not 1 <= len(value["text"]) <= 256:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")


def _in_words(button: JSON, wrong: str) -> str:
    if "text" not in button:
        return 'can\'t find field "text"'
    return 'field "text" must be of type String' if not isinstance(button["text"], str) else wrong
