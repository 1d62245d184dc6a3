"""What is known of words of one sentence and words of another: whether they say the same of one thing, contradict each other in it, or neither.

contrasts/*.txt holds items of five lines that teach it: K the kind of a fact; A a
sentence; S one that says the same in other words; D one that contradicts both in that fact alone; N one near to them that isn't about it. [[ ]] marks
the words that decide. contrasts/*.tsv lists what else corresponds in other words: number of the item in its file, AS or AD, words of A, words of S or D.
Labelled pairs of sentences teach it too, by the contrasts that they name, and the words that are the same in both.
"""

import json
import random
import re
from pathlib import Path

import model
import pairs
from values import other_value, places

UNRELATED, SAME, CONTRADICTING = range(len(model.ANSWERS))
EITHER = len(model.ANSWERS)  # of one thing, the same or not

HELD = 6  # every so many items of a file are set aside
OTHERS = 2  # words beside those that decide, of each sentence of a pair
BESIDE = 3  # pairs of words of sentences of which no contrast is known

MARK = re.compile(r"\[\[(.+?)\]\]")
WORD = re.compile(r"\w[\w'’.-]*\w|\w")
FUNCTION_WORDS = set("the a an of to in on at by for and or but with from that which who was were is are be been had has have it its his her their he she they as said".split())


def unmarked(line):
    """The sentence, and the span of the words that are marked in it; None where several places are."""
    found = MARK.findall(line)
    if len(found) > 1:
        return None
    at = line.find("[[")
    return MARK.sub(r"\1", line), (at, at + len(found[0])) if found else None


def items(folder):
    """The items of a folder's files: file, number in it, and of each letter sentence and span. Broken ones are left out."""
    for path in sorted(Path(folder).glob("*.txt")):
        for number, block in enumerate(re.split(r"\n\s*\n", path.read_text())):
            lines = dict(re.findall(r"^([KASDN]): (.+)$", block, re.M))
            read = {k: unmarked(lines.get(k, "").strip()) for k in "ASDN"}
            if all(read.values()) and all(read[k][1] for k in "ASD"):
                yield path.stem, number, read


def overlap(x, y):
    return x[0] < y[1] and x[1] > y[0]


def content(text, *beside):
    """The content words of a text that don't overlap any of some spans."""
    return [m.span() for m in WORD.finditer(text) if m.group().lower() not in FUNCTION_WORDS and not any(overlap(m.span(), s) for s in beside if s)]


def alike(a, b, within_a=None, within_b=None):
    """Pairs of content words that stand once in each of two texts, or in spans of them."""
    def once(text, within):
        words = {}
        for span in content(text):
            words.setdefault(text[slice(*span)].lower(), []).append(span)
        return {w: s[0] for w, s in words.items() if len(s) == 1 and (not within or overlap(s[0], within))}

    x, y = once(a, within_a), once(b, within_b)
    return [(x[w], y[w]) for w in x if w in y]


def beside(a, b, span_a, span_b, rng):
    """Pairs of words that are of two things: one of a span that decides and one that doesn't."""
    found = []
    for x, y in [(span_a, s) for s in some(content(b, span_b), OTHERS, rng)] + [(s, span_b) for s in some(content(a, span_a), OTHERS, rng)]:
        if x and y and a[slice(*x)].lower() != b[slice(*y)].lower():
            found.append((x, y, UNRELATED))
    return found


def some(of, most, rng):
    return rng.sample(of, min(most, len(of)))


def corresponding(folder):
    """What corresponds in the items: by file, number and letters, pairs of words."""
    found = {}
    for path in sorted(Path(folder).glob("*.tsv")):
        for line in path.read_text().splitlines():
            fields = line.split("\t")
            if len(fields) == 4 and fields[0].isdigit():
                found.setdefault((path.stem, int(fields[0]), fields[1]), []).append((fields[2], fields[3]))
    return found


def answering(a, b, words):
    """The words that correspond, those of one with those of each other as of two things."""
    spans = [(places(a, v), places(b, w)) for v, w in words]
    spans = [(x[0], y[0]) for x, y in spans if len(x) == 1 and len(y) == 1]
    return [(x, y, SAME if i == j else UNRELATED) for i, (x, _) in enumerate(spans) for j, (_, y) in enumerate(spans) if i == j or not overlap(spans[i][1], y) and not overlap(spans[j][0], x)]


def written(folder, rng):
    known = corresponding(folder)
    for name, number, read in items(folder):
        held = number % HELD == HELD - 1
        a, s, d, n = (read[k] for k in "ASDN")
        for x, y, letters, label in ((a, s, "AS", SAME), (a, d, "AD", CONTRADICTING), (s, d, "SD", CONTRADICTING)):
            words = answering(x[0], y[0], known.get((name, number, letters), ()))
            yield x[0], y[0], [(x[1], y[1], label)] + words + beside(x[0], y[0], x[1], y[1], rng), held
        for x in (a, d):
            yield x[0], n[0], beside(x[0], n[0], x[1], None, rng), held


def labelled(root, kept, rng):
    """Pairs of sentences that are labelled in data/pairs or kept beside this program."""
    rows = [(json.loads(line), file.stem) for file in sorted(Path(root, "data", "pairs").glob("*.jsonl")) for line in file.read_text().splitlines()]
    for d, stem in rows + [(d, "kept") for d in kept]:
        topic = pairs.Pair("", "", 0, d.get("source", "")).topic
        if topic and topic > 23 and topic not in pairs.HELD_TOPICS or d.get("source") in pairs.HELD_FOLDERS:
            continue
        yield d, stem == pairs.HELD_WRITTEN or topic in pairs.HELD_TOPICS


def of_labelled(root, kept, rng):
    for d, held in labelled(root, kept, rng):
        a, b, relation = d["a"], d["b"], d["relation"]
        if relation == "apart":
            yield a, b, [(x, y, UNRELATED) for x, y in zip(some(content(a), BESIDE, rng), some(content(b), BESIDE, rng)) if a[slice(*x)].lower() != b[slice(*y)].lower()], held
            continue
        named = [(d["pa"], d["pb"], "conflict")] if d.get("pa") and d.get("pb") else [(c["a"], c["b"], c.get("verdict")) for c in d.get("contrasts") or []]
        known = []
        for words_a, words_b, verdict in named:
            x, y = places(a, words_a), places(b, words_b)
            if len(x) == 1 and len(y) == 1:
                known += [(x[0], y[0], CONTRADICTING if verdict == "conflict" else EITHER)] + beside(a, b, x[0], y[0], rng)
        if relation in pairs.AGREEING:
            clauses = [(places(t, d.get(c))[:1] or [None])[0] for t, c in ((a, "clause_a"), (b, "clause_b"))]
            same = some(alike(a, b, *clauses), BESIDE, rng)
            for x, y in same:
                known += [(x, y, SAME)] + beside(a, b, x, y, rng)[:OTHERS]
                made = other_value(b[slice(*y)], rng)
                if made and made not in a and made not in b:
                    changed = b[: y[0]] + made + b[y[1]:]
                    yield a, changed, [(x, (y[0], y[0] + len(made)), CONTRADICTING)], held
        yield a, b, known, held


SAYS = {"excludes": CONTRADICTING, "differs": EITHER, "same": SAME, "unrelated": UNRELATED}


def of_readers(path):
    """Contrasts of xref that readers labelled, as `go run ./cmd/train sentences -contrasts` prints them: of ECB+ alone, of even topics held."""
    for line in Path(path).read_text().splitlines():
        d = json.loads(line)
        topic = re.match(r"ecbplus/(\d+)", d["case"])
        if topic and not d["annotated"]:
            known = [(pairs.characters(d["a"], [d["words_a"]])[0], pairs.characters(d["b"], [d["words_b"]])[0], SAYS[d["says"]])]
            yield d["a"], d["b"], known, int(topic.group(1)) % 2 == 0
