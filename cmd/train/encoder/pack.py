"""Writes a model's file, which compare/encoder reads: weights as bytes, the vocabulary, and a header that says where they come from."""

import json
import struct

import numpy as np

MAGIC = b"XREFENC\x04"  # the last byte is the format's version
WEIGHT_LIMIT = 64  # of weights, so that two products with a byte fit 16 bits
PANEL, GROUP = 16, 4  # outputs and inputs that stand together
SPECIAL = ("[UNK]", "[CLS]", "[SEP]")


def pack(path, arrays, vocabulary, *, heads, positions, source, licence, training, pair, answers, words, smooth=None, weight_scales=None):
    """Writes a model.

    arrays holds NumPy arrays by the names of Encoder's state dict, vocabulary the pieces in the order of the rows of words.weight. pair names the
    classes of a pair and of its clauses, answers those of words that are held against each other, words those of a word. smooth holds vectors, by
    product, by which inputs are multiplied before they are rounded; weight_scales those by which weights are divided, by the weight's name, where they
    were learned.
    """
    arrays = {name: np.asarray(a, np.float32) for name, a in arrays.items()}
    smooth, weight_scales = smooth or {}, weight_scales or {}
    width, inner = arrays["layers.0.query.weight"].shape[1], arrays["layers.0.inner.weight"].shape[0]
    layers = 1 + max(int(name.split(".")[1]) for name in arrays if name.startswith("layers."))
    rows = arrays["words.weight"]
    if len(rows) != len(vocabulary) or len(set(vocabulary)) != len(vocabulary) or not set(SPECIAL) <= set(vocabulary):
        raise ValueError("vocabulary: must have a piece for each row, each once, and the special ones")
    header = {
        "source": source, "licence": licence, "training": training, "layers": layers, "width": width, "heads": heads, "inner": inner,
        "positions": positions, "vocabulary": len(vocabulary), "pair": list(pair), "answers": list(answers), "words": list(words),
        "vector": len(arrays["vector.weight"]),
    }  # fmt: skip
    parts = [MAGIC]

    def counted(data):
        parts.extend((struct.pack("<I", len(data)), data))

    def floats(*numbers):
        for a in numbers:
            if not np.all(np.abs(a) <= 1e3):
                raise ValueError("a number is too large")
            parts.append(np.ascontiguousarray(a, "<f4").tobytes())

    def norm(name):
        floats(arrays[f"{name}.weight"], arrays[f"{name}.bias"])

    def product(names, place, divide=1.0):
        """One product of the weights of several, stacked. Outputs of the first are divided."""
        multiplier = np.asarray(smooth.get(place, np.ones(arrays[f"{names[0]}.weight"].shape[1])), np.float32)
        scales, biases, whole = [], [], []
        for n, name in enumerate(names):
            by = divide if n == 0 else 1.0
            scale, q = rounded(arrays[f"{name}.weight"] / multiplier, weight_scales.get(f"{name}.weight"))
            scales.append(scale / by)
            biases.append(arrays[f"{name}.bias"] / by)
            whole.append(q)
        q = np.concatenate(whole)
        outputs, inputs = q.shape
        floats(multiplier, np.concatenate(scales), np.concatenate(biases))
        parts.append(q.astype(np.int32).sum(1).astype("<i4").tobytes())
        panels = q.reshape(outputs // PANEL, PANEL, inputs // GROUP, GROUP).transpose(0, 2, 1, 3)
        parts.append(np.ascontiguousarray(panels, np.int8).tobytes())

    counted(json.dumps(header, ensure_ascii=False, indent=1).encode())
    counted("".join(f"{piece}\n" for piece in vocabulary).encode())
    scale = np.maximum(np.abs(rows).max(1), 1e-8) / 127
    floats(scale)
    parts.append(np.rint(rows / scale[:, None]).astype(np.int8).tobytes())
    floats(arrays["positions.weight"][:positions], arrays["segments.weight"])
    norm("norm")
    for i in range(layers):
        at = f"layers.{i}."
        product([at + "query", at + "key", at + "value"], at + "attention", divide=np.sqrt(np.float32(width // heads)))
        product([at + "attended"], at + "attended")
        norm(at + "attended_norm")
        product([at + "inner"], at + "inner")
        product([at + "outer"], at + "outer")
        norm(at + "outer_norm")
    for name, classes in (("pair", pair), ("clause", pair), ("value", ["together"]), ("answer", answers), ("word", words)):
        if name == "word":
            product(["vector"], "vector")
        else:
            product([f"{name}_inner"], f"{name}_inner")
        if arrays[f"{name}.weight"].shape != (len(classes), width):
            raise ValueError(f"{name}: {len(classes)} classes are named, weights are of shape {arrays[f'{name}.weight'].shape}")
        floats(arrays[f"{name}.weight"], arrays[f"{name}.bias"])
    with open(path, "wb") as file:
        file.write(b"".join(parts))


def rounded(weight, scale=None):
    """Scales of the outputs, and whole weights within ±WEIGHT_LIMIT."""
    if scale is None:
        scale = np.maximum(np.abs(weight).max(1), 1e-8) / WEIGHT_LIMIT
    scale = np.asarray(scale, np.float32).reshape(-1)
    return scale, np.clip(np.rint(weight / scale[:, None]), -WEIGHT_LIMIT, WEIGHT_LIMIT).astype(np.int8)


def smoothing(weight, largest, alpha=0.5):
    """What to multiply a product's inputs by, so that channels differ less. largest is the largest absolute value that each input channel takes.

    For query, key and value stack their weights.
    """
    s = np.maximum(largest, 1e-5) ** alpha / np.maximum(np.abs(weight).max(0), 1e-5) ** (1 - alpha)
    s = np.maximum(s / s.mean(), 1e-2)
    return (1 / s).astype(np.float32)


def trimmed(vocabulary, kept):
    """Numbers of the pieces that a smaller vocabulary has: those of kept, the special ones, and all of one character."""
    kept = set(kept)
    return [i for i, piece in enumerate(vocabulary) if piece in kept or piece in SPECIAL or len(piece.removeprefix("##")) == 1]


def check(path, records):
    """Writes what a model gives in floating point, one record a pair, for compare/encoder's test: a, b, clause_a, clause_b (byte spans),
    ids, pair, clause, value and answer (logits), words ([start, end, 0 or 1 for a or b, logits...]), vectors (of a and b, each read alone)."""
    with open(path, "w", encoding="utf-8") as file:
        for record in records:
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
