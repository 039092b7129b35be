"""A folder's YAML files as plain data, and where each part of it stands.

Every scalar stays text (no 9:00 that becomes 540, no `no` that becomes false); a key with nothing behind it is absent.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

Loc = tuple[str | int, ...]

DEEPEST = 10  # levels inside each other; a pack has six

# libyaml is ten times as fast; a build without it only costs time.
Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True, order=True)
class Mistake:
    file: str
    line: int
    text: str

    def __str__(self) -> str:
        line = f"{self.file}, line {self.line}: {self.text}" if self.line else f"{self.file}: {self.text}"
        return "".join(character if character.isprintable() else "�" for character in line)


class PackError(Exception):
    """A pack that cannot be imported: one line for each mistake."""

    def __init__(self, mistakes: list[Mistake]) -> None:
        super().__init__("\n".join(str(mistake) for mistake in mistakes))
        self.mistakes = mistakes


@dataclass
class Source:
    """The files' keys side by side, as if they were one file."""

    data: dict[str, Any] = field(default_factory=dict)
    places: dict[Loc, tuple[str, int]] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)
    whole: bool = True
    """False: a file could not be read."""

    def place(self, loc: Loc) -> tuple[str, int]:
        """File and line of a key, or of the nearest one around it."""
        while loc and loc not in self.places:
            loc = loc[:-1]
        return self.places.get(loc, ("organisation.yaml", 1))


def read_source(folder: Path) -> Source:
    """PackError when the folder cannot be read; what is wrong inside a file is among the source's mistakes."""
    source = Source()
    for file in _files(folder):
        try:
            root = _compose(file)
            if isinstance(root, yaml.MappingNode):
                source.data |= _Part(source, file.name).mapping(root, ())
            elif root is not None:
                raise PackError([Mistake(file.name, 1, 'expected keys at the left margin, such as "locations:"')])
        except PackError as error:
            source.mistakes += error.mistakes
            source.whole = False
    return source


def _files(folder: Path) -> list[Path]:
    try:
        files = sorted(file for file in folder.iterdir() if file.suffix in (".yaml", ".yml") and file.is_file())
    except OSError as error:
        raise PackError([Mistake(str(folder), 0, f"cannot read the folder ({error.strerror})")]) from None
    if not any(file.name == "organisation.yaml" for file in files):
        raise PackError([Mistake(str(folder), 0, "expected a content pack: a folder with organisation.yaml in it")])
    return files


def _compose(file: Path) -> yaml.Node | None:
    text = b""
    try:
        text = file.read_bytes()
        return yaml.compose(text.decode("utf-8-sig"), Loader=Loader)
    except OSError as error:
        line, problem = 0, f"cannot read the file ({error.strerror})"
    except UnicodeDecodeError as error:
        line, problem = text.count(b"\n", 0, error.start) + 1, "not UTF-8: save the file with that encoding"
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        problem = f"not YAML: {error.problem or error.context}"
    except yaml.reader.ReaderError as error:
        line, problem = text.count(b"\n", 0, error.position) + 1, f"not YAML: {error.reason}"
    except RecursionError:
        line, problem = 1, "not a pack: too many levels inside each other"
    raise PackError([Mistake(file.name, line, problem)])


class _Part:
    """Turns one file's nodes into plain data, noting where each stands."""

    def __init__(self, source: Source, file: str) -> None:
        self.source = source
        self.file = file
        self.seen: set[int] = set()

    def value(self, node: yaml.Node, loc: Loc) -> Any:
        if len(loc) > DEEPEST:
            self.mistake(node, "too many levels inside each other")
            return None
        if id(node) in self.seen:
            self.mistake(node, "no & and * in a pack: write the text out again")
            return None
        self.seen.add(id(node))
        self.source.places.setdefault(loc, (self.file, node.start_mark.line + 1))
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, loc)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*loc, index)) for index, item in enumerate(node.value)]
        assert isinstance(node, yaml.ScalarNode)
        return node.value if node.value or node.style in ("'", '"') else None

    def mapping(self, node: yaml.MappingNode, loc: Loc) -> dict[str, Any]:
        return {key: value for key, value in self.pairs(node, loc) if value is not None}

    def pairs(self, node: yaml.MappingNode, loc: Loc) -> Iterator[tuple[str, Any]]:
        for key, item in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self.mistake(key, "expected a word as key")
            elif (*loc, key.value) in self.source.places:
                file, line = self.source.places[*loc, key.value]
                self.mistake(key, f"{key.value}: stands twice, also in {file}, line {line}")
            else:
                self.source.places[*loc, key.value] = (self.file, key.start_mark.line + 1)
                yield key.value, self.value(item, (*loc, key.value))

    def mistake(self, node: yaml.Node, text: str) -> None:
        self.source.mistakes.append(Mistake(self.file, node.start_mark.line + 1, text))
