"""What is known of numbers and times: whether one of one sentence and one of another say how much, how many or when of one thing.

It comes from labelled pairs of sentences: those that a
contrast names belong together, equal ones of a common matter do, and others of the same pairs don't.
"""

import json
import random
import re
from dataclasses import dataclass
from pathlib import Path

import pairs

@dataclass
class Values:
    """A pair of sentences, with pairs of values: spans of characters of a and of b, and whether they are of one thing."""

    a: str
    b: str
    known: list  # (span of a, span of b, 1 or 0, whether they are equal)
    held: bool

def read(root, kept, path):
    """Pairs of sentences whose values are known: of path, which `go run ./cmd/train values` writes of the labelled pairs of root and of kept."""
    labelled = {}
    for file in sorted(Path(root, "data", "pairs").glob("*.jsonl")):
        for line in file.read_text().splitlines():
            d = json.loads(line)
            labelled[d["a"], d["b"]] = (d, file.stem == pairs.HELD_WRITTEN)
    for d in kept:
        labelled[d["a"], d["b"]] = (d, False)
    found = []
    for line in Path(path).read_text().splitlines():
        d = json.loads(line)
        label, held = labelled.get((d["a"], d["b"]), (None, False))
        if label is None:
            continue
        topic = pairs.Pair("", "", 0, label.get("source", "")).topic
        if topic and topic > 23 and topic not in pairs.HELD_TOPICS or label.get("source") in pairs.HELD_FOLDERS:
            continue
        held = held or topic in pairs.HELD_TOPICS
        known = known_of(label, d["values"])
        if known:
            found.append(Values(d["a"], d["b"], known, held))
    return found

def spans_of(path):
    """The values of the pairs of sentences that `go run ./cmd/train values` printed: characters of a and of b, and whether they are equal."""
    found = {}
    for line in Path(path).read_text().splitlines():
        d = json.loads(line)
        found[d["a"], d["b"]] = [(pairs.characters(d["a"], [v["a"]])[0], pairs.characters(d["b"], [v["b"]])[0], v["equal"]) for v in d["values"]]
    return found

def places(text, part):
    return [(m.start(), m.end()) for m in re.finditer(re.escape(part), text)] if part else []

def known_of(label, values):
    """What is known of the values of a labelled pair of sentences."""
    a, b, relation = label["a"], label["b"], label["relation"]
    spans = [(pairs.characters(a, [v["a"]])[0], pairs.characters(b, [v["b"]])[0], v["equal"]) for v in values]
    if relation == "apart":
        return [(x, y, 0, equal) for x, y, equal in spans]
    contrasts = [(label.get("pa"), label.get("pb"))] if label.get("pa") else [(c.get("a"), c.get("b")) for c in label.get("contrasts") or []]
    named = [(places(a, p), places(b, q)) for p, q in contrasts]
    clause_a, clause_b = places(a, label.get("clause_a"))[:1] or [(0, len(a))], places(b, label.get("clause_b"))[:1] or [(0, len(b))]
    together = []
    for x, y, equal in spans:
        contrasted = any(pairs.overlaps(x, p) and pairs.overlaps(y, q) for p, q in named)
        shared = equal and pairs.overlaps(x, clause_a) and pairs.overlaps(y, clause_b)
        together.append(contrasted or shared)
    known = []
    for (x, y, equal), one in zip(spans, together):
        if one:
            if sum(t and (s[0] == x or s[1] == y) for s, t in zip(spans, together)) == 1:
                known.append((x, y, 1, equal))
        elif not equal:
            known.append((x, y, 0, equal))
    return known

DIGITS = re.compile(r"\d+")
WORDS = [
    "two three four five six seven eight nine ten eleven twelve".split(),
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
    "January February March April June July August September October November December".split(),
]

def other_value(text, rng):
    """The value with another number, weekday or month; None where it has none that is known."""
    for row in WORDS:
        for word in row:
            at = re.search(rf"\b{word}\b", text)
            if at:
                return text[: at.start()] + rng.choice([w for w in row if w != word]) + text[at.end():]
    numbers = list(DIGITS.finditer(text))
    if not numbers:
        return None
    number = rng.choice(numbers)
    was = number.group()
    low, high = (1990, 2025) if len(was) == 4 and was[:2] in ("19", "20") else (10 ** (len(was) - 1), 10 ** len(was) - 1)
    made = str(rng.randint(low, high))
    return None if made == was else text[: number.start()] + made + text[number.end():]

def altered(v, rng):
    """The pair with one value changed, so that being equal doesn't give away what belongs together: one of equal values is made another, or one of
    values that have nothing in common is made the same. None where that can't be."""
    x, y, one, equal = rng.choice(v.known)
    if bool(one) != bool(equal):
        return None
    made = other_value(v.b[y[0]:y[1]], rng) if one else v.a[x[0]:x[1]]
    if made is None:
        return None
    moved = len(made) - (y[1] - y[0])

    def place(span):
        if span == y:
            return (y[0], y[1] + moved)
        return (span[0] + moved, span[1] + moved) if span[0] >= y[1] else span

    known = [(p, place(q), n, not one if q == y and p == x else e) for p, q, n, e in v.known if q == y and p == x or q[1] <= y[0] or q[0] >= y[1]]
    return Values(v.a, v.b[: y[0]] + made + v.b[y[1]:], known, v.held)
