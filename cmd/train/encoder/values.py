"""Teaches the head of values: whether a number or a time of one sentence and one of another say how much, how many or when of one thing.

The rest of the encoder stays as it is; only its last rows are read. What is known of two values comes from labelled pairs of sentences: those that a
contrast names belong together, equal ones of a common matter do, and others of the same pairs don't.
"""

import json
import random
import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from sklearn.metrics import average_precision_score, roc_auc_score

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

def compared(encoder, tokenizer, found):
    """For each pair of values the vectors that the head reads, by both orders of the sentences: rows, wanted, equal, number of the pair of sentences."""
    tokenizer.no_padding()
    tokenizer.enable_truncation(pairs.LONGEST)
    encoder.eval()
    rows, wanted, equal, of = [], [], [], []
    jobs = [(i, flip) for i in range(len(found)) for flip in (False, True)]
    made = []
    for i, flip in jobs:
        v = found[i]
        made.append(tokenizer.encode(v.b, v.a) if flip else tokenizer.encode(v.a, v.b))
    order = sorted(range(len(jobs)), key=lambda k: len(made[k].ids))
    for start in range(0, len(order), 32):
        group = order[start:start + 32]
        n = max(len(made[k].ids) for k in group)
        pad = lambda ids: ids + [0] * (n - len(ids))
        ids, segments = (torch.tensor([pad(get(made[k])) for k in group]) for get in (lambda e: e.ids, lambda e: e.type_ids))
        mask = torch.tensor([[1] * len(made[k].ids) + [0] * (n - len(made[k].ids)) for k in group]).bool()
        with torch.no_grad():
            x = encoder.states(ids, segments, mask)
        for row, k in enumerate(group):
            i, flip = jobs[k]
            e = made[k]
            for p, q, one, same in found[i].known:
                chosen = [[not special and segment == s and pairs.overlaps(at, [span]) for at, segment, special in zip(e.offsets, e.type_ids, e.special_tokens_mask)]
                          for s, span in enumerate((q, p) if flip else (p, q))]
                if not all(any(c) for c in chosen):
                    continue
                a, b = (torch.tensor([c + [False] * (n - len(c))]) for c in chosen)
                rows.append(encoder.compared(x[row:row + 1], a, b, mask[row:row + 1])[0])
                wanted.append(float(one))
                equal.append(bool(same))
                of.append(i)
    return torch.stack(rows), torch.tensor(wanted), np.array(equal), np.array(of)

def figures(name, wanted, chance, equal):
    result = {"pairs": len(wanted), "together": int(wanted.sum())}
    for which, chosen in (("all", np.ones(len(wanted), bool)), ("unequal", ~equal)):
        y, p = wanted[chosen] > 0.5, chance[chosen]
        result[which] = {"together": int(y.sum()), "area": round(100 * roc_auc_score(y, p), 1), "average_precision": round(100 * average_precision_score(y, p), 1)}
        for least in (0.5, 0.7, 0.9):
            said = p > least
            result[which][f"at {least}"] = {"precision": round(100 * float(y[said].mean()), 1) if said.any() else None, "recall": round(100 * float(said[y].mean()), 1)}
    return {name: result}

def teach(encoder, tokenizer, root, kept, path, epochs=12, seed=1, report=print):
    """Teaches the head and gives its figures on what was set aside."""
    rng = random.Random(seed)
    torch.manual_seed(seed)
    found = read(root, kept, path)
    found += [w for v in found for w in (altered(v, rng), altered(v, rng)) if w]
    rows, wanted, equal, of = compared(encoder, tokenizer, found)
    held = np.array([found[i].held for i in of])
    taught = torch.tensor(np.flatnonzero(~held))
    report(f"values: {len(taught)} pairs taught, {int(wanted[taught].sum())} together; {int(held.sum())} held")
    head = [encoder.value_inner, encoder.value]
    optimizer = torch.optim.AdamW([p for layer in head for p in layer.parameters()], lr=5e-4, weight_decay=0.05)
    size, steps = 64, 0
    total = epochs * -(-len(taught) // size)
    for epoch in range(epochs):
        encoder.value_inner.rounded = epoch >= 3 * epochs // 4
        for group in taught[torch.randperm(len(taught))].split(size):
            for g in optimizer.param_groups:
                g["lr"] = 5e-4 * (1 - steps / total)
            x = F.dropout(rows[group], 0.1)
            loss = F.binary_cross_entropy_with_logits(encoder.values_of(x), wanted[group])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            steps += 1
    with torch.no_grad():
        chance = torch.sigmoid(encoder.values_of(rows)).numpy()
    encoder.value_inner.rounded = False
    return figures("values", wanted.numpy()[held], chance[held], equal[held]) | figures("values_taught", wanted.numpy()[~held], chance[~held], equal[~held])
