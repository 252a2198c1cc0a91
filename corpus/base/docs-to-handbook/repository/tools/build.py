#!/usr/bin/env python3
"""Write out/: one HTML page per Markdown file in the source folder of site.json."""
import html
import json
import pathlib
import re
import shutil

ROOT = pathlib.Path(__file__).resolve().parent.parent


def page(text):
    body = html.escape(text, quote=False)
    body = re.sub(r"\[([^]]+)\]\(([^)#]+)\.md(#[^)]*)?\)", r'<a href="\2.html\3">\1</a>', body)
    return f"<!doctype html>\n<meta charset=utf-8>\n<pre>{body}</pre>\n"


def stub(target):
    return (f'<!doctype html>\n<meta charset=utf-8>\n'
            f'<meta http-equiv=refresh content="0; url={target}">\n'
            f'<link rel=canonical href="{target}">\n<a href="{target}">Moved</a>\n')


def main():
    site = json.loads((ROOT / "site.json").read_text())
    source, out = ROOT / site["source"], ROOT / "out"
    shutil.rmtree(out, ignore_errors=True)
    pages = 0
    for file in sorted(source.rglob("*.md")):
        target = out / file.relative_to(source).with_suffix(".html")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(page(file.read_text()))
        pages += 1
    for old, new in site.get("moved", {}).items():
        target = out / old
        if target.exists():
            raise SystemExit(f"build: {old} is moved and still a page")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(stub(new))
    print(f"build: {pages} pages, {len(site.get('moved', {}))} redirects")


if __name__ == "__main__":
    main()
