"""Fits an encoder to samples, and reads its answers."""

import copy
import random
import time
from dataclasses import dataclass

import torch

import questions
from model import joined_logit
from pairs import alike_in_length, batches

HEADS = ("pair", "clause", "value", "answer", "word.", "vector")  # begin the names of what is taught faster than the layers
HEADS_RATE = 4  # times the rate of the layers
WARMUP = 0.05  # share of the work in which the rate rises
ROUND_FROM = 0.85  # share of the work from which on products round as those of xref do


def rate_factor(progress):
    """Rises over the first share of the work, then falls evenly to 0 at its end."""
    return progress / WARMUP if progress < WARMUP else (1 - progress) / (1 - WARMUP)


def in_batches(samples, size, rng=None):
    """Samples in batches of like length: in order of length, or shuffled."""
    for group in alike_in_length([len(s.ids) for s in samples], size, rng):
        yield group, questions.stack([samples[i] for i in group])


def fit(encoder, draw, epochs, beside=None, rate=5e-5, size=32, seed=1, report=print):
    """Teaches in place; draw(rng) gives the samples of an epoch, beside(model, rng) a further loss for every second batch, with what it has to learn
    of its own. The word table and the positions stay as they are.

    The products are made by a copy with 16-bit numbers, which is two to three times as fast on processors that have them; its gradients change the
    encoder, whose numbers have 32 bits.
    """
    rng = random.Random(seed)
    torch.manual_seed(seed)
    half = copy.deepcopy(encoder).bfloat16()
    half.train()
    taught = [(name, p, h) for (name, p), h in zip(encoder.named_parameters(), half.parameters()) if not name.startswith(("words.", "positions."))]
    half.words.weight.requires_grad_(False)
    half.positions.weight.requires_grad_(False)
    groups = [([], rate * HEADS_RATE, 0.01), ([], rate, 0.01), ([], rate, 0.0)]
    for name, p, _ in taught:
        groups[0 if name.startswith(HEADS) else 1 if p.dim() > 1 else 2][0].append(p)
    optimizer = torch.optim.AdamW([{"params": p, "lr": r, "weight_decay": w} for p, r, w in groups], fused=True)
    of_beside = torch.optim.Adam(beside.parameters(), lr=0.02) if beside else None
    step, started, smooth = 0, time.time(), 0.0
    samples = draw(rng)
    total = int(epochs * len(samples) / size)
    while step < total:
        for _, batch in in_batches(samples, size, rng):
            if step >= total:
                break
            half.round(step >= ROUND_FROM * total)
            loss = questions.loss_of(half, batch)
            if beside and step % 2 == 0:
                loss = loss + beside(half, rng)
            loss.backward()
            for group, (_, r, _) in zip(optimizer.param_groups, groups):
                group["lr"] = r * rate_factor(step / total)
            for _, p, h in taught:
                p.grad = h.grad.float() if h.grad is not None else torch.zeros_like(p)
            torch.nn.utils.clip_grad_norm_([p for _, p, _ in taught], 1.0)
            optimizer.step()
            if of_beside:
                of_beside.step()
                of_beside.zero_grad()
            with torch.no_grad():
                for _, p, h in taught:
                    h.copy_(p)
                    h.grad = None
            step += 1
            smooth += (loss.item() - smooth) * max(0.02, 1 / step)
            if step % 50 == 0:
                report(f"step {step} of {total}: loss {smooth:.3f}, {step * size / (time.time() - started):.0f} samples a second")
        samples = draw(rng)


@dataclass
class Answer:
    joined: float  # logit of one matter
    words: list  # logits of the tokens
    agree: float  # logit of agreeing rather than differing
    clauses: list  # logits of the classes for the two clauses


@torch.no_grad()
def answers(encoder, samples, size=32):
    """What the encoder says of each sample of pairs.Samples."""
    encoder.eval()
    found = [None] * len(samples)
    for group, (ids, segments, clauses, mask, *_) in batches(samples, size):
        pair, clause, word = encoder(ids, segments, clauses, mask)
        for row, i in enumerate(group):
            found[i] = Answer(joined_logit(pair[row]).item(), word[row, : len(samples[i][0])].tolist(), (pair[row, 1] - pair[row, 2]).item(), clause[row].tolist())
    return found


@torch.no_grad()
def said(encoder, samples, size=64):
    """What the encoder says to the questions of samples: of each the probabilities of the classes of the pair, and for each question its head, what is
    right, and the probabilities: of the classes of clauses, of two values being of one thing, or of the classes of words."""
    encoder.eval()
    of_pairs, of_questions = [None] * len(samples), [[] for _ in samples]
    for group, (ids, segments, mask, _, _, means, asked) in in_batches(samples, size):
        x = encoder.states(ids, segments, mask)
        pair = questions.pair_of(encoder, x, mask).softmax(-1)
        for row, i in enumerate(group):
            of_pairs[i] = pair[row].tolist()
        for head, (of, at, right, _) in enumerate(asked):
            if len(of):
                logits = questions.logits_of(encoder, head, questions.compared(x, mask, means, of, at))
                chance = torch.sigmoid(logits) if head == questions.VALUE else logits.softmax(-1)
                for k, i in enumerate(of.tolist()):
                    of_questions[group[i]].append((head, int(right[k]), chance[k].tolist()))
    return of_pairs, of_questions
