#!/usr/bin/env python3
"""Exit with 1 when a relative link in the source folder of site.json leads nowhere."""
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent


def main():
    source = ROOT / json.loads((ROOT / "site.json").read_text())["source"]
    links, bad = 0, []
    for file in sorted(source.rglob("*.md")):
        for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", file.read_text()):
            links += 1
            if not (file.parent / link).is_file():
                bad.append(f"{file.relative_to(ROOT)}: {link}")
    print("\n".join(bad + [f"links: {links} checked, {len(bad)} broken"]))
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
