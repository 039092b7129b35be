"""Tests mirror the tree: each module has a test file of its name where its folder is, or a reason why not."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parent.parent
MIRRORED = ("bot", "handlers", "scheduler", "db/queries")
TAPS = "its taps are packed and unpacked with all others in tests/bot/views/test_taps.py and test_longest_taps.py"
ELSEWHERE = {
    "bot/views/*/*taps.py": TAPS,
    "bot/views/menu_taps.py": TAPS,
    "bot/domain/privacy/*_words.py": "data: words that the tests in tests/bot/domain/privacy read",
    "bot/understanding/day_words.py": "data: words that tests/bot/understanding/test_days.py reads",
    "bot/content/fields.py": "each mistake in a field has its line in tests/bot/content/test_mistakes.py",
    "bot/content/schema.py": "each mistake in a row has its line in tests/bot/content/test_mistakes.py",
    "bot/domain/errors.py": "each error has its sentence in tests/bot/views/test_errors.py",
    "bot/views/*/errors.py": "each error has its sentence in tests/bot/views/test_errors.py",
    "bot/domain/learning.py": "names and durations: tests/bot/usecases/learning says what follows from them",
    "bot/domain/opening/sessions.py": "the shape of what tests/bot/domain/opening/test_hours.py computes",
}
"""Which modules have no test file of their name, and where they are tried instead."""


def modules() -> list[Path]:
    found = [path for folder in MIRRORED for path in sorted((ROOT / folder).rglob("*.py"))]
    assert len(found) > 200
    return [path.relative_to(ROOT) for path in found if path.name != "__init__.py"]


def mirrored(module: Path) -> Path:
    """`bot/__main__.py` ↔ `tests/bot/test_main.py`."""
    return Path("tests") / module.parent / f"test_{module.stem.strip('_')}.py"


def elsewhere(module: Path) -> list[str]:
    return [pattern for pattern in ELSEWHERE if module.match(pattern)]


def test_each_module_has_a_test_file_of_its_name_or_a_reason() -> None:
    assert [
        str(module) for module in modules() if not (ROOT / mirrored(module)).exists() and not elsewhere(module)
    ] == []


def test_the_list_names_only_what_is_there_and_has_none() -> None:
    excused = {pattern: [module for module in modules() if module.match(pattern)] for pattern in ELSEWHERE}
    assert [pattern for pattern, found in excused.items() if not found] == []
    both = [str(module) for found in excused.values() for module in found if (ROOT / mirrored(module)).exists()]
    assert both == [], "these have a test file: take them from the list"


def test_where_the_list_points_there_is_a_test() -> None:
    words = {word.strip(",:") for reason in ELSEWHERE.values() for word in reason.split()}
    named = [word for word in words if word.startswith("tests/")]
    assert named
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_what_is_no_test_stands_in_support() -> None:
    written = [path.relative_to(ROOT / "tests") for path in (ROOT / "tests").rglob("*.py")]
    helpers = [path for path in written if not path.name.startswith("test_") and path.parts[0] != "support"]
    assert {path.name for path in helpers} == {"__init__.py", "conftest.py"}
