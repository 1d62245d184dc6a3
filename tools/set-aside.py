#!/usr/bin/env python3
"""set-aside.py FOLDER [--rest]

Lists the entries of a folder of cases or written events in the order of the SHA-256 of their names, and marks those
that are set aside (docs/measuring.md): `closed` the first ten, `aside` the first third of those that are annotated (with
gold.json or expect.json). --rest prints the names of the annotated rest alone, one a line."""
import hashlib, os, sys

arguments = [a for a in sys.argv[1:] if not a.startswith("--")]
if len(arguments) != 1:
    sys.exit(__doc__)
folder = arguments[0]
names = sorted((n for n in os.listdir(folder) if os.path.isdir(os.path.join(folder, n))),
               key=lambda n: hashlib.sha256(n.encode()).hexdigest())
annotated = [n for n in names if any(os.path.exists(os.path.join(folder, n, f)) for f in ("gold.json", "expect.json"))]
aside = set(annotated[:len(annotated) // 3])
closed = set(names[:10]) if any(os.path.exists(os.path.join(folder, n, "gold.json")) for n in names) else set()
for n in names:
    if "--rest" in sys.argv:
        if n in annotated and n not in aside and n not in closed:
            print(n)
    else:
        print(n, *(["closed"] if n in closed else []), *(["aside"] if n in aside else []))
