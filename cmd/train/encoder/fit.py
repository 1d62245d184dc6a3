"""Fits an encoder to samples, and reads its answers."""

import random
import time
from dataclasses import dataclass

import torch
import torch.distributed as dist
import torch.nn.functional as F

from model import joined_logit
from pairs import batches

WORD_WEIGHT = 0.5  # of the loss of words, beside those of the pair and its clauses
SMOOTHING = 0.05  # of the labels of clauses, on which readers waver


def loss_of(encoder, batch):
    ids, segments, clauses, mask, words, wanted, clause_wanted = batch
    pair, clause, word = encoder(ids, segments, clauses, mask)
    loss = torch.zeros(())
    if (wanted >= 0).any():
        loss = loss + F.cross_entropy(pair, wanted, ignore_index=-1) * (wanted >= 0).float().mean()
    if (clause_wanted >= 0).any():
        loss = loss + F.cross_entropy(clause, clause_wanted, ignore_index=-1, label_smoothing=SMOOTHING) * (clause_wanted >= 0).float().mean()
    known = words >= 0
    if known.any():
        loss = loss + WORD_WEIGHT * F.binary_cross_entropy_with_logits(word[known], words[known]) * known.any(1).float().mean()
    return loss


def shared(encoder, ranks, number):
    """Brings the gradients of all processes to their mean, and a number with them, which is returned."""
    taught = [p for p in encoder.parameters() if p.requires_grad]
    for p in taught:
        if p.grad is None:  # a head that no sample of this process teaches
            p.grad = torch.zeros_like(p)
    grads = [p.grad for p in taught]
    flat = torch.cat([g.view(-1) for g in grads] + [torch.tensor([number])])
    dist.all_reduce(flat)
    flat /= ranks
    at = 0
    for g in grads:
        g.copy_(flat[at:at + g.numel()].view_as(g))
        at += g.numel()
    return flat[-1].item()


def rate_factor(progress, warmup):
    """Rises over the share `warmup` of the work, then falls evenly to 0 at its end."""
    return progress / warmup if progress < warmup else max(0.0, (1 - progress) / (1 - warmup))


def fit(encoder, draw, epochs, rate=6e-5, size=32, seed=1, warmup=0.05, seconds=None, round_from=0.75, save=None, save_every=50, report=print):
    """Trains in place; draw(epoch, rng) gives the samples of an epoch. The word table stays as it is.

    With seconds, the work ends after that time and not after the epochs: for trials, since how far it comes depends on the machine. From the share
    round_from of the work on, products round as the quantized ones do. Every save_every steps save(step) is called. If processes are joined,
    each computes its part of every batch.
    """
    ranks, rank = (dist.get_world_size(), dist.get_rank()) if dist.is_initialized() else (1, 0)
    rng = random.Random(seed)
    torch.manual_seed(seed)
    encoder.words.weight.requires_grad_(False)
    encoder.positions.weight.requires_grad_(False)
    new, old, plain = [], [], []
    for name, p in encoder.named_parameters():
        if p.requires_grad:
            (new if name.startswith(("clause", "word.")) else plain if p.dim() < 2 else old).append(p)
    optimizer = torch.optim.AdamW([{"params": old, "lr": rate}, {"params": plain, "lr": rate, "weight_decay": 0.0},
                                   {"params": new, "lr": rate * 10}], weight_decay=0.01, fused=True)
    base = [g["lr"] for g in optimizer.param_groups]
    step, started, total, smooth = 0, time.time(), None, 0.0
    for epoch in range(epochs):
        samples = draw(epoch, rng)
        encoder.train()
        total = total or -(-len(samples) // size) * epochs
        for _, batch in batches(samples, size, rng):
            loss = loss_of(encoder, tuple(t[rank::ranks] for t in batch))
            loss.backward()
            progress = step / total if seconds is None else (time.time() - started) / seconds
            if ranks > 1:
                progress = shared(encoder, ranks, progress)
            if progress >= 1:
                encoder.round(True)
                return
            factor = rate_factor(progress, warmup)
            for g, b in zip(optimizer.param_groups, base):
                g["lr"] = b * factor
            torch.nn.utils.clip_grad_norm_((p for p in encoder.parameters() if p.requires_grad), 1.0)
            optimizer.step()
            optimizer.zero_grad()
            encoder.round(progress >= round_from)
            step += 1
            smooth += (loss.item() - smooth) * max(0.05, 1 / step)
            if step % 10 == 0:
                report(f"epoch {epoch + 1} step {step} of {total}: done {progress:.3f}, loss {smooth:.4f}, {time.time() - started:.0f} s")
            if save and step % save_every == 0:
                save(step)
    encoder.round(True)


@dataclass
class Answer:
    joined: float  # logit of one matter
    words: list  # logits of the tokens
    agree: float  # logit of agreeing rather than differing
    clauses: list  # logits of the classes for the two clauses


@torch.no_grad()
def answers(encoder, samples, size=32):
    """What the encoder says of each sample."""
    encoder.eval()
    found = [None] * len(samples)
    for group, (ids, segments, clauses, mask, *_) in batches(samples, size):
        pair, clause, word = encoder(ids, segments, clauses, mask)
        for row, i in enumerate(group):
            found[i] = Answer(joined_logit(pair[row]).item(), word[row, : len(samples[i][0])].tolist(), (pair[row, 1] - pair[row, 2]).item(), clause[row].tolist())
    return found
