"""Trains the model: `python -m bot.understanding.train`. Needs scikit-learn, which serving does not.

In a child process of the bot it adds what the team has taught, and writes a model only if no gate falls.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np
from sklearn.model_selection import StratifiedKFold

from bot.understanding import model as models
from bot.understanding.embedding import load_embedder
from bot.understanding.examples import Examples
from bot.understanding.features import Floats
from bot.understanding.fitting import figures, fit_thresholds
from bot.understanding.heads import fit_meaning, fit_words, meaning_head, word_head
from bot.understanding.model import Figures, Model, Thresholds, together
from bot.understanding.normalise import plain
from bot.understanding.phrases import OFF_TOPIC, ROOT, Phrase, about_places, fingerprint, other_places, read_phrases

FOLDS, SEEDS = 3, (1, 2)
GATE = 0.005
"""How much each share may get worse by what was taught: less than phrases of one topic can do by chance."""
KNOWN_GATE = 0.001
"""How large a share of the known phrases may be answered wrong beyond those that were."""
GATE_FELL = 3


def train(examples: Examples, root: Path = ROOT) -> Model:
    """A model with thresholds and figures; some minutes of one core. `root`: where the phrase files' folders are."""
    everything = np.arange(len(examples.topics))
    labels = sorted(set(examples.topics.tolist()))
    unseen = [_out_of_fold(examples, labels, seed) for seed in SEEDS]
    topics = examples.topics[: examples.not_taught]
    by_words = _most_careful([fit_thresholds(topics, labels, words) for words, _ in unseen])
    by_both = _most_careful([fit_thresholds(topics, labels, both) for _, both in unseen])
    measured = slice(examples.written)
    return Model(
        fingerprint=fingerprint(root),
        rarity=examples.rarity,
        topics=word_head(fit_words(examples, examples.topics, everything)),
        meaning=meaning_head(fit_meaning(examples, everything), examples.middle),
        languages=word_head(fit_words(examples, examples.languages, np.flatnonzero(examples.tell_language))),
        by_words=by_words,
        by_both=by_both,
        words_figures=figures(topics[measured], labels, unseen[0][0][measured], by_words),
        both_figures=figures(topics[measured], labels, unseen[0][1][measured], by_both),
        other_places=tuple(other_places(root)),
    )


def gates_that_fall(before: Model, after: Model) -> list[str]:
    """Figures that got worse, each as "with embeddings: answered_right 0.512 → 0.488"."""
    fallen = []
    for name, old, new in (
        ("words alone", before.words_figures, after.words_figures),
        ("with embeddings", before.both_figures, after.both_figures),
    ):
        for figure, was in asdict(old).items():
            now = getattr(new, figure)
            worse = was - now if figure == "answered_right" else now - was
            if worse > GATE:
                fallen.append(f"{name}: {figure} {was} → {now}")
    return fallen


def known_gone_wrong(before: Model, after: Model, given: Sequence[Phrase], embeddings: Floats) -> list[str]:
    """Where what was taught contradicts what is known: phrases of the files that are answered wrong from now on.

    That many of them are off-topic and answered as hours is not allowed to grow at all.
    """
    was, now = _wrong(before, given, embeddings), _wrong(after, given, embeddings)
    hours = [sum(topic == "hours" for topic in found.values()) for found in (was, now)]
    fallen = [f"known questions answered with hours: {hours[0]} → {hours[1]}"] if hours[1] > hours[0] else []
    if len(now) - len(was) > KNOWN_GATE * len(given):
        fallen.append(f"known questions answered wrong: {len(was)} → {len(now)}")
    return fallen


def _wrong(model: Model, given: Sequence[Phrase], embeddings: Floats) -> dict[int, str]:
    """Which of them are answered, with embeddings, with another topic than theirs, and with which."""
    found = {}
    for at, phrase in enumerate(given):
        chances = model.topic_chances(plain(phrase.text), embeddings[at])
        topic = model.topics.labels[int(chances.argmax())]
        needed = model.by_both.hours if topic == "hours" else model.by_both.answer
        if topic not in (OFF_TOPIC, phrase.topic) and chances.max() >= needed:
            found[at] = topic
    return found


def read_taught(file: Path) -> list[Phrase]:
    """JSON lines with text, topic and language. ValueError, KeyError for anything else."""
    lines = (json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip())
    return [Phrase(str(line["text"]), str(line["topic"]), str(line["language"]), "taught") for line in lines]


def _out_of_fold(examples: Examples, labels: list[str], seed: int) -> tuple[Floats, Floats]:
    """The probabilities of each example that was not taught, by words and by both, from a model that has not seen it.

    What was taught is in every fold: so two trainings differ by that alone, and not by how the folds fell.
    """
    given = examples.topics[: examples.not_taught]
    taught = np.arange(len(given), len(examples.topics))
    words = np.zeros((len(given), len(labels)), dtype=np.float32)
    meaning = np.zeros_like(words)
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=seed)
    for most, unseen in folds.split(np.zeros(len(given)), given):
        seen = np.concatenate([most, taught])
        words[unseen] = fit_words(examples, examples.topics, seen).predict_proba(examples.words[unseen])
        meaning[unseen] = fit_meaning(examples, seen).predict_proba(examples.meaning[unseen])
    return words, together(words, meaning)


def _most_careful(fitted: list[Thresholds]) -> Thresholds:
    """The highest of several seeds, and the lowest for emergencies."""
    return Thresholds(
        answer=max(one.answer for one in fitted),
        hours=max(one.hours for one in fitted),
        off_topic=max(one.off_topic for one in fitted),
        emergency=min(one.emergency for one in fitted),
    )


def main() -> int:
    """0; 1 where it cannot train; GATE_FELL, with the gates on standard error and nothing written."""
    parser = argparse.ArgumentParser(prog="python -m bot.understanding.train", description=__doc__)
    parser.add_argument("--to", type=Path, default=models.FILE, help="the file to write")
    parser.add_argument("--taught", type=Path, help="JSON lines with text, topic, language")
    parser.add_argument("--beside", type=Path, help="the model that may not be better than the new one")
    parser.add_argument("--phrases", type=Path, default=ROOT, help="the folder with the phrase files' folders")
    asked = parser.parse_args()
    embedder = load_embedder()
    if embedder is None:
        sys.stderr.write("training needs the embeddings\n")
        return 1
    written = read_phrases(asked.phrases)
    given = [*written, *about_places(written, root=asked.phrases)]
    examples = Examples.of(given, len(written), read_taught(asked.taught) if asked.taught else [], embedder)
    after = train(examples, asked.phrases)
    if asked.beside:
        before = models.load(asked.beside)
        known = known_gone_wrong(before, after, given, examples.embeddings)
        if fallen := gates_that_fall(before, after) + known:
            sys.stderr.write("\n".join(fallen) + "\n")
            return GATE_FELL
    models.save(after, asked.to)
    sys.stdout.write(_summary(after.words_figures, after.both_figures))
    return 0


def _summary(words: Figures, both: Figures) -> str:
    return json.dumps({"words alone": asdict(words), "with embeddings": asdict(both)}, indent=1) + "\n"


if __name__ == "__main__":
    sys.exit(main())
