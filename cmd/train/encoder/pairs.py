"""Labelled pairs of sentences and of clauses as training samples: token ids, segments, clauses and targets."""

import json
import random
import re
from dataclasses import dataclass
from pathlib import Path

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
    clause_a: list | None = None  # spans of characters of a
    clause_b: list | None = None
    group: str = ""
    of_clauses: bool = False  # the relation is that of the clauses, and of the sentences none is known

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
    return [(start, start + len(clause))] if start >= 0 else None


def characters(text, spans):
    """Spans of bytes of a text as spans of its characters."""
    data = text.encode()
    return [tuple(len(data[:n].decode(errors="ignore")) for n in span) for span in spans]


def clause_pairs(path, annotated):
    """Labelled pairs of clauses, as `go run ./cmd/train sentences` writes them; those of annotated cases, or of the others."""
    pairs = []
    for line in Path(path).read_text().splitlines():
        d = json.loads(line)
        if d["annotated"] == annotated:
            pairs.append(Pair(d["a"], d["b"], float(d["relation"] != "apart"), d["case"], d["relation"], characters(d["a"], d["clause_a"]),
                              characters(d["b"], d["clause_b"]), "clauses", True))
    return pairs


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
    rest = [(0, clause[0][0]), (clause[-1][1], len(sentence))]
    found = []
    for low, high in rest:
        cuts = [low] + [m.start() for m in CUT.finditer(sentence, low, high)] + [high]
        for i in range(len(cuts) - 1):
            for j in range(i + 1, min(i + 3, len(cuts))):
                if len(re.findall(r"\w+", sentence[cuts[i]:cuts[j]])) >= 4:
                    found.append((cuts[i], cuts[j]))
    return [rng.choice(found)] if found else None


class Samples:
    """Samples of pairs, drawn anew each epoch: order, and clauses that have nothing in common."""

    def __init__(self, tokenizer):
        self.tokenizer = tokenizer
        tokenizer.no_padding()
        tokenizer.enable_truncation(LONGEST)

    def plain(self, pair):
        """The pair as it is measured: in its own order, with its own clauses."""
        return self._encode(pair, False, pair.clause_a, pair.clause_b, pair.wanted)

    def other(self, pair, clause_b):
        """The pair with another clause of b."""
        return self._encode(pair, False, pair.clause_a, clause_b, 0)

    def draw(self, pair, rng):
        flip = rng.random() < 0.5
        a, b, wanted = pair.clause_a, pair.clause_b, pair.wanted
        if not pair.of_clauses and a and b and rng.random() < 0.4:
            which = rng.random()
            a = other_clause(pair.a, a, rng) if which < 0.6 else a
            b = other_clause(pair.b, b, rng) if which > 0.4 else b
            wanted = 0
        return self._encode(pair, flip, a, b, wanted)

    def _encode(self, pair, flip, clause_a, clause_b, clause_wanted):
        """Ids, segments, clauses, targets of words, of the pair and of the clauses; -1 for what isn't known. Only the words of the pair's own clauses are known."""
        a, b, own_a, own_b = pair.a, pair.b, pair.clause_a, pair.clause_b
        if flip:
            a, b, own_a, own_b, clause_a, clause_b = b, a, own_b, own_a, clause_b, clause_a
        e = self.tokenizer.encode(a, b)
        clauses, words = [], []
        words_known = not pair.of_clauses and (not pair.joined or own_a and own_b)
        for token, segment, span, special in zip(e.tokens, e.type_ids, e.offsets, e.special_tokens_mask):
            inside = not special and overlaps(span, clause_b if segment else clause_a)
            clauses.append(1 + segment if inside else 0)
            known = words_known and not special and not token.startswith("##")
            words.append(float(pair.joined > 0 and overlaps(span, own_b if segment else own_a)) if known else -1.0)
        known = 1 in clauses and 2 in clauses
        return e.ids, e.type_ids, clauses, words, -1 if pair.of_clauses else pair.wanted, clause_wanted if known else -1


def overlaps(span, clause):
    return any(span[0] < end and span[1] > start for start, end in clause or ())


def alike_in_length(lengths, size, rng=None):
    """Numbers of samples in groups of like length: in order of length, or, with rng, in about that order and the groups shuffled."""
    order = sorted(range(len(lengths)), key=lambda i: lengths[i] + (rng.random() * 6 if rng else 0))
    groups = [order[i:i + size] for i in range(0, len(order), size)]
    if rng:
        rng.shuffle(groups)
    return groups


def batches(samples, size):
    """Samples in batches of like length, in order of length."""
    for group in alike_in_length([len(s[0]) for s in samples], size):
        yield group, stack([samples[i] for i in group])


def stack(samples):
    n = max(len(s[0]) for s in samples)
    ids, segments, clauses = (torch.tensor([s[k] + [0] * (n - len(s[k])) for s in samples]) for k in range(3))
    words = torch.tensor([s[3] + [-1.0] * (n - len(s[3])) for s in samples])
    mask = torch.tensor([[1] * len(s[0]) + [0] * (n - len(s[0])) for s in samples]).bool()
    return ids, segments, clauses, mask, words, torch.tensor([s[4] for s in samples]), torch.tensor([s[5] for s in samples])
