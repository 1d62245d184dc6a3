#!/usr/bin/env python3
"""multiply.py FOLDER INTO N

Makes N articles of those in FOLDER's folders, each of which holds the articles of one event, for measuring how time and
memory grow: every event is told as often as it takes, each time with other names, other numbers and another date, the
same in all articles of the event. Stories thus stay as large as they are, however many articles there are. The copies
are the same each time. INTO must not exist. Folders that tools/set-aside.py keeps apart are left out."""
import collections, datetime, hashlib, os, re, subprocess, sys

APART = 90  # days from one telling of an event to the next, so that they are two events
NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}\b")  # a capital in the middle of a sentence
WORD = re.compile(r"\b[A-Z][a-z]{2,}\b")
NUMBER = re.compile(r"\b\d+\b")
DATE = re.compile(r"^date: *(\d{4})-(\d\d)-(\d\d).*$", re.M)


def chosen(key, among):
    return among[int.from_bytes(hashlib.sha256(key.encode()).digest()[:8], "big") % len(among)]


def events(folder):
    """The articles of each event by their file names, in the order of the folders' names."""
    script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "set-aside.py")
    listed = subprocess.run([sys.executable, script, folder], check=True, capture_output=True, text=True).stdout
    found = []
    for name in sorted(line.split()[0] for line in listed.splitlines() if len(line.split()) == 1):
        paths = sorted(e.path for e in os.scandir(os.path.join(folder, name)) if e.name.endswith((".txt", ".md")))
        articles = {}
        for path in paths:
            with open(path, encoding="utf-8") as f:
                articles[os.path.basename(path)] = f.read()
        if articles:
            found.append((name, articles))
    return found


def retold(event, telling, text, names):
    """The text in which each name is another one and each number another of as many digits."""
    if telling == 0:
        return text

    def number(m):
        old = m[0]
        first = chosen(f"{event} {telling} {old}", "123456789")
        rest = (chosen(f"{event} {telling} {old} {i}", "0123456789") for i in range(1, len(old)))
        return old if len(old) == 4 and old[:2] in ("19", "20") else first + "".join(rest)

    def name(m):
        return chosen(f"{event} {telling} {m[0]}", names) if m[0] in known else m[0]

    known = set(names)
    date = DATE.search(text)
    text = WORD.sub(name, NUMBER.sub(number, text))
    day = datetime.date(*map(int, date.groups())) if date else datetime.date(2020, 1, 1)
    line = f"date: {day + datetime.timedelta(APART * telling)}"
    if date:
        return re.sub(r"^date:.*$", line, text, count=1, flags=re.M)
    if text.startswith("---\n"):
        return "---\n" + line + text[3:]
    return f"---\n{line}\n---\n\n{text}"


def main():
    if len(sys.argv) != 4 or not sys.argv[3].isdigit():
        sys.exit(__doc__)
    folder, into, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
    found = events(folder)
    if not found:
        sys.exit(f"{folder}: no folder with articles that may be read")
    texts = [text for _, articles in found for text in articles.values()]
    words = collections.Counter(w for text in texts for w in re.findall(r"\b[A-Za-z]{3,}\b", text))
    names = sorted(n for n in {n for text in texts for n in NAME.findall(text)} if 4 * words[n.lower()] < words[n])
    os.makedirs(into)
    telling, left = 0, count
    while left > 0:
        for event, articles in found:
            for file, text in list(articles.items())[:left]:
                with open(os.path.join(into, f"{telling:03}-{event}-{file}"), "w", encoding="utf-8") as f:
                    f.write(retold(event, telling, text, names))
                left -= 1
        telling += 1


main()
