"""What the encoder reads of a pair: token ids, segments and clauses, the same as compare/encoder makes them."""

from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer


class Reader:
    """Takes texts apart with a vocabulary, a list of pieces."""

    def __init__(self, vocabulary, positions=128):
        self.ids = {piece: i for i, piece in enumerate(vocabulary)}
        self.positions = positions
        # Without added tokens: a text that has "[SEP]" in it means its letters.
        self.tokenizer = Tokenizer(WordPiece(self.ids, unk_token="[UNK]", max_input_chars_per_word=100))
        self.tokenizer.normalizer = BertNormalizer()
        self.tokenizer.pre_tokenizer = BertPreTokenizer()

    def pieces(self, text):
        """Id, byte span and whether it begins a word, of each piece."""
        made = self.tokenizer.encode(text, add_special_tokens=False)
        at = [0]
        for character in text:
            at.append(at[-1] + len(character.encode()))
        found, before = [], None
        for id, (start, end), word in zip(made.ids, made.offsets, made.word_ids):
            found.append((id, at[start], at[end], word != before))
            before = word
        return found

    def pair(self, a, b, clause_a=(), clause_b=()):
        """ids, segments, clauses (1 for that of a, 2 for that of b), and for each piece its byte span (None for special ones) and whether it begins a word."""
        a, b = self.pieces(a), self.pieces(b)
        keep_a, keep_b = fitting(len(a), len(b), self.positions - 3)
        return self._read([(a[:keep_a], clause_a), (b[:keep_b], clause_b)])

    def text(self, text):
        return self._read([(self.pieces(text)[: self.positions - 2], ())])

    def _read(self, texts):
        ids, segments, clauses, spans, first = [self.ids["[CLS]"]], [0], [0], [None], [False]
        for segment, (pieces, clause) in enumerate(texts):
            for piece in pieces:
                ids.append(piece[0])
                segments.append(segment)
                clauses.append(segment + 1 if within(piece, clause) else 0)
                spans.append((piece[1], piece[2]))
                first.append(piece[3])
            ids.append(self.ids["[SEP]"])
            segments.append(segment)
            clauses.append(0)
            spans.append(None)
            first.append(False)
        return ids, segments, clauses, spans, first


def within(piece, clause):
    return any(start < piece[2] and piece[1] < end for start, end in clause)


def fitting(a, b, room):
    """How many pieces of two texts are kept: the longer gives up one after the other, the second where both are equal."""
    while a + b > room:
        if a > b:
            a -= 1
        else:
            b -= 1
    return a, b
