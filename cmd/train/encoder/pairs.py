"""Labelled pairs of sentences as training samples: token ids, segments, marks and targets."""

import json
import random
import re
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch

AGREEING = ("same", "a_more", "b_more")
LONGEST = 128  # tokens of a pair
HELD_TOPICS = range(24, 32)  # of ECB+, measured only
HELD_WRITTEN = "p5"
HELD_FOLDERS = {"b5eefefb"}  # of cases, set aside unread


@dataclass
class Pair:
    a: str
    b: str
    joined: float  # 1 one matter, 0 none; between the two as a teacher sees it
    source: str  # ecb10a, a folder of cases, or the file of written pairs
    relation: str = ""
    clause_a: tuple | None = None  # characters of a
    clause_b: tuple | None = None
    words: list = field(default_factory=list)  # a teacher's probabilities for each token
    group: str = ""

    @property
    def wanted(self):
        """Number of its class in model.CLASSES."""
        return 0 if self.relation == "apart" else 1 if self.relation in AGREEING else 2

    @property
    def topic(self):
        m = re.match(r"ecb(\d+)", self.source)
        return int(m.group(1)) if m else None


def clause_span(sentence, clause):
    start = sentence.find(clause) if clause else -1
    return (start, start + len(clause)) if start >= 0 else None


def read_pairs(path, group=""):
    pairs = []
    for line in Path(path).read_text().splitlines():
        d = json.loads(line)
        pairs.append(Pair(d["a"], d["b"], float(d["relation"] != "apart"), d.get("source", Path(path).stem), d["relation"],
                          clause_span(d["a"], d.get("clause_a")), clause_span(d["b"], d.get("clause_b")), group=group or Path(path).stem))
    return pairs


def training_pairs(folder):
    """Real and written pairs to train on, and those that are held out: real ones of other topics, written ones of another file."""
    real, written, held_real, held_written = [], [], [], []
    for path in sorted(Path(folder).glob("*.jsonl")):
        for p in read_pairs(path):
            if path.stem.startswith("p"):
                (held_written if path.stem == HELD_WRITTEN else written).append(p)
            elif p.topic in HELD_TOPICS:
                held_real.append(p)
            elif p.source not in HELD_FOLDERS and (p.topic is None or p.topic <= 23):
                real.append(p)
    return real, written, held_real, held_written


CUT = re.compile(r"[,;:—]|--| (?:and|but|while|after|before|when|because|that|which|who|as|if|although|with|where|since|until|by|to|for) ")


def other_clause(sentence, clause, rng):
    """A stretch of at least four words beside the clause, between two places where clauses may part, or None."""
    start, end = clause
    rest = [(0, start), (end, len(sentence))]
    found = []
    for low, high in rest:
        cuts = [low] + [m.start() for m in CUT.finditer(sentence, low, high)] + [high]
        for i in range(len(cuts) - 1):
            for j in range(i + 1, min(i + 3, len(cuts))):
                if len(re.findall(r"\w+", sentence[cuts[i]:cuts[j]])) >= 4:
                    found.append((cuts[i], cuts[j]))
    return rng.choice(found) if found else None


class Samples:
    """Samples of pairs, drawn anew each epoch: order, marks and negatives from another clause."""

    def __init__(self, tokenizer):
        self.tokenizer = tokenizer
        tokenizer.no_padding()
        tokenizer.enable_truncation(LONGEST)

    def plain(self, pair):
        """The pair as it is measured: in its own order, without marks."""
        return self._encode(pair, False, None, None, pair.wanted, True)

    def marked(self, pair, mark_a, mark_b):
        return self._encode(pair, False, mark_a, mark_b, pair.wanted, False)

    def draw(self, pair, rng):
        flip = rng.random() < 0.5
        whole_a, whole_b = (0, len(pair.a)), (0, len(pair.b))
        kind = rng.random()
        if pair.clause_a and pair.clause_b:
            if kind < 0.40:
                return self._encode(pair, flip, None, None, pair.wanted, True)
            if kind < 0.75:
                a = pair.clause_a if rng.random() < 0.85 else whole_a
                b = pair.clause_b if rng.random() < 0.85 else whole_b
                return self._encode(pair, flip, a, b, pair.wanted, True)
            which = rng.random()
            a = other_clause(pair.a, pair.clause_a, rng) if which < 0.6 else pair.clause_a
            b = other_clause(pair.b, pair.clause_b, rng) if which > 0.4 else pair.clause_b
            if a and b:
                return self._encode(pair, flip, a, b, 0, False)
            return self._encode(pair, flip, None, None, pair.wanted, True)
        if kind < 0.5:
            return self._encode(pair, flip, None, None, pair.wanted, not pair.joined)
        if pair.joined > 0.5 or kind < 0.65:
            return self._encode(pair, flip, whole_a, whole_b, pair.wanted, not pair.joined)
        a = other_clause(pair.a, (0, 0), rng) or whole_a
        b = other_clause(pair.b, (0, 0), rng) or whole_b
        return self._encode(pair, flip, a, b, pair.wanted, True)

    def _encode(self, pair, flip, mark_a, mark_b, wanted, words_known):
        a, b, ca, cb = pair.a, pair.b, pair.clause_a, pair.clause_b
        if flip:
            a, b, ca, cb, mark_a, mark_b = b, a, cb, ca, mark_b, mark_a
        e = self.tokenizer.encode(a, b)
        marks, words = [], []
        for token, segment, (start, _), special in zip(e.tokens, e.type_ids, e.offsets, e.special_tokens_mask):
            mark = (mark_b if segment else mark_a) or (0, 0)
            clause = (cb if segment else ca) or (0, 0)
            marks.append(0 if special or not mark[0] <= start < mark[1] else 1 + segment)
            inside = clause[0] <= start < clause[1]
            words.append(-1.0 if special or not words_known or token.startswith("##") else float(inside))
        return e.ids, e.type_ids, marks, words, wanted


def batches(samples, size, rng=None):
    """Samples in batches of like length; in order of length, or shuffled."""
    order = sorted(range(len(samples)), key=lambda i: len(samples[i][0]) + (rng.random() * 6 if rng else 0))
    groups = [order[i:i + size] for i in range(0, len(order), size)]
    if rng:
        rng.shuffle(groups)
    for group in groups:
        yield group, stack([samples[i] for i in group])


def stack(samples):
    n = max(len(s[0]) for s in samples)
    ids, segments, marks = (torch.tensor([s[k] + [0] * (n - len(s[k])) for s in samples]) for k in range(3))
    words = torch.tensor([s[3] + [-1.0] * (n - len(s[3])) for s in samples])
    mask = torch.tensor([[1] * len(s[0]) + [0] * (n - len(s[0])) for s in samples]).bool()
    return ids, segments, marks, mask, words, torch.tensor([s[4] for s in samples])
