"""Counts the labelled comments in what three programs take out of pages. See scripts/compare-extractors.

A comment counts as found where its first and its last five words stand in a text, in this order: for `archive` and trafilatura in the
text of all comments together, for resiliparse, which makes no difference between them, in the text of the whole page. Case, signs and
white space do not count.
"""

import collections
import json
import pathlib
import re
import subprocess
import sys
import unicodedata

import trafilatura
from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.encoding import bytes_to_str, detect_encoding

COLUMNS = ["archive, alone", "archive", "trafilatura", "trafilatura, all", "resiliparse, all"]


def words(text):
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text or "").casefold())


def line(some):
    return f" {' '.join(some)} "


def holds(text, label):
    """Whether a line of words has the first and the last words of a comment."""
    start, end = line(words(label["start"])[:5]), line(words(label["end"])[-5:])
    place = text.find(start)
    return place >= 0 and text.find(end, place) >= 0


def is_one(comments, label):
    """Whether one of some comments begins and ends as the label says."""
    start, end = line(words(label["start"])[:5]), line(words(label["end"])[-5:])
    return any(text.startswith(start) and text.endswith(end) for text in comments)


def texts_of(record):
    """The comments of a record, each as a line of words, those with a signature with and without it."""
    for comment in record.get("comments", []):
        yield line(words(comment["text"]))
        if "signature" in comment:
            yield line(words(comment["text"] + "\n" + comment["signature"]))


def extracted(page):
    """What the other programs take out of a page, as lines of words."""
    document = trafilatura.bare_extraction(page, include_comments=True)
    comments = document.comments if document else ""
    everything = ((document.text if document else "") or "") + "\n" + (comments or "")
    plain = extract_plain_text(bytes_to_str(page, detect_encoding(page)), main_content=True, comments=True)
    return line(words(comments)), line(words(everything)), line(words(plain))


def records_of(archive, pages):
    """The records of each page, by its name; a page may have several."""
    output = subprocess.run([archive, "parse", "--quiet", *pages], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
    records = collections.defaultdict(list)
    for text in output.splitlines():
        record = json.loads(text)
        records[pathlib.Path(record["source"]["path"]).stem].append(record)
    return records


def row(name, found):
    shares = "".join(f"{found[column] / found['comments']:>18.3f}" for column in COLUMNS)
    print(f"{name:24}{found['pages']:>6}{found['comments']:>10}{shares}")


def main():
    archive, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    platforms = {}
    if (folder / "index.jsonl").exists():
        for text in (folder / "index.jsonl").read_text("utf-8").splitlines():
            if text.strip():
                entry = json.loads(text)
                platforms[pathlib.Path(entry["file"]).stem] = entry["platform"]
    pages = [page for page in sorted(folder.glob("*.html")) if page.with_suffix(".json").exists()]
    records = records_of(archive, pages)
    groups = collections.defaultdict(collections.Counter)
    for page in pages:
        label = json.loads(page.with_suffix(".json").read_text("utf-8"))
        comments = [comment for comment in label["comments"] if comment.get("kind", "comment") == "comment" and words(comment["start"])]
        ours = [text for record in records[page.stem] for text in texts_of(record)]
        texts = [line(ours_word for text in ours for ours_word in text.split()), *extracted(page.read_bytes())]
        for group in (groups[platforms.get(page.stem, "?")], groups["ALL"]):
            group["pages"] += 1
            group["comments"] += len(comments)
            for comment in comments:
                group[COLUMNS[0]] += is_one(ours, comment)
                for column, text in zip(COLUMNS[1:], texts):
                    group[column] += holds(text, comment)
    print(f"{'platform':24}{'pages':>6}{'comments':>10}{''.join(f'{column:>18}' for column in COLUMNS)}")
    for name in sorted(groups, key=lambda name: (name == "ALL", name)):
        if groups[name]["comments"]:
            row(name, groups[name])
    print(f"\nalone: as one comment, with nothing before and behind it; all: in the text of the whole page; trafilatura {trafilatura.__version__}")


main()
