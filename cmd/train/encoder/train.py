"""Teaches the encoder, measures it on what was set aside, and writes its file.

    XREF_DATA=FOLDER python train.py --weights FOLDER --out FOLDER [--processes N] [--share 0.5] [--seconds N] [--start STATE]

Writes model.pt (weights in floating point), model.bin (the file that xref reads), check.jsonl (answers to compare it with) and figures.json.
"""

import argparse
import json
import os
import random
import time
from pathlib import Path

import torch
import torch.distributed as dist
import torch.multiprocessing as processes

import bases
import contrasts
import finish
import fit
import labels
import model
import pairs
import values

HERE = Path(__file__).parent


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


def by_events(found, share, seed=7):
    """The pairs of a share of the events: what is near in topic is kept or left out together."""
    events = sorted({p.source.rstrip("ab") for p in found})
    random.Random(seed).shuffle(events)
    chosen, wanted = [], share * len(found)
    for event in events:
        if len(chosen) < wanted:
            chosen += [p for p in found if p.source.rstrip("ab") == event]
    return chosen


def start(options):
    encoder, tokenizer = bases.bge(options.weights, options.layers)
    if options.start:
        encoder.load_state_dict(torch.load(options.start), strict=False)  # heads that are new begin at random
    return encoder, tokenizer


def teach(rank, options):
    torch.set_num_threads(1)
    if options.processes > 1:
        os.environ.setdefault("MASTER_ADDR", "127.0.0.1")
        os.environ.setdefault("MASTER_PORT", "29600")
        dist.init_process_group("gloo", rank=rank, world_size=options.processes)
    torch.manual_seed(options.seed)
    encoder, tokenizer = start(options)
    samples = pairs.Samples(tokenizer)
    real, written, _, _ = pairs.training_pairs(Path(options.data) / "data" / "pairs")
    real += kept_pairs(options.data)
    clauses = by_events(pairs.clause_pairs(options.clauses, False), options.share) if options.clauses else []
    if options.annotated:
        clauses += pairs.clause_pairs(options.clauses, True)
    if options.share < 1:
        real = by_events(real, options.share)
        written = random.Random(7).sample(written, int(options.share * len(written)))

    def draw(epoch, rng):
        sentences = real + written
        return [samples.draw(p, rng) for p in clauses + rng.sample(sentences, min(len(sentences), options.sentences or len(sentences)))]

    def save(step=None):
        if rank == 0:
            torch.save(encoder.state_dict(), Path(options.out) / "part.pt")
            os.replace(Path(options.out) / "part.pt", Path(options.out) / "model.pt")

    def report(line):
        if rank == 0:
            print(line, flush=True)

    fit.fit(encoder, draw, options.epochs, rate=options.rate, seconds=options.seconds, seed=options.seed, save=save, report=report)
    save()
    if options.processes > 1:
        dist.destroy_process_group()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default=os.environ.get("XREF_DATA"))
    parser.add_argument("--clauses", help="labelled pairs of clauses, as `go run ./cmd/train sentences` writes them")
    parser.add_argument("--values", help="numbers and times of labelled pairs, as `go run ./cmd/train values` writes them, to teach the heads of values and of words at the end")
    parser.add_argument("--contrasts", help="contrasts that readers labelled, as `go run ./cmd/train sentences -contrasts` prints them; needed with --values")
    parser.add_argument("--annotated", action="store_true", help="learn from clauses of annotated cases too, which are else measured")
    parser.add_argument("--sentences", type=int, help="pairs of sentences an epoch; all if none is given")
    parser.add_argument("--weights", required=True, help="folder of bge-small-en-v1.5.onnx and its tokenizer")
    parser.add_argument("--layers", type=lambda s: [int(n) for n in s.split(",")], default=list(range(8)), help="numbers of the layers kept")
    parser.add_argument("--out", required=True)
    parser.add_argument("--start", help="weights to go on from")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--seconds", type=float, help="end after that time, whatever the epochs")
    parser.add_argument("--rate", type=float, default=6e-5)
    parser.add_argument("--share", type=float, default=1.0, help="of the labels, for the learning curve")
    parser.add_argument("--processes", type=int, default=os.cpu_count())
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--measure-only", action="store_true", help="of the model.pt that is there")
    options = parser.parse_args()
    if not options.data:
        parser.error("XREF_DATA is not set, and --data neither")
    if options.values and not options.contrasts:
        parser.error("--values needs --contrasts")
    Path(options.out).mkdir(parents=True, exist_ok=True)
    began = time.time()
    if not options.measure_only:
        if options.processes > 1:
            processes.spawn(teach, (options,), options.processes)
        else:
            teach(0, options)
    encoder, tokenizer = start(argparse.Namespace(**{**vars(options), "start": str(Path(options.out) / "model.pt")}))
    of_parts = {}
    if options.values:
        kept = [labels.rebuilt(k, options.data) for k in labels.read(HERE / "labels" / "real.jsonl")]
        of_parts = values.teach(encoder, tokenizer, options.data, kept, options.values) | contrasts.teach(encoder, tokenizer, options.data, kept, HERE / "contrasts", options.contrasts)
        torch.save(encoder.state_dict(), Path(options.out) / "model.pt")
    finish.level_words(encoder, tokenizer, options.data)
    measured = pairs.clause_pairs(options.clauses, True) if options.clauses and not options.annotated else []
    figures = {"minutes": round((time.time() - began) / 60), "share": options.share, **of_parts, **finish.measured(encoder, tokenizer, options.data, measured)}
    (Path(options.out) / "figures.json").write_text(json.dumps(figures, indent=1) + "\n")
    print(json.dumps(figures, indent=1))
    finish.write(encoder, tokenizer, options.data, options.out)


if __name__ == "__main__":
    main()
