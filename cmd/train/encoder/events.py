"""Written events: two reports of each, with the clauses marked that tell of one matter, as labelled pairs of sentences.

events/*.txt hold events. Each begins with "## name"; a line "A" stands before the first report, a line "B" before the second. In the reports
{3= clause} marks what both say alike, {4!kind clause with <words>} what they say differently in the words between angle brackets, {5~ clause} what
looks alike and is of two matters; marks of one number belong together. What is marked in neither way is told by one report alone.

    python events.py FOLDER >pairs.jsonl     pairs of sentences in the schema of labelled pairs, for `go run ./cmd/train values`
"""

import json
import random
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

import corpus

HELD = 6  # every so many events of a file are set aside
APART = 12  # pairs of sentences of an event that have nothing in common, at most: half by the words they share, half at random

MARK = re.compile(r"\{(\d+)([=~]|!([a-z-]+)) ([^{}]*)\}")
WORDS = re.compile(r"<([^<>]+)>")


@dataclass(frozen=True)
class Mark:
    """A marked clause of a report: characters of its text, and those of the words that differ."""

    matter: str
    sign: str
    kind: str | None
    span: tuple
    words: tuple | None  # None where they are all that differs, stand in several places, or are missing here


@dataclass
class Report:
    text: str
    marks: list
    sentences: list  # spans of characters


@dataclass
class Shared:
    """A matter that two sentences have in common: the clauses, and the words that differ, as characters of the sentences."""

    clause_a: tuple
    clause_b: tuple
    words_a: tuple | None = None
    words_b: tuple | None = None
    kind: str | None = None  # None where both say the same


@dataclass
class Sentences:
    """A sentence of A and one of B, what they have in common, and the marked clauses of each that have no counterpart in the other."""

    a: str
    b: str
    shared: list
    alone_a: list = field(default_factory=list)
    alone_b: list = field(default_factory=list)
    held: bool = False
    event: str = ""

    @property
    def relation(self):
        return "apart" if not self.shared else "differ" if any(s.kind for s in self.shared) else "same"


def report(body):
    """The report without its marks."""
    body, text, marks, at = body.strip(), "", [], 0
    for m in MARK.finditer(body):
        text += body[at:m.start()]
        start, words = len(text), []
        for n, part in enumerate(WORDS.split(m.group(4))):
            if n % 2:
                words.append((len(text), len(text) + len(part)))
            text += part
        if re.search("[<>{}]", text[start:]):
            raise ValueError(f"brackets that don't match: {m.group()}")
        marks.append(Mark(m.group(1), m.group(2)[0], m.group(3), (start, len(text)), words[0] if len(words) == 1 else None))
        at = m.end()
    text += body[at:]
    return Report(text, marks, sentence_spans(text))


def sentence_spans(text):
    spans = []
    for line in re.finditer(r"[^\n]+", text):
        start = line.start()
        cuts = [line.start() + m.end() for m in corpus.END.finditer(line.group())
                if not (m.group() == "." and corpus.ABBREVIATION.search(line.group()[: m.end()]))]
        for cut in cuts + [line.end()]:
            while start < cut and text[start].isspace():
                start += 1
            if start < cut:
                spans.append((start, cut))
            start = cut
    return spans


def read(folder):
    """The events of a folder's files: name, whether it is set aside, the two reports. What is marked wrongly raises ValueError with its place."""
    for path in sorted(Path(folder).glob("*.txt")):
        for number, block in enumerate(re.split(r"(?m)^## +", path.read_text())[1:]):
            name, _, rest = block.partition("\n")
            parts = re.split(r"(?m)^([AB])\s*$", rest)
            try:
                if parts[1::2] != ["A", "B"]:
                    raise ValueError("it needs a line A and a line B")
                yield f"{path.stem} {number + 1}", number % HELD == HELD - 1, report(parts[2]), report(parts[4])
            except ValueError as error:
                raise ValueError(f"{path}: event {name.strip()!r}: {error}") from error


def marks_of(a_report, span):
    """The marks that begin in a sentence, as characters of it."""
    low, high = span
    found = []
    for m in a_report.marks:
        if low <= m.span[0] < high:
            words = (m.words[0] - low, m.words[1] - low) if m.words and m.words[1] <= high else None
            found.append(Mark(m.matter, m.sign, m.kind, (m.span[0] - low, min(m.span[1], high) - low), words))
    return found


def sentence_pairs(folder, every=False):
    """Pairs of sentences of the events: all that have something in common, and of the others the look-alikes and some more, or every one."""
    for name, held, a, b in read(folder):
        rng = random.Random(name)
        apart = []
        for s in a.sentences:
            for t in b.sentences:
                of_a, of_b = marks_of(a, s), marks_of(b, t)
                x, y = a.text[slice(*s)], b.text[slice(*t)]
                shared, alike = [], False
                for m in of_a:
                    for n in of_b:
                        if m.matter != n.matter:
                            continue
                        if m.sign == "~":
                            alike = True
                        else:
                            shared.append(Shared(m.span, n.span, m.words, n.words, m.kind))
                matters = {m.matter for m in of_a if m.sign != "~"} & {n.matter for n in of_b if n.sign != "~"}
                pair = Sentences(x, y, shared, [m.span for m in of_a if m.matter not in matters], [n.span for n in of_b if n.matter not in matters], held, name)
                if shared or alike or every:
                    yield pair
                else:
                    apart.append(pair)
        yield from some_apart(apart, APART, rng)


def some_apart(apart, most, rng):
    """Some of the pairs of sentences that have nothing in common: half by the words they share, half at random."""
    apart.sort(key=lambda p: (-len(words_of(p.a) & words_of(p.b)), p.a, p.b))
    first, rest = apart[: most // 2], apart[most // 2:]
    return first + rng.sample(rest, min(most - len(first), len(rest)))


def words_of(text):
    return {w for w in re.findall(r"\w+", text.lower()) if len(w) > 3 or w.isdigit()}


def main():
    for p in sentence_pairs(sys.argv[1]):
        print(json.dumps({"a": p.a, "b": p.b, "relation": p.relation, "source": p.event}, ensure_ascii=False))


if __name__ == "__main__":
    main()
