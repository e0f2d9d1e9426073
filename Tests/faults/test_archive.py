"""A real forum's archive imported into each engine, and moved from each to the other: every page is the same, byte for byte.

Some of its topics are imported, or all with KINDRED_ARCHIVE=all; KINDRED_PROGRAM names a binary built for release, which that wants."""

import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import time
import unittest
import urllib.parse

from forum import PASSWORD, REPO, Forum, email
from test_engines import QUERIES, Pages
from test_postgres import Database

ARCHIVE = REPO.parent / "shared/data/urho3d-discourse/topics-json.tar.zst"
WHOLE = os.environ.get("KINDRED_ARCHIVE") == "all"
#: Words of that forum, common and rare, and what a search makes of marks.
WORDS = QUERIES + ("urho", "physics", "shader", "scene node", '"render path"', "-lua script", "raycast", "emscripten", "Ünicode", "3d OR 2d", "c++", "日本")
READERS = (None, "Kai Lund", "Mod Hale")
#: Each leads to a page that is visited anyway, or is one with the beginning of a reply; there is one for every page and one for every post.
LEAD_ELSEWHERE = re.compile(r"/(sign-in|sign-up)\?|/p/\d*[1-9]$" + (r"|.*[?&](quote|reply_to)=\d*[1-9]$" if WHOLE else r"|/p/\d*[1-9]/|.*[?&][a-z_]+=\d*[1-9]$"))

#: Where a walk begins: searches lead to topics too.
START = ["/"] + [f"/search?q={urllib.parse.quote_plus(query)}" for query in WORDS]
#: What is neither a topic nor a list of them.
OUTSIDE_TOPICS = re.compile(r"/(?!$|\?|t/|c/|search)|.*[?&](order|quote|reply_to|return)=|.*/feed$")


@unittest.skipUnless(shutil.which("psql"), "wanted PostgreSQL (run bin/setup)")
@unittest.skipUnless(ARCHIVE.exists(), "wanted ../shared/data/urho3d-discourse")
@unittest.skipUnless(shutil.which("zstd"), "wanted zstd (apt-get install zstd)")
class Archive(unittest.TestCase):
    def test_every_page_of_an_archive_is_the_same_on_both_engines_and_after_moving(self):
        folder = pathlib.Path(tempfile.mkdtemp(prefix="kindred-archive-"))
        self.addCleanup(shutil.rmtree, folder, ignore_errors=True)
        subprocess.run(["tar", "--zstd", "-xf", ARCHIVE, "-C", folder], check=True)
        topics = sorted(folder.rglob("*.json"), key=lambda path: int(path.stem.rsplit(".", 1)[1]))
        for number, path in enumerate(topics):
            if number % 100 and not WHOLE:
                path.unlink()
        first, second = self.database(), self.database()
        embedded, served, there, back = self.place(), self.place(first), self.place(second), self.place()
        for title, forum in (("SQLite", embedded), ("PostgreSQL", served)):
            for name, role in (("Rosa Fenn", "admin"), ("Kai Lund", "member"), ("Mod Hale", "moderator")):
                forum.add(name, role)
            begun = time.monotonic()
            # Few topics do not say what every category is called.
            forum.command("import", "discourse", str(topics[0].parent), *(("--questions", "support") if WHOLE else ()))
            print(f"imported into {title} in {time.monotonic() - begun:.1f} s")
        self.read_everything(embedded, served)
        embedded.command("copy", "--from", str(embedded.data), "--to", second.url)
        embedded.command("copy", "--from", first.url, "--to", str(back.data))
        places = {"PostgreSQL": served, "SQLite to PostgreSQL": there, "PostgreSQL to SQLite": back}
        for forum in (embedded, *places.values()):
            self.assertIn("counters: good", forum.command("check"))
            forum.start()
        for name in READERS:
            wanted = self.pages(embedded, name)
            wanted.walk(START, unless=LEAD_ELSEWHERE)
            self.assertGreater(len(wanted.seen), 15_000 if WHOLE else 150)
            for title, forum in places.items():
                found = self.pages(forum, name)
                for path in wanted.seen:
                    found.visit(path)
                differing = [path for path in wanted.seen if found.seen[path] != wanted.seen[path]]
                for path in differing[:3]:
                    with self.subTest(f"{title} as {name or 'visitor'}: {path}"):
                        self.assertEqual(found.page(path), wanted.page(path))
                self.assertEqual(len(differing), 0, differing[:20])
                print(f"{name or 'visitor'}: {title} is the same, {len(wanted.seen)} addresses, {wanted.bytes} bytes", flush=True)

    def read_everything(self, *forums):
        """Pages say what their reader has not read yet: whoever has read everything sees the same at any pace, after a move too."""
        for forum in forums:
            forum.start()
            for name in filter(None, READERS):
                self.pages(forum, name).walk(START, unless=OUTSIDE_TOPICS)
            # A server that ends keeps what was read.
            self.assertEqual(forum.stop(), 0)

    def pages(self, forum, name):
        return Pages(forum, email(name) if name else None, PASSWORD)

    def place(self, database=None):
        forum = Forum(**({"KINDRED_DATABASE": database.url} if database else {}))
        self.addCleanup(forum.__exit__)
        return forum

    def database(self):
        database = Database()
        self.addCleanup(database.close)
        return database
