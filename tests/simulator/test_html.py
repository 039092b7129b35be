"""Telegram's HTML, by its examples and by random text."""

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.formatting import formatted, message_text
from simulator.html import parse_html
from simulator.refusal import JSON, RefusedError
from simulator.text import clean, utf16_length

SCRAPS = [
    "<",
    ">",
    "/",
    "&",
    ";",
    "#",
    "x",
    "=",
    '"',
    "'",
    "b",
    "a",
    "span",
    "href",
    "code",
    "pre",
    " ",
    "é",
    "😀",
    "\0",
]
TAGS = ["b", "i", "u", "s", "code", "pre", "blockquote", "tg-spoiler"]
ANY_TEXT = st.text(st.characters(codec="utf-8"))


def entities(text: str) -> list[tuple[str, int, int]]:
    return [(entity["type"], entity["offset"], entity["length"]) for entity in parse_html(text)[1]]


@pytest.mark.parametrize(
    ("text", "shown", "found"),
    [
        ("<b>bold</b> <strong>too</strong>", "bold too", [("bold", 0, 4), ("bold", 5, 3)]),
        ("😀<I>x</I>", "😀x", [("italic", 2, 1)]),
        ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
        ("<u>1</u><ins>2</ins>", "12", [("underline", 0, 1), ("underline", 1, 1)]),
        ("<s>1</s><strike>2</strike><del>3</del>", "123", [("strikethrough", n, 1) for n in range(3)]),
        ("<tg-spoiler>a</tg-spoiler><span class=tg-spoiler>b</span>", "ab", [("spoiler", 0, 1), ("spoiler", 1, 1)]),
        ("<blockquote expandable>q</blockquote>", "q", [("expandable_blockquote", 0, 1)]),
        ("<pre><code class=\"language-py\">x</code></pre>", "x", [("pre", 0, 1)]),
        ("<b>a</>", "a", [("bold", 0, 1)]),
        ("&lt;&gt;&amp;&quot;&#233;&#x1F600; &nbsp; & &#0;", '<>&"é😀 &nbsp; & &#0;', []),
        ("<b></b>none", "none", []),
        ("<a href='nowhere'>x</a>", "x", []),
    ],
)  # fmt: skip
def test_what_is_understood(text: str, shown: str, found: list[tuple[str, int, int]]) -> None:
    assert parse_html(text)[0] == shown
    assert entities(text) == found


def test_details_of_links_and_code() -> None:
    assert parse_html('<a href="https://a.org/?x=1&amp;y=2">x</a>')[1][0]["url"] == "https://a.org/?x=1&y=2"
    assert parse_html('<pre><code class="language-py">x</code></pre>')[1][0]["language"] == "py"
    assert "language" not in parse_html('<code class="language-py">x</code>')[1][0]
    assert parse_html('<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>')[1][0]["type"] == "custom_emoji"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("é<font>x</font>", 'Unsupported start tag "font" at byte offset 2'),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<a =x>", 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href=a/b>x</a>", "Unexpected end of name token at byte offset 8"),
        ('<a href="x>y', "Unclosed start tag at byte offset 0"),
        ("<tg-emoji emoji-id=x>y</tg-emoji>", "Invalid custom emoji identifier specified"),
    ],
)
def test_what_is_refused(text: str, words: str) -> None:
    with pytest.raises(RefusedError) as refused:
        parse_html(text)
    assert refused.value.description == f"Bad Request: can't parse entities: {words}"


@given(ANY_TEXT)
def test_escaped_text_comes_back(text: str) -> None:
    assert parse_html(escape(clean(text).replace("\0", "")))[0] == clean(text).replace("\0", "")


def refusal(text: str) -> str:
    """The words of the refusal, or none and then the entities lie within the text."""
    try:
        shown, found = parse_html(text)
    except RefusedError as refused:
        return refused.description
    assert all(0 <= e["offset"] < e["offset"] + e["length"] <= utf16_length(shown) for e in found)
    return ""


@given(st.lists(st.sampled_from(SCRAPS)).map("".join))
def test_scraps_are_understood_or_refused(text: str) -> None:
    assert refusal(text).partition(": can't parse entities: ")[0] in ("", "Bad Request")


@given(st.lists(st.tuples(st.sampled_from(TAGS), ANY_TEXT.filter(bool)), max_size=6))
def test_offsets_are_utf_16_units(pieces: list[tuple[str, str]]) -> None:
    pieces = [(tag, cleaned) for tag, text in pieces if (cleaned := clean(text))]
    shown, found = parse_html("".join(f"<{tag}>{escape(text)}</{tag}>" for tag, text in pieces))
    units = shown.encode("utf-16-le")
    spans = [units[2 * e["offset"] : 2 * (e["offset"] + e["length"])].decode("utf-16-le") for e in found]
    assert spans == [text for _, text in pieces]


@given(ANY_TEXT, st.sampled_from(["", "HTML"]))
def test_what_is_sent_is_trimmed_and_its_entities_lie_within(text: str, mode: str) -> None:
    arguments: JSON = {"text": f"  <b>{escape(text)}</b> \n", "parse_mode": mode}
    shown, found = formatted(arguments, "text", "entities")
    assert shown == shown.rstrip(" \n\t")
    assert all(0 <= e["offset"] < e["offset"] + e["length"] <= utf16_length(shown) for e in found)


def test_links_found_by_themselves_stay_out_of_code() -> None:
    said = message_text({"text": "<code>https://a.org</code> https://b.org", "parse_mode": "HTML"})
    assert [entity["type"] for entity in said["entities"]] == ["code", "url"]
