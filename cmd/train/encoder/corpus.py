"""Sentences of the articles that pairs are made of, with the bytes they stand at."""

import html
import re
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Sentence:
    path: str  # of the article, below the data folder
    start: int  # bytes in the article's file
    end: int
    text: str
    before: str  # the sentence before it in the article, "" at its beginning


TOKEN = re.compile(rb'<token t_id="\d+" sentence="(\d+)" number="\d+">(.*?)</token>')

# Closing tokens stand right behind the token before them, opening ones right
# before the one behind, joining ones both.
CLOSING = {".", ",", ";", ":", "!", "?", ")", "]", "}", "%", "’", "”", "''", "n't", "'s", "'re", "'ve", "'ll", "'m", "'d", "'"}
OPENING = {"(", "[", "{", "$", "``", "“", "#"}
JOINING = {"-", "/"}
APOSTROPHE = {"’", "'"}
ENDINGS = {"s", "t", "re", "ve", "ll", "m", "d"}


def joined(tokens):
    """The text of a tokenized sentence. Straight quotation marks open and close by turns."""
    text, before, quoted = "", "", False
    for token in tokens:
        closes = token in CLOSING or token in JOINING
        opens = before in OPENING or before in JOINING
        if before in APOSTROPHE and token in ENDINGS:
            opens = True
        if token == '"':
            closes, quoted = quoted, not quoted
        if before == '"' and quoted and token != '"':
            opens = True
        if text and not closes and not opens:
            text += " "
        text += token
        before = token
    return text.replace("``", "“").replace("''", "”")


def ecb_slice(data):
    """The text of a stretch of an ECB+ file."""
    return joined([html.unescape(t.group(2).decode()) for t in TOKEN.finditer(data)])


def ecb_sentences(root, path):
    """Sentences of one ECB+ file; those that are web addresses are left out."""
    data = (Path(root) / path).read_bytes()
    spans = {}
    for t in TOKEN.finditer(data):
        number = int(t.group(1))
        start, _ = spans.get(number, (t.start(), 0))
        spans[number] = (start, t.end())
    sentences, before = [], ""
    for number in sorted(spans):
        start, end = spans[number]
        text = ecb_slice(data[start:end])
        if text.startswith("http"):
            continue
        sentences.append(Sentence(path, start, end, text, before))
        before = text
    return sentences


# Abbreviations that a sentence seldom ends on.
ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Sens|Rep|Reps|Gov|Gen|Lt|Col|Capt|Sgt|Adm|Rev|Hon|St|Jr|Sr|vs|No|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec"
    r"|Inc|Corp|Co|Ltd|Fla|Calif|Ariz|Tex|Pa|Va|Md|Mass|Conn|Ill|Ind|Mich|Minn|Wis|Colo|Ore|Wash|Nev|Tenn|Ga|Ala|Ky|Okla|Kan|Neb)"
    r"|\b[A-Z]|\b(?:[A-Za-z]\.)+[A-Za-z]|(?<=\s)R-[A-Z]\w*|(?<=\s)D-[A-Z]\w*)\.$"
)
END = re.compile(r"[.!?]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]*[A-Z0-9])")


def text_slice(data):
    """The text of a stretch of an article's plain file, on one line."""
    return " ".join(data.decode().split())


def article_sentences(root, path):
    """The title of one plain article and the sentences of its body, each within one paragraph."""
    text = (Path(root) / path).read_bytes().decode()
    body = text.index("\n---", 3) + 5 if text.startswith("---") else 0
    sentences, before = [], ""
    title = re.search(r'^title: *"?(.+?)[" ]*$', text[:body], re.MULTILINE)
    if title:
        first = len(text[: title.start(1)].encode())
        one = " ".join(title.group(1).split())
        sentences.append(Sentence(path, first, first + len(title.group(1).encode()), one, ""))
    for paragraph in re.finditer(r"[^\n]+", text[body:]):
        offset = body + paragraph.start()
        line, start, cuts = paragraph.group(), 0, []
        for m in END.finditer(line):
            if not (m.group() == "." and ABBREVIATION.search(line[: m.end()])):
                cuts.append(m.end())
        for cut in cuts + [len(line)]:
            piece = line[start:cut]
            lead = len(piece) - len(piece.lstrip())
            piece = piece.strip()
            if piece:
                first = len(text[: offset + start + lead].encode())
                size = len(piece.encode())
                one = " ".join(piece.split())
                sentences.append(Sentence(path, first, first + size, one, before))
                before = one
            start = cut
    return sentences


def slice_text(root, path, start, end):
    """The sentence that stands at these bytes of an article."""
    data = (Path(root) / path).read_bytes()[start:end]
    return ecb_slice(data) if path.endswith(".xml") else text_slice(data)
