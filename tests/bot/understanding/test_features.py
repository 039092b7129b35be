"""What the model looks at."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.features import BUCKETS, features


@given(st.text(max_size=80))
def test_any_text_gives_ascending_buckets_and_weights_from_one_on(text: str) -> None:
    buckets, weights = features(text.encode(errors="ignore").decode())
    assert np.all(np.diff(buckets) > 0)
    assert np.all((buckets >= 0) & (buckets < BUCKETS))
    assert np.all(weights >= 1)


def test_a_misspelt_word_keeps_most_of_its_pieces_and_another_word_few() -> None:
    def shared(one: str, other: str) -> float:
        first, second = set(features(one)[0].tolist()), set(features(other)[0].tolist())
        return len(first & second) / len(first | second)

    assert shared("rendezvous", "rendevous") > 0.4 > 0.1 > shared("rendezvous", "horaires")


def test_what_comes_twice_weighs_more_but_not_twice_as_much() -> None:
    once, twice = features("demain")[1].max(), features("demain demain")[1].max()
    assert once < twice < 2 * once
