"""The cross-encoder: a BERT that reads two sentences, with a head for the pair, one for a clause of each and one for each word."""

import math
from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

CLASSES = ("apart", "agree", "differ")  # of a pair: no matter in common; one, told alike; one, told differently
ANSWERS = ("unrelated", "same", "contradicting")  # of words of a and words of b: of two things; the same of one; not both true of one

VECTOR = 128  # numbers of a sentence's vector

WEIGHT_LIMIT = 64  # of quantized weights, so that sums of two byte products fit 16 bits


@dataclass(frozen=True)
class Shape:
    layers: int = 6
    width: int = 384
    heads: int = 12
    inner: int = 1536
    words: int = 30522
    positions: int = 512


class RoundedWeight(torch.autograd.Function):
    """Weights as whole numbers within ±WEIGHT_LIMIT times a scale for each output; gradients pass unchanged."""

    @staticmethod
    def forward(ctx, weight):
        scale = weight.abs().amax(dim=1, keepdim=True).clamp_min(1e-8) / WEIGHT_LIMIT
        return torch.round(weight / scale).clamp_(-WEIGHT_LIMIT, WEIGHT_LIMIT) * scale

    @staticmethod
    def backward(ctx, grad):
        return grad


class RoundedRows(torch.autograd.Function):
    """Activations as whole numbers from 0 to 255 of a range for each row that holds 0; gradients pass unchanged."""

    @staticmethod
    def forward(ctx, x):
        low = x.amin(dim=-1, keepdim=True).clamp_max(0)
        high = x.amax(dim=-1, keepdim=True).clamp_min(0)
        scale = ((high - low) / 255).clamp_min(1e-12)
        zero = torch.round(-low / scale)
        return (torch.round(x / scale + zero).clamp_(0, 255) - zero) * scale

    @staticmethod
    def backward(ctx, grad):
        return grad


class Dropout(nn.Module):
    """Drops the same channels at all places of a sample, which costs little."""

    def forward(self, x):
        if not self.training:
            return x
        shape = (x.shape[0], *[1] * (x.dim() - 2), x.shape[-1])
        return x * (torch.rand(shape) >= 0.1).to(x.dtype).div_(0.9)


class Linear(nn.Linear):
    """A matrix product that can round its inputs and weights as the quantized one does."""

    rounded = False

    def forward(self, x):
        if not self.rounded:
            return super().forward(x)
        return F.linear(RoundedRows.apply(x), RoundedWeight.apply(self.weight), self.bias)


class Layer(nn.Module):
    def __init__(self, shape):
        super().__init__()
        self.heads = shape.heads
        self.query = Linear(shape.width, shape.width)
        self.key = Linear(shape.width, shape.width)
        self.value = Linear(shape.width, shape.width)
        self.attended = Linear(shape.width, shape.width)
        self.attended_norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.inner = Linear(shape.width, shape.inner)
        self.outer = Linear(shape.inner, shape.width)
        self.outer_norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.dropout = Dropout()

    def forward(self, x, mask):
        batch, length, width = x.shape

        def split(y):
            return y.view(batch, length, self.heads, width // self.heads).transpose(1, 2)

        y = F.scaled_dot_product_attention(split(self.query(x)), split(self.key(x)), split(self.value(x)), attn_mask=mask)
        y = self.attended(y.transpose(1, 2).reshape(batch, length, width))
        x = self.attended_norm(x + self.dropout(y))
        y = self.outer(F.gelu(self.inner(x)))
        return self.outer_norm(x + self.dropout(y))


class Encoder(nn.Module):
    """Inputs are token ids, segments (0 for a, 1 for b) and clauses (0 none, 1 clause of a, 2 clause of b)."""

    def __init__(self, shape):
        super().__init__()
        self.shape = shape
        self.words = nn.Embedding(shape.words, shape.width)
        self.positions = nn.Embedding(shape.positions, shape.width)
        self.segments = nn.Embedding(2, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.dropout = Dropout()
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        self.pair_inner = Linear(shape.width, shape.width)
        self.pair = nn.Linear(shape.width, len(CLASSES))
        self.clause_inner = Linear(4 * shape.width, shape.width)
        self.clause = nn.Linear(shape.width, len(CLASSES))
        self.value_inner = Linear(4 * shape.width, shape.width)
        self.value = nn.Linear(shape.width, 1)
        self.answer_inner = Linear(4 * shape.width, shape.width)
        self.answer = nn.Linear(shape.width, len(ANSWERS))
        self.word = nn.Linear(shape.width, 1)
        self.vector = Linear(shape.width, VECTOR)

    def states(self, ids, segments, mask):
        place = torch.arange(ids.shape[1])
        x = self.words(ids) + self.positions(place) + self.segments(segments)
        x = self.dropout(self.norm(x))
        wide = mask[:, None, None, :]
        for layer in self.layers:
            x = layer(x, wide)
        return x

    def forward(self, ids, segments, clauses, mask):
        """Logits of the classes for the pair, for its clauses, and of belonging to one matter for each token."""
        x = self.dropout(self.states(ids, segments, mask))
        pair = self.pair(torch.tanh(self.pair_inner(mean_of(x, mask))))
        clause = self.clause(torch.tanh(self.clause_inner(self.compared(x, clauses == 1, clauses == 2, mask))))
        return pair, clause, self.word(x).squeeze(-1)

    @staticmethod
    def compared(x, a, b, mask):
        """What a part of a and one of b are to each other, by the means of their rows."""
        a, b = mean_of(x, a), mean_of(x, b)
        return torch.cat([a + b, (a - b).abs(), a * b, mean_of(x, mask)], -1)

    def values_of(self, compared):
        """The logit of two values being of one thing, of what says how their rows compare."""
        return self.value(torch.tanh(self.value_inner(compared))).squeeze(-1)

    def answers_of(self, compared):
        """The logits of ANSWERS for words of a and words of b, of what says how their rows compare."""
        return self.answer(torch.tanh(self.answer_inner(compared)))

    def vectors_of(self, ids, mask):
        """Vectors of length 1 of sentences that are read alone; those of one matter are near to each other."""
        return F.normalize(self.vector(mean_of(self.states(ids, torch.zeros_like(ids), mask), mask)), dim=-1)

    def round(self, on):
        for module in self.modules():
            if isinstance(module, Linear):
                module.rounded = on


def mean_of(x, chosen):
    """The mean of the chosen rows of each sample; zeros where none is."""
    weight = chosen.unsqueeze(-1).to(x.dtype)
    return (x * weight).sum(1) / weight.sum(1).clamp_min(1)


def joined_logit(pair):
    """The logit of one matter, from those of the classes."""
    return torch.logsumexp(pair[..., 1:], -1) - pair[..., 0]


def from_bert(tensors, layers=None):
    """An encoder with the weights of a BERT, by the names of its usual checkpoints; of `layers` if not all are wanted."""
    total = 1 + max(int(n.split(".")[2]) for n in tensors if n.startswith("encoder.layer."))
    keep = list(range(total)) if layers is None else layers
    words = tensors["embeddings.word_embeddings.weight"].shape[0]
    model = Encoder(Shape(layers=len(keep), words=words))
    source = {k: torch.tensor(np.asarray(v)) for k, v in tensors.items()}
    state = model.state_dict()

    def take(name, old):
        for part in ("weight", "bias"):
            if f"{name}.{part}" in state:
                state[f"{name}.{part}"] = source[f"{old}.{part}"]

    take("words", "embeddings.word_embeddings")
    take("positions", "embeddings.position_embeddings")
    take("segments", "embeddings.token_type_embeddings")
    take("norm", "embeddings.LayerNorm")
    for new, old in enumerate(keep):
        for name, path in (("query", "attention.self.query"), ("key", "attention.self.key"), ("value", "attention.self.value"),
                           ("attended", "attention.output.dense"), ("attended_norm", "attention.output.LayerNorm"),
                           ("inner", "intermediate.dense"), ("outer", "output.dense"), ("outer_norm", "output.LayerNorm")):
            take(f"layers.{new}.{name}", f"encoder.layer.{old}.{path}")
    model.load_state_dict(state)
    return model
