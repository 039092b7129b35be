"""What screens are put together from: grids, pickers, pages, yes or no. Each looks the same wherever it comes."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date, time, timedelta
from typing import TypeVar

from markupsafe import Markup

from bot.i18n import Speech
from bot.views.screen import Button
from bot.views.taps import Tap

Line = tuple[Button, ...]
Value = TypeVar("Value")
CHOSEN = "✅ "
"""The one sign for what is chosen."""
HALF_A_ROW = 17  # characters that a narrow phone shows on one of two buttons side by side
HOURS_A_ROW = 4
MONTHS_AHEAD = 18


def chosen(words: str, is_so: bool) -> str:
    return CHOSEN + words if is_so else words


def grid(buttons: Sequence[Button], columns: int = 2) -> list[Line]:
    """Rows of so many. Among two side by side, a long one has a row of its own: cut off, two look alike."""
    if columns != 2:
        return [tuple(buttons[at : at + columns]) for at in range(0, len(buttons), columns)]
    lines: list[Line] = []
    for one in buttons:
        last = lines[-1] if lines else ()
        if len(last) == 1 and _is_short(last[0]) and _is_short(one):
            lines[-1] = (*last, one)
        else:
            lines.append((one,))
    return lines


def pick_one(
    names: Mapping[Value, str], tap: Callable[[Value], Tap], current: Value | None = None, columns: int = 1
) -> list[Line]:
    """One of several, by its name; `current` is marked."""
    return pick_several(names, tap, () if current is None else (current,), columns)


def pick_several(
    names: Mapping[Value, str], tap: Callable[[Value], Tap], current: Collection[Value], columns: int = 2
) -> list[Line]:
    """Several of many, by their names: a tap chooses one, or not any more. `done` ends it."""
    return grid([Button(chosen(name, value in current), tap(value)) for value, name in names.items()], columns)


def pick_hour(speech: Speech, hours: Iterable[time], tap: Callable[[time], Tap]) -> list[Line]:
    return grid([Button(speech.time(hour), tap(hour)) for hour in hours], HOURS_A_ROW)


def pick_day(
    speech: Speech,
    month: date,
    first: date,
    tap: Callable[[date], Tap],
    turn: Callable[[date], Tap],
    last: date = date.max,
) -> list[Line]:
    """A page of the calendar, from Monday to Sunday, for any day of `month`; what is before `first` or after `last` is
    a dot.

    `turn` shows another month, given by its first day. An old button may ask for one that is no page any more: the
    nearest is shown.
    """
    earliest = first.replace(day=1)
    latest = min(_months_later(earliest, MONTHS_AHEAD), last.replace(day=1))
    month = min(max(month.replace(day=1), earliest), latest)
    names = speech.locale.days["stand-alone"]["short"]
    stay = turn(month)

    def cell(day: date) -> Button:
        open_ = day.month == month.month and first <= day <= last
        return Button(str(day.day), tap(day)) if open_ else Button("·", stay)

    weeks = [week for week in Calendar().monthdatescalendar(month.year, month.month) if week[-1] >= first]
    header = tuple(Button(names[weekday], stay) for weekday in range(7))
    turns = _other_months(speech, month, earliest, latest, turn)
    return [header, *(tuple(cell(day) for day in week) for week in weeks), turns]


def page_turns(speech: Speech, page: int, pages: int, tap: Callable[[int], Tap]) -> Line:
    """To the pages before and after, and where one is; nothing where all is on one page. `page` counts from 0."""
    if pages < 2:
        return ()
    back, on = _arrows(speech)
    here = Button(speech.ltr(f"{page + 1}/{pages}"), tap(page))
    before = (Button(back, tap(page - 1)),) if page > 0 else ()
    after = (Button(on, tap(page + 1)),) if page + 1 < pages else ()
    return (*before, here, *after)


def yes_no(speech: Speech, yes: Tap, no: Tap, words: tuple[str, str] | None = None) -> Line:
    """`words`: what they say where a plain yes and no would not do."""
    for_yes, for_no = words or (speech.plain("✅ Yes"), speech.plain("✖️ No"))
    return Button(for_yes, yes), Button(for_no, no)


def done(speech: Speech, tap: Tap) -> Line:
    """Ends choosing several."""
    return (Button(speech.plain("✔️ Done"), tap),)


def back_to(speech: Speech, tap: Tap) -> Line:
    """One step back, inside a form."""
    return (Button(speech.plain("⬅️ Back"), tap),)


def month_name(speech: Speech, month: date) -> str:
    """With its year."""
    return f"{speech.locale.months['stand-alone']['wide'][month.month]} {month.year}"


def day_names(speech: Speech, today: date) -> dict[str, date]:
    """What the next days are called, in lower case, for reading what was typed."""
    names = {speech.plain("today"): today, speech.plain("tomorrow"): today + timedelta(days=1)}
    for ahead in range(1, 8):
        day = today + timedelta(days=ahead)
        names[speech.locale.days["format"]["wide"][day.weekday()]] = day
    return {name.lower(): day for name, day in names.items()}


def example(speech: Speech) -> Markup:
    """How a date and time may be typed."""
    return speech.say(
        "Write it like this: {day_first} or {iso} or {in_words}",
        day_first=speech.ltr("23/11 9:30"),
        iso=speech.ltr("2026-11-23 09:30"),
        in_words=speech.plain("tomorrow") + " " + speech.ltr("9:30"),
    )


def _other_months(speech: Speech, month: date, earliest: date, latest: date, turn: Callable[[date], Tap]) -> Line:
    back, on = _arrows(speech)
    earlier, later = _months_later(month, -1), _months_later(month, 1)
    before = (Button(f"{back} {month_name(speech, earlier)}", turn(earlier)),) if earlier >= earliest else ()
    after = (Button(f"{month_name(speech, later)} {on}", turn(later)),) if later <= latest else ()
    return (*before, *after)


def _arrows(speech: Speech) -> tuple[str, str]:
    """Back and on, as the reader's lines run."""
    return ("▶️", "◀️") if speech.rtl else ("◀️", "▶️")


def _months_later(month: date, count: int) -> date:
    years, months = divmod(month.month - 1 + count, 12)
    return date(month.year + years, months + 1, 1)


def _is_short(button: Button) -> bool:
    """Chosen or not: what is tapped must not jump."""
    return len(button.text.removeprefix(CHOSEN)) <= HALF_A_ROW
