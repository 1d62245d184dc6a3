"""Teaches the head of vectors: sentences that report one matter are near to each other though they have no word in common."""

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

import figures

WEIGHT = 0.5  # of the loss of vectors, beside the others'
SCALE = 20.0  # of cosines, where the right sentence is told from others
MATCHING_WEIGHT = 5.0  # of pairs of sentences that match, which are few
TOLD_APART = 0.3  # weight of telling the right sentence from others, beside whether each pair matches
SENTENCES = 20  # pairs of labelled sentences that are held against each other at once
OF_EVENTS = 0.6  # share of the draws that take two events


class Likeness(nn.Module):
    """The logit of two sentences matching, of the cosine of their vectors."""

    def __init__(self):
        super().__init__()
        self.line = nn.Parameter(torch.tensor([10.0, -6.0]))

    def forward(self, cosine):
        return self.line[0] * cosine + self.line[1]


def grouped(found):
    """Pairs of sentences by event: the sentences of each report, and the pairs that have something in common."""
    by = {}
    for p in found:
        by.setdefault(p.event, []).append(p)
    return [(sorted({p.a for p in of}), sorted({p.b for p in of}), {(p.a, p.b) for p in of if p.shared}) for _, of in sorted(by.items())]


def drawn(groups, joined, rng):
    """Sentences that are held against each other, and which of them match."""
    if rng.random() < OF_EVENTS:
        chosen = rng.sample(groups, 2)
        return [t for g in chosen for t in g[0]], [t for g in chosen for t in g[1]], set().union(*(g[2] for g in chosen))
    chosen = rng.sample(joined, SENTENCES)
    return [p.a for p in chosen], [p.b for p in chosen], {(p.a, p.b) for p in chosen}


def cosines(encoder, tokenizer, a, b):
    read = [tokenizer.encode(t) for t in a + b]
    n = max(len(e.ids) for e in read)
    ids = torch.tensor([e.ids + [0] * (n - len(e.ids)) for e in read])
    mask = torch.tensor([[True] * len(e.ids) + [False] * (n - len(e.ids)) for e in read])
    v = encoder.vectors_of(ids, mask).float()
    return v[: len(a)] @ v[len(a):].T


def loss_of(encoder, tokenizer, likeness, a, b, matching):
    near = cosines(encoder, tokenizer, a, b)
    wanted = torch.tensor([[float((x, y) in matching) for y in b] for x in a])
    loss = F.binary_cross_entropy_with_logits(likeness(near), wanted, weight=1 + (MATCHING_WEIGHT - 1) * wanted)
    for c, w in ((near, wanted), (near.T, wanted.T)):
        some = w.sum(1) > 0
        if some.any():
            all_of = torch.logsumexp(c[some] * SCALE, 1)
            right = torch.logsumexp((c[some] * SCALE).masked_fill(w[some] < 0.5, -1e9), 1)
            loss = loss + TOLD_APART * (all_of - right).mean()
    return loss


@torch.no_grad()
def measured(encoder, tokenizer, groups):
    """How well matching sentences are told from others, and how often the nearest sentence, or one of the two nearest, is a match where there is one."""
    encoder.eval()
    near, wanted, first, second = [], [], [], []
    for a, b, matching in groups:
        c = cosines(encoder, tokenizer, a, b)
        w = torch.tensor([[(x, y) in matching for y in b] for x in a])
        near += c.flatten().tolist()
        wanted += w.flatten().tolist()
        for rows, right in ((c, w), (c.T, w.T)):
            for row, of in zip(rows, right):
                if of.any():
                    order = row.argsort(descending=True)
                    first.append(bool(of[order[0]]))
                    second.append(bool(of[order[:2]].any()))
    return {**figures.ranked(wanted, near), "nearest": round(100 * float(np.mean(first)), 1), "two_nearest": round(100 * float(np.mean(second)), 1)}
