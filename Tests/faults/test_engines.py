"""The same community on both engines, and moved from each to the other: every page is the same, byte for byte."""

import re
import shutil
import unittest
import urllib.parse

from forum import CUT, Caller, Forum
from test_postgres import Database

PASSWORD = "nine quiet herons 7"
SEEDING = ("seed", "--members", "40", "--topics", "50", "--until", "2024-05-17", "--password", PASSWORD)
QUERIES = ("oven", "the", "oven plan", '"day plan"', "bak", "-oven bread", "Zoë", "print OR label", "nothingatall", "a", "';--", "4:40")
MOST = 220
#: What a page has of its own each time: keys of forms, the number of a request, and moments since the test began (the seeds end before).
OWN = re.compile(r'(name="key" value=")[^"]*|(<code>)[a-z0-9]{10}(?=</code>)|<time datetime="(?!20[12][0-4])[^<]*')


#: A visitor, a member, a moderator and an admin of the seeded community.
READERS = (None, "kai@example.org", "sam@example.org", "ana@firstbake.example")


def crawl(forum, email):
    """Every page that one can come to from the first, and what search finds: its status and text by its address."""
    caller = Caller(forum)
    if email:
        answer = caller.post("/sign-in", email=email, password=PASSWORD)
        if answer.status != 303:
            raise AssertionError(f"{email} cannot sign in: {answer.status}")
    pages, waiting = {}, ["/"] + [f"/search?q={urllib.parse.quote_plus(query)}" for query in QUERIES]
    while waiting and len(pages) < MOST:
        path = waiting.pop(0)
        if path in pages:
            continue
        try:
            answer = caller.get(path)
        except CUT:
            raise AssertionError(f"{path} was not answered")
        pages[path] = (answer.status, answer.location, OWN.sub(r"\1\2", answer.text.replace(forum.url, "")))
        links = re.findall(r'href="(/[^"#]*)', answer.text)
        waiting += [link.replace("&amp;", "&") for link in links if not link.startswith("/assets/")]
    return pages


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
            wanted = crawl(embedded, name)
            self.assertGreater(len(wanted), 100)
            # Whoever reads a second time has read it all before.
            for title, forum in list(places.items())[1:]:
                with self.subTest(f"{title} as {name or 'visitor'}"):
                    found = crawl(forum, name)
                    self.assertEqual(list(found), list(wanted))
                    for path in wanted:
                        self.assertEqual(found[path], wanted[path], path)
            print(f"{name or 'visitor'}: {len(wanted)} pages")
