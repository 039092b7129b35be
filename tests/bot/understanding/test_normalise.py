import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.normalise import CAP, capped, plain


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Où  êtes-VOUS ?!!", "ou etes-vous ?!"),
        ("ședință şedinţă", "sedinta sedinta"),
        ("أ إ آ ٱ ى ة ؤ ئ گ ڭ", "ا ا ا ا ي ه و ي ك ك"),
        ("غدّاً", "غدا"),
        ("كـــتـحلو", "كتحلو"),
        ("\u200fاليوم\u200e\u2066\u2069\ufeff", "اليوم"),
        ("٢٤ و ۲۷", "24 و 27"),
        ("demaiiiin", "demain"),
        ("3andkom 7ed f 1000", "3andkom 7ed f 1000"),
        ("l’été", "l'ete"),
        ("ＦＵＬＬ", "full"),
        ("a\ud800b\x00c", "ab c"),
    ],
)
def test_one_form(typed: str, read: str) -> None:
    assert plain(typed) == read


@given(st.text(st.characters(), max_size=300))
def test_any_text_has_a_form(text: str) -> None:
    read = plain(text)
    assert read == read.strip()
    assert not any(unicodedata.combining(character) or 0xD800 <= ord(character) < 0xE000 for character in read)


def test_a_message_is_read_up_to_the_cap() -> None:
    assert capped("é" * CAP) == ("é" * CAP, False)
    assert capped("é" * (CAP + 1)) == ("é" * CAP, True)
