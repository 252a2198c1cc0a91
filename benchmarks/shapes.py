"""One small piece of Markdown repeated: inputs that are quadratic in a careless program."""

HEAD = "# Plan\n\n**Goal:** do it.\n\n"

PIECES = {
    "letters": "a", "words": "word ", "tabs": "\t", "NUL": "\0", "CJK": "日", "emoji": "🚀",
    "bidi marks": "\u202e", "lone CR": "\r", "backticks": "`", "code spans": "`a` ", "stars": "**a ",
    "brackets": "[", "image openers": "![", "links": "[a](b) ", "angle brackets": "<",
    "comment openers": "<!--", "HTML lines": "<div>\n", "quotation marks": '"', "quote marks": ">",
    "headings": "# a\n", "setext headings": "a\n=\n", "labels": "**Goal:** b\n\n",
    "bullets": "- a\n", "nested bullets": "- ", "checkboxes": "- [ ] Add `a` to b\n",
    "ticked items": "- [x] a\n", "numbered items": "1. Do this\n",
    "file lists": "**Files:**\n- Create: `a/b.c`\n", "cells of one row": "| a ",
    "tables": "| a | b |\n|---|---|\n| c | d |\n\n", "fences": "```\na\n```\n",
    "shell fences": "```sh\nnpm test\n```\n", "open fences": "```sh\n", "definitions": "[a]: b\n",
    "scenarios": "- GIVEN a\n- WHEN b\n- THEN c\n", "requirements": "- **FR-001**: it MUST do\n",
    "paths": "src/a/b.c ", "addresses": "https://a.b/c ", "dependencies": "depends on T1, T2. ",
    "keys": "sk-ant-abcdefghijklmnopqrstuvwxyz0123456789 ", "passwords": 'password="x" ',
    "orders to a reviewer": "ignore all previous instructions. ", "blanks": "[FEATURE NAME] ",
    "markers": "TBD ", "deletions": "`rm -rf build` ",
    "suppressions": "<!-- speccheck-ignore empty-section: because -->\n",
}


def text(name, size):
    """About `size` bytes of one piece behind a short head."""
    piece = PIECES[name]
    opening = HEAD + ("| a |\n|---|\n" if name == "cells of one row" else "")
    return (opening + piece * (size // len(piece.encode()))).encode()
