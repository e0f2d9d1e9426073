"""The same community on both engines, and moved from each to the other: every page is the same, byte for byte."""

import collections
import hashlib
import re
import shutil
import unittest
import urllib.parse

from forum import CUT, Caller, Forum
from test_postgres import Database

PASSWORD = "nine quiet herons 7"
#: Counts of what was looked for are written down by the minute, while the crawl looks for things; and each machine
#: has a health of its own, and a folder of its own for imports.
COUNTED = re.compile(r"/admin/(searches|health|imports)$")
SEEDING = ("seed", "--members", "40", "--topics", "50", "--until", "2024-05-17", "--password", PASSWORD)
QUERIES = ("oven", "the", "oven plan", '"day plan"', "bak", "-oven bread", "Zoë", "print OR label", "nothingatall", "a", "';--", "4:40")
MOST = 220
#: What a page has of its own each time: keys of forms, the number of a request, and moments since the test began (the seeds end before).
OWN = re.compile(r'(name="(?:key|shown)" value=")[^"]*|(<code>)[a-z0-9]{10}(?=</code>)|<(?:time datetime="|updated>)(?!20(?:1\d|2[0-4]))[^<]*')


#: A visitor, a member, a moderator and an admin of the seeded community.
READERS = (None, "kai@example.org", "sam@example.org", "ana@firstbake.example")


class Pages:
    """What one reader sees of a forum, by address: the status, where it leads and a digest of the text."""

    def __init__(self, forum, email, password=PASSWORD):
        self.forum, self.caller, self.seen, self.bytes = forum, Caller(forum), {}, 0
        if email:
            answer = self.caller.post("/sign-in", email=email, password=password)
            if answer.status != 303:
                raise AssertionError(f"{email} cannot sign in: {answer.status}")

    def page(self, path):
        try:
            answer = self.caller.get(path)
        except CUT:
            # A connection that nobody used for a while was ended.
            self.caller.connection.close()
            answer = self.caller.get(path)
        return answer.status, answer.location.replace(self.forum.url, ""), OWN.sub(r"\1\2", answer.text.replace(self.forum.url, ""))

    def visit(self, path):
        status, location, text = self.page(path)
        self.bytes += len(text.encode())
        self.seen[path] = (status, location, hashlib.sha256(text.encode()).hexdigest())
        return text

    def walk(self, addresses, most=None, unless=None):
        """Every page that one can come to from these."""
        waiting = collections.deque(addresses)
        known = set(waiting)
        while waiting and (most is None or len(self.seen) < most):
            for link in re.findall(r'href="(/[^"#]*)', self.visit(waiting.popleft())):
                link = link.replace("&amp;", "&")
                # Of a member's sheet the days on which they were here grow as this walk reads.
                if link not in known and not link.startswith(("/assets/", "/admin/members/")) and not (unless and unless.match(link)):
                    known.add(link)
                    waiting.append(link)


@unittest.skipUnless(shutil.which("psql"), "wanted PostgreSQL (run bin/setup)")
class Engines(unittest.TestCase):
    maxDiff = None

    def place(self, database=None):
        settings = {"KINDRED_DATABASE": database.url} if database else {}
        forum = Forum(**settings)
        self.addCleanup(forum.__exit__)
        return forum

    def database(self):
        database = Database()
        self.addCleanup(database.close)
        return database

    def test_every_page_is_the_same_on_both_engines_and_after_moving(self):
        first, second, third = self.database(), self.database(), self.database()
        embedded, served = self.place(), self.place(first)
        for forum in (embedded, served):
            forum.command(*SEEDING)
        there, back = self.place(second), self.place()
        embedded.command("copy", "--from", str(embedded.data), "--to", second.url)
        embedded.command("copy", "--from", first.url, "--to", str(back.data))
        again = self.place(third)
        embedded.command("copy", "--from", str(back.data), "--to", third.url)
        places = {"SQLite": embedded, "PostgreSQL": served, "SQLite to PostgreSQL": there, "PostgreSQL to SQLite": back, "there and back": again}
        for forum in places.values():
            self.assertIn("counters: good", forum.command("check"))
            forum.start()
        for name in READERS:
            wanted = Pages(embedded, name)
            wanted.walk(["/"] + [f"/search?q={urllib.parse.quote_plus(query)}" for query in QUERIES], MOST, unless=COUNTED)
            self.assertGreater(len(wanted.seen), 100)
            # Whoever reads a second time has read it all before.
            for title, forum in list(places.items())[1:]:
                with self.subTest(f"{title} as {name or 'visitor'}"):
                    found = Pages(forum, name)
                    for path in wanted.seen:
                        found.visit(path)
                    for path in wanted.seen:
                        if found.seen[path] != wanted.seen[path]:
                            self.assertEqual(found.page(path), wanted.page(path), path)
                    self.assertEqual(found.seen, wanted.seen)
            print(f"{name or 'visitor'}: {len(wanted.seen)} pages")
