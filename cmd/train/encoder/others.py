"""The encoder on sets that nothing is trained on: paraphrases, and sentences that tell one event.

    XREF_DATA=FOLDER python others.py STATE WEIGHTS [pairs to score at most, of each]

STATE is a model.pt of train.py, WEIGHTS the folder that has the tokenizer.
"""

import csv
import json
import os
import random
import re
import sys
from itertools import combinations
from pathlib import Path

import torch
from tokenizers import Tokenizer

import corpus
import fit
import model
import pairs

TOPICS = range(32, 36)
MARKABLE = re.compile(r'<((?:NEG_)?ACTION\w*) m_id="(\d+)"[^>]*>(.*?)</\1>', re.DOTALL)
ANCHOR = re.compile(r'<token_anchor t_id="(\d+)"')
ACROSS = re.compile(r'<CROSS_DOC_COREF [^>]*note="([^"]*)"[^>]*>(.*?)</CROSS_DOC_COREF>', re.DOTALL)
SOURCE = re.compile(r'<source m_id="(\d+)"')
WORD = re.compile(r'<token t_id="(\d+)" sentence="(\d+)"')


def paraphrases(root):
    lines = (Path(root) / "data/mrpc/msr_paraphrase_train.txt").read_text(encoding="utf-8-sig").splitlines()
    rows = [line.split("\t") for line in lines if line.split("\t")[0] in ("0", "1")]
    return [pairs.Pair(r[3], r[4], float(r[0]), "mrpc") for r in rows]


def events(path):
    """The ids of the events that each sentence of a file tells."""
    text = path.read_text()
    sentence = dict(WORD.findall(text))
    instance = {m: note for note, body in ACROSS.findall(text) for m in SOURCE.findall(body)}
    told = {}
    for _, m, body in MARKABLE.findall(text):
        for token in ANCHOR.findall(body):
            if m in instance:
                told.setdefault(int(sentence[token]), set()).add(instance[m])
    return told


def numbered(path):
    """The texts of a file's sentences by their numbers."""
    data, tokens = path.read_bytes(), {}
    for t in corpus.TOKEN.finditer(data):
        tokens.setdefault(int(t.group(1)), []).append(t.group())
    return {n: corpus.ecb_slice(b"".join(ts)) for n, ts in tokens.items()}


def event_pairs(root):
    """Pairs of selected sentences of two files of one topic, joined if both tell one event."""
    folder = Path(root) / "data/ecbplus"
    selected = {}
    with open(folder / "ECBplus_coreference_sentences.csv") as file:
        for topic, name, number in list(csv.reader(file))[1:]:
            if int(topic) in TOPICS:
                selected.setdefault(int(topic), {}).setdefault(name.strip(), []).append(int(number))
    found = []
    for topic, files in selected.items():
        sentences = []
        for name, numbers in sorted(files.items()):
            path = folder / str(topic) / f"{topic}_{name}.xml"
            texts, told = numbered(path), events(path)
            sentences += [(name, texts[n], told.get(n, set())) for n in sorted(numbers) if not texts[n].startswith("http")]
        for (one, a, of_a), (other, b, of_b) in combinations(sentences, 2):
            if one != other:
                found.append(pairs.Pair(a, b, float(bool(of_a & of_b)), f"ecb{topic}"))
    return found


def counted(scores, joined, threshold):
    said = [s > threshold for s in scores]
    both = sum(1 for s, y in zip(said, joined) if s and y > 0.5)
    precision, recall = both / max(1, sum(said)), both / max(1, sum(y > 0.5 for y in joined))
    return {"precision": round(100 * precision, 1), "recall": round(100 * recall, 1),
            "f1": round(200 * precision * recall / max(1e-9, precision + recall), 1)}


def main(state, weights, most=10**9):
    torch.set_num_threads(1)
    root = os.environ["XREF_DATA"]
    tensors = torch.load(state)
    encoder = model.Encoder(model.Shape(layers=1 + max(int(k.split(".")[1]) for k in tensors if k.startswith("layers."))))
    encoder.load_state_dict(tensors)
    samples = pairs.Samples(Tokenizer.from_file(str(Path(weights) / "bge-small-en-v1.5-tokenizer.json")))
    result = {}
    for name, found in (("mrpc", paraphrases(root)), ("ecbplus 32 to 35", event_pairs(root))):
        total = len(found)
        if total > int(most):
            found = random.Random(1).sample(found, int(most))
        scores = [f.joined for f in fit.answers(encoder, [samples.plain(p) for p in found])]
        joined = [p.joined for p in found]
        result[name] = {"pairs": total, "scored": len(found), "joined": round(100 * sum(joined) / len(joined), 1),
                        "at 0.5": counted(scores, joined, 0), "all joined": counted([1] * len(found), joined, 0),
                        "best": max((counted(scores, joined, t / 4) | {"logit": t / 4} for t in range(-16, 17)), key=lambda r: r["f1"])}
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main(*sys.argv[1:])
