"""`python -m bot ask`, as people and programs use it."""

from __future__ import annotations

import json
import subprocess
import sys
from io import BytesIO, TextIOWrapper

import pytest

from bot.__main__ import main
from tests.conftest import LES_PISSENLITS

FIELDS = {"topic", "tier", "choices", "dates", "language", "confidence", "answer"}
WITH_PACK = ["--organisation", str(LES_PISSENLITS)]


def test_a_question(capfd: pytest.CaptureFixture[str]) -> None:
    asked = ["ask", "vous êtes ouverts demain ?", "--at", "2026-11-22T10:00", "--json", *WITH_PACK]
    assert main(asked) == 0
    told = json.loads(capfd.readouterr().out)
    assert set(told) >= FIELDS
    assert (told["topic"], told["tier"], told["dates"], told["language"]) == ("hours", "answer", ["2026-11-23"], "fr")
    assert "lundi 23 novembre 2026" in told["answer"]


def test_the_answer_is_in_the_chosen_language(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "wat is jullie adres", "--language", "ro", "--at", "2026-11-23T10:00", *WITH_PACK]) == 0
    told = capfd.readouterr().out
    assert "Unde suntem" in told
    assert "[🌐 Nederlands]" in told


def test_many_questions(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [
        {"text": "waar is het", "language": "nl", "at": "2026-11-23T10:00"},
        {"text": "\ud800" * 3},
        {"text": "x" * 10_000},
    ]
    piped = "\n".join(map(json.dumps, lines)).encode() + b"\n\n"
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(piped)))
    assert main(["ask", "--jsonl", *WITH_PACK]) == 0
    told = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    assert len(told) == len(lines)
    assert [one["capped"] for one in told] == [False, False, True]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["x", "--at", "tomorrow"], "2026-11-23T10:00"),
        (["x", "--language", "de"], "expected one of"),
        ([], "expected one question"),
        (["x", "--jsonl"], "expected one question"),
    ],
)
def test_one_clear_line(capfd: pytest.CaptureFixture[str], arguments: list[str], complaint: str) -> None:
    assert main(["ask", *arguments, *WITH_PACK]) == 1
    error = capfd.readouterr().err
    assert complaint in error
    assert error.count("\n") == 1


NOT_QUESTIONS = {
    b"not json": "not JSON",
    b"\xff": "not JSON",
    b"[" * 100_000: "not JSON",
    b"[]": "expected an object",
    b"{}": "expected an object",
    b'{"text": null}': "expected an object",
    b'{"text": 1}': "expected an object",
    b'{"text": "x", "at": 3}': "language and at",
    b'{"text": "x", "language": ["fr"]}': "language and at",
    b'{"text": "x", "language": "de"}': "expected one of fr, nl, ar, ro, en",
    b'{"text": "x", "at": "tomorrow"}': "2026-11-23T10:00",
    b'{"text": "x", "at": "9999-12-31T23:59"}': "2026-11-23T10:00",
    b'{"text": "x", "at": "\\ud800"}': "2026-11-23T10:00",
}


def test_lines_that_are_no_questions_are_told_and_the_next_one_is_answered(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [*NOT_QUESTIONS, b"", b'\xef\xbb\xbf{"text": "adresse svp", "at": "2026-11-23T10:00", "language": null}']
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(b"\n".join(lines))))
    assert main(["ask", "--jsonl", *WITH_PACK]) == 1
    *wrong, right = (json.loads(line) for line in capfd.readouterr().out.splitlines())
    assert len(wrong) == len(NOT_QUESTIONS)
    for number, (told, complaint) in enumerate(zip(wrong, NOT_QUESTIONS.values(), strict=True), 1):
        assert set(told) == {"error"}
        assert told["error"].startswith(f"line {number}: ")
        assert complaint in told["error"]
    assert set(right) >= FIELDS


def test_asking_needs_neither_telegram_nor_training() -> None:
    program = (
        "import sys; from bot.__main__ import main; main(['ask', 'bonjour', *sys.argv[1:]]);"
        "sys.exit(', '.join({'aiogram', 'aiohttp', 'apscheduler', 'sklearn', 'scipy'} & set(sys.modules)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", program, *WITH_PACK], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
