"""Labels of pairs without the sentences: where each stands in its article, and what a reader said of the two.

    python labels.py keep CHOSEN LABELLED KEPT   writes the stand-off form of labelled pairs
    python labels.py agreement ONE OTHER         compares two readers of the same pairs
    python labels.py texts KEPT                  prints the pairs with their sentences; XREF_DATA is the data folder

KEPT has one pair a line: id; source (a topic of ECB+ with its event, or a folder of cases); for a and b the path of the article
below the data folder and the bytes of the sentence in it; relation; for a and b the bytes of the clause in the sentence's
text (as corpus.slice_text gives it); contrasts, each with its kind, verdict and bytes of a and b.
"""

import json
import os
import sys
from collections import Counter
from pathlib import Path

import corpus

RELATIONS = ("same", "a_more", "b_more", "differ", "conflict", "apart")
CLASSES = {"apart": "apart", "same": "agree", "a_more": "agree", "b_more": "agree", "differ": "differ", "conflict": "differ"}


def byte_span(text, part):
    """The bytes of text at which part stands first; None for no part. Raises ValueError if it doesn't stand there."""
    if not part:
        return None
    start = text.find(part)
    if start < 0:
        raise ValueError(f"{part!r} doesn't stand in its sentence")
    first = len(text[:start].encode())
    return [first, first + len(part.encode())]


def stand_off(chosen, label):
    """The kept form of one pair; parts that don't stand in their sentence are left out and named."""
    lost = []

    def span(side, part):
        try:
            return byte_span(chosen[side], part)
        except ValueError as e:
            lost.append(f"{label['id']}: {e}")
            return None

    kept = {"id": label["id"], "source": chosen["source"], "relation": label["relation"]}
    if kept["relation"] not in RELATIONS:
        raise ValueError(f"{label['id']}: relation {label['relation']!r}")
    for side in "ab":
        kept[side] = {"path": chosen[f"path_{side}"], "span": chosen[f"span_{side}"]}
    if kept["relation"] != "apart":
        for side in "ab":
            kept[f"clause_{side}"] = span(side, label.get(f"clause_{side}"))
        kept["contrasts"] = [{"kind": c["kind"], "verdict": c.get("verdict", "differ"), "a": span("a", c.get("a")), "b": span("b", c.get("b"))}
                             for c in label.get("contrasts") or []]
    return kept, lost


def rebuilt(kept, root):
    """The texts of one kept pair with its labels, in the schema of labelled pairs. root is the data folder."""
    pair = {"id": kept["id"], "source": kept["source"], "relation": kept["relation"]}
    for side in "ab":
        pair[side] = corpus.slice_text(root, kept[side]["path"], *kept[side]["span"])

    def part(side, span):
        return pair[side].encode()[span[0]:span[1]].decode() if span else ""

    if kept["relation"] != "apart":
        for side in "ab":
            pair[f"clause_{side}"] = part(side, kept.get(f"clause_{side}"))
        pair["contrasts"] = [{"kind": c["kind"], "a": part("a", c["a"]), "b": part("b", c["b"]), "verdict": c["verdict"]} for c in kept["contrasts"]]
    return pair


def read(path):
    return [json.loads(line) for line in Path(path).read_text().splitlines() if line.strip()]


def kappa(table, classes):
    total = sum(table.values())
    same = sum(table[c, c] for c in classes) / total
    chance = sum(sum(table[c, d] for d in classes) * sum(table[d, c] for d in classes) for c in classes) / total**2
    return same, (same - chance) / (1 - chance)


def agreement(one, other):
    """Share of agreement and kappa of two readers, on joining, on three classes and on all relations, with the tables."""
    first, second = ({r["id"]: r["relation"] for r in labels} for labels in (one, other))
    ids = sorted(first.keys() & second.keys())
    result = {"pairs": len(ids)}
    for name, of in (("joined", lambda r: "apart" if r == "apart" else "joined"), ("classes", CLASSES.get), ("relations", lambda r: r)):
        table = Counter((of(first[i]), of(second[i])) for i in ids)
        classes = sorted({c for pair in table for c in pair})
        same, k = kappa(table, classes)
        result[name] = {"agreement": round(100 * same, 1), "kappa": round(k, 2),
                        "table": {c: {d: table[c, d] for d in classes if table[c, d]} for c in classes}}
    return result


def main(command, *paths):
    if command == "keep":
        chosen = {c["id"]: c for c in read(paths[0])}
        lines, lost = [], []
        for label in read(paths[1]):
            kept, gone = stand_off(chosen[label["id"]], label)
            lines.append(json.dumps(kept))
            lost += gone
        Path(paths[2]).write_text("".join(line + "\n" for line in lines))
        print(f"{len(lines)} pairs, {len(lost)} parts not found", *lost, sep="\n", file=sys.stderr)
    elif command == "agreement":
        print(json.dumps(agreement(read(paths[0]), read(paths[1])), indent=1))
    elif command == "texts":
        for kept in read(paths[0]):
            print(json.dumps(rebuilt(kept, os.environ["XREF_DATA"]), ensure_ascii=False))
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main(*sys.argv[1:])
