"""Real articles, two by two, of which a reader marked every matter that both report, as labelled pairs of sentences.

labels/articles.jsonl has a pair of articles a line and no text: their paths below the data folder, how many sentences of each were read, and the
matches: number of the sentence of a, characters of the clause in it, those of the words that differ, the same of b, and the kind of difference, "" where
both say the same.

    python articles.py keep FOLDER >labels/articles.jsonl     from what readers wrote: FOLDER/t/*.json (sentences) and FOLDER/out/*.tsv (matches)
    python articles.py pairs >pairs.jsonl                      in the schema of labelled pairs, for `go run ./cmd/train values`
"""

import json
import os
import random
import sys
from pathlib import Path

import corpus
import events
import pairs

APART = 24  # pairs of sentences of two articles that have nothing in common, at most: half by the words they share, half at random


def sentences_of(root, path, count):
    read = corpus.ecb_sentences if path.endswith(".xml") else corpus.article_sentences
    return [s.text for s in read(root, path)[:count]]


def found_in(text, part, low=0, high=None):
    """Characters of a part of a text; None where it is empty."""
    if not part:
        return None
    at = text.index(part, low, high)
    return [at, at + len(part)]


def keep(folder):
    for path in sorted(Path(folder, "out").glob("*.tsv")):
        a, b = json.loads(Path(folder, "t", path.stem + ".json").read_text())
        matches = []
        for number, line in enumerate(path.read_text().splitlines()):
            fields = line.split("\t")
            if len(fields) < 5:
                continue
            try:
                i, j = int(fields[0][1:]) - 1, int(fields[2][1:]) - 1
                clause_a, clause_b = found_in(a[i][3], fields[1]), found_in(b[j][3], fields[3])
                words = (fields[5:] + ["", ""])[:2]
                words_a, words_b = (found_in(s[3], w, *c) for s, w, c in ((a[i], words[0], clause_a), (b[j], words[1], clause_b)))
            except (ValueError, IndexError) as error:
                print(f"{path}:{number + 1}: {error}", file=sys.stderr)
                continue
            kind = fields[4].strip().lstrip("!")
            matches.append([i, clause_a, words_a, j, clause_b, words_b, "" if kind == "=" else kind])
        print(json.dumps({"a": a[0][0], "b": b[0][0], "of_a": len(a), "of_b": len(b), "matches": matches}, separators=(",", ":")))


def held(path):
    """Whether what is learned is measured on these articles: a fifth of the cases and of the topics."""
    group = path.split("/")[-2]
    return (int(group) if group.isdigit() and len(group) < 3 else int(group, 16)) % 5 == 0


def sentence_pairs(root, path, every=False):
    """Pairs of sentences of the articles: all that have something in common, and some more, or every one."""
    for line in Path(path).read_text().splitlines():
        d = json.loads(line)
        name = f"{d['a']} {d['b']}"
        rng = random.Random(name)
        a, b = sentences_of(root, d["a"], d["of_a"]), sentences_of(root, d["b"], d["of_b"])
        shared = {}
        for i, clause_a, words_a, j, clause_b, words_b, kind in d["matches"]:
            spans = [tuple(s) if s else None for s in (clause_a, clause_b, words_a, words_b)]
            shared.setdefault((i, j), []).append(events.Shared(*spans, kind or None))
        apart = []
        for i, x in enumerate(a):
            for j, y in enumerate(b):
                other = [[s.clause_a for (k, l), of in shared.items() if k == i and l != j for s in of], [s.clause_b for (k, l), of in shared.items() if l == j and k != i for s in of]]
                of = shared.get((i, j), [])
                alone = [[c for c in dict.fromkeys(cs) if not any(pairs.overlaps(c, [m]) for m in mine)] for cs, mine in zip(other, ([s.clause_a for s in of], [s.clause_b for s in of]))]
                p = events.Sentences(x, y, of, *alone, held(d["a"]), name)
                if of or every:
                    yield p
                else:
                    apart.append(p)
        yield from events.some_apart(apart, APART, rng)


def main():
    if sys.argv[1] == "keep":
        keep(sys.argv[2])
        return
    for p in sentence_pairs(os.environ["XREF_DATA"], Path(__file__).parent / "labels" / "articles.jsonl"):
        print(json.dumps({"a": p.a, "b": p.b, "relation": p.relation, "source": p.event}, ensure_ascii=False))


if __name__ == "__main__":
    main()
