"""What docs/content-guide.md tells people to write really works."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.content.importing import wanted_rows
from bot.content.pack import missing_translations, read_pack
from db.models.directory import Closure, ExtraOpening, Schedule, Service
from db.models.meetings import Meeting
from tests.bot.content.test_pack import LES_PISSENLITS

GUIDE = (LES_PISSENLITS.parents[1] / "docs" / "content-guide.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```yaml\n# (\w+\.yaml)\n(.*?)^```", GUIDE, re.DOTALL | re.MULTILINE)
COMMANDS = re.findall(r"^ *python -m bot (.+)$", GUIDE, re.MULTILINE)


def test_the_examples_make_a_pack(tmp_path: Path) -> None:
    folder = shutil.copytree(LES_PISSENLITS, tmp_path / "pack")
    (folder / "dates.yaml").unlink()
    for file, example in EXAMPLES:
        with (folder / file).open("a", encoding="utf-8") as end:
            end.write(example)
    pack = read_pack(folder)
    assert missing_translations(pack) == []
    rows = wanted_rows(pack.content)
    assert [meeting.id for meeting in rows[Meeting]] == ["network_2027_01"]
    assert [len(rows[table]) for table in (Schedule, Service, Closure, ExtraOpening)] == [3, 6, 1, 1]


def test_the_commands_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(LES_PISSENLITS.parents[1])
    monkeypatch.setenv("RELAIS_DATABASE_URL", f"sqlite:///{tmp_path / 'relais.sqlite3'}")
    assert [shlex.split(command)[0] for command in COMMANDS] == ["check", "import"]
    for command in COMMANDS * 2:
        assert main(shlex.split(command)) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "Everything is there, in every language."
    assert "added schedule monday (Permanence et espace communautaire)" in told
    assert told[-1] == "Nothing has changed."


def test_the_mistake_is_the_one_people_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = shutil.copytree(LES_PISSENLITS, tmp_path / "pack")
    hours = (folder / "locations.yaml").read_text(encoding="utf-8")
    (folder / "locations.yaml").write_text(hours.replace('opens_at: "09:00"', "opens_at: 9h"), encoding="utf-8")
    assert main(["check", "--organisation", str(folder)]) == 1
    assert capsys.readouterr().err in GUIDE
