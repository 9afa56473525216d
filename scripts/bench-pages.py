#!/usr/bin/env python3
"""Write N different pages in the markup of a sample, each of about the same size.

  bench-pages.py SAMPLE DIR N KILOBYTES [SCRIPT_PERCENT]

Every page has its own address, ids, words and dates, so that nothing can be remembered from one page to the next. The same
arguments give the same pages. SCRIPT_PERCENT of each page are inline scripts: none by default, about half on pages of today.
"""
import pathlib
import random
import re
import sys

SYLLABLES = "ba be da de fa fen ga go har in ja ka kel la lo ma mi na no or pa per qui ra ro sa sen ta ti un va we yo za".split()


def words(rng, count):
    return " ".join("".join(rng.choices(SYLLABLES, k=rng.randint(1, 4))) for _ in range(count))


def sentence(rng):
    return words(rng, rng.randint(6, 18)).capitalize() + "."


def paragraph(rng):
    return "<p>" + " ".join(sentence(rng) for _ in range(rng.randint(1, 5))) + "</p>"


def comment(rng, page, number):
    cid = f"6a{page:08x}{number:06x}{rng.getrandbits(48):012x}970c"
    link = f'<a href="http://bit.ly/{rng.getrandbits(24):06x}" rel="nofollow">http://bit.ly/{rng.getrandbits(24):06x}</a>'
    body = "\n".join(paragraph(rng) for _ in range(rng.randint(1, 3))) + f"\n<p>{link}</p>"
    when = f"March {rng.randint(1, 28):02d}, 2009 at {rng.randint(1, 12):02d}:{rng.randint(0, 59):02d} {rng.choice(['AM', 'PM'])}"
    return f"""
<a id="c{cid}"></a>
<div class="comment font-entrybody" id="comment-{cid}">
	<div class="comment-content font-entrybody" id="comment-{cid}-content">
		{body}
	</div>
	<p class="comment-footer font-entryfooter">
		Posted by:
		<a rel="nofollow" href="http://{words(rng, 1)}.example/">{words(rng, 1).capitalize()}</a> |
		<a rel="nofollow" href="?cid={cid}#comment-{cid}">{when}</a>
	</p>
</div>"""


def script(rng, size):
    lines, length = [], 0
    while length < size:
        lines.append(f"var v{rng.getrandbits(32):08x} = '<div class=\"{words(rng, 1)}\">' + window.innerWidth + '<\\/div>';")
        length += len(lines[-1]) + 1
    return '<script type="text/javascript">\n' + "\n".join(lines) + "\n</script>\n"


def main():
    if len(sys.argv) not in (5, 6):
        sys.exit(__doc__)
    sample = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8")
    directory = pathlib.Path(sys.argv[2])
    count, size = int(sys.argv[3]), int(sys.argv[4]) * 1000
    script_size = size * int(sys.argv[5]) // 100 if len(sys.argv) == 6 else 0
    directory.mkdir(parents=True, exist_ok=True)

    start = sample.index('<div class="comments-content"')
    start = sample.index(">", start) + 1
    end = sample.index('<p class="comments-closed')
    before, after = sample[:start], "\n</div>\n</div>\n" + sample[end:]

    for page in range(count):
        rng = random.Random(page)
        title = words(rng, 5).capitalize()
        head = before.replace("What the frost left us", title).replace("what-the-frost-left-us", f"page-{page}")
        head = head.replace("6a00e553a7d2198834011168c2b5f1970c", f"6a{page:08x}e{rng.getrandbits(48):012x}970c")
        head = re.sub(r'(<div class="entry-body">)', lambda match: match.group(1) + "\n" + paragraph(rng), head)
        if script_size:
            head = head.replace("</head>", script(rng, script_size) + "</head>", 1)
        parts, length, number = [head], len(head) + len(after), 0
        while length < size:
            parts.append(comment(rng, page, number))
            length += len(parts[-1])
            number += 1
        parts.append(after)
        (directory / f"{page:06d}.html").write_text("".join(parts), encoding="utf-8")


main()
