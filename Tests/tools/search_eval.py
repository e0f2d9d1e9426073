#!/usr/bin/env python3
"""Measures what search finds among real discussions: Tests/tools/search_eval.py --program .build/debug/kindred [--data ../shared/data]

Queries are made when it runs and kept nowhere; a found target stands in the first five topics.
  links       for each link from one topic to another (Urho3D): the six rarest words of the linking paragraph that are not in the target's title
  openings    five words of 500 opening posts that are not in the title
  duplicates  the title of the newer of two duplicates (Quantum Computing)
The topic that the words were taken from is left out where another one is looked for: by every system.

A real server imports the dumps and is asked over HTTP. Beside it stands plain FTS5 of SQLite with bm25 over the same posts and the same words,
joined by AND and by OR, with and without its own stemmer; its best row is the one to beat.
"""

import argparse
import collections
import glob
import gzip
import html
import http.client
import json
import os
import pathlib
import random
import re
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.parse

REPO = pathlib.Path(__file__).resolve().parents[2]
FIRST = 5


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--program", type=pathlib.Path, default=REPO / ".build/debug/kindred")
    arguments.add_argument("--data", type=pathlib.Path, default=REPO.parent / "shared/data")
    arguments.add_argument("--keep", type=pathlib.Path, help="a folder for the imported forums, used again when they are there")
    given = arguments.parse_args()
    if not (given.data / "urho3d-discourse").is_dir():
        sys.exit(f"skipped: wanted {given.data}/urho3d-discourse")
    with tempfile.TemporaryDirectory(prefix="kindred-search-") as scratch:
        folder = given.keep or pathlib.Path(scratch)
        urho = Forum(given, folder, "urho3d-discourse", "topics-json.tar.zst", "discourse")
        quantum = Forum(given, folder, "quantumcomputing-stackexchange-2018", "dump-xml.tar.zst", "stack-exchange")
        lists = [("links", urho, links(urho)), ("openings", urho, openings(urho)), ("duplicates", quantum, duplicates(quantum))]
        for name, _, queries in lists:
            print(f"{name}: {len(queries)} queries", flush=True)
        whole = sum(len(queries) for _, _, queries in lists)
        rows = []
        for tokenizer in ("unicode61", "porter unicode61"):
            for operator in (" AND ", " OR "):
                found = [plain(forum, queries, tokenizer, operator) for _, forum, queries in lists]
                rows.append((f"FTS5 {tokenizer},{operator.lower()}", found))
        ours = []
        times = []
        for forum in (urho, quantum):
            with Server(given.program, forum.store) as server:
                for _, own, queries in lists:
                    if own is forum:
                        ours.append([target in server.search(forum, source, words, times)[:FIRST] for source, target, words in queries])
        rows.append(("Kindred", ours))
        print(f"{'share in the first five':28}" + "".join(f"{name:>12}" for name, _, _ in lists) + f"{'all':>12}")
        for name, found in rows:
            shares = [sum(one) / max(len(one), 1) for one in found] + [sum(map(sum, found)) / whole]
            print(f"{name:28}" + "".join(f"{share:12.3f}" for share in shares))
        best = max(sum(map(sum, found)) / whole for name, found in rows[:-1])
        lead = sum(map(sum, ours)) / whole - best
        times.sort()
        print(f"{lead * 100:+.1f} points against the best plain row; a search took {times[len(times) // 2]:.1f} ms, p95 {times[len(times) * 19 // 20]:.1f} ms")
        sys.exit(0 if lead >= 0.05 else 1)


class Forum:
    """A dump: imported, and as it was."""

    def __init__(self, given, folder, name, archive, kind):
        self.threads, self.posts, self.links = (read(given.data / name / "normalised" / f"{part}.jsonl.gz") for part in ("threads", "posts", "links"))
        self.title = {thread["id"]: thread["title"] for thread in self.threads}
        self.unpacked, self.store = folder / name / "dump", folder / name / "store"
        if not (folder / name / "imported").exists():
            self.unpacked.mkdir(parents=True)
            subprocess.run(["tar", "--zstd", "-xf", given.data / name / archive, "-C", self.unpacked], check=True)
            inside = next(path.parent for path in self.unpacked.rglob("*") if path.suffix in (".json", ".xml"))
            subprocess.run([given.program, "import", kind, inside], env=environment(self.store, 0), check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            (folder / name / "imported").touch()
        database = sqlite3.connect(f"file:{self.store}/kindred.sqlite?mode=ro", uri=True)
        known = database.execute("SELECT external, local_id FROM external_id WHERE kind = 'topic'")
        self.original = {local: int(external.split("/")[-1]) for external, local in known}
        self.topic_of = dict(database.execute("SELECT id, topic_id FROM post"))
        database.close()


def read(path):
    with gzip.open(path, "rt") as lines:
        return [json.loads(line) for line in lines]


def words(text):
    return [word.strip("'") for word in re.findall(r"[a-z0-9']+", text.lower()) if word.strip("'")]


def links(forum):
    """Paragraphs with fewer than six such words make no query: a bare address says nothing."""
    counts = collections.Counter()
    for post in forum.posts:
        counts.update(set(words(post["text"])))
    cooked = {}
    for path in glob.glob(f"{forum.unpacked}/**/*.json", recursive=True):
        for post in json.loads(pathlib.Path(path).read_text())["post_stream"]["posts"]:
            cooked[post["id"]] = post["cooked"]
    queries = []
    for link in forum.links:
        parts = re.split(r"</?(?:p|li|blockquote|aside|h\d|div|ul|ol|br|pre|tr|td)\b[^>]*>", cooked[link["p"]])
        part = next((part for part in parts if re.search(rf'/t/[^"\s/]*/?{link["to"]}(?:[/"?#\s]|$)', part)), "")
        text = re.sub(r"https?://\S+", " ", html.unescape(re.sub(r"<[^>]+>", " ", part)))
        title = set(words(forum.title[link["to"]]))
        rare = sorted({word for word in words(text) if word not in title and len(word) > 1 and not word.isdigit()}, key=lambda word: (counts[word], word))
        if len(rare) >= 6:
            queries.append((link["t"], link["to"], rare[:6]))
    return queries


def openings(forum):
    chance = random.Random(4)
    posts = sorted((post for post in forum.posts if post["n"] == 1), key=lambda post: post["id"])
    chance.shuffle(posts)
    queries = []
    for post in posts:
        title = set(words(forum.title[post["t"]]))
        own = sorted({word for word in words(post["text"]) if word not in title and len(word) > 2})
        if len(own) >= 5 and len(queries) < 500:
            queries.append((None, post["t"], chance.sample(own, 5)))
    return queries


def duplicates(forum):
    at = {thread["id"]: thread["at"] for thread in forum.threads}
    pairs = [sorted((link["t"], link["to"]), key=at.get) for link in forum.links if link["kind"] == "dup"]
    return [(newer, older, words(forum.title[newer])) for older, newer in pairs]


def plain(forum, queries, tokenizer, operator):
    database = sqlite3.connect(":memory:")
    database.execute(f"CREATE VIRTUAL TABLE words USING fts5 (title, body, tokenize = '{tokenizer}')")
    topics = {}
    for post in forum.posts:
        topics[post["id"]] = post["t"]
        title = forum.title[post["t"]] if post["n"] == 1 else ""
        database.execute("INSERT INTO words (rowid, title, body) VALUES (?, ?, ?)", (post["id"], title, post["text"]))
    found = []
    for source, target, query in queries:
        match = operator.join(f'"{word}"' for word in query)
        ranked = database.execute("SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank LIMIT 200", (match,))
        order = [topic for topic in dict.fromkeys(topics[row] for (row,) in ranked) if topic != source]
        found.append(target in order[:FIRST])
    return found


def environment(store, port):
    clean = {key: value for key, value in os.environ.items() if not key.startswith("KINDRED_")}
    return clean | {"KINDRED_DATA": str(store), "KINDRED_PORT": str(port), "KINDRED_LOG": "warning"}


class Server:
    def __init__(self, program, store):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.process = subprocess.Popen([program, "serve"], env=environment(store, self.port), stderr=subprocess.DEVNULL)
        for _ in range(600):
            try:
                self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
                self.get("/readyz")
                break
            except OSError:
                time.sleep(0.05)

    def get(self, path):
        self.connection.request("GET", path)
        answer = self.connection.getresponse()
        body = answer.read().decode()
        assert answer.status == 200, (answer.status, path)
        return body

    def search(self, forum, source, query, times):
        """The topics found, as the dump numbers them, best first, without the one the words are from."""
        begun = time.perf_counter()
        page = self.get("/search?q=" + urllib.parse.quote(" ".join(query)))
        times.append((time.perf_counter() - begun) * 1000)
        found = re.findall(r'class="result">\s*<h3><a href="/(t|p)/(\d+)', page)
        topics = [int(number) if kind == "t" else forum.topic_of[int(number)] for kind, number in found]
        return [topic for topic in dict.fromkeys(forum.original.get(topic) for topic in topics) if topic != source]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()


main()
