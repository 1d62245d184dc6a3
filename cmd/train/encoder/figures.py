"""Figures of the encoder on pairs."""

import math

import numpy as np
from sklearn.metrics import average_precision_score, roc_auc_score


def sigmoid(x):
    return 1 / (1 + np.exp(-np.asarray(x, float)))


def joined_figures(scores, joined, threshold=0.5):
    """Average precision of joined pairs and accuracy at the threshold, in percent."""
    y = np.asarray(joined) > 0.5
    s = np.asarray(scores, float)
    return {"pairs": len(y), "joined": int(y.sum()), "average_precision": round(100 * average_precision_score(y, s), 1),
            "accuracy": round(100 * float(((s > threshold) == y).mean()), 1)}


def word_figures(samples, found, pairs, threshold=0.5):
    """Precision and recall of the tokens of the shared clauses, on joined pairs whose clauses are known."""
    right = given = wanted = 0
    for sample, answer, pair in zip(samples, found, pairs):
        if not (pair.joined > 0.5 and pair.clause_a and pair.clause_b):
            continue
        for target, logit in zip(sample[3], answer.words):
            if target < 0:
                continue
            hit = 1 / (1 + math.exp(-logit)) > threshold
            given += hit
            wanted += target > 0.5
            right += hit and target > 0.5
    return {"precision": round(100 * right / max(1, given), 1), "recall": round(100 * right / max(1, wanted), 1)}


def ranked(wanted, chance):
    """Area under the curve and average precision of what is wanted, in percent, and how many are; None where all are or none is."""
    y = np.asarray(wanted, bool)
    if not 0 < y.sum() < len(y):
        return {"of": len(y), "wanted": int(y.sum())}
    return {"of": len(y), "wanted": int(y.sum()), "area": round(100 * roc_auc_score(y, chance), 1), "average_precision": round(100 * average_precision_score(y, chance), 1)}
