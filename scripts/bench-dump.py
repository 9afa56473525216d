"""Makes what scripts/bench-dump measures on, and checks what came of it.

    bench-dump.py text LINES SEED STEP WANTED     a text of a dump on standard output; each STEPth line goes to the file WANTED as well
    bench-dump.py pages WANTED FOLDER             pages whose posts have the codes of WANTED as links
    bench-dump.py check WANTED ARCHIVE            fails unless the archive has the target of each code of WANTED
"""

import json
import pathlib
import random
import sys
from itertools import product

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
LINKS_OF_A_PAGE = 100


def text(lines: int, seed: int, step: int, wanted: str) -> None:
    """Sorted codes of six characters, as the URLTeam's. Hosts repeat, paths do not: a text that compresses like theirs to a third."""
    chance = random.Random(seed)
    hosts = [f"www.{chance.getrandbits(20):x}.example" for _ in range(5000)]
    endings = ["".join(ending) for ending in product(ALPHABET, repeat=3)]
    out = sys.stdout.buffer
    out.write(b"#FORMAT: BEACON\n#PREFIX: http://bit.ly/\n#HOMEPAGE: http://urlte.am/\n#TIMESTAMP: 2015-07-29T12:00:00\n\n")
    left, number = lines, 0
    with open(wanted, "w") as chosen:
        for two in product(ALPHABET, repeat=2):
            if not left:
                break
            start = ALPHABET[seed] + "".join(two)
            batch = [
                f"{start}{ending}|http://{host}/{chance.getrandbits(16)}/{chance.getrandbits(24):x}.html\n"
                for ending, host in zip(endings, chance.choices(hosts, k=len(endings)))
            ][:left]
            chosen.writelines(batch[-number % step :: step])
            number += len(batch)
            left -= len(batch)
            out.write("".join(batch).encode())


def pages(wanted: str, folder: str) -> None:
    codes = [line.split("|", 1)[0] for line in open(wanted)]
    for start in range(0, len(codes), LINKS_OF_A_PAGE):
        anchors = "\n".join(f'<a href="http://bit.ly/{code}">{code}</a>' for code in codes[start : start + LINKS_OF_A_PAGE])
        pathlib.Path(folder, f"{start}.html").write_text(
            f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Day {start}</title>
            <link rel="canonical" href="http://blog.example/{start}.html"></head><body><article><h1>Day {start}</h1>
            <p>Four nights below minus eight, and I walked up to the plot expecting the worst. The beans were gone, of course.
            {anchors}</p></article></body></html>"""
        )


def check(wanted: str, archive: str) -> None:
    expected = {}
    for line in open(wanted):
        code, target = line.rstrip("\n").split("|", 1)
        expected["http://bit.ly/" + code] = target
    found = {}
    for segment in pathlib.Path(archive, "links").glob("*.jsonl"):
        for line in open(segment):
            record = json.loads(line)
            found[record["url"]] = record["final"]
    wrong = [url for url, target in expected.items() if found.get(url) != target]
    if wrong or len(found) != len(expected):
        sys.exit(f"{len(wrong)} of {len(expected)} links were not found or are wrong, such as {wrong[:3]}; {len(found)} were stored")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["text", lines, seed, step, wanted]:
            text(int(lines), int(seed), int(step), wanted)
        case ["pages", wanted, folder]:
            pages(wanted, folder)
        case ["check", wanted, archive]:
            check(wanted, archive)
        case _:
            sys.exit(__doc__)
