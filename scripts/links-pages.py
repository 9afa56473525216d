#!/usr/bin/env python3
"""Writes pages whose comments have short links: http://bit.ly/c1, c2, …

  scripts/links-pages.py DIR LINKS [--per-page 100]
"""
import pathlib, sys

directory, links = pathlib.Path(sys.argv[1]), int(sys.argv[2])
per_page = int(sys.argv[sys.argv.index("--per-page") + 1]) if "--per-page" in sys.argv else 100
directory.mkdir(parents=True, exist_ok=True)
COMMENT = """<div class="comment" id="comment-{n}"><p>Look at <a href="http://bit.ly/c{n}">this</a>, it is number {n} of what I found.</p>
<p class="comment-footer">Posted by: <a href="http://people.example/{n}">Reader {n}</a> | <a href="#comment-{n}">February 09, 2011 at 10:40 AM</a></p></div>"""
for page, first in enumerate(range(1, links + 1, per_page)):
    comments = "\n".join(COMMENT.format(n=n) for n in range(first, min(first + per_page, links + 1)))
    (directory / f"{page:06}.html").write_text(f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Links {page}</title>
<meta name="generator" content="http://www.typepad.com/"><link rel="canonical" href="http://links.example/{page}.html"></head><body>
<div class="entry"><h3 class="entry-header">Links {page}</h3><div class="entry-body"><p>Which links did you find in week {page}? Tell all of us.</p></div>
</div><div class="comments"><h3>Comments</h3>{comments}</div></body></html>""")
