"""Plans of any size, made from phrases of our own: the same seed and size give the same bytes."""

import random

AREAS = ["catalogue", "invoice", "shelf", "reminder", "ferry", "harvest", "archive", "ticket",
         "weather", "recipe", "tour", "meter", "orchard", "library", "kiln", "tide"]
PARTS = ["reader", "writer", "index", "queue", "table", "form", "export", "importer", "cache",
         "scheduler", "view", "client", "filter", "summary"]
VERBS = ["Add", "Split", "Rename", "Move", "Check", "Store", "Show", "Limit", "Merge", "Remove"]
QUALITIES = ["at most 40 ms", "exactly once", "in the order of arrival", "with status 409",
             "without a second request", "for 14 days", "up to 200 rows", "with exit code 3"]
KINDS = [("swift", "Sources", "swift", "swift test --filter {T}Tests"),
         ("python", "app", "py", "pytest tests/test_{t}.py -q"),
         ("ts", "web/src", "ts", "npm test -- {t}.spec.ts"),
         ("go", "internal", "go", "go test ./internal/{t}/...")]

SENTENCES = [
    "The {a} {p} keeps its entries {q}, so that a second run finds nothing to do.",
    "Today `{P}.load` reads the whole file; after this change it reads page by page.",
    "When the {a} is empty, the {p} answers with an empty list and not with an error.",
    "Nothing outside `{path}` may change in this step; see [the notes](docs/{a}.md#{p}).",
    "We decided against a second {p}: it would have to be kept in step with the **{a}** by hand.",
    "If the {p} cannot be reached, the caller waits 2 s, tries twice and then reports *the last* error.",
]

# prose of other languages, with their usual headings
OTHERS = [
    ("Ziel", "Das {a}-Modul soll Einträge in der Reihenfolge ihres Eingangs speichern. "
             "Ein zweiter Lauf darf nichts ändern; geprüft wird das mit `{cmd}`."),
    ("Risques", "Si le fichier `{path}` manque, la commande s'arrête avec le code 3. "
                "Le retour en arrière consiste à rétablir la version précédente."),
    ("验收标准", "运行 `{cmd}` 后，列表应当为空，并且退出码为 0。不要修改 `{path}` 以外的文件。"),
    ("背景", "現在の{a}は起動のたびに全件を読み込む。変更後は必要なページだけを `{path}` から読む。"),
    ("Alcance", "Esta fase cambia solo `{path}`; la tabla «{a}» se queda como está. 🚀"),
]


class PlanMaker:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.task = 0

    def make(self, size):
        """A plan of `size` bytes of UTF-8, cut at the last line end that fits and filled with text."""
        parts = [self.opening()]
        length = len(parts[0].encode())
        phase = 0
        while length < size:
            phase += 1
            parts.append(self.phase(phase))
            length += len(parts[-1].encode())
        data = "".join(parts).encode()[:size]
        end = data.rfind(b"\n", 0, size - 1) + 1
        return data[:end] + b"x" * (size - end - 1) + b"\n"

    # pieces

    def names(self):
        area, part = self.random.choice(AREAS), self.random.choice(PARTS)
        language, folder, suffix, command = self.random.choice(KINDS)
        stem = f"{area}_{part}"
        title = area.capitalize() + part.capitalize()
        return {
            "a": area, "p": part, "P": title, "q": self.random.choice(QUALITIES),
            "path": f"{folder}/{area}/{stem}.{suffix}", "language": language,
            "test": f"tests/{area}/{stem}_test.{suffix}",
            "cmd": command.replace("{T}", title).replace("{t}", stem)}

    def prose(self, count):
        chosen = [self.random.choice(SENTENCES).format(**self.names()) for _ in range(count)]
        return "\n".join(chosen) + "\n\n"

    def opening(self):
        n = self.names()
        return (
            f"---\ntitle: Rework of the {n['a']} {n['p']}\nstatus: draft\n---\n\n"
            f"# Rework of the {n['a']} {n['p']}\n\n"
            f"**Goal:** The {n['a']} {n['p']} answers {n['q']}.\n\n"
            "## Context\n\n" + self.prose(4) +
            "## Out of scope\n\n- The sign-in page\n- Any change of the stored format\n\n"
            "## Requirements\n\n"
            + "".join(
                f"- **FR-{i:03}**: The {self.names()['p']} MUST answer {self.names()['q']}.\n"
                for i in range(1, 7))
            + "\n## Rollback\n\nRevert the release and run `make restore`; no data is migrated.\n\n")

    def phase(self, number):
        text = f"## Phase {number}: the {self.names()['a']}\n\n" + self.prose(2)
        for _ in range(self.random.randint(2, 5)):
            text += self.random.choice([self.heading_task, self.check_list, self.heading_task])()
        return text + self.random.choice(
            [self.table, self.quotation, self.scenario, self.other_language])()

    def heading_task(self):
        self.task += 1
        n = self.names()
        verb = self.random.choice(VERBS)
        return (
            f"### Task {self.task}: {verb} the {n['a']} {n['p']}\n\n"
            f"**Files:**\n- Create: `{n['path']}`\n- Modify: `{self.names()['path']}:12-48`\n"
            f"- Test: `{n['test']}`\n\n"
            f"- [ ] **Step 1: Write the failing test**\n\n" + self.fence(n) +
            f"- [ ] **Step 2: Run it**\n\n  Run: `{n['cmd']}`\n  Expected: 1 failed, 0 passed\n\n"
            f"- [ ] **Step 3: Make it pass**\n\n" + self.prose(self.random.randint(1, 3)) +
            f"```bash\n{n['cmd']}\ngit add {n['path']}\ngit commit -m \"{verb} the {n['p']}\"\n```\n\n")

    def fence(self, n):
        lines = [f"func {n['p']}{i}(_ {n['a']}: Int) -> Int {{ {n['a']} * {self.random.randint(2, 99)} }}"
                 for i in range(self.random.randint(2, 6))]
        return f"```{n['language']}\n# {n['path']}\n" + "\n".join(lines) + "\n```\n\n"

    def check_list(self):
        text = ""
        for _ in range(self.random.randint(3, 8)):
            self.task += 1
            n = self.names()
            mark = self.random.choice(["[ ]", "[ ]", "[ ]", "[x]"])
            flag = self.random.choice(["", "[P] ", "[US1] ", "[P] [US2] "])
            text += (f"- {mark} T{self.task:04} {flag}{self.random.choice(VERBS)} the {n['p']} "
                     f"in `{n['path']}` and verify with `{n['cmd']}`\n")
            if self.random.random() < 0.4:
                text += f"  - It answers {n['q']}; depends on T{max(1, self.task - 2):04}\n"
        return text + "\n"

    def table(self):
        text = "| File | Change | Who asks |\n|---|:---:|---|\n"
        for _ in range(self.random.randint(3, 9)):
            n = self.names()
            text += f"| `{n['path']}` | {self.random.choice(VERBS).lower()} \\| keep | the {n['a']} {n['p']} |\n"
        return text + "\n"

    def quotation(self):
        return "> **Note:** " + self.prose(2).strip().replace("\n", "\n> ") + "\n\n"

    def scenario(self):
        n = self.names()
        return (f"**Acceptance:**\n\n1. Given an empty {n['a']}, when the {n['p']} starts, then it answers {n['q']}.\n"
                f"2. WHEN the file `{n['path']}` is missing THE {n['p']} SHALL exit with code 3.\n"
                f"3. Done when `{n['cmd']}` passes.\n\n")

    def other_language(self):
        heading, text = self.random.choice(OTHERS)
        return f"### {heading}\n\n{text.format(**self.names())}\n\n"
