"""Samples that ask many things of one reading of two sentences: of clauses, of values, of words, each about a part of a and one of b."""

import random
from dataclasses import dataclass, field

import torch
import torch.nn.functional as F

import contrasts
import events
import pairs
import values
from contrasts import CONTRADICTING, EITHER, SAME, UNRELATED
from model import mean_of

CLAUSE, VALUE, ANSWER = range(3)  # the head that is asked
COMPATIBLE = EITHER + 1  # of words: unrelated or the same

WANTED = {"apart": 0, "same": 1, "differ": 2}  # class of a pair

MOST = 16  # questions of words of a sample
WORD_WEIGHT = 0.5  # of the loss of words, beside those of the pair and of what is asked
PAIR_SMOOTHING, CLAUSE_SMOOTHING = 0.02, 0.05  # of labels, on which readers waver
CONTRADICTING_WEIGHT = 2.0  # of questions about words that contradict each other, which are few


@dataclass
class Sample:
    ids: list
    segments: list
    pair: int = -1  # class of the pair of sentences; -1 where it isn't known
    words: list = field(default_factory=list)  # 1 for what belongs to the common matter, 0 for what doesn't, -1 where that isn't known
    asked: list = field(default_factory=list)  # (head, tokens of a, tokens of b, what is right)


def from_tuple(sample):
    """A sample of pairs.Samples, with the one question about its clauses."""
    ids, segments, clauses, words, wanted, clause_wanted = sample
    made = Sample(ids, segments, wanted, words)
    if clause_wanted >= 0:
        made.asked.append((CLAUSE, [i for i, c in enumerate(clauses) if c == 1], [i for i, c in enumerate(clauses) if c == 2], clause_wanted))
    return made


class Asker:
    """Makes samples of sentences, and of the places in them that are asked about."""

    def __init__(self, tokenizer):
        self.tokenizer = tokenizer
        tokenizer.no_padding()
        tokenizer.enable_truncation(pairs.LONGEST)

    def sample(self, a, b, asked, flip=False, wanted=-1, matter=None):
        """asked holds (head, spans of a, spans of b, what is right); matter the spans of a and of b that belong to a common matter, where that is known."""
        e = self.tokenizer.encode(b, a) if flip else self.tokenizer.encode(a, b)
        where = [[(i, at) for i, (at, segment, special) in enumerate(zip(e.offsets, e.type_ids, e.special_tokens_mask)) if segment == s and not special] for s in (0, 1)]
        of_a, of_b = where[::-1] if flip else where
        made = Sample(e.ids, e.type_ids, wanted)
        if matter is not None:
            made.words = [-1.0] * len(e.ids)
            for tokens, spans in ((of_a, matter[0]), (of_b, matter[1])):
                for i, at in tokens:
                    if not e.tokens[i].startswith("##"):
                        made.words[i] = float(pairs.overlaps(at, spans))
        for head, x, y, right in asked:
            p, q = [i for i, at in of_a if pairs.overlaps(at, x)], [i for i, at in of_b if pairs.overlaps(at, y)]
            if p and q:
                made.asked.append((head, p, q, right))
        return made

    def known(self, v, head, flip):
        """A sample of values.Values, of numbers or of words."""
        return self.sample(v.a, v.b, [(head, [x], [y], int(right)) for x, y, right, _ in v.known], flip)

    def event(self, p, of_values, rng):
        """A sample of two sentences of a written event."""
        asked = []
        for s in p.shared:
            asked.append((CLAUSE, [s.clause_a], [s.clause_b], 2 if s.kind else 1))
        matters_a = [s.clause_a for s in p.shared] + p.alone_a
        matters_b = [s.clause_b for s in p.shared] + p.alone_b
        together = {(s.clause_a, s.clause_b) for s in p.shared}
        others = [(x, y) for x in matters_a for y in matters_b if (x, y) not in together]
        if not p.shared:
            others += [(x, y) for x, y in [(clause(p.a, rng), clause(p.b, rng))] if x and y]
        for s in p.shared[:1]:
            for x, y in ((pairs.other_clause(p.a, [s.clause_a], rng), s.clause_b), (s.clause_a, pairs.other_clause(p.b, [s.clause_b], rng))):
                x, y = (z[0] if isinstance(z, list) else z for z in (x, y))
                if x and y and not any(contrasts.overlap(x, m) for m in matters_a if y != s.clause_b or m != x) and not (x != s.clause_a and any(contrasts.overlap(x, m) for m in matters_a)) and not (y != s.clause_b and any(contrasts.overlap(y, m) for m in matters_b)):
                    others.append((x, y))
        asked += [(CLAUSE, [x], [y], 0) for x, y in contrasts.some(others, 4, rng)]
        asked += [(VALUE, [x], [y], one) for x, y, one in of_values]
        asked += words_asked(p, rng)
        matter = ([s.clause_a for s in p.shared], [s.clause_b for s in p.shared])
        return self.sample(p.a, p.b, asked, rng.random() < 0.5, WANTED[p.relation], matter)

    def measured(self, p, of_values):
        """A sample that asks all that is known of two sentences of an event: of every two marked clauses, values and words."""
        asked = [(CLAUSE, [s.clause_a], [s.clause_b], 2 if s.kind else 1) for s in p.shared]
        together = {(s.clause_a, s.clause_b) for s in p.shared}
        for x in [s.clause_a for s in p.shared] + p.alone_a:
            asked += [(CLAUSE, [x], [y], 0) for y in [s.clause_b for s in p.shared] + p.alone_b if (x, y) not in together]
        asked += [(VALUE, [x], [y], one) for x, y, one in of_values]
        if p.shared:
            for x in contrasts.content(p.a):
                for y in contrasts.content(p.b):
                    if p.a[slice(*x)].lower() != p.b[slice(*y)].lower():
                        differ = any(s.words_a and s.words_b and contrasts.overlap(x, s.words_a) and contrasts.overlap(y, s.words_b) for s in p.shared)
                        asked.append((ANSWER, [x], [y], CONTRADICTING if differ else COMPATIBLE))
        return self.sample(p.a, p.b, asked, False, WANTED[p.relation])


def clause(text, rng):
    found = pairs.other_clause(text, [(0, 0)], rng)
    return found[0] if found else None


def words_asked(p, rng):
    """Questions about the words of two sentences of an event: what differs contradicts; nothing else does; what belongs to two matters is unrelated."""
    asked = []
    for s in p.shared:
        decisive = s.words_a and s.words_b
        if decisive:
            x, y = s.words_a, s.words_b
            asked.append((x, y, CONTRADICTING))
            inner_a, inner_b = contrasts.content(p.a[:x[1]]), contrasts.content(p.b[:y[1]])
            inner_a, inner_b = ([w for w in inner if w[0] >= low] for inner, low in ((inner_a, x[0]), (inner_b, y[0])))
            if len(inner_a) > 1 or len(inner_b) > 1:
                if inner_a and inner_b:
                    asked.append((inner_a[-1], inner_b[-1], CONTRADICTING))
            outside_a, outside_b = inside(contrasts.content(p.a, x), s.clause_a), inside(contrasts.content(p.b, y), s.clause_b)
            asked += [(x, w, UNRELATED) for w in contrasts.some(outside_b, 2, rng)] + [(w, y, UNRELATED) for w in contrasts.some(outside_a, 2, rng)]
        else:
            outside_a, outside_b = inside(contrasts.content(p.a), s.clause_a), inside(contrasts.content(p.b), s.clause_b)
        alike = {x: y for x, y in contrasts.alike(p.a, p.b, s.clause_a, s.clause_b) if x in outside_a and y in outside_b}
        asked += [(x, y, SAME) for x, y in contrasts.some(sorted(alike.items()), 3, rng)]
        asked += [(x, y, SAME if alike.get(x) == y else COMPATIBLE) for x, y in zip(contrasts.some(outside_a, 6, rng), contrasts.some(outside_b, 6, rng))]
    rest_a = [w for w in contrasts.content(p.a) if not any(contrasts.overlap(w, s.clause_a) for s in p.shared)]
    rest_b = [w for w in contrasts.content(p.b) if not any(contrasts.overlap(w, s.clause_b) for s in p.shared)]
    of_a, of_b = [w for s in p.shared for w in inside(contrasts.content(p.a), s.clause_a)] or rest_a, [w for s in p.shared for w in inside(contrasts.content(p.b), s.clause_b)] or rest_b
    for one, other in ((of_a, rest_b), (rest_a, of_b)):
        asked += [(x, y, UNRELATED) for x, y in zip(contrasts.some(one, 4, rng), contrasts.some(other, 4, rng)) if p.a[slice(*x)].lower() != p.b[slice(*y)].lower()]
    decisive = [q for q in asked if q[2] == CONTRADICTING]
    rest = [q for q in asked if q[2] != CONTRADICTING]
    return [(ANSWER, [x], [y], right) for x, y, right in decisive + contrasts.some(rest, MOST, rng)]


def inside(words, span):
    return [w for w in words if contrasts.overlap(w, span)]


SWAPPED = set("number money percent age duration distance score vote rank date weekday clock month year before-after direction name body place title kinship trend comparison first-last".split())


def alike_made(p, rng):
    """The pair with the words of b that differ made those of a, so that it agrees there; None where that can't be."""
    found = [s for s in p.shared if s.kind in SWAPPED and s.words_a and s.words_b]
    if not found:
        return None
    s = rng.choice(found)
    x, y = s.words_a, s.words_b
    made = p.a[slice(*x)]
    if p.b[slice(*y)][:1].islower() != made[:1].islower():
        made = (made[:1].lower() if p.b[slice(*y)][:1].islower() and s.kind not in ("name", "body", "place", "month", "weekday", "date") else made[:1]) + made[1:]
    return replaced(p, s, y, made, None, (x, (y[0], y[0] + len(made))))


def differing_made(p, of_values, rng):
    """The pair with one number or time of b that a has too made another; None where that can't be."""
    found = [(s, x, y) for s in p.shared if not s.kind for x, y, one in of_values if one and p.a[slice(*x)].lower() == p.b[slice(*y)].lower()
             and contrasts.overlap(x, s.clause_a) and contrasts.overlap(y, s.clause_b)]
    if not found:
        return None
    s, x, y = rng.choice(found)
    made = values.other_value(p.b[slice(*y)], rng)
    if not made or made in p.a or made in p.b:
        return None
    return replaced(p, s, y, made, "number", (x, (y[0], y[0] + len(made))))


def replaced(p, of, y, made, kind, words):
    moved = len(made) - (y[1] - y[0])

    def place(span):
        if span is None or span[1] <= y[0]:
            return span
        return (span[0] if span[0] <= y[0] else span[0] + moved, span[1] + moved)

    shared = []
    for s in p.shared:
        if s is of:
            shared.append(events.Shared(s.clause_a, place(s.clause_b), *(words if kind else (None, None)), kind))
        elif s.clause_b != of.clause_b:
            shared.append(events.Shared(s.clause_a, place(s.clause_b), s.words_a, place(s.words_b), s.kind))
    return events.Sentences(p.a, p.b[: y[0]] + made + p.b[y[1]:], shared, p.alone_a, [place(s) for s in p.alone_b], p.held, p.event)


def values_known(p, found):
    """What is known of the values of two sentences of an event: pairs of spans and whether they are of one thing."""
    known = []
    for x, y, equal in found:
        decisive = [s for s in p.shared if s.words_a and s.words_b and pairs.overlaps(x, [s.words_a]) and pairs.overlaps(y, [s.words_b])]
        common = [s for s in p.shared if contrasts.overlap(x, s.clause_a) and contrasts.overlap(y, s.clause_b)]
        if decisive or common and equal:
            known.append((x, y, 1))
        elif not common and not equal:
            known.append((x, y, 0))
    return known


def stack(samples):
    n = max(len(s.ids) for s in samples)
    pad = lambda l, by=0: l + [by] * (n - len(l))
    ids, segments = (torch.tensor([pad(l) for l in ls]) for ls in ([s.ids for s in samples], [s.segments for s in samples]))
    mask = torch.tensor([pad([True] * len(s.ids), False) for s in samples])
    words = torch.tensor([pad(s.words or [-1.0] * len(s.ids), -1.0) for s in samples])
    most = max(1, max(len(s.asked) for s in samples))
    means = torch.zeros(len(samples), 2 * most, n)  # weights whose product with the rows gives the mean of each part that is asked about
    heads = [([], [], []) for _ in (CLAUSE, VALUE, ANSWER)]
    for i, s in enumerate(samples):
        for k, (head, x, y, right) in enumerate(s.asked):
            means[i, 2 * k, x] = 1 / len(x)
            means[i, 2 * k + 1, y] = 1 / len(y)
            of, at, wanted = heads[head]
            of.append(i)
            at.append((i * most + k) * 2)
            wanted.append(right)
    asked = [(torch.tensor(of, dtype=torch.long), torch.tensor(at, dtype=torch.long), torch.tensor(wanted, dtype=torch.long), len(set(of)) / len(samples)) for of, at, wanted in heads]
    return ids, segments, mask, words, torch.tensor([s.pair for s in samples]), means, asked


def compared(x, mask, means, of, at):
    """What the head of a question reads, for each of the questions `at` of the samples `of`."""
    parts = torch.bmm(means.to(x.dtype), x).flatten(0, 1)
    a, b = parts[at], parts[at + 1]
    return torch.cat([a + b, (a - b).abs(), a * b, mean_of(x, mask)[of]], -1)


def answer_loss(logits, right):
    log = F.log_softmax(logits.float(), -1)
    one = torch.logsumexp(log[:, SAME:], -1)
    fit = torch.logsumexp(log[:, :CONTRADICTING], -1)
    loss = -torch.where(right == EITHER, one, torch.where(right == COMPATIBLE, fit, log.gather(1, right.clamp_max(CONTRADICTING)[:, None])[:, 0]))
    return (loss * torch.where(right == CONTRADICTING, CONTRADICTING_WEIGHT, 1.0)).mean()


def pair_of(encoder, x, mask):
    """The logits of the classes of the pair, of the last rows of its sentences."""
    return encoder.pair(torch.tanh(encoder.pair_inner(mean_of(x, mask)))).float()


def logits_of(encoder, head, rows):
    """The logits that a head gives to its questions, of what it reads."""
    if head == CLAUSE:
        return encoder.clause(torch.tanh(encoder.clause_inner(rows))).float()
    return (encoder.values_of(rows) if head == VALUE else encoder.answers_of(rows)).float()


def loss_of(encoder, batch):
    ids, segments, mask, words, wanted, means, asked = batch
    x = encoder.dropout(encoder.states(ids, segments, mask))
    loss = torch.zeros(())
    if (wanted >= 0).any():
        loss = loss + F.cross_entropy(pair_of(encoder, x, mask), wanted, ignore_index=-1, label_smoothing=PAIR_SMOOTHING) * (wanted >= 0).float().mean()
    known = words >= 0
    if known.any():
        loss = loss + WORD_WEIGHT * F.binary_cross_entropy_with_logits(encoder.word(x).squeeze(-1).float()[known], words[known]) * known.any(1).float().mean()
    for head, (of, at, right, share) in enumerate(asked):
        if len(of):
            logits = logits_of(encoder, head, compared(x, mask, means, of, at))
            if head == CLAUSE:
                loss = loss + share * F.cross_entropy(logits, right, label_smoothing=CLAUSE_SMOOTHING)
            elif head == VALUE:
                loss = loss + share * F.binary_cross_entropy_with_logits(logits, right.float())
            else:
                loss = loss + share * answer_loss(logits, right)
    return loss
