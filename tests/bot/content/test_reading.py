from pathlib import Path

import pytest
import yaml

from bot.content import reading
from bot.content.reading import PackError, read_source
from tests.support.small_pack import SMALL, edited, write


def mistakes(folder: Path) -> list[str]:
    return [str(mistake) for mistake in read_source(folder).mistakes]


def test_scalars_stay_text_and_empty_keys_are_absent(tmp_path: Path) -> None:
    text = 'at: 9:00\nno: no\nday: 2026-12-24\nnothing:\nempty: ""\nstars: [~, null]\n'
    source = read_source(write(tmp_path / "pack", text))
    assert source.data == {"at": "9:00", "no": "no", "day": "2026-12-24", "empty": "", "stars": ["~", "null"]}


def test_files_count_as_one_and_each_key_knows_its_file(tmp_path: Path) -> None:
    source = read_source(write(tmp_path / "pack", "id: corner\n", dates="# days\nclosures:\n  - reason: x\n"))
    assert source.data == {"id": "corner", "closures": [{"reason": "x"}]}
    assert source.place(("closures", 0, "reason")) == ("dates.yaml", 3)
    assert source.place(("closures", 0, "starts_on")) == ("dates.yaml", 3)
    assert source.place(("name",)) == ("organisation.yaml", 1)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"none: cannot read the folder \(No such file or directory\)$"):
        read_source(tmp_path / "none")


def test_a_folder_without_a_pack(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"expected a content pack: a folder with organisation\.yaml in it$"):
        read_source(tmp_path)


def test_a_file_that_is_not_utf8(tmp_path: Path) -> None:
    folder = write(tmp_path / "pack", "id: corner\nname:\n  fr: Café\n".encode("latin-1"))
    assert mistakes(folder) == ["organisation.yaml, line 3: not UTF-8: save the file with that encoding"]


def test_a_file_that_windows_saved(tmp_path: Path) -> None:
    folder = write(tmp_path / "pack", SMALL.replace("\n", "\r\n").encode("utf-8-sig"))
    assert read_source(folder).data == read_source(write(tmp_path / "other")).data


def test_a_file_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(file: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    folder = write(tmp_path / "pack")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert mistakes(folder) == ["organisation.yaml: cannot read the file (Permission denied)"]


def test_a_file_that_is_a_list(tmp_path: Path) -> None:
    folder = write(tmp_path / "pack", "- id: corner\n")
    assert mistakes(folder) == [
        'organisation.yaml, line 1: expected keys at the left margin, such as "locations:"',
    ]


def test_an_empty_file_is_no_mistake(tmp_path: Path) -> None:
    assert mistakes(write(tmp_path / "pack", SMALL, dates="# nothing yet\n")) == []


@pytest.mark.parametrize("loader", [yaml.BaseLoader, reading.Loader])
@pytest.mark.parametrize("depth", [11, 2000])
def test_endless_levels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, loader: type, depth: int) -> None:
    monkeypatch.setattr(reading, "Loader", loader)
    folder = write(tmp_path / "pack", edited("country: BE", f"country: {'[' * depth}{']' * depth}"))
    (told,) = mistakes(folder)
    assert told.endswith("too many levels inside each other")


def test_a_bomb_of_references(tmp_path: Path) -> None:
    bomb = "a0: &a0 [x]\n" + "".join(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 9))
    assert len(mistakes(write(tmp_path / "pack", bomb))) == 9 * 8


def test_a_mistake_is_one_line_whatever_stands_there(tmp_path: Path) -> None:
    folder = write(tmp_path / "pack", 'id: corner\n"a\\nb\\u202e": 1\n"a\\nb\\u202e": 2\n')
    assert mistakes(folder) == ["organisation.yaml, line 3: a�b�: stands twice, also in organisation.yaml, line 2"]
