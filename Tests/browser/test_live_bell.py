"""The bell of an open page rings by itself, in every tab of a browser, through one stream; without scripts it shows when a page is opened."""

import unittest

from filled import ask, reply
from forum import Caller, Forum, chromium

UNREAD = "document.querySelector('.bell').textContent.replace(/\\s+/g, ' ').trim()"


class LiveBell(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.forum = cls.enterClassContext(Forum())
        cls.browser = cls.enterClassContext(chromium())
        cls.admin = Caller(cls.forum, cls.forum.add("Rosa Fenn", "admin"))
        cls.count = 0

    def asker(self, **options):
        """Somebody who has just asked, in a browser of their own."""
        type(self).count += 1
        email = self.forum.add(f"Aske Holm {self.count}")
        caller = Caller(self.forum, email)
        topic = ask(caller, f"Why does kettle {self.count} whistle?", "It never did.")
        context = self.browser.new_context(base_url=self.forum.url, viewport={"width": 390, "height": 844}, **options)
        self.addCleanup(context.close)
        context.add_cookies([{"name": n, "value": v, "url": self.forum.url} for n, v in caller.cookies.items()])
        return context, caller, topic

    def rings(self, page, text):
        page.wait_for_function(f"text => {UNREAD} === text", arg=text, timeout=20000)

    def test_the_number_and_the_title_change_and_somebody_who_listens_is_told(self):
        context, caller, topic = self.asker()
        streams = []
        context.on("request", lambda request: streams.append(request.url) if request.url.endswith("/notices/live") else None)
        page = context.new_page()
        page.goto("/privacy")
        title = page.title()
        self.assertEqual(page.evaluate(UNREAD), "Notices")
        other = context.new_page()
        other.goto("/accessibility")
        reply(self.admin, topic, f"It is glad, {self.count}.")
        for tab in (page, other):
            self.rings(tab, "Notices: 1 unread")
        self.assertEqual(page.title(), "(1) " + title)
        self.assertEqual(page.locator(".bell + [role=status]").inner_text(), "1 unread notice")
        self.assertEqual(len(streams), 1, "one tab listens for both")
        # The tab that listened goes; the other takes over.
        page.close()
        reply(self.admin, topic, "Or it is full.")
        self.rings(other, "Notices: 2 unread")
        self.assertEqual(len(streams), 2)
        # Reading them elsewhere takes the number away, and nothing is said about that.
        caller.get(f"/t/{topic}")
        said = other.locator(".bell + [role=status]").inner_text()
        caller.post("/notices/read", {"upto": "999999"})
        self.rings(other, "Notices")
        self.assertEqual(other.title(), other.title().removeprefix("("))
        self.assertEqual(other.locator(".bell + [role=status]").inner_text(), said)

    def test_a_page_that_was_left_and_is_shown_again_has_the_number_of_now(self):
        context, caller, topic = self.asker()
        page = context.new_page()
        page.goto("/privacy")
        page.goto("/accessibility")
        reply(self.admin, topic, f"It is glad, {self.count}.")
        self.rings(page, "Notices: 1 unread")
        page.go_back()
        self.rings(page, "Notices: 1 unread")

    def test_the_bell_rings_again_after_a_restart(self):
        context, caller, topic = self.asker()
        page = context.new_page()
        page.goto("/privacy")
        page.wait_for_function("performance.getEntriesByType('resource').length > 0")
        self.forum.kill()
        self.forum.start()
        reply(Caller(self.forum, "rosa.fenn@example.com"), topic, f"It is glad, {self.count}.")
        page.wait_for_function(f"text => {UNREAD} === text", arg="Notices: 1 unread", timeout=60000)

    def test_without_scripts_it_shows_when_a_page_is_opened(self):
        context, caller, topic = self.asker(java_script_enabled=False)
        page = context.new_page()
        page.goto("/privacy")
        reply(self.admin, topic, f"It is glad, {self.count}.")
        for _ in range(200):
            page.goto("/privacy")
            if page.locator(".bell").inner_text().strip() != "Notices":
                break
        self.assertIn("1", page.locator(".bell").inner_text())
