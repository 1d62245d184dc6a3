"""Makes compare/encoder/testdata/wordpiece.jsonl: hard strings, and how the reference implementation takes them apart.

python wordpiece_cases.py VOCABULARY OUT, where VOCABULARY is that of a BERT model, uncased. The first line of OUT is a vocabulary of the pieces that
the strings need and of others; each other line is a string, and the piece, the first byte and the one after the last for each of its pieces.
"""

import json
import random
import sys

from pieces import Reader

PROSE = """
The mayor resigned on Monday, hours after auditors published their report.
"We won't comment," a spokeswoman said; the minister's office didn't answer calls.
Shares fell 3.4% to $1,250.75 in after-hours trading on Nov. 12, 2019.
At least 14 people—among them three children—were hurt when a tram derailed in Zürich.
The U.S. and the E.U. signed the so-called "green steel" accord at 9:30 a.m. GMT.
O'Brien, who's 47, told the court: 'I did not see him.'
Prime Minister-designate José María Peña met Nguyễn Thị Hạnh in São Paulo.
The co-operative re-elected its vice-president by 1,204 votes to 1,198.
Ticket prices rose from £12.50 to £15 (a 20 per cent increase), the theatre confirmed.
Twenty-two-year-old Łukasz Żółć won the men's 4×100m relay in 38.2 s.
The bridge (built 1887–1891) was closed; engineers found cracks ≥2 mm wide.
Rescuers pulled a dog named "Flóki" from the ice near Höfn í Hornafirði.
Police in Kraków arrested two men, 19 and 23, over a €2.3m warehouse theft.
Its C.E.O. called the claim "flatly untrue" … and then apologised.
A magnitude-6.1 quake struck 40km south-southwest of the island at 02:14 local time.
The Ministry of Agriculture recalled 12,000 tins of beans/peas & carrots.
#FloodWatch: @RiverAgency says levels "may exceed 5.2m" by 18:00!!!
Contact press-office@example.org or see https://www.example.org/reports?id=77&lang=en#top.
He re‑signed; she resigned. They co‐wrote the naïve café façade résumé.
Dr. Ångström’s lab measured 0.5 µm at −12 °C, i.e. ½ of what’s usual.
Unquestionably, the counterrevolutionaries' antidisestablishmentarianism was mischaracterized.
The jury deliberated for eleven hours before acquitting the former harbourmaster.
Wind gusts of 110 kph toppled scaffolding onto two parked delivery vans.
The airline's pilots voted 61-39 to strike from midnight on Thursday.
Hospital officials said seven patients remained in intensive care overnight.
""".strip().splitlines()

HARD = [
    "", " ", "\t\n\r ", "a", "A", "é", "e\u0301", "E\u0301\u0327", "a\u0301b", "\u0301", "\u0301a", "x\u0301\u0302\u0303y", "ÀÉÎÕÜ", "àéîõü", "ﬁnance ﬂow ﬀ", "Straße STRASSE", "İstanbul ılık Iğdır",
    "ΑΣ Ασ ΣΊΣΥΦΟΣ σίσυφος", "Й й ё Ё Ї ї", "Việt Nam Nguyễn Đình", "Ångström \u212bngstr\u00f6m", "K \u212a Ω \u2126", "ǅ ǆ Ǆ", "ȘșȚț ŞşŢţ", "Łódź Øre Æsir Þór Œuvre đ",
    "東京タワー", "东京abc北京", "a中b文c", "カタカナ ガギグ か\u3099 が", "한국어 대한민국 \u1112\u1161\u11ab", "ไทยภาษา", "हिन्दी भाषा क्षत्रिय", "العربيّة السَّلامُ", "עִבְרִית שלום", "தமிழ்", "ქართული ᲥᲐᲠᲗᲣᲚᲘ", "Հայերեն", "አማርኛ", "日本語のテキスト。「引用」",
    "\u200b", "zero\u200bwidth", "soft\u00adhyphen", "join\u200der", "non\u200cjoin", "\ufeffmark", "a\ufeffb", "a\x00b", "a\ufffdb", "\ufffd", "bell\x07ring", "esc\x1b[31mred", "del\x7fete", "next\u0085line", "a\u202eb\u202cc", "tag\U000e0041s",
    "no\u00a0break", "thin\u2009space", "em\u2003space", "en\u2000quad", "ideo\u3000graphic", "line\u2028sep", "para\u2029sep", "v\x0btab", "f\x0cfeed", "ogham\u1680mark", "mid\u205fmath", "narrow\u202fspace", "mongolian\u180evowel", "\u2060word", "file\x1csep",
    "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", "a!b\"c#d$e%f&g'h", "€5 £6 ¥7 ¢8 ₹9 ₿1", "± × ÷ = ≠ ≤ ≥ ∞ √ ∑", "© ® ™ ° µ § ¶ · ¿ ¡", "¼ ½ ¾ ² ³ ¹ ⁴ ₂", "Ⅷ ⅷ № ℃ ℉", "‘single’ “double” „low“ «guil» ‹s›", "– — ― ‐ ‑ ‒ −", "… ‥ ․", "† ‡ • ‣ ※ ‰ ′ ″",
    "、。「」『』【】〜！？（）", "ａｂｃ１２３！", "١٢٣ ۱۲۳ १२३", "Greek\u037equestion", "\u1fef grave", "\u0387 ano teleia", "॥ ।", "؟ ، ؛", "՞ ։", "₂H₂O", "x\u20d7 vector", "1\ufe0f\u20e3 key",
    "😀", "a😀b", "👩‍👩‍👧‍👦 family", "🇬🇧🇫🇷", "👍🏽 thumbs", "❤️", "☺ ☹ ★ ☆ → ← ⇒", "🤷🏻‍♀️ shrug", "𝒜𝓁𝓅𝒽𝒶 𝟙𝟚𝟛", "𐍈 𐌰", "𠀀𠀁 extension", "\U0002f800 compat", "豈更", "㐀㐁", "々〇〆",
    "[CLS] [SEP] [UNK] [PAD] [MASK]", "[SEP]", "[sep]", "##ing ##s", "a ##b", "[unused1]", "<s></s>", "[ UNK ]",
    "a" * 99, "a" * 100, "a" * 101, "é" * 100, "é" * 101, "b" * 250 + " end", "-" * 30, "ab" * 50, "ab" * 51, "x" * 100 + "." + "y" * 101, "e\u0301" * 100, "e\u0301" * 101, "\u200b" * 120 + "a", "中" * 60,
    "don't can't I'm we've she'd they'll", "rock'n'roll o'clock ma'am", "e.g. i.e. etc. U.K. a.m.", "3,141.59 1.000.000,50 1e-9 0x1F", "12:30:45 12/31/99 2019-11-12", "A-1 B/C D&E F+G H=I", "C++ C# .NET F*ck @user #tag", "50% 5‰ 5° 5′ 5″", "$1.2bn US$5m €3,5 Mio.",
    "http://example.com/a_b-c?d=e&f=g", "name.surname+tag@sub.example.co.uk", "C:\\dir\\file.txt", "~/path/to/file", "snake_case camelCase PascalCase kebab-case", "ALLCAPS lowercase MiXeD", "ab\ncd\tef\r\ngh", "  lead and trail  ", "many     spaces", "end.", ".start", "a.b.c",
    "qzxv wqxz", "supercalifragilisticexpialidocious", "pneumonoultramicroscopicsilicovolcanoconiosis", "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", "Donaudampfschifffahrtsgesellschaft", "zzzzzzzzzz", "\U0001d400\U0001d401", "ʻokina Hawaiʻi", "naïve naïve", "coöperate Zoë", "Ḃ Ḋ Ṡ ẛ ẞ ß ſ",
    "Ⱥ Ⱦ ɐ ʇ", "Ꭰ Ꭱ ꭰ", "Ა ა", "ﬀ ﬃ ﬆ", "ŉ ǰ ΐ ΰ", "ᾳ ᾼ ῼ", "\u0345 \u03b1\u0345", "\u1e9b\u0323", "\u0958 \u0929", "\u0f43\u0f4d", "\ufb1d \ufb2a", "\u09cb \u0bca \u0d4a", "\u1b06 \u1b3b", "\U0001d15e \U0001d1bb", "\u2adc", "\u3392 \u33a5 \u2460 \u24b6",
]  # fmt: skip

POOLS = [
    [chr(c) for c in range(0x20, 0x7F)],
    [chr(c) for c in range(0xA0, 0x180)],
    [chr(c) for c in range(0x300, 0x345)],
    [chr(c) for c in range(0x384, 0x3CE) if c not in (0x38B, 0x38D, 0x3A2)],
    [chr(c) for c in range(0x400, 0x460)],
    [chr(c) for c in range(0x1E00, 0x1EFA)],
    [chr(c) for c in range(0x2000, 0x2050)],
    [chr(c) for c in range(0x20A0, 0x20BE)],
    [chr(c) for c in range(0x2190, 0x2300)],
    [chr(c) for c in range(0x3041, 0x3097)],
    [chr(c) for c in range(0x4E00, 0x4E40)],
    [chr(c) for c in range(0xAC00, 0xAC40)],
    [chr(c) for c in range(0x620, 0x653)],
    [chr(c) for c in range(0x905, 0x94E)],
    [chr(c) for c in range(0x1F600, 0x1F640)],
    ["\x00", "\t", "\n", "\x0b", "\x1f", "\x7f", "\u0085", "\u00ad", "\u200b", "\u200d", "\ufeff", "\ufffd", "\ue000", "\u2028", "\u3000"],
]


def strings(seed=1, count=1000):
    r = random.Random(seed)
    found = PROSE + [s.upper() for s in PROSE[:5]] + HARD
    words = [w for s in PROSE for w in s.split()]
    while len(set(found)) < count:
        kind = r.randrange(4)
        if kind == 0:  # characters of a script, and some of another
            pool, other = r.choice(POOLS), r.choice(POOLS)
            s = "".join(r.choice(pool if r.random() < 0.7 else other) for _ in range(r.randint(1, 16)))
        elif kind == 1:  # words with something put in or left out
            w = list(" ".join(r.choice(words) for _ in range(r.randint(1, 5))))
            for _ in range(r.randint(1, 4)):
                w.insert(r.randrange(len(w) + 1), r.choice(r.choice(POOLS)))
            s = "".join(w)
        elif kind == 2:  # words run together
            s = r.choice(["", "-", ".", "'", "/", "_"]).join(r.choice(words) for _ in range(r.randint(2, 4)))
        else:  # two hard strings
            s = r.choice(HARD)[:40] + r.choice(["", " ", "x"]) + r.choice(HARD)[:40]
        found.append(s)
    return list(dict.fromkeys(found))[:count]


def main(vocabulary, out):
    with open(vocabulary, encoding="utf-8") as file:
        full = file.read().split("\n")[:-1]
    texts = strings()
    whole = Reader(full)
    needed = {id for text in texts for id, *_ in whole.pieces(text)}
    r = random.Random(2)
    kept = [p for i, p in enumerate(full) if i in needed or p in ("[UNK]", "[CLS]", "[SEP]") or not p.startswith("[unused") and r.random() < 0.02]
    reader = Reader(kept)
    with open(out, "w", encoding="utf-8") as file:
        def line(value):
            file.write(json.dumps(value, ensure_ascii=True, separators=(",", ":")) + "\n")

        line(" ".join(kept))
        for text in texts:
            line([text, [n for id, start, end, _ in reader.pieces(text) for n in (id, start, end)]])


if __name__ == "__main__":
    main(*sys.argv[1:])
