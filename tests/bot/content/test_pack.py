from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.content.pack import missing_translations, read_pack
from bot.content.reading import Mistake, PackError
from tests.support.small_pack import SMALL, edited, write

LES_PISSENLITS = Path(__file__).parents[3] / "organisations" / "les-pissenlits"


def test_missing_translations_are_listed_by_language(tmp_path: Path) -> None:
    folder = write(tmp_path / "pack", edited("languages: [fr, nl]", "languages: [fr, ar, nl]"))
    lines = missing_translations(read_pack(folder))
    assert [line for line in lines if line.startswith("nl")] == ["nl: organisation.yaml, line 11: phones.0.note"]
    assert [line for line in lines if line.startswith("fr")] == []
    assert lines[:3] == [
        "ar: organisation.yaml, line 2: name",
        "ar: organisation.yaml, line 3: description",
        "ar: organisation.yaml, line 11: phones.0.note",
    ]
    assert len(lines) == 11


def test_a_language_left_empty_is_missing(tmp_path: Path) -> None:
    folder = write(tmp_path / "pack", edited("{fr: Lettres, nl: Brieven}", "{fr: Lettres, nl: }"))
    assert "nl: organisation.yaml, line 36: services.0.name" in missing_translations(read_pack(folder))


def test_the_hash_is_of_the_content_not_of_its_layout(tmp_path: Path) -> None:
    first = read_pack(write(tmp_path / "one"))
    moved = SMALL[: SMALL.index("closures:")] + "# A note\n"
    again = read_pack(write(tmp_path / "two", moved, dates=SMALL[SMALL.index("closures:") :]))
    other = read_pack(write(tmp_path / "three", edited("13:30", "13:45")))
    assert first.content_hash == again.content_hash != other.content_hash


def test_les_pissenlits_is_whole_in_each_of_its_languages() -> None:
    pack = read_pack(LES_PISSENLITS)
    assert pack.content.languages == ["fr", "nl", "ar", "ro", "en"]
    assert missing_translations(pack) == []


def test_les_pissenlits_has_the_hours_of_its_own_text() -> None:
    (desk,) = read_pack(LES_PISSENLITS).content.locations
    assert [(s.byday, f"{s.opens_at:%H:%M}", f"{s.closes_at:%H:%M}", s.with_appointment) for s in desk.schedules] == [
        ("MO", "09:00", "12:00", "both"),
        ("TH", "14:00", "16:00", "both"),
    ]
    assert all(set(schedule.languages) == {"fr", "nl", "ar", "sfb"} for schedule in desk.schedules)


LINES = SMALL.splitlines(keepends=True)
SCRAPS = st.sampled_from(
    ["", " ", "\t", "- ", ": ", "[", "]", "{", "}", '"', "'", "&a ", "*a", "!!x ", "|", "\x00", "é", "? "]
)


@st.composite
def mutilated(draw: st.DrawFn) -> bytes:
    lines = list(LINES)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(lines) - 1))
        line = lines[at]
        cut = draw(st.integers(0, len(line)))
        lines[at : at + 1] = draw(
            st.sampled_from([[], [line, line], [line[cut:]], [line[:cut] + "\n"], ["  " + line], [line.lstrip()]])
        ) or [line[:cut] + draw(SCRAPS | st.text(max_size=3)) + line[cut:]]
    return "".join(lines).encode("utf-8", "surrogatepass")


def told(folder: Path) -> list[Mistake]:
    try:
        read_pack(folder)
    except PackError as error:
        return error.mistakes
    return []


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=mutilated())
def test_whatever_is_in_the_file_it_loads_or_says_where_it_is_wrong(tmp_path: Path, text: bytes) -> None:
    folder = write(tmp_path / "pack", text)
    mistakes = told(folder)
    assert mistakes or read_pack(folder).content_hash
    assert all(mistake.file == "organisation.yaml" and mistake.line > 0 for mistake in mistakes)
