"""The catalogues are whole and fit the code; dates, times, numbers and texts are right in each language."""

from __future__ import annotations

import ast
import gettext
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date, time
from itertools import combinations
from pathlib import Path
from unicodedata import bidirectional

import pytest
from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_keywords
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from bot.i18n import LOCALES, REGIONS, SOURCE, Speech, load_speeches, read_catalogue, spoken

ROOT = Path(__file__).parent.parent.parent
TRANSLATED = [code for code in REGIONS if code != SOURCE]
PLACEHOLDER = re.compile(r"\{\w*\}")
TAG = re.compile(r"</?\w+[^>]*>")
ISOLATED = "\u200f\u2066{}\u2069"


@pytest.fixture(scope="module", params=TRANSLATED)
def catalogue(request: pytest.FixtureRequest) -> Catalog:
    return read_catalogue(LOCALES, request.param)


@pytest.fixture(scope="module")
def sentences() -> set[str | tuple[str, ...]]:
    """Every msgid in the code, extracted anew, with the keywords of tools/messages.sh."""
    script = (ROOT / "tools" / "messages.sh").read_text()
    keywords = parse_keywords(re.findall(r"-k (\S+)", script))
    babel = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["babel"]
    methods = [(mapping["pattern"], mapping["method"]) for mapping in babel["mappings"]]
    return {found[2] for found in extract_from_dir(ROOT, methods, {}, keywords)}


def messages(catalogue: Catalog) -> Iterator[Message]:
    return (message for message in catalogue if message.id)


def forms(texts: str | tuple[str, ...] | list[str] | None) -> list[str]:
    return [texts or ""] if texts is None or isinstance(texts, str) else list(texts)


def test_every_sentence_of_the_code_is_in_the_catalogue_and_no_other(
    catalogue: Catalog, sentences: set[str | tuple[str, ...]]
) -> None:
    listed = {message.id for message in messages(catalogue)}
    assert {"missing": sentences - listed, "no longer used": listed - sentences} == {
        "missing": set(),
        "no longer used": set(),
    }
    assert not catalogue.obsolete


def test_every_sentence_is_translated_and_none_is_a_guess(catalogue: Catalog) -> None:
    plurals = catalogue.num_plurals
    incomplete = [
        message.id
        for message in messages(catalogue)
        if message.fuzzy
        or not all(forms(message.string))
        or len(forms(message.string)) != (plurals if message.pluralizable else 1)
    ]
    assert incomplete == []


def test_translations_keep_placeholders_and_tags(catalogue: Catalog) -> None:
    """In the plural the number may be a word ("two days" has its own form in Arabic), so it may be left out."""
    for message in messages(catalogue):
        whole = forms(message.id)[-1]
        for translation in forms(message.string):
            assert Counter(TAG.findall(translation)) == Counter(TAG.findall(whole)), translation
            missing = set(PLACEHOLDER.findall(whole)) - set(PLACEHOLDER.findall(translation))
            assert missing <= ({"{number}"} if message.pluralizable else set()), translation
            assert set(PLACEHOLDER.findall(translation)) <= set(PLACEHOLDER.findall(whole)), translation
            assert translation.startswith("\n") == whole.startswith("\n"), translation


def test_plural_forms_follow_the_languages_own_rule(catalogue: Catalog) -> None:
    form_of = gettext.c2py(catalogue.plural_expr)
    kind_of = Locale.parse(REGIONS[str(catalogue.locale)]).plural_form
    for one, other in combinations((0, 1, 2, 3, 10, 11, 19, 20, 99, 100, 101, 102, 103, 111), 2):
        assert (form_of(one) == form_of(other)) == (kind_of(one) == kind_of(other)), (one, other)
        assert max(form_of(one), form_of(other)) < catalogue.num_plurals


def literals(node: ast.AST) -> Iterator[str]:
    """Text written into an expression itself, and not by what it calls."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.Call(func=ast.Attribute(attr="join" | "format", value=inner)):
            yield from literals(inner)
        case ast.Call() | ast.FormattedValue():
            return
        case _:
            for child in ast.iter_child_nodes(node):
                yield from literals(child)


def test_views_have_no_words_of_their_own() -> None:
    """What stands in a view beside the catalogues is markup and pictograms."""
    own_words = []
    shown = {"Markup": 0, "Button": 0, "Screen": 0, "paragraphs": 0}
    for path in sorted((ROOT / "bot" / "views").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in shown and node.args:
                shown[node.func.id] += 1
                for text in literals(node.args[0]):
                    if any(sign.isalpha() for sign in PLACEHOLDER.sub("", TAG.sub("", text))):
                        own_words.append(f"{path.name}:{node.lineno} {text!r}")
    assert all(shown.values()), shown
    assert own_words == []


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("fr", "samedi 21 novembre 2026"),
        ("nl", "zaterdag 21 november 2026"),
        ("ar", "السبت، 21 نونبر 2026"),
        ("ro", "sâmbătă, 21 noiembrie 2026"),
        ("en", "Saturday, 21 November 2026"),
    ],
)
def test_a_date_has_its_weekday_and_its_year(speeches: dict[str, Speech], code: str, told: str) -> None:
    assert speeches[code].date(date(2026, 11, 21)) == told


@pytest.mark.parametrize("code", REGIONS)
def test_times_and_numbers_are_in_western_digits_and_stay_in_one_piece(speeches: dict[str, Speech], code: str) -> None:
    form = ISOLATED if code == "ar" else "{}"
    assert speeches[code].time(time(13, 5)) == form.format("13:05")
    assert speeches[code].time(time(0, 0)) == form.format("00:00")
    assert speeches[code].phone("+32470322224") == form.format("+32 470 32 22 24")
    assert speeches[code].phone("+40213124567") == form.format("+40 21 312 4567")
    assert speeches[code].phone("112") == form.format("112")
    assert speeches[code].phone("0800 30 030") == form.format("0800 30 030")


def test_only_arabic_reads_from_the_right(speeches: dict[str, Speech]) -> None:
    assert [code for code, speech in speeches.items() if speech.rtl] == ["ar"]


def test_languages_have_their_name_in_their_own_script_and_in_each_other(speeches: dict[str, Speech]) -> None:
    own = [speech.own_name for speech in speeches.values()]
    assert own == ["Français", "Nederlands", "العربية", "Română", "English"]
    for speech in speeches.values():
        for code in (*REGIONS, "es", "sfb", "vgt"):
            assert speech.language(code) != code, f"{speech.code} has no word for {code}"


def test_a_text_that_is_not_translated_says_in_which_language_it_is(speeches: dict[str, Speech]) -> None:
    words = {"nl": "Rue <b> & zo", "fr": "Rue & <b>"}
    assert speeches["ro"].text(words) == "🌐 <i>(franceză)</i> Rue &amp; &lt;b&gt;"
    assert speeches["nl"].text(words) == "Rue &lt;b&gt; &amp; zo"
    assert speeches["ar"].text({"nl": "Hallo"}) == "🌐 <i>(الهولندية)</i> " + ISOLATED.format("Hallo")
    assert speeches["fr"].text({"es": "Hola"}) == "🌐 <i>(espagnol)</i> Hola"
    assert speeches["fr"].text(None) == speeches["fr"].text({}) == ""


SPEECHES = load_speeches()
EVERY_SPEECH = st.sampled_from(list(SPEECHES.values()))


@given(speech=EVERY_SPEECH, value=st.text())
def test_whatever_a_value_holds_is_shown_as_it_is(speech: Speech, value: str) -> None:
    said = speech.say("🔴 {date}: closed.", date=value)
    assert str(said) == str(speech.say("🔴 {date}: closed.", date="@")).replace("@", str(escape(value)))


@given(speech=EVERY_SPEECH, text=st.text(min_size=1))
def test_no_text_of_a_pack_becomes_markup(speech: Speech, text: str) -> None:
    own, other = str(speech.text({speech.code: text})), str(speech.text({"es": text}))
    assert TAG.findall(other) == ["<i>", "</i>"], "only the language that it is in stands out"
    for shown in (own, other.replace("<i>", "").replace("</i>", "")):
        assert not {"<", ">"} & set(shown)
        assert shown.count("&") == len(re.findall(r"&(?:amp|lt|gt|#34|#39);", shown))


@pytest.mark.parametrize(
    ("tag", "code"),
    [("ar-MA", "ar"), ("AR", "ar"), ("nl_BE", "nl"), ("fr", "fr"), ("pt-br", None), ("", None), (None, None)],
)
def test_the_phones_language_is_found_if_we_speak_it(
    speeches: dict[str, Speech], tag: str | None, code: str | None
) -> None:
    found = spoken(speeches, tag)
    assert (found and found.code) == code


def first_direction(line: str) -> str:
    """Of the first sign that has one, values left out; empty where none has."""
    signs = TAG.sub("", line).partition("{")[0]
    return next((found for found in map(bidirectional, signs) if found in ("L", "R", "AL")), "")


def test_no_line_in_arabic_begins_with_a_sign_that_runs_from_the_left() -> None:
    """Such as 🆕, which are letters to a phone: the whole line would stand on the wrong side."""
    assert first_direction("🆕 طلب") == "L"
    lines = [
        line
        for one in messages(read_catalogue(LOCALES, "ar"))
        for form in forms(one.string)
        for line in form.splitlines()
    ]
    assert [line for line in lines if first_direction(line) == "L"] == []
