"""A visitor asks, another person answers, the first accepts, a visitor finds it: on a phone's width, with nothing but a keyboard."""

import unittest

from forum import PASSWORD, Forum, chromium
from keyboard import press, tab_to, type_into


class Asking(unittest.TestCase):
    def test_a_question_goes_from_asked_to_found_without_scripts(self):
        self.walk(scripts=False)

    def test_a_question_goes_from_asked_to_found_with_scripts(self):
        self.walk(scripts=True)

    def walk(self, scripts):
        with Forum() as forum, chromium() as browser:
            # The first admin brings the first categories.
            forum.add("Rosa Fenn", "admin")
            answerer = forum.add("Jonas Weil")

            def visitor():
                context = browser.new_context(base_url=forum.url, java_script_enabled=scripts, viewport={"width": 390, "height": 844})
                return context.new_page()

            asker = visitor()
            asker.goto("/")
            press(asker, "Ask")
            type_into(asker, "Title", "How do I descale the boiler?")
            type_into(asker, "Question", "It says **E12** since Monday.\n\nWhat now?")
            type_into(asker, "Name", "Mina Okafor")
            type_into(asker, "E-mail", "mina@example.com")
            type_into(asker, "Password", PASSWORD)
            press(asker, "Ask")
            self.assertEqual(asker.locator("h1").inner_text(), "How do I descale the boiler?")
            self.assertEqual(asker.locator("article strong").inner_text(), "E12")
            self.fits(asker)

            helper = visitor()
            helper.goto("/unanswered")
            press(helper, "How do I descale")
            press(helper, "Sign in")
            type_into(helper, "E-mail", answerer)
            type_into(helper, "Password", PASSWORD)
            press(helper, "Sign in")
            self.assertEqual(helper.locator("h1").inner_text(), "How do I descale the boiler?", "signing in leads back")
            type_into(helper, "Reply", "Citric acid, two spoons to a litre.")
            press(helper, "Reply")
            self.fits(helper)

            asker.reload()
            # With scripts the page stays where it is.
            tab_to(asker, "Accept answer", tags=("button",))
            asker.keyboard.press("Enter")
            card = asker.locator("section.accepted")
            card.wait_for()
            self.assertIn("Citric acid", card.inner_text())
            self.assertIn("Mina Okafor", card.inner_text())
            self.assertIn("Solved", asker.locator(".topic-head").inner_text())

            finder = visitor()
            finder.goto("/")
            press(finder, "Search")
            type_into(finder, "Search", "descaling boiler")
            with finder.expect_navigation():
                finder.keyboard.press("Enter")
            press(finder, "How do I descale")
            self.assertIn("Citric acid", finder.locator("section.accepted").inner_text())
            self.fits(finder)

    def fits(self, page):
        self.assertEqual(page.evaluate("document.documentElement.scrollWidth"), 390, f"{page.url} scrolls sideways")


if __name__ == "__main__":
    unittest.main()
