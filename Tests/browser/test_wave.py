"""A wave of spam: two hundred accounts sign up and post through HTTP, sixty newcomers among them. One moderator cleans it in a browser."""

import concurrent.futures
import re
import sqlite3
import time
import unittest

from filled import ask
from forum import PASSWORD, Caller, Forum, chromium

CAMPAIGNS, SELLERS, HONEST, WITH_LINK = 4, 50, 60, 10
PRAISE = ["of the day", "you will love", "for clever people", "without risk", "from the maker"]
PLACES = ["kitchen", "cellar", "garage", "barn"]
SOUNDS = ["ba", "ke", "li", "mo", "nu", "ra", "se", "ti"]
# What a decision may change: whether the post is seen, is deleted, its author suspended or silenced, and until when it waits for a person.
STATE = """
SELECT member.name, post.hidden, post.deleted_at IS NOT NULL, member.suspended_until IS NOT NULL, member.silenced_until IS NOT NULL,
  (SELECT group_concat(id || ' ' || cause || ' ' || weight || ' ' || due_at) FROM review WHERE review.post_id = post.id AND settled_at IS NULL)
FROM post JOIN member ON member.id = post.author_id WHERE post.number > 1 ORDER BY post.id
"""


class Wave(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.forum = cls.enterClassContext(Forum())
        cls.forum.environment["KINDRED_TRUSTED_PROXIES"] = "127.0.0.1"
        cls.forum.kill()
        cls.forum.start()
        cls.browser = cls.enterClassContext(chromium())
        cls.moderator = Caller(cls.forum, cls.forum.add("Tomas Novak", "moderator"))
        admin = Caller(cls.forum, cls.forum.add("Rosa Fenn", "admin"))
        cls.topic = ask(admin, "Which mixer?", "Ours hums.")
        cls.hold_links(admin)
        people = [(f"Seller {campaign} {number}", f"203.0.{campaign}.{number % 5 + 1}",
                   f"Offer {PRAISE[(campaign + number) % 5]} number {number}: see https://shop-{campaign}.example/{number} for more.")
                  for campaign in range(CAMPAIGNS) for number in range(SELLERS)]
        people += [(f"Newcomer {number}", f"198.51.{number}.7",
                    f"My mixer {SOUNDS[number // 8]}{SOUNDS[number % 8]}ron hums in the {PLACES[number % 4]}."
                    + (" Is https://shop-0.example/manual the right manual?" if number < WITH_LINK else "")) for number in range(HONEST)]
        cls.data = sqlite3.connect(cls.forum.data / "kindred.sqlite", isolation_level=None, timeout=30)
        cls.addClassCleanup(cls.data.close)
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            callers = list(pool.map(cls.join, people))
            # Each of them has opened the link in their mail.
            cls.data.execute("UPDATE member SET email_verified_at = created_at")
            list(pool.map(cls.write, people, callers))

    @classmethod
    def hold_links(cls, admin):
        """Of who is new here, what has a link in it waits until a person has looked."""
        context = cls.browser.new_context(base_url=cls.forum.url)
        context.add_cookies([{"name": n, "value": v, "url": cls.forum.url} for n, v in admin.cookies.items()])
        page = context.new_page()
        page.goto("/admin/prevention")
        page.locator("[name=linksNew]").fill("0")
        with page.expect_navigation():
            page.get_by_role("button", name="Save").click()
        context.close()

    @classmethod
    def join(cls, person):
        name, address, _ = person
        caller, place = Caller(cls.forum), {"X-Forwarded-For": address}
        email = name.lower().replace(" ", ".") + "@example.com"
        status, _, page = caller.post("/sign-up", {"name": name, "email": email, "password": PASSWORD}, place)
        if status != 303:
            raise RuntimeError(f"{name} cannot sign up: {status} {page[:500]}")
        cls.addClassCleanup(caller.connection.close)
        return caller

    @classmethod
    def write(cls, person, caller):
        name, address, text = person
        place = {"X-Forwarded-For": address}
        status, _, page = caller.post(f"/t/{cls.topic}/replies", {"body": text, "key": "wave-" + name.replace(" ", "-")}, place)
        if status != 303:
            raise RuntimeError(f"{name} cannot write: {status} {page[:500]}")

    def state(self):
        rows = self.data.execute(STATE).fetchall()
        return ([row for row in rows if row[0].startswith("Seller")], [row for row in rows if row[0].startswith("Newcomer")])

    def seen(self):
        """The replies a visitor is shown, on all pages of the topic."""
        visitor, path, found = Caller(self.forum), f"/t/{self.topic}", set()
        self.addCleanup(visitor.connection.close)
        while path:
            _, _, page = visitor.follow(path)
            found |= set(re.findall(r"<p>((?:My mixer|Offer) \w+)", page))
            path = next(iter(re.findall(r'href="([^"]+)" rel="next"', page)), None)
        return found

    def page(self, **options):
        context = self.browser.new_context(base_url=self.forum.url, reduced_motion="reduce", **options)
        self.addCleanup(context.close)
        context.add_cookies([{"name": n, "value": v, "url": self.forum.url} for n, v in self.moderator.cookies.items()])
        page = context.new_page()
        page.goto("/moderation")
        return page

    def clean(self, page, means, open_first, decide):
        """Answers how often something was pressed or tapped until no seller is left; then takes all of it back."""
        began = time.monotonic()
        (sellers, honest), seen, count = self.state(), self.seen(), 0
        self.assertEqual((len(sellers), len(honest)), (CAMPAIGNS * SELLERS, HONEST))
        waves = page.locator("main a[href*='/moderation/wave?kind=link']")
        while any(not row[2] for row in self.state()[0]):
            with page.expect_navigation():
                count += open_first(page, waves)
            with page.expect_navigation():
                count += decide(page)
        # Those of the honest who have a sellers' link are a wave still, and nothing of it is ticked.
        waves.first.click()
        page.locator("input[name=review]").first.wait_for()
        self.assertEqual(page.locator("input[name=review]:checked").count(), 0)
        gone, left = self.state()
        self.assertEqual([row for row in gone if row[2:4] != (1, 1)], [], "every seller's post is removed and its author suspended")
        self.assertEqual(left, honest, "nobody honest is hidden, or held for longer")
        self.assertEqual(self.seen(), seen, "a visitor reads of the honest what they read before")
        undone = self.take_back(page)
        self.assertEqual(self.state(), (sellers, honest), "everything is as before")
        print(f"{len(gone)} posts of spam removed and {len({row[0] for row in gone})} accounts suspended with {count} {means}; {HONEST} honest posts"
              f" as before, {sum(row[1] for row in left)} of them held till the same minute; {undone} undos restore all;"
              f" {time.monotonic() - began:.0f} s")
        return count

    def take_back(self, page):
        undone = 0
        page.goto("/admin/log?act=delete")
        undo, older = page.locator("main form[action$='/undo'] button"), page.locator("main a[rel=next]")
        while undo.count() or older.count():
            undone += undo.count() > 0
            with page.expect_navigation():
                (undo if undo.count() else older).first.click()
            if "/admin/log" not in page.url:
                page.goto("/admin/log?act=delete")
        return undone

    def test_keys(self):
        def press(page, keys):
            for key in keys:
                page.keyboard.press(key)
            return len(keys)

        count = self.clean(self.page(), "presses", lambda page, waves: press(page, ["j", "Enter"]), lambda page: press(page, ["s"]))
        self.assertLessEqual(count, 15)

    def test_taps(self):
        def tap(target):
            target.tap()
            return 1

        page = self.page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
        count = self.clean(page, "taps", lambda page, waves: tap(waves.first), lambda page: tap(page.get_by_role("button", name="Delete what is ticked")))
        self.assertLessEqual(count, 8)


if __name__ == "__main__":
    unittest.main()
