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
from bot.understanding.embedding import Embedder, load_embedder
from bot.understanding.examples import Examples
from bot.understanding.features import Floats
from bot.understanding.fitting import figures, fit_thresholds
from bot.understanding.heads import fit_meaning, fit_words, meaning_head, word_head
from bot.understanding.model import Figures, Model, Thresholds, together
from bot.understanding.phrases import ROOT, Phrase, about_places, fingerprint, other_places, read_phrases

FOLDS, SEEDS = 3, (1, 2)
GATE = 0.005
"""How much each share may get worse by what was taught: less than phrases of one topic can do by chance."""
GATE_FELL = 3


def train(taught: Sequence[Phrase], embedder: Embedder, root: Path = ROOT) -> Model:
    """A model of the phrase files and what was taught, with thresholds and figures; three or four minutes of one core.

    `root`: where `locales` and `organisations` are.
    """
    written = read_phrases(root)
    examples = Examples.of([*written, *about_places(written, root=root)], len(written), taught, embedder)
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
        languages=word_head(fit_words(examples, examples.languages, everything)),
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
    after = train(read_taught(asked.taught) if asked.taught else [], embedder, asked.phrases)
    if asked.beside and (fallen := gates_that_fall(models.load(asked.beside), after)):
        sys.stderr.write("\n".join(fallen) + "\n")
        return GATE_FELL
    models.save(after, asked.to)
    sys.stdout.write(_summary(after.words_figures, after.both_figures))
    return 0


def _summary(words: Figures, both: Figures) -> str:
    return json.dumps({"words alone": asdict(words), "with embeddings": asdict(both)}, indent=1) + "\n"


if __name__ == "__main__":
    sys.exit(main())
