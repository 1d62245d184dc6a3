"""Teaches the encoder, measures it on what was set aside, and writes its file.

    XREF_DATA=FOLDER python train.py --weights FOLDER --clauses FILE --values FILE --contrasts FILE --out FOLDER [--start STATE] [--share 0.5]

Writes model.pt (weights in floating point), model.bin (the file that xref reads), check.jsonl (answers to compare it with) and figures.json.
"""

import argparse
import json
import os
import random
import time
from pathlib import Path

import torch

import articles
import bases
import contrasts
import events
import figures
import finish
import fit
import labels
import pairs
import questions
import values
import vectors

HERE = Path(__file__).parent

# How many samples of each sort an epoch has, beside those of written events and of articles.
CLAUSES, REAL, WRITTEN, VALUES, WRITTEN_CONTRASTS, LABELLED_CONTRASTS = 3500, 2000, 1000, 1200, 2000, 1500
READERS = 2  # how often a contrast that readers judged is in it
MADE_ALIKE, MADE_DIFFERENT = 0.3, 0.3  # share of the pairs of events with one thing changed, so that they agree or differ in it
KEPT_BESIDE = 0.6  # of those, how many are there unchanged too
MEASURED_EVENTS = 70
MEASURED_CLAUSES = 1500


def kept_pairs(root):
    """Pairs whose labels are kept beside this program."""
    found = []
    for kept in labels.read(HERE / "labels" / "real.jsonl"):
        d = labels.rebuilt(kept, root)
        found.append(pairs.Pair(d["a"], d["b"], float(d["relation"] != "apart"), d["source"], d["relation"],
                                pairs.clause_span(d["a"], d.get("clause_a")), pairs.clause_span(d["b"], d.get("clause_b")), group="kept"))
    for p in found:
        if p.topic in pairs.HELD_TOPICS or p.source in pairs.HELD_FOLDERS or (p.topic or 0) > 23:
            raise ValueError(f"a pair of {p.source} must not be trained on")
    return found


def shared_out(found, share, of, seed=7):
    """A share of what is found, of whole events, articles or topics; of tells which a thing is of."""
    names = sorted({of(p) for p in found})
    random.Random(seed).shuffle(names)
    chosen = set(names[: round(share * len(names))])
    return [p for p in found if of(p) in chosen]


def words_known(found):
    return [values.Values(a, b, [(x, y, right, False) for x, y, right in known], held) for a, b, known, held in found if known]


class Corpus:
    """What is learned from and, of the same sorts, what is measured on."""

    def __init__(self, options):
        rng = random.Random(options.seed)
        self.real, self.written, _, _ = pairs.training_pairs(Path(options.data) / "data" / "pairs")
        self.real += kept_pairs(options.data)
        self.clauses = pairs.clause_pairs(options.clauses, False)
        kept = [labels.rebuilt(k, options.data) for k in labels.read(HERE / "labels" / "real.jsonl")]
        self.values = [v for v in values.read(options.data, kept, options.values) if not v.held]
        self.written_contrasts = words_known(contrasts.written(HERE / "contrasts", rng))
        self.labelled_contrasts = words_known(contrasts.of_labelled(options.data, kept, rng))
        self.readers = words_known(contrasts.of_readers(options.contrasts))
        both = list(events.sentence_pairs(HERE / "events")) + list(articles.sentence_pairs(options.data, HERE / "labels" / "articles.jsonl"))
        self.events = shared_out([p for p in both if not p.held], options.share, lambda p: p.event)
        if options.share < 1:
            self.real, self.clauses = (shared_out(found, options.share, lambda p: p.source.rstrip("ab")) for found in (self.real, self.clauses))
        self.found_values = values.spans_of(options.values)

    def draw(self, asker, samples, rng):
        """The samples of an epoch."""
        drawn = []
        for p in self.events:
            at, made = rng.random(), None
            found = self.found_values.get((p.a, p.b), [])
            if at < MADE_ALIKE:
                made = questions.alike_made(p, rng)
            elif at < MADE_ALIKE + MADE_DIFFERENT:
                made = questions.differing_made(p, found, rng)
            if made:
                drawn.append(asker.event(made, [], rng))
            if not made or rng.random() < KEPT_BESIDE:
                drawn.append(asker.event(p, questions.values_known(p, found), rng))
        some = contrasts.some
        sentences = some(self.clauses, CLAUSES, rng) + some(self.real, REAL, rng) + some(self.written, WRITTEN, rng)
        drawn += [questions.from_tuple(samples.draw(p, rng)) for p in sentences]
        for v in some(self.values, VALUES, rng):
            v = values.altered(v, rng) if rng.random() < 0.5 else v
            if v:
                drawn.append(asker.known(v, questions.VALUE, rng.random() < 0.5))
        taught = [[v for v in of if not v.held] for of in (self.written_contrasts, self.labelled_contrasts, self.readers)]
        for v in some(taught[0], WRITTEN_CONTRASTS, rng) + some(taught[1], LABELLED_CONTRASTS, rng) + taught[2] * READERS:
            drawn.append(asker.known(v, questions.ANSWER, rng.random() < 0.5))
        return [s for s in drawn if s.pair >= 0 or s.asked]

    def joined(self):
        """Labelled pairs of sentences with a common matter, for vectors."""
        return [p for p in self.real + self.written if p.joined > 0.5]


class Beside(vectors.Likeness):
    """The loss of vectors beside the others'."""

    def __init__(self, corpus, tokenizer):
        super().__init__()
        self.groups, self.pairs, self.tokenizer = vectors.grouped(corpus.events), corpus.joined(), tokenizer

    def __call__(self, encoder, rng):
        return vectors.WEIGHT * vectors.loss_of(encoder, self.tokenizer, self.forward, *vectors.drawn(self.groups, self.pairs, rng))


def held_figures(encoder, tokenizer, corpus, root):
    """Figures of each head on written events and articles that were set aside, and on contrasts."""
    asker, result = questions.Asker(tokenizer), {}
    of_events = list(events.sentence_pairs(HERE / "events", every=True))
    names = sorted({p.event for p in of_events if p.held})
    random.Random(2).shuffle(names)
    of_articles = [p for p in articles.sentence_pairs(root, HERE / "labels" / "articles.jsonl", every=True) if p.held]
    for name, held in (("events", [p for p in of_events if p.event in set(names[:MEASURED_EVENTS])]), ("articles", of_articles)):
        of_pairs, of_questions = fit.said(encoder, [asker.measured(p, questions.values_known(p, corpus.found_values.get((p.a, p.b), []))) for p in held])
        classes = [questions.WANTED[p.relation] for p in held]
        result[name] = {
            "one_matter": figures.ranked([c > 0 for c in classes], [1 - chance[0] for chance in of_pairs]),
            "differing_of_one": figures.ranked([c == 2 for c in classes if c], [chance[2] / (chance[1] + chance[2]) for c, chance in zip(classes, of_pairs) if c]),
            **question_figures(of_questions),
            "vectors": vectors.measured(encoder, tokenizer, vectors.grouped(held)),
        }
    for name, found in (("written_contrasts", corpus.written_contrasts), ("readers", corpus.readers)):
        result[name] = question_figures(fit.said(encoder, [asker.known(v, questions.ANSWER, False) for v in found if v.held])[1])
    return result


def question_figures(of_questions):
    by = [[(right, chance) for of in of_questions for h, right, chance in of if h == head] for head in (questions.CLAUSE, questions.VALUE, questions.ANSWER)]
    result = {}
    if by[questions.CLAUSE]:
        result["clauses"] = figures.ranked([y > 0 for y, _ in by[0]], [1 - c[0] for _, c in by[0]])
        result["clauses_differing_of_one"] = figures.ranked([y == 2 for y, _ in by[0] if y], [c[2] / (c[1] + c[2]) for y, c in by[0] if y])
    if by[questions.VALUE]:
        result["values"] = figures.ranked([y for y, _ in by[1]], [c for _, c in by[1]])
    known = [(y, c) for y, c in by[questions.ANSWER] if y != questions.EITHER]
    if known:
        result["contradicting"] = figures.ranked([y == questions.CONTRADICTING for y, _ in known], [c[questions.CONTRADICTING] for _, c in known])
        sure = [y == questions.CONTRADICTING for y, c in known if c[questions.CONTRADICTING] > 0.8]
        result["contradicting"]["right_of_sure"] = round(100 * sum(sure) / max(1, len(sure)), 1)
        one = [(y, c) for y, c in known if y in (questions.SAME, questions.CONTRADICTING)]
        result["contradicting_of_one"] = figures.ranked([y == questions.CONTRADICTING for y, _ in one], [c[2] / (c[1] + c[2]) for _, c in one])
    return result


def start(options):
    encoder, tokenizer = bases.bge(options.weights, options.layers)
    if options.start:
        encoder.load_state_dict(torch.load(options.start), strict=False)  # heads that are new begin at random
    return encoder, tokenizer


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default=os.environ.get("XREF_DATA"))
    parser.add_argument("--clauses", required=True, help="labelled pairs of clauses, as `go run ./cmd/train sentences` prints them")
    parser.add_argument("--values", required=True, help="numbers and times of labelled pairs, as `go run ./cmd/train values` prints them")
    parser.add_argument("--contrasts", required=True, help="contrasts that readers labelled, as `go run ./cmd/train sentences -contrasts` prints them")
    parser.add_argument("--weights", required=True, help="folder of bge-small-en-v1.5.onnx and its tokenizer")
    parser.add_argument("--layers", type=lambda s: [int(n) for n in s.split(",")], default=list(range(8)), help="numbers of the layers kept")
    parser.add_argument("--out", required=True)
    parser.add_argument("--start", help="weights to go on from")
    parser.add_argument("--epochs", type=float, default=3)
    parser.add_argument("--rate", type=float, default=5e-5)
    parser.add_argument("--share", type=float, default=1.0, help="of the events, articles and labels, for the learning curve")
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--measure-only", action="store_true", help="of the model.pt that is there")
    options = parser.parse_args()
    if not options.data:
        parser.error("XREF_DATA is not set, and --data neither")
    out = Path(options.out)
    out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    began, corpus = time.time(), Corpus(options)
    if options.measure_only:
        options.start = out / "model.pt"
    encoder, tokenizer = start(options)
    if not options.measure_only:
        asker, samples = questions.Asker(tokenizer), pairs.Samples(tokenizer)
        fit.fit(encoder, lambda rng: corpus.draw(asker, samples, rng), options.epochs, Beside(corpus, tokenizer), rate=options.rate, seed=options.seed)
        finish.level_words(encoder, tokenizer, options.data)
        torch.save(encoder.state_dict(), out / "model.pt")
    measured = random.Random(4).sample(pairs.clause_pairs(options.clauses, True), MEASURED_CLAUSES)
    result = {"minutes": round((time.time() - began) / 60), "share": options.share, **held_figures(encoder, tokenizer, corpus, options.data), **finish.measured(encoder, tokenizer, options.data, measured)}
    (out / "figures.json").write_text(json.dumps(result, indent=1) + "\n")
    print(json.dumps(result, indent=1))
    finish.write(encoder, tokenizer, options.data, out)


if __name__ == "__main__":
    main()
