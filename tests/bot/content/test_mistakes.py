"""What a content editor reads for each mistake: the exact line."""

import copy
from pathlib import Path

import pytest
import yaml

from bot.content.pack import read_pack
from bot.content.reading import PackError
from tests.support.small_pack import SMALL, edited, write

CATALOGUE = yaml.safe_load(Path(__file__).with_name("mistakes.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CATALOGUE, ids=[case["somebody writes"].strip()[:40] for case in CATALOGUE])
def test_each_mistake_has_its_line(tmp_path: Path, case: dict[str, str]) -> None:
    folder = write(tmp_path / "pack", edited(case["instead of"], case["somebody writes"]))
    with pytest.raises(PackError) as caught:
        read_pack(folder)
    assert str(caught.value).splitlines() == [f"organisation.yaml, {line}" for line in case["and reads"]]


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    text = edited("opens_at: 22:00", "opens_at: 22h").replace("country: BE", "country: XX")
    folder = write(tmp_path / "pack", text, services="services: []\nclosed: yes\n")
    with pytest.raises(PackError) as caught:
        read_pack(folder)
    assert [line.split(": expected")[0] for line in str(caught.value).splitlines()] == [
        "organisation.yaml, line 4: country",
        "organisation.yaml, line 45: extra_openings.0.opens_at",
        "services.yaml, line 1: services: stands twice, also in organisation.yaml, line 33",
        "services.yaml, line 2: closed",
    ]


@pytest.mark.parametrize(
    ("keys", "kind"),
    [
        (("locations",), "location"),
        (("locations", 0, "schedules"), "schedule"),
        (("services",), "service"),
        (("meetings",), "meeting"),
    ],
)
def test_an_id_stands_only_once(tmp_path: Path, keys: tuple[str | int, ...], kind: str) -> None:
    pack = yaml.load(SMALL, Loader=yaml.BaseLoader)
    parts = pack
    for key in keys:
        parts = parts[key]
    parts.append(copy.deepcopy(parts[0]))
    folder = write(tmp_path / "pack", yaml.dump(pack, allow_unicode=True))
    with pytest.raises(PackError) as caught:
        read_pack(folder)
    loc = ".".join(map(str, keys))
    told = [line.split(", line")[1].split(": ", 1)[1] for line in str(caught.value).splitlines()]
    for index in (0, 1):
        assert f'{loc}.{index}.id: expected an id that no other {kind} has, found "{parts[0]["id"]}"' in told
