"""What is done with a taught encoder: measuring it and writing its file."""

import json
import random
from pathlib import Path

import numpy as np
import torch
from sklearn.metrics import roc_auc_score
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import LeaveOneGroupOut, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

import corpus
import counting
import figures
import fit
import model
import pack
import pairs
import pieces

HERE = Path(__file__).parent
POSITIONS = 128
PIECES = 18000  # of the trimmed vocabulary


def measured(encoder, tokenizer, root, clauses=(), rounding=True):
    """Figures on the pairs that were set aside, and on labelled pairs of clauses, in floating point and with the rounding of the quantized products."""
    real, _, held, written = pairs.training_pairs(Path(root) / "data" / "pairs")
    samples = pairs.Samples(tokenizer)
    result = {}
    for name, on in (("float", False), ("rounded", True)) if rounding else (("float", False),):
        encoder.round(on)
        plain = [samples.plain(p) for p in held]
        found = fit.answers(encoder, plain)
        logits = np.array([f.joined for f in found])
        joined = [p.joined for p in held]
        result[name] = {"real": figures.joined_figures(figures.sigmoid(logits), joined), "words": figures.word_figures(plain, found, held)}
        if clauses:
            result[name]["clauses"] = label_figures(encoder, samples, clauses)
        if not on:
            result["counted"], result["with_counted"] = beside_counting(real, held, logits, found)
            result["clauses"] = clause_figures(encoder, samples, held)
            found = fit.answers(encoder, [samples.plain(p) for p in written])
            result["written"] = figures.joined_figures(figures.sigmoid([f.joined for f in found]), [p.joined for p in written])
            result["written_agree"] = agree_figures(written, found)
            result["agree"] = agree_figures(held, fit.answers(encoder, plain))
    encoder.round(False)
    return result


def agree_figures(chosen, found):
    """Area under the curve of telling pairs that agree from pairs that differ, of those that are joined."""
    known = [(p.wanted == 1, f.agree) for p, f in zip(chosen, found) if p.joined > 0.5]
    return area([k[0] for k in known], [k[1] for k in known])


def beside_counting(real, held, logits, found):
    """Figures of counted features alone and with the encoder's, by a logistic regression that leaves out one topic after the other."""
    counted = counting.Counting([t for p in real + held for t in (p.a, p.b)]).features(held)
    joined = np.array([p.joined > 0.5 for p in held])
    topics = [p.topic for p in held]
    words = np.array([[np.mean(figures.sigmoid(f.words)), np.max(figures.sigmoid(f.words))] for f in found])
    both = np.column_stack([counted, logits, words])
    results = []
    for features in (counted, both):
        scorer = make_pipeline(StandardScaler(), LogisticRegression(C=0.1))
        chance = cross_val_predict(scorer, features, joined, groups=topics, cv=LeaveOneGroupOut(), method="predict_proba")[:, 1]
        results.append(figures.joined_figures(chance, joined))
    return results


def clause_figures(encoder, samples, held):
    """How often the labelled clause of b answers that of a better than another stretch of b: by the clauses' score, and by the words."""
    rng = random.Random(5)
    right, wrong = [], []
    for p in held:
        other = pairs.other_clause(p.b, p.clause_b, rng) if p.clause_a and p.clause_b else None
        if other:
            right.append(samples.plain(p))
            wrong.append(samples.other(p, other))
    found, others = fit.answers(encoder, right), fit.answers(encoder, wrong)
    a, b = (np.array([clauses_joined(f) for f in fs]) for fs in (found, others))
    by_words = []
    for f, p_right, p_wrong in zip(found, right, wrong):
        chance = figures.sigmoid(f.words)
        means = [np.mean([c for c, clause in zip(chance, sample[2]) if clause == 2] or [0]) for sample in (p_right, p_wrong)]
        by_words.append(means[0] > means[1])
    return {"pairs": len(a), "by_clauses": round(100 * float((a > b).mean()), 1), "by_words": round(100 * float(np.mean(by_words)), 1),
            "right_joined": round(100 * float((a > 0).mean()), 1), "wrong_joined": round(100 * float((b > 0).mean()), 1)}


def clauses_joined(answer):
    return model.joined_logit(torch.tensor(answer.clauses)).item()


def label_figures(encoder, samples, labelled):
    """Areas under the curve of what a reader says of pairs of clauses: one matter or not; the same or not; and, of one matter, the same or different."""
    found = fit.answers(encoder, [samples.plain(p) for p in labelled])
    wanted = np.array([p.wanted for p in labelled])
    classes = np.array([f.clauses for f in found])
    chance = np.exp(classes - classes.max(1, keepdims=True))
    chance /= chance.sum(1, keepdims=True)
    one = wanted > 0
    return {"pairs": len(wanted), "joined": int(one.sum()), "one_matter": area(one, 1 - chance[:, 0]), "same": area(wanted == 1, chance[:, 1]),
            "same_of_one": area(wanted[one] == 1, chance[one, 1] / (chance[one, 1] + chance[one, 2]))}


def area(wanted, chance):
    return round(100 * roc_auc_score(wanted, chance), 1)


def level_words(encoder, tokenizer, root, count=300):
    """Shifts the word head so that its middle is where it finds about as many shared words as there are, on joined pairs of training."""
    real, _, _, _ = pairs.training_pairs(Path(root) / "data" / "pairs")
    known = [p for p in real if p.group.startswith("e") and p.clause_a and p.clause_b]
    samples = pairs.Samples(tokenizer)
    plain = [samples.plain(p) for p in random.Random(3).sample(known, count)]
    logits, wanted = [], 0
    for sample, answer in zip(plain, fit.answers(encoder, plain)):
        for target, logit in zip(sample[3], answer.words):
            if target >= 0:
                logits.append(logit)
                wanted += target > 0.5
    middle = sorted(logits, reverse=True)[wanted]
    with torch.no_grad():
        encoder.word.bias -= middle
    return middle


def latin(piece):
    return all(ord(c) < 0x250 or 0x2000 <= ord(c) < 0x2200 for c in piece)


def vocabulary(tokenizer, root):
    """Pieces of the tokenizer in order, and the numbers of those kept: Latin ones, those of news texts here first, then by their order, which is about that of frequency."""
    ids = tokenizer.get_vocab()
    listed = sorted(ids, key=ids.get)
    seen = set()
    for path in sorted(Path(root, "data", "ecbplus").glob("*/*.xml")):
        topic = int(path.parent.name)
        if topic <= 23:
            for s in corpus.ecb_sentences(root, str(path.relative_to(root))):
                seen.update(tokenizer.encode(s.text).ids)
    special = {ids[s] for s in pack.SPECIAL}
    usable = [i for i, piece in enumerate(listed) if i in special or (not piece.startswith("[") or len(piece) == 1) and latin(piece.removeprefix("##"))]
    first = [i for i in usable if i in special or i in seen or len(listed[i].removeprefix("##")) == 1]
    rest = [i for i in usable if i not in set(first)]
    return listed, sorted(first + rest[: max(0, PIECES - len(first))])


def write(encoder, tokenizer, root, out):
    """Writes model.bin and check.jsonl into the folder out."""
    encoder.eval()
    listed, kept = vocabulary(tokenizer, root)
    arrays = {k: v.numpy() for k, v in encoder.state_dict().items()}
    arrays["words.weight"] = arrays["words.weight"][kept]
    names = [listed[i] for i in kept]
    pack.pack(str(Path(out) / "model.bin"), arrays, names, heads=encoder.shape.heads, positions=POSITIONS,
              source="bge-small-en-v1.5, first 8 of its 12 layers, fine-tuned", licence="MIT (base); Apache-2.0 (this)",
              training="labelled pairs of sentences and clauses of ECB+ topics 1 to 23, of parallel coverage, and written ones: cmd/train/encoder/README.md",
              pair=model.CLASSES, answers=model.ANSWERS, words=["shared"])
    reader = pieces.Reader(names, POSITIONS)
    records = []
    for line in (HERE / "check.jsonl").read_text().splitlines():
        d = json.loads(line)
        ids, segments, clauses, spans, first = reader.pair(d["a"], d["b"], d["clause_a"], d["clause_b"])
        full = torch.tensor([[kept[i] for i in ids]])
        with torch.no_grad():
            mask, marked = torch.ones_like(full).bool(), torch.tensor([clauses])
            x = encoder.states(full, torch.tensor([segments]), mask)
            compared = encoder.compared(x, marked == 1, marked == 2, mask)
            pair, clause, word = encoder(full, torch.tensor([segments]), marked, mask)
            value, answer = encoder.values_of(compared), encoder.answers_of(compared)
            alone = [torch.tensor([[kept[i] for i in reader.text(text)[0]]]) for text in (d["a"], d["b"])]
            vectors = [encoder.vectors_of(text, torch.ones_like(text).bool())[0] for text in alone]
        words = []
        for i in range(len(ids)):
            if first[i]:
                words.append([*spans[i], segments[i], word[0, i].item()])
            elif spans[i] and words:
                words[-1][1] = spans[i][1]
        records.append({**d, "ids": ids, "pair": pair[0].tolist(), "clause": clause[0].tolist(), "value": value.tolist(), "answer": answer[0].tolist(), "words": words,
                        "vectors": [[round(x, 4) for x in v.tolist()] for v in vectors]})
    pack.check(str(Path(out) / "check.jsonl"), records)
