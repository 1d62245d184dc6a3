"""Features of a pair that are counted from its words, for a scorer beside the encoder."""

import re
from collections import Counter

import numpy as np
from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS, TfidfVectorizer

WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?|\d[\d,.]*")
SUFFIX = re.compile(r"(?:'s|’s|ing|ed|es|s|ly|ion|er)$")


def stem(word):
    word = word.lower()
    return SUFFIX.sub("", word) if len(word) > 4 else word


def content(text):
    return [stem(w) for w in WORD.findall(text) if w.lower() not in ENGLISH_STOP_WORDS]


class Counting:
    """Counts weighted by how rare words are in the sentences it is made with."""

    def __init__(self, sentences):
        self.vectors = TfidfVectorizer(tokenizer=content, token_pattern=None, lowercase=False, sublinear_tf=True)
        self.vectors.fit(sentences)
        self.pieces = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, min_df=2)
        self.pieces.fit(sentences)
        self.weight = dict(zip(self.vectors.get_feature_names_out(), self.vectors.idf_))

    def features(self, pairs):
        """One row a pair."""
        a, b = [p.a for p in pairs], [p.b for p in pairs]
        words = self._cosines(self.vectors, a, b)
        pieces = self._cosines(self.pieces, a, b)
        return np.column_stack([words, pieces, np.array([self._counts(x, y) for x, y in zip(a, b)])])

    @staticmethod
    def _cosines(vectors, a, b):
        return np.asarray(vectors.transform(a).multiply(vectors.transform(b)).sum(1)).ravel()

    def _counts(self, a, b):
        x, y = Counter(content(a)), Counter(content(b))
        shared = set(x) & set(y)
        weigh = lambda words: sum(self.weight.get(w, 8.0) for w in words)
        both = weigh(shared)
        small, large = sorted((weigh(x), weigh(y)))
        names = [set(re.findall(r"(?<=[a-z,] )[A-Z][a-z]+", t)) for t in (a, b)]
        numbers = [set(re.findall(r"\d[\d,.]*\d|\d", t)) for t in (a, b)]
        tokens = [[stem(w) for w in WORD.findall(t)] for t in (a, b)]
        bigrams = [set(zip(t, t[1:])) for t in tokens]
        plain = [w for w in shared if w.isalpha()]
        return [
            np.log1p(both), both / max(small, 1), both / max(large, 1), len(shared),
            len(names[0] & names[1]), len(numbers[0] & numbers[1]), float(bool(numbers[0]) and bool(numbers[1]) and not numbers[0] & numbers[1]),
            len(bigrams[0] & bigrams[1]) / max(1, min(len(bigrams[0]), len(bigrams[1]))), np.log1p(len(plain)),
            np.log1p(min(len(tokens[0]), len(tokens[1]))), np.log1p(max(len(tokens[0]), len(tokens[1]))),
        ]
