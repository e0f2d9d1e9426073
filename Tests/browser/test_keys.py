"""Single keys, and what a page may weigh."""

import gzip
import unittest

from filled import ask, reply
from forum import Caller, Forum, chromium

PHONE = {"width": 390, "height": 844}
SHIFTS = """window.__shift = 0
new PerformanceObserver(list => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.__shift += entry.value })
  .observe({type: 'layout-shift', buffered: true})"""


class Keys(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.forum = cls.enterClassContext(Forum())
        cls.browser = cls.enterClassContext(chromium())
        cls.admin = Caller(cls.forum, cls.forum.add("Rosa Fenn", "admin"))
        cls.topics = [ask(cls.admin, f"Why does boiler number {number} hum?", "It does, *loudly*.") for number in range(3)]
        cls.answer = reply(Caller(cls.forum, cls.forum.add("Kai Lund")), cls.topics[0], "Tighten the screw.")

    def test_keys_lead_through_lists_and_topics_and_never_act_in_a_field(self):
        context = self.browser.new_context(base_url=self.forum.url)
        self.addCleanup(context.close)
        context.add_cookies([{"name": n, "value": v, "url": self.forum.url} for n, v in self.admin.cookies.items()])
        page = context.new_page()
        page.goto("/")
        press = page.keyboard.press
        focused = "document.activeElement.textContent.trim()"
        press("j")
        first = page.evaluate(focused)
        press("j")
        self.assertNotEqual(page.evaluate(focused), first)
        press("k")
        self.assertEqual(page.evaluate(focused), first)
        press("o")
        page.wait_for_url("**/t/**")
        press("u")
        page.wait_for_url("**/c/**")
        page.goto(f"/t/{self.topics[0]}")
        for _ in range(2):
            press("j")
        self.assertEqual(page.evaluate("document.activeElement.id"), f"p{self.answer}")
        press("q")
        area = page.locator("#reply textarea")
        self.assertIn("> Tighten the screw.", area.input_value())
        area.fill("")
        page.keyboard.type("jokes? /go home")
        self.assertEqual(area.input_value(), "jokes? /go home")
        area.fill("")
        page.evaluate("document.activeElement.blur()")
        press("/")
        self.assertEqual(page.evaluate("document.activeElement.id"), "top-q")
        page.evaluate("document.activeElement.blur()")
        press("g")
        press("u")
        page.wait_for_url("**/unanswered")
        press("?")
        page.wait_for_url("**/keyboard")
        page.get_by_role("button", name="Switch them off").click()
        page.get_by_role("button", name="Switch them on").wait_for()
        press("c")
        self.assertTrue(page.url.endswith("/keyboard"))
        page.get_by_role("button", name="Switch them on").click()
        page.get_by_role("button", name="Switch them off").wait_for()
        press("c")
        page.wait_for_url("**/ask")


class Budgets(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.forum = cls.enterClassContext(Forum())
        cls.browser = cls.enterClassContext(chromium())
        asker, staff = (Caller(cls.forum, cls.forum.add(name, role)) for name, role in (("Rosa Fenn", "admin"), ("Ada Lund", "admin")))
        cls.topic = ask(asker, "Why does the lamp hum?", "It hums since Monday. " * 8)
        for number in range(32):
            reply(staff, cls.topic, f"Answer {number}: tighten *screw {number}* of the **lid**, then wait for {number} minutes. " * 5)

    def test_files_and_pages_weigh_little(self):
        context = self.browser.new_context(base_url=self.forum.url, viewport=PHONE)
        self.addCleanup(context.close)
        page = context.new_page()
        requests = []
        page.on("request", lambda request: requests.append(request))
        page.add_init_script(SHIFTS)
        page.goto(f"/t/{self.topic}", wait_until="networkidle")
        requests = [request for request in requests if not request.redirected_to]
        kinds = {"stylesheet": 20_000, "script": 15_000, "document": 30_000}
        for request in requests:
            if request.resource_type in kinds:
                size = len(gzip.compress(request.response().body()))
                self.assertLess(size, kinds.pop(request.resource_type), request.url)
        self.assertEqual(kinds, {})
        self.assertGreaterEqual(page.locator("article.post").count(), 30)
        others = [request.url for request in requests if "/avatar/" not in request.url]
        self.assertLessEqual(len(others), 5, others)
        self.assertEqual([url for url in others if not url.startswith(self.forum.url)], [])
        page.mouse.wheel(0, 20_000)
        page.wait_for_function("scrollY > 1000")
        self.assertLess(page.evaluate("window.__shift"), 0.02)
        self.assertEqual(context.cookies(), [])
