"""The same composer wherever people write: toolbar, preview, quotes, names and tags, all beside a form that works without."""

import unittest

from filled import ask, post_numbers, reply
from forum import PASSWORD, Caller, Forum, chromium


class Composer(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.forum = cls.enterClassContext(Forum())
        cls.browser = cls.enterClassContext(chromium())
        cls.admin = Caller(cls.forum, cls.forum.add("Rosa Fenn", "admin"))
        cls.writer = cls.forum.add("Mina Okafor")
        cls.forum.add("Minna Vale")
        cls.topic = ask(cls.admin, "How do I descale the boiler?", "It says **E12** since Monday.\n\nWhat now?", tags="boiler, kettle")
        cls.post = int(post_numbers(cls.admin, cls.topic)[0])
        cls.answer = reply(Caller(cls.forum, cls.writer), cls.topic, "Citric acid.")
        cls.count = 0

    def page(self, path, **options):
        """Of somebody who has begun nothing yet."""
        type(self).count += 1
        caller = Caller(self.forum, self.forum.add(f"Nils Ost {self.count}"))
        context = self.browser.new_context(base_url=self.forum.url, viewport={"width": 390, "height": 844}, **options)
        self.addCleanup(context.close)
        context.add_cookies([{"name": n, "value": v, "url": self.forum.url} for n, v in caller.cookies.items()])
        page = context.new_page()
        page.goto(path)
        page.wait_for_load_state()
        return page

    def test_each_place_has_the_toolbar_of_eight_reached_by_one_tab(self):
        page = self.page(f"/t/{self.topic}")
        page.locator("summary", has_text="Remark").first.click()
        # The form of a fold gets its toolbar once the fold has opened.
        page.locator("details[open] .toolbar button").last.wait_for()
        self.assertEqual(page.locator("details[open] .toolbar button").count(), 8)
        self.assertEqual(page.locator("#reply .toolbar button").count(), 8)
        self.assertEqual(page.locator("#reply .toolbar button[tabindex='0']").count(), 1)
        page.goto("/ask")
        self.assertEqual(page.locator("main .toolbar button").count(), 8)
        page.goto(f"/t/{self.topic}")
        page.locator("#reply textarea").fill("Mine")
        page.locator("#reply textarea").press("Control+Enter")
        page.wait_for_url("**#p*")
        page.goto(page.locator("article a", has_text="Edit").last.get_attribute("href"))
        self.assertEqual(page.locator("main .toolbar button").count(), 8)

    def test_the_preview_comes_in_place_and_nothing_is_sent(self):
        page = self.page(f"/t/{self.topic}")
        page.locator("#reply textarea").fill("So **bold**")
        page.locator("#reply").get_by_role("button", name="Preview").click()
        page.locator("#reply .preview strong").wait_for()
        self.assertEqual(page.locator("#reply .preview strong").inner_text(), "bold")
        self.assertEqual(page.evaluate("document.activeElement.textContent"), "Preview")
        self.assertEqual(page.locator("#reply textarea").input_value(), "So **bold**")
        page.locator("summary", has_text="Remark").first.click()
        page.locator("details[open] textarea").fill("*aside*")
        page.locator("details[open]").get_by_role("button", name="Preview").click()
        page.locator("details[open] .preview em").wait_for()
        self.assertEqual(page.locator(".preview").count(), 1)

    def test_what_was_asked_before_is_shown_while_the_title_is_typed_and_as_a_step(self):
        page = self.page("/ask")
        page.locator("input[name=title]").press_sequentially("My boiler needs descaling")
        page.locator(".similar a", has_text="How do I descale the boiler?").wait_for()
        self.assertEqual(page.evaluate("document.documentElement.scrollWidth"), 390)
        page.get_by_label("boiler", exact=True).click()
        page.get_by_label("kettle", exact=True).focus()
        page.keyboard.press("Space")
        self.assertEqual(page.locator("input[name=tags]").input_value(), "boiler, kettle")
        plain = self.page("/ask", java_script_enabled=False)
        plain.locator("input[name=title]").fill("My boiler needs descaling")
        plain.locator("textarea[name=body]").fill("What *now*?")
        plain.get_by_role("button", name="Look for similar questions").click()
        plain.locator(".similar a", has_text="How do I descale the boiler?").wait_for()
        self.assertEqual(plain.locator("textarea[name=body]").input_value(), "What *now*?")

    def test_what_is_selected_is_quoted_and_without_a_selection_all_of_it(self):
        page = self.page(f"/t/{self.topic}")
        page.evaluate("""() => {
          const words = document.querySelector("article .post-body p").firstChild
          getSelection().setBaseAndExtent(words, 0, words, 7)
        }""")
        page.locator(".quote-here").click()
        self.assertEqual(page.locator("#reply textarea").input_value(), "@rosa-fenn:\n\n> It says\n\n")
        page.evaluate("getSelection().removeAllRanges()")
        page.locator(f"#p{self.answer} a[data-quote]").click()
        self.assertEqual(
            page.locator("#reply textarea").input_value(), "@rosa-fenn:\n\n> It says\n\n@mina-okafor:\n\n> Citric acid.\n\n")
        plain = self.page(f"/t/{self.topic}", java_script_enabled=False)
        plain.locator(f"#p{self.post} a[data-quote]").click()
        plain.wait_for_load_state()
        self.assertTrue(plain.locator("#reply textarea").input_value().endswith("> It says **E12** since Monday.\n>\n> What now?\n\n"))

    def test_names_are_offered_while_they_are_typed_and_taken_by_keys(self):
        page = self.page("/ask")
        area = page.locator("[name=body]")
        area.press_sequentially("Ask @min")
        page.locator(".complete:not([hidden]) li").first.wait_for()
        self.assertEqual(page.locator(".complete:not([hidden]) li").evaluate_all("all => all.map(e => e.dataset.value)"), ["mina-okafor", "minna-vale"])
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        self.assertEqual(area.input_value(), "Ask @minna-vale ")
        area.press_sequentially("or a@min")
        page.wait_for_timeout(400)
        self.assertEqual(page.locator(".complete:not([hidden])").count(), 0, "an address is no name")
        tags = page.locator("[name=tags]")
        tags.press_sequentially("ke")
        page.locator(".complete:not([hidden]) li").first.wait_for()
        page.keyboard.press("Escape")
        self.assertEqual(tags.input_value(), "ke")
        tags.press_sequentially("t")
        page.locator(".complete:not([hidden]) li").first.wait_for()
        page.keyboard.press("Enter")
        self.assertEqual(tags.input_value(), "kettle, ")
        self.assertTrue(page.url.endswith("/ask"), "Enter took the word and sent nothing")

    def test_those_on_the_page_are_offered_first(self):
        page = self.page(f"/t/{self.topic}")
        page.locator("#reply textarea").press_sequentially("@")
        page.locator("#reply .complete:not([hidden]) li").first.wait_for()
        self.assertIn("rosa-fenn", page.locator("#reply .complete li").evaluate_all("all => all.map(e => e.dataset.value)"))

    def test_control_and_enter_send(self):
        page = self.page(f"/t/{self.topic}")
        page.locator("#reply textarea").fill("Sent by keys")
        page.locator("#reply textarea").press("Control+Enter")
        page.wait_for_url("**#p*")
        self.assertIn("Sent by keys", page.locator("article").last.inner_text())

    def test_acts_of_one_press_change_the_page_in_place_and_nothing_typed_is_lost(self):
        page = self.page(f"/t/{self.topic}")
        loads = []
        page.on("framenavigated", lambda frame: loads.append(frame.url))
        focused = "document.activeElement.closest('form')?.getAttribute('action')"
        page.locator("#reply textarea").fill("Half an answer")
        # A remark is begun, one more comes meanwhile, and the fold of another stays as it is.
        page.locator(f"#p{self.answer} summary", has_text="Remark").click()
        page.locator(f"#p{self.answer} textarea").fill("Half a remark")
        # What is announced below is of the acts alone.
        for place in ("#reply", f"#p{self.answer}"):
            page.locator(f"{place} .draft-line", has_text="Draft saved").wait_for()
        later = reply(self.admin, self.topic, "Vinegar, if you must.")
        for action, button, pressed in [
                (f"/p/{self.answer}/vote", "Helpful", "true"), (f"/p/{self.answer}/vote", "Helpful", "false"),
                (f"/t/{self.topic}/me-too", "Me too", "true"), (f"/p/{self.answer}/bookmark", "Bookmark", "true")]:
            page.locator(f'form[action="{action}"] button').press("Enter")
            page.locator(f'form[action="{action}"] button[aria-pressed={pressed}]').wait_for()
            self.assertEqual(page.evaluate(focused), action)
            self.assertIn("Bookmarked" if button == "Bookmark" else button, page.locator("body > .vh[role=status]").inner_text())
        self.assertIn("Bookmarked", page.locator(f"#p{self.answer} .note").inner_text())
        page.locator(".fold > summary").click()
        page.locator(".follow select").select_option("follow")
        page.locator(".follow button").press("Enter")
        page.locator(".follow ~ .note", has_text="Saved").wait_for()
        self.assertEqual(page.evaluate(focused), f"/t/{self.topic}/follow")
        self.assertEqual(page.locator("main .note-ok").count(), 0, "what was said of the last act is gone")
        self.assertEqual(page.locator("#reply textarea").input_value(), "Half an answer")
        self.assertEqual(page.locator(f"#p{self.answer} textarea").input_value(), "Half a remark")
        self.assertEqual(page.locator("#reply .toolbar").count(), 1)
        # What came in has what the page gives every form.
        page.locator(f"#p{later} summary", has_text="Remark").click()
        page.locator(f"#p{later} .toolbar button").last.wait_for()
        self.assertEqual(page.locator(f"#p{later} .toolbar button").count(), 8)
        page.locator(f"#p{later} textarea").fill("On the new one")
        page.locator(f"#p{later} .draft-line", has_text="Draft saved").wait_for()
        page.reload()
        self.assertEqual(page.locator(f"#p{later} textarea").input_value(), "On the new one")
        self.assertEqual(page.locator("#reply textarea").input_value(), "Half an answer")
        self.assertEqual(page.locator(".follow select").input_value(), "follow")
        self.assertEqual(len(loads), 1, loads)

    def test_accepting_and_taking_it_back_happen_in_place_and_a_refusal_is_shown_as_a_page(self):
        context = self.browser.new_context(base_url=self.forum.url)
        self.addCleanup(context.close)
        context.add_cookies([{"name": n, "value": v, "url": self.forum.url} for n, v in self.admin.cookies.items()])
        page = context.new_page()
        topic = ask(self.admin, "Which acid is it?")
        answer = reply(Caller(self.forum, self.writer), topic, "Citric.")
        page.goto(f"/t/{topic}")
        page.evaluate("window.stays = true")
        page.get_by_role("button", name="Accept answer").click()
        page.locator("section.accepted").wait_for()
        self.assertIn("Solved", page.locator(".topic-head").inner_text())
        self.assertIn("Accepted answer", page.locator(".toc").inner_text())
        self.assertEqual(page.evaluate("document.activeElement.closest('form').getAttribute('action')"), f"/p/{answer}/unaccept")
        for name, cards in [("Undo", 0), ("Accept answer", 1), ("Not the answer", 0), ("Undo", 1)]:
            page.locator("main").get_by_role("button", name=name).first.click()
            page.wait_for_function("cards => document.querySelectorAll('section.accepted').length === cards && !document.querySelector('[aria-busy]')", arg=cards)
        self.assertTrue(page.evaluate("window.stays"))
        context.clear_cookies()
        page.get_by_role("button", name="Not the answer").click()
        page.wait_for_load_state()
        page.get_by_role("link", name="Sign in on a new page").wait_for()

    def test_the_scripts_stay_small(self):
        import gzip
        import pathlib
        scripts = pathlib.Path(__file__).resolve().parents[2] / "public" / "js"
        self.assertLess(sum(len(gzip.compress(file.read_bytes())) for file in scripts.glob("*.js")), 15_000)


if __name__ == "__main__":
    unittest.main()
