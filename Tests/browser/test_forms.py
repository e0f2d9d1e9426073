"""Every form of the site is filled in and sent in a browser without scripts. A form without such a walk fails the last test."""

import datetime
import hashlib
import io
import pathlib
import re
import sqlite3
import tarfile
import unittest

from filled import guests, offered, put_topics
from forum import PASSWORD, REPO, Caller, Forum, chromium, routes


class Forms(unittest.TestCase):
    """One community; each walk is a method, and the last test compares what was sent with the table."""

    @classmethod
    def setUpClass(cls):
        cls.sent, cls.stack = set(), []
        cls.forum = Forum().__enter__()
        cls.addClassCleanup(cls.forum.__exit__)
        cls.browser = cls.enterClassContext(chromium())
        cls.table = [route for route in routes() if route.method == "POST" and route.audience != "machine"]
        cls.set_up()
        cls.asker = cls.page()
        cls.asker.goto("/sign-in")
        cls.fill(cls.asker, "/sign-in", "Sign in", email=cls.forum.add("Aske Holm"), password=PASSWORD)
        cls.staff = cls.signed_in(cls.forum.add("Stella Brand", "staff"))

    @classmethod
    def page(cls):
        context = cls.browser.new_context(base_url=cls.forum.url, java_script_enabled=False)
        context.on("request", cls.note)
        return context.new_page()

    @classmethod
    def note(cls, request):
        if request.method == "POST":
            path = request.url.removeprefix(cls.forum.url)
            cls.sent |= {route.pattern for route in cls.table if route.matches(path.partition("?")[0])}

    @classmethod
    def signed_in(cls, address):
        """A page with a session; `set_up` has walked the way to one."""
        page = cls.page()
        page.context.add_cookies([{"name": name, "value": value, "url": cls.forum.url} for name, value in Caller(cls.forum, address).cookies.items()])
        return page

    @classmethod
    def fill(cls, page, action, button, status=303, **fields):
        """Fills and sends the form that leads to `action`; what comes back must not be an error."""
        form = page.locator(f':is(main, aside.rail) form[action="{action}"]').first
        for name, value in fields.items():
            form.locator(f'[name="{name}"]').fill(value)
        with page.expect_response(lambda answer: answer.request.method == "POST") as answered:
            form.get_by_role("button", name=re.compile("^" + re.escape(button))).first.click()
        page.wait_for_load_state()
        if answered.value.status != status:
            raise AssertionError(f"{action} answers {answered.value.status}: {page.locator('main').inner_text()[:500]}")

    @classmethod
    def set_up(cls):
        page = cls.page()
        path = cls.forum.set_up_link()
        page.goto(path)
        cls.fill(page, path, "Open the community", siteName="Kettle Club", siteDescription="People who boil water",
                 name="Ada Lund", email="ada@example.com", password=PASSWORD)
        assert "Kettle Club" in page.title(), page.title()

    def topic(self, page, title):
        page.goto("/ask")
        self.fill(page, "/ask", "Ask", title=title, body="Who knows?", tags="")
        return re.search(r"/t/(\d+)", page.url).group(1)

    def reply(self, page, topic, body):
        page.goto(f"/t/{topic}")
        self.fill(page, f"/t/{topic}/replies", "Reply", body=body)
        return re.search(r"#p(\d+)", page.url).group(1)

    def act(self, page, topic, path, button, **fields):
        page.goto(f"/t/{topic}")
        closed = page.locator("main details:not([open]) > summary")
        while closed.count():
            closed.first.click()
        self.fill(page, path, button, **fields)

    def test_a_joining(self):
        page = self.page()
        page.goto("/sign-up")
        self.fill(page, "/sign-up", "Join", name="Nora Vale", email="nora@example.com", password=PASSWORD)
        first = self.forum.mailed("nora@example.com", "/verify/")
        page.goto("/settings")
        self.fill(page, "/verify", "Send the link again")
        self.forum_mail_after(first)
        link = self.forum.mailed("nora@example.com", "/verify/")
        page.goto(link)
        self.fill(page, link, "Yes, confirm it")
        page.goto("/settings")
        self.assertIn("Confirmed", page.locator("main").inner_text())
        page.locator(".menu > summary").click()
        page.get_by_role("button", name="Sign out").first.click()
        page.wait_for_load_state()
        page.goto("/reset")
        self.fill(page, "/reset", "Send the link", email="nora@example.com")
        link = self.forum.mailed("nora@example.com", "/reset/")
        page.goto(link)
        self.fill(page, link, "Use this password", newPassword="quite another 12 words")

    def forum_mail_after(self, first):
        for _ in range(400):
            if self.forum.mailed("nora@example.com", "/verify/") != first:
                return
        self.fail("the link was not sent again")

    def test_b_settings(self):
        address = self.forum.add("Per Lind")
        page, other, third = self.signed_in(address), self.signed_in(address), self.signed_in(address)
        page.goto("/settings")
        self.fill(page, "/settings/profile", "Save", name="Per A. Lind", bio="I boil *water*.", timeZone="Europe/Oslo")
        page.goto("/m/per-lind")
        self.assertEqual(page.locator("h1").inner_text(), "Per A. Lind")
        self.assertEqual(page.locator("main em").inner_text(), "water")
        page.goto("/settings")
        page.locator("#face-picture").set_input_files(self.picture())
        self.fill(page, "/settings/face", "Save picture")
        self.assertRegex(page.locator(".face-row img").get_attribute("src"), r"-192\.webp$")
        self.fill(page, "/settings/face/remove", "Take the picture off")
        self.assertRegex(page.locator(".face-row img").get_attribute("src"), r"\.svg$")
        self.fill(page, "/settings/handle", "Change", handle="per")
        page.goto("/settings")
        session = page.locator('form[action^="/settings/sessions/"]').filter(has_not_text="This").first.get_attribute("action")
        self.fill(page, session, "Sign out")
        page.goto("/settings")
        self.fill(page, "/settings/sessions/end", "")
        for gone in (other, third):
            gone.goto("/settings")
            self.assertIn("/sign-in", gone.url)
        page.goto("/settings")
        self.fill(page, "/settings/email", "Change", email="per.new@example.com", current=PASSWORD)
        link = self.forum.mailed("per.new@example.com", "/email/")
        page.goto(link)
        self.fill(page, link, "Use this address")
        page.goto("/settings")
        if "/sign-in" in page.url:
            self.fill(page, "/sign-in", "Sign in", email="per.new@example.com", password=PASSWORD)
            page.goto("/settings")
        self.assertIn("per.new@example.com", page.locator("main").inner_text())
        self.fill(page, "/settings/password", "Change", current=PASSWORD, newPassword="other words for 3 kettles")

    def test_c_colours(self):
        page = self.page()
        page.goto("/")
        page.locator("footer").get_by_role("button", name="Dark").click()
        page.wait_for_load_state()
        self.assertEqual(page.locator("html").get_attribute("data-theme"), "dark")

    def test_c_language(self):
        page = self.page()
        page.goto("/privacy")
        page.locator("footer").get_by_role("button", name="Deutsch").click()
        page.wait_for_load_state()
        self.assertEqual(page.locator("html").get_attribute("lang"), "de")
        self.assertEqual(page.locator("h1").inner_text(), "Datenschutz")

    def test_c_keys(self):
        self.asker.goto("/keyboard")
        self.fill(self.asker, "/keyboard", "Switch them off")
        self.fill(self.asker, "/keyboard", "Switch them on")

    def test_d_talking(self):
        topic = self.topic(self.asker, "Where is the fuse?")
        answer = self.reply(self.staff, topic, "Behind the plate.")
        self.act(self.asker, topic, f"/p/{answer}/remarks", "Add remark", body="Which plate?")
        self.act(self.asker, topic, f"/p/{answer}/vote", "Helpful")
        self.act(self.staff, topic, f"/t/{topic}/me-too", "Me too")
        self.act(self.asker, topic, f"/p/{answer}/accept", "Accept answer")
        self.act(self.asker, topic, f"/p/{answer}/unaccept", "Not the answer")
        self.undo(self.asker)
        self.act(self.asker, topic, f"/p/{answer}/unaccept", "Not the answer")
        self.act(self.staff, topic, f"/p/{answer}/accept", "Accept answer")
        self.act(self.asker, topic, f"/p/{answer}/objection", "Open the question again", note="It has no plate.")
        self.staff.goto(f"/p/{answer}/edit")
        self.fill(self.staff, f"/p/{answer}/edit", "Save", body="Behind the *back* plate.")
        self.act(self.staff, topic, f"/t/{topic}/solved", "Mark as solved", note="By a new kettle.")
        self.act(self.staff, topic, f"/t/{topic}/unsolved", "It is not solved")
        self.undo(self.staff)
        self.act(self.staff, topic, f"/t/{topic}/unsolved", "It is not solved")
        second = self.reply(self.staff, topic, "Or below.")
        self.act(self.staff, topic, f"/p/{second}/delete", "Delete")
        self.undo(self.staff)
        self.assertIn("Or below.", self.staff.locator("main").inner_text())
        self.act(self.staff, topic, f"/p/{second}/delete", "Delete")
        self.staff.goto(f"/p/{second}/history")
        self.fill(self.staff, f"/p/{second}/restore", "Bring it back")
        opening = self.asker.goto(f"/t/{topic}") and self.asker.locator("article").first.get_attribute("id").removeprefix("p")
        self.act(self.asker, topic, f"/p/{opening}/name-off", "Take my name off")
        self.asker.goto(f"/t/{topic}")
        self.assertNotIn("Aske Holm", self.asker.locator("article").first.inner_text())

    def picture(self):
        return REPO / "Sources/Kindred/Kindred.docc/Resources/ask-390-light.webp"

    def test_d_picture(self):
        """In a page without scripts a chosen picture comes back in the text, and goes out with it."""
        page = self.signed_in(self.forum.add("Pim Foto"))
        topic = self.topic(page, "What is this?")
        page.goto(f"/t/{topic}")
        form = page.locator("#reply form")
        form.locator("[name=body]").fill("I see this:")
        form.locator(".pic summary").click()
        form.locator("[name=picture_alt]").fill("A form [with] fields")
        form.locator("[name=picture]").set_input_files(self.picture())
        self.fill(page, f"/t/{topic}/replies", "Insert the picture", status=200)
        self.assertIn("The picture is in the text.", page.locator("#reply").inner_text())
        self.assertRegex(page.locator("#reply textarea").input_value(), r"^I see this:\n\n!\[A form \\\[with\\\] fields\]\(/i/\S+\)\n$")
        self.fill(page, f"/t/{topic}/replies", "Reply")
        picture = page.locator(".prose img")
        self.assertEqual(picture.get_attribute("alt"), "A form [with] fields")
        address = picture.get_attribute("src")
        self.assertEqual(self.page().goto(address).status, 200)
        # What is no picture is said beside it, and the text stays.
        form = page.locator("#reply form")
        form.locator("[name=body]").fill("And this?")
        form.locator(".pic summary").click()
        form.locator("[name=picture]").set_input_files({"name": "x.png", "mimeType": "image/png", "buffer": b"<svg onload=alert(1)>"})
        self.fill(page, f"/t/{topic}/replies", "Insert the picture", status=422)
        self.assertIn("is not a PNG", page.locator("#reply").inner_text())
        self.assertEqual(page.locator("#reply textarea").input_value(), "And this?")

    def test_d_following(self):
        topic = self.topic(self.asker, "What can be followed?")
        self.act(self.staff, topic, f"/t/{topic}/follow", "Save")
        category = self.staff.locator(".crumbs a").last.get_attribute("href")
        for place in (category, "/m/aske-holm"):
            self.staff.goto(place)
            self.staff.locator("main select[name=level]").select_option("everything")
            self.fill(self.staff, place + "/follow", "Save")
            self.staff.goto(place)
            self.assertEqual(self.staff.locator("main select[name=level]").input_value(), "everything")
        self.staff.goto("/ask")
        self.fill(self.staff, "/ask", "Ask", title="Something with a tag", body="Here.", tags="kettles")
        self.staff.goto("/tag/kettles")
        self.fill(self.staff, "/tag/kettles/follow", "Save")
        self.staff.goto("/settings/following")
        self.staff.locator(f'main form[action="/m/aske-holm/follow"] select').select_option("normal")
        self.fill(self.staff, "/m/aske-holm/follow", "Save")
        self.assertIn("Aske Holm: Normal.", self.staff.locator("main").inner_text())
        self.fill(self.staff, "/m/aske-holm/follow", "Undo")
        answer = self.reply(self.staff, topic, "Most of it.")
        self.act(self.asker, topic, f"/p/{answer}/bookmark", "Bookmark")
        self.asker.goto("/bookmarks")
        self.assertIn("Most of it.", self.asker.locator("main").inner_text())
        self.fill(self.asker, f"/p/{answer}/bookmark", "Remove")
        self.fill(self.asker, f"/p/{answer}/bookmark", "Undo")

    def test_d_notices(self):
        topic = self.topic(self.asker, "Who tells me?")
        self.reply(self.staff, topic, "The bell does.")
        for _ in range(200):
            self.asker.goto("/notices")
            if self.asker.locator(".notice-new").count():
                break
        self.fill(self.asker, "/notices/read", "Mark all")
        self.assertEqual(self.asker.locator(".notice-new").count(), 0)
        self.fill(self.asker, "/notices/unread", "Undo")
        self.asker.locator(".notice-new").first.wait_for()
        self.asker.locator(".notice-new a").first.click()
        self.assertIn("The bell does.", self.asker.locator("main").inner_text())

    def test_c_offered(self):
        helper = self.signed_in(self.forum.add("Oda Offer"))
        asker = self.signed_in(self.forum.add("Ines Offer"))
        known = self.topic(asker, "The descaler foams")
        post = self.reply(helper, known, "Use less descaler.")
        topic = self.topic(asker, "How much descaler for a kettle")
        offered(self.forum, topic, "oda-offer", post, "descal")
        helper.goto(f"/t/{topic}")
        self.assertIn("Offered to you: you wrote about “descaler” in The descaler foams", helper.locator("main").inner_text())
        self.act(helper, topic, f"/t/{topic}/not-me", "Not me")
        self.assertNotIn("Offered to you", helper.locator("main").inner_text())
        self.undo(helper)
        self.assertIn("Offered to you", helper.locator("main").inner_text())

    def test_d_mail(self):
        page = self.signed_in(self.forum.add("Pia Mail"))
        page.goto("/settings")
        page.locator('main [name="mentioned"]').uncheck()
        self.fill(page, "/settings/mail", "Save mail")
        page.goto("/settings")
        self.assertFalse(page.locator('main [name="mentioned"]').is_checked())
        # Mail of a notice waits ten minutes; its link is written as the server would.
        token = "s" * 43
        with sqlite3.connect(self.forum.data / "kindred.sqlite", timeout=30) as data:
            data.execute("INSERT INTO mail_stop (token_hash, member_id, kind, expires_at) SELECT ?, id, 'answered', 99999999999999 FROM member WHERE handle = 'pia-mail'",
                         [hashlib.sha256(token.encode()).digest()])
        data.close()
        visitor = self.page()
        visitor.goto("/mail/stop/" + token)
        self.fill(visitor, "/mail/stop/" + token, "Stop this mail", status=200)
        self.assertIn("stopped", visitor.locator("h1").inner_text())
        page.goto("/settings")
        self.assertFalse(page.locator('main [name="answered"]').is_checked())

    def test_d_mail_that_comes_back(self):
        page = self.signed_in(self.forum.add("Bo Bounce"))
        self.forum.run("mail", "bounce", "bo.bounce@example.com", "--reason", "550 no such mailbox")
        page.goto("/")
        page.get_by_role("link", name="See why").click()
        self.assertIn("550 no such mailbox", page.locator("main").inner_text())
        self.fill(page, "/settings/mail/mend", "Mail works again")
        self.assertNotIn("550 no such mailbox", page.locator("main").inner_text())
        self.staff.goto("/settings")
        self.staff.locator('main [name="question"]').check()
        self.staff.locator('main [name="category"]').first.check()
        self.fill(self.staff, "/settings/mail", "Save mail")
        self.assertTrue(self.staff.locator('main [name="category"]').first.is_checked())

    def test_b_first_steps(self):
        page = self.signed_in(self.forum.add("Finn First"))
        self.topic(self.staff, "Which kettle is this")
        page.goto("/settings")
        page.get_by_role("link", name="Go through the first steps again").click()
        self.fill(page, "/welcome", "Save and go on", name="Finn the First")
        self.fill(page, "/welcome/interests", "Save and go on", tags="")
        page.get_by_label("Ask me questions").check()
        self.fill(page, "/welcome/people", "Save and go on")
        self.fill(page, "/welcome/mail", "Save and begin")
        self.assertIn("All set", page.inner_text("body"))
        page.goto("/settings")
        self.assertEqual(page.locator("#profile-name").input_value(), "Finn the First")
        self.fill(page, "/settings/interests", "Save interests", tags="nothing-like-it", status=422)
        self.assertEqual(page.locator("#interests-tags").input_value(), "nothing-like-it")
        self.fill(page, "/settings/interests", "Save interests", tags="")
        self.fill(page, "/settings/away", "Save", until="2000-01-01", awayNote="At sea", status=422)
        self.assertEqual(page.locator("#away-awayNote").input_value(), "At sea")
        day = (datetime.date.today() + datetime.timedelta(days=20)).isoformat()
        self.fill(page, "/settings/away", "Save", until=day, awayNote="At sea")
        page.goto("/m/finn-first")
        self.assertIn("At sea", page.locator("main").inner_text())

    def test_d_announcing(self):
        topic = self.topic(self.staff, "We move house")
        self.act(self.staff, topic, f"/t/{topic}/announce", "Announce")
        self.assertIn("Announced until", self.staff.locator("main").inner_text())
        reader = self.signed_in(self.forum.add("Rea Der"))
        for path in ["/", "/c/help"]:
            reader.goto(path)
            if reader.locator(".announced").count():
                break
        self.assertIn("We move house", reader.locator(".announced").inner_text())
        self.fill(reader, f"/t/{topic}/hide", "Hide")
        self.assertEqual(reader.locator(".announced").count(), 0)
        self.undo(reader)
        reader.goto(path)
        self.assertEqual(reader.locator(".announced").count(), 1)
        self.act(self.staff, topic, f"/t/{topic}/announce-end", "End the announcement")
        self.undo(self.staff)
        self.assertIn("Announced until", self.staff.locator("main").inner_text())

    def test_g_messages(self):
        kurt = self.signed_in(self.forum.add("Kurt Vogel"))
        # Past their first days, as somebody who has been here for a while.
        with sqlite3.connect(self.forum.data / "kindred.sqlite", timeout=30) as data:
            data.execute("UPDATE member SET created_at = 1 WHERE handle = 'kurt-vogel'")
        data.close()
        for title in ("Where is it warm?", "Where is it cold?"):
            self.topic(kurt, title)
        kurt.goto("/m/aske-holm")
        kurt.get_by_role("link", name="Write a message").click()
        self.fill(kurt, "/m/aske-holm/write", "Send", body="How is *your* kettle?")
        talk = re.search(r"/messages/(\d+)", kurt.url).group(1)
        for _ in range(200):
            self.asker.goto("/notices")
            if "Kurt Vogel wrote to you" in self.asker.locator("main").inner_text():
                break
        self.asker.get_by_role("link", name="Kurt Vogel wrote to you").first.click()
        self.fill(self.asker, f"/messages/{talk}/parts", "Send", body="It boils.")
        self.fill(self.asker, f"/messages/{talk}/mute", "Mute")
        self.asker.get_by_role("link", name="Report").first.click()
        self.asker.get_by_label("It is advertising").check()
        self.fill(self.asker, f"/messages/{talk}/parts/1/report", "Report", note="He sells kettles.")
        self.assertIn("You reported this", self.asker.locator("main").inner_text())
        self.fill(self.asker, f"/messages/{talk}/leave", "Leave")
        self.undo(self.asker)
        self.fill(self.asker, "/m/kurt-vogel/block", "Block")
        kurt.goto(f"/messages/{talk}")
        self.assertIn("cannot be reached by message at the moment", kurt.locator("main").inner_text())
        self.assertEqual(kurt.locator("textarea").count(), 0)
        self.asker.goto("/settings/messages")
        self.fill(self.asker, "/m/kurt-vogel/block", "Lift the block")
        self.asker.get_by_label("Members may write to me").uncheck()
        self.fill(self.asker, "/settings/messages", "Save")
        self.assertFalse(self.asker.get_by_label("Members may write to me").is_checked())

    def test_g_private_question(self):
        page = self.signed_in(self.forum.add("Petra Frage"))
        page.goto("/ask")
        page.get_by_role("link", name="Ask privately").click()
        self.fill(page, "/ask/privately", "Ask privately", title="My invoice", body="I am aske@example.com. Why 12?")
        talk = re.search(r"/messages/(\d+)", page.url).group(1)
        self.staff.goto("/messages?of=staff")
        self.staff.get_by_role("link", name="My invoice").click()
        self.fill(self.staff, f"/messages/{talk}/parts", "Send", body="It is right.")
        page.goto(f"/messages/{talk}")
        self.assertIn("Stella Brand", page.locator("main").inner_text())
        page.get_by_role("link", name="Make public").click()
        self.assertEqual(page.locator("[name=body]").input_value(), "I am … Why 12?")
        self.fill(page, f"/messages/{talk}/make-public", "Ask in public", body="Why 12?", tags="")
        self.assertIn("Why 12?", page.locator("main").inner_text())
        self.assertNotIn("It is right", page.locator("main").inner_text())

    def test_h_keeping_order(self):
        rude, moderator = self.signed_in(self.forum.add("Rudi Laut")), self.signed_in(self.forum.add("Moh Rahimi", "moderator"))
        topic = self.topic(self.staff, "Which kettle whistles?")
        loud = self.reply(rude, topic, "Only an idiot asks that.")
        self.reply(self.staff, topic, "Those with a cap on the spout.")
        page = self.page()
        page.goto(f"/t/{topic}")
        page.locator(f'a[href="/p/{loud}/report"]').click()
        page.get_by_label("It insults or threatens somebody").check()
        self.fill(page, f"/p/{loud}/report", "Report", note="Look", answerTo="nora@example.com")
        self.assertIn("A person looks at it", page.inner_text("body"))
        self.asker.goto("/m/rudi-laut")
        self.asker.get_by_role("link", name="Report").click()
        self.asker.get_by_label("Something else").check()
        self.fill(self.asker, "/m/rudi-laut/report", "Report")
        moderator.goto("/moderation")
        self.fill(moderator, "/moderation/next", "Take the next one")
        first = moderator.url.removeprefix(self.forum.url)
        with moderator.expect_response(lambda answer: answer.request.method == "POST") as answered:
            moderator.get_by_role("button", name="Leave it in the queue").click()
        self.assertEqual(answered.value.status, 303)
        moderator.goto(first)
        with moderator.expect_response(lambda answer: answer.request.method == "POST") as answered:
            moderator.get_by_role("button", name="Take it in hand").click()
        self.assertEqual(answered.value.status, 303)
        moderator.goto(f"/t/{topic}")
        self.fill(moderator, f"/p/{loud}/moderate", "Moderate")
        place = moderator.url.removeprefix(self.forum.url)
        moderator.get_by_label("Hide it").check()
        moderator.locator("#restriction").select_option("warn")
        self.fill(moderator, place, "Decide", words="Please be kind.")
        self.undo(moderator)
        moderator.goto(place)
        moderator.get_by_label("Hide it").check()
        self.fill(moderator, place, "Decide", words="Please be kind.")
        rude.goto("/decisions")
        rude.get_by_role("link", name="Your post was hidden").first.click()
        asked = rude.url.removeprefix(self.forum.url)
        self.fill(rude, asked, "Ask for a second look", words="I was angry.")
        admin = self.signed_in("ada@example.com")
        admin.goto("/moderation")
        admin.get_by_role("link", name="Which kettle whistles?").first.click()
        look = admin.url.removeprefix(self.forum.url)
        self.fill(admin, look + "/second-look", "It stays", answer="It stays.")
        # The next thing is in the admin's hands now.
        with admin.expect_response(lambda answer: answer.request.method == "POST"):
            admin.get_by_role("button", name="Leave it in the queue").click()
        moderator.goto("/m/rudi-laut")
        self.fill(moderator, "/m/rudi-laut/moderate", "Moderate")
        profile = moderator.url.removeprefix(self.forum.url)
        moderator.get_by_label("The report is right").check()
        moderator.locator("#restriction").select_option("silence1")
        self.fill(moderator, profile, "Decide", words="Please rest.")
        # The mail waits for ten minutes; its link is made anew here.
        token, link = "k" * 43, self.page()
        with sqlite3.connect(self.forum.data / "kindred.sqlite", timeout=30) as data:
            data.execute("UPDATE decision SET token_hash = ? WHERE act_id = (SELECT max(act_id) FROM decision)", [hashlib.sha256(token.encode()).digest()])
        data.close()
        silenced = "/decisions/link/" + token
        link.goto(silenced)
        self.fill(link, silenced, "Ask for a second look", words="Too long.")
        for n in range(3):
            seller = self.signed_in(self.forum.add(f"Sell {'ABC'[n]}"))
            number = self.topic(seller, f"Buy {n}")
            page.goto(f"/t/{number}")
            page.locator('a[href$="/report"]').first.click()
            page.get_by_label("It is advertising").check()
            with page.expect_response(lambda answer: answer.request.method == "POST"):
                page.get_by_role("button", name="Report").click()
        moderator.goto("/moderation")
        moderator.locator('a[href^="/moderation/wave"]').first.click()
        self.fill(moderator, self.wave_of(moderator), "Let through what is ticked") if moderator.locator("[name=review]:checked").count() else self.tick_and_decide(moderator)
        moderator.goto("/admin/log")
        undo = moderator.locator('form[action$="/undo"]').first.get_attribute("action")
        self.fill(moderator, undo, "Take back")
        self.act(moderator, topic, f"/t/{topic}/close", "Close", words="Enough.")
        self.act(moderator, topic, f"/t/{topic}/open", "Open again")
        self.act(moderator, topic, f"/t/{topic}/slow", "Set")
        moderator.goto(f"/t/{topic}")
        moderator.locator("summary", has_text="Close or open this topic").click()
        moderator.get_by_role("link", name="Move, merge or split it").click()
        place = f"/moderation/topics/{topic}"
        moderator.locator("[name=posts]").first.check()
        self.fill(moderator, place + "/split", "Split", title="Kettles and manners")
        self.undo(moderator)
        other = self.topic(self.staff, "Which kettle sings?")
        for act, button in (("duplicate", "Mark as repeated"), ("merge", "Merge")):
            moderator.goto(place)
            self.fill(moderator, f"{place}/{act}", button, target=f"/t/{other}")
            self.undo(moderator)
        moderator.goto(place)
        self.fill(moderator, place + "/move", "Move")

    def tick_and_decide(self, page):
        for box in page.locator("[name=review]").all():
            box.check()
        self.fill(page, self.wave_of(page), "Let through what is ticked")

    @staticmethod
    def wave_of(page):
        return page.locator("main form[action^='/moderation/wave']").get_attribute("action")

    def undo(self, page):
        """Takes back what was done just before."""
        with page.expect_response(lambda answer: answer.request.method == "POST") as answered:
            page.get_by_role("button", name="Undo").click()
        page.wait_for_load_state()
        self.assertEqual(answered.value.status, 303)

    def test_f_drafts(self):
        page = self.signed_in(self.forum.add("Dina Draft"))
        page.goto("/ask")
        self.fill(page, "/ask", "Save draft", title="Half a question", body="Who knows")
        self.assertEqual(page.locator("[name=title]").input_value(), "Half a question")
        self.assertIn("Draft saved", page.locator("main").inner_text())
        page.goto("/drafts")
        discard = page.locator('form[action$="/discard"]').first.get_attribute("action")
        self.fill(page, discard, "Discard")
        self.assertIn("You have no drafts", page.locator("main").inner_text())
        self.undo(page)
        self.fill(page, discard, "Discard")
        page.goto("/drafts")
        self.fill(page, discard.replace("discard", "restore"), "Bring it back")
        page.get_by_role("link", name="Half a question", exact=True).click()
        page.wait_for_load_state()
        self.assertEqual(page.locator("[name=body]").input_value(), "Who knows")
        self.fill(page, "/ask", "Ask", body="Who knows?")
        page.goto("/drafts")
        self.assertIn("You have no drafts", page.locator("main").inner_text())

    def test_e_claiming(self):
        with sqlite3.connect(self.forum.data / "kindred.sqlite") as data:
            data.execute(
                "INSERT INTO member (name, handle, role, imported, created_at) SELECT 'Old Hand', 'old-hand', 'member', TRUE, created_at FROM member LIMIT 1")
        data.close()
        link = re.search(r"/claim/[\w-]+", self.forum.run("member", "claim", "--handle", "old-hand", "--admin", "ada@example.com")).group()
        page = self.page()
        page.goto(link)
        self.fill(page, link, "Take it over", email="old.hand@example.com", password=PASSWORD)
        page.goto("/m/old-hand")
        self.assertEqual(page.locator("h1").inner_text(), "Old Hand")

    def test_h_prevention(self):
        admin, staff = self.signed_in("ada@example.com"), self.staff
        admin.goto("/admin/words")
        admin.locator('[name="act"][value="hold"]').check()
        self.fill(admin, "/admin/words", "Add rule", pattern="cheap pills", note="Since May")
        self.fill(admin, "/admin/words/try", "Try it", status=200, tried="CH3AP pills")
        self.assertIn("CH3AP pills", admin.get_by_role("status").first.inner_text())
        admin.get_by_role("link", name="cheap pills").click()
        path = admin.url.removeprefix(self.forum.url)
        self.fill(admin, path, "Save rule", pattern="cheap pills*")
        self.fill(admin, path + "/remove", "Remove")
        admin.goto("/admin/prevention")
        self.fill(admin, "/admin/prevention", "Save", linksNew="4")
        admin.goto("/admin/sign-up")
        admin.locator('[name="mode"][value="open"]').check()
        self.fill(admin, "/admin/sign-up", "Save")
        admin.locator('[name="kind"][value="denyDomain"]').check()
        self.fill(admin, "/admin/sign-up/rules", "Add rule", value="throwaway.example", note="The wave")
        remove = admin.locator('form[action^="/admin/sign-up/rules/"]').first.get_attribute("action")
        self.fill(admin, remove, "Remove")
        staff.goto("/admin/invitations")
        self.fill(staff, "/admin/invitations", "Make link", status=201, most="1", days="3", note="A guest")
        guest = self.page()
        guest.goto(staff.locator(".note-ok a").get_attribute("href"))
        self.fill(guest, "/sign-up", "Join", name="Gisa Guest", email="gisa@example.com", password=PASSWORD)
        staff.goto("/admin/invitations")
        self.fill(staff, "/admin/invitations", "Make link", status=201, most="1", days="3", note="Another")
        revoke = staff.locator('form[action$="/revoke"]').first.get_attribute("action")
        self.fill(staff, revoke, "Revoke")

    def test_h_roles(self):
        admin = self.signed_in("ada@example.com")
        hella = self.forum.add("Hella Hand")
        admin.goto("/m/hella-hand")
        admin.get_by_role("link", name="Role and trust").click()
        sheet = admin.url.removeprefix(self.forum.url)
        admin.get_by_label("Helper:").check()
        admin.get_by_label("Help", exact=True).check()
        self.fill(admin, f"{sheet}/role", "Change role")
        self.assertIn("Looks after Help.", admin.locator("main").inner_text())
        self.fill(admin, f"{sheet}/customer", "This is a customer")
        self.assertIn("Ada Lund said so", admin.locator("main").inner_text())
        self.fill(admin, f"{sheet}/notes", "Write note", memberNote=" ", status=422)
        self.fill(admin, f"{sheet}/notes", "Write note", memberNote="Called us; all is well.")
        self.assertIn("Called us", admin.locator("main").inner_text())
        self.fill(admin, admin.locator('form[action*="/notes/"]').get_attribute("action"), "Remove")
        for _ in range(2):
            self.signed_in(hella)
        admin.goto(sheet)
        self.fill(admin, admin.locator('form[action*="/sessions/"]').first.get_attribute("action"), "Sign out")
        self.fill(admin, f"{sheet}/sessions/end", "Sign out everywhere")
        self.assertIn("Signed in nowhere", admin.locator("main").inner_text())
        with admin.expect_download() as download:
            admin.get_by_role("button", name="Save what is held about them").click()
        self.assertIn("hella-hand", pathlib.Path(download.value.path()).read_text())
        self.staff.goto(sheet)
        self.fill(self.staff, f"{sheet}/helper", "No longer a helper")
        self.fill(self.staff, f"{sheet}/helper", "Name as a helper")
        admin.goto("/admin/customers")
        self.fill(admin, "/admin/customers", "Add to the list", list="example.net\nnobody", status=422)
        self.assertEqual(admin.locator("[name=list]").input_value(), "example.net\nnobody")
        self.fill(admin, "/admin/customers", "Add to the list", list="example.net")
        admin.goto("/admin/members")
        admin.locator("main #q").fill("hella")
        admin.get_by_role("button", name="Show").click()
        self.assertEqual(admin.locator("main li.result").count(), 1)
        with admin.expect_download() as download:
            admin.get_by_role("button", name="Save as a file").click()
        self.assertIn("hella-hand", pathlib.Path(download.value.path()).read_text())
        admin.goto("/admin/roles")
        admin.get_by_label("Helper: Announce topics").check()
        self.fill(admin, "/admin/roles", "Save roles")
        self.assertTrue(admin.get_by_label("Helper: Announce topics").is_checked())
        first, again = self.topic(self.staff, "Which tea is this"), self.topic(self.staff, "Which tea was it")
        # Hella looks after the category by now, and would need nobody to confirm it.
        page = self.signed_in(self.forum.add("Hanno Hand", "helper"))
        page.goto(f"/t/{again}")
        page.get_by_role("link", name="Tags and repetitions").click()
        self.fill(page, f"/tidy/{again}/tags", "Save tags", tags="")
        page.goto(f"/tidy/{again}")
        self.fill(page, f"/tidy/{again}/repeats", "Propose it", original=first)
        self.assertIn("Which tea is this", page.locator("main").inner_text())
        self.staff.goto(f"/t/{again}")
        self.fill(self.staff, f"/tidy/{again}/settle", "It does")
        self.undo(self.staff)
        self.assertNotIn("Which tea is this", self.staff.locator("main").inner_text())

    def test_f_two_accounts_become_one(self):
        page = self.signed_in("ada@example.com")
        for name in ("Inga Twice", "Inga Other"):
            self.forum.add(name)
        page.goto("/m/inga-twice")
        page.get_by_role("link", name="Role and trust").click()
        page.get_by_role("link", name="Make this account part of another").click()
        page.locator("[name=into]").fill("inga-other")
        page.get_by_role("button", name="Compare").click()
        form = page.locator("main form[method=post]")
        form.locator("[name=handle]").fill("inga-other")
        form.get_by_role("button").click()
        self.assertIn("This is not their handle", page.locator("main").inner_text())
        form.locator("[name=handle]").fill("inga-twice")
        form.get_by_role("button").click()
        self.assertIn("The two accounts are one", page.content())
        page.goto("/m/inga-twice")
        self.assertTrue(page.url.endswith("/m/inga-other"))

    def test_i_categories(self):
        page = self.signed_in("ada@example.com")
        page.goto("/admin/categories")
        self.fill(page, "/admin/categories", "Add category", status=422, name="x" * 61)
        self.assertEqual(page.locator("[name=name]").input_value(), "x" * 61)
        self.fill(page, "/admin/categories", "Add category", name="Attic", description="Old things")
        path = page.url.removeprefix(self.forum.url)
        self.fill(page, path, "Save category", status=422, slug="Not an address")
        self.fill(page, path, "Save category", status=422, askAroundHours="721")
        self.assertEqual(page.locator("[name=askAroundHours]").input_value(), "721")
        self.fill(page, path, "Save category", slug="loft", hosts="ada-lund", askAroundHours="0")
        self.fill(page, f"{path}/archive", "Archive")
        self.assertIn("This category is archived", page.locator("main").inner_text())
        self.fill(page, f"{path}/archive", "Bring back")
        page.goto("/admin/categories")
        self.fill(page, f"{path}/place", "Earlier")
        with page.expect_download():
            self.fill(page, "/admin/topics.csv", "Download CSV", status=200)
        self.assertEqual(page.goto("/c/attic").status, 200)
        self.assertTrue(page.url.endswith("/c/loft"))

    def test_j_tags(self):
        page = self.signed_in("ada@example.com")
        with sqlite3.connect(self.forum.data / "kindred.sqlite") as data:
            for name in ("attic", "loft"):
                data.execute("INSERT INTO tag (name, created_at) VALUES (?, 1)", (name,))
            (number,) = data.execute("SELECT id FROM tag WHERE name = 'attic'").fetchone()
            (other,) = data.execute("SELECT id FROM tag WHERE name = 'loft'").fetchone()
        data.close()
        path = f"/admin/tags/{number}"
        page.goto("/admin/tags?q=att")
        page.get_by_role("link", name="attic").click()
        self.fill(page, path, "Save tag", status=422, name="!")
        self.fill(page, path, "Save tag", name="attics")
        self.fill(page, f"{path}/synonyms", "Add synonym", synonym="garret")
        self.fill(page, f"{path}/synonyms/remove", "Remove")
        self.fill(page, f"{path}/merge", "Merge", status=422, otherTag="nowhere-at-all")
        self.fill(page, f"{path}/merge", "Merge", status=200, otherTag="loft")
        self.fill(page, f"{path}/merge", "Merge now")
        self.assertIn("attics", page.locator("main").inner_text())
        self.fill(page, f"/admin/tags/{other}/remove", "Remove tag")

    def test_k_people(self):
        guests(self.forum, 20)
        pages = []
        for name in ("Lena Kiln", "Olaf Kiln"):
            page = self.signed_in(self.forum.add(name))
            for subject in ("raku glaze", "porcelain cone"):
                self.topic(page, f"{name.split()[0]} on {subject}")
            page.goto("/people")
            page.get_by_label("Suggest me to others").check()
            self.fill(page, "/people/choices", "Save")
            pages.append(page)
        lena = pages[0]
        lena.goto("/people")
        self.assertIn("Olaf Kiln", lena.locator("main").inner_text())
        self.fill(lena, "/m/olaf-kiln/follow", "Follow")
        for button in ("Not now", "Do not suggest"):
            self.fill(lena, "/m/olaf-kiln/pass", button)
            self.assertNotIn("Olaf Kiln", lena.locator("main").inner_text())
            lena.goto("/people/reasons")
            self.fill(lena, "/m/olaf-kiln/suggest-again", "Suggest again")
            self.assertIn("Olaf Kiln", lena.locator("main").inner_text())
        lena.goto("/people/reasons")
        use = lena.locator('form[action^="/people/reasons/topics/"]').first.get_attribute("action")
        self.fill(lena, use, "Do not use")
        self.fill(lena, use, "Use again")
        with sqlite3.connect(self.forum.data / "kindred.sqlite", timeout=30) as data:
            tag = data.execute("INSERT INTO tag (name, topic_count, created_at) VALUES ('glaze', 1, 1) RETURNING id").fetchone()[0]
            data.execute("INSERT INTO topic_tag (topic_id, tag_id, bumped_at) SELECT max(id), ?, 1 FROM topic", (tag,))
        data.close()
        lena.goto("/settings")
        self.fill(lena, "/settings/interests", "Save interests", tags="glaze")
        lena.goto("/people/reasons")
        self.fill(lena, f"/people/reasons/tags/{tag}", "Do not use")
        self.assertIn("not used", lena.locator("main").inner_text())
        admin = self.signed_in("ada@example.com")
        for path in ("/admin/categories/1", f"/admin/tags/{tag}"):
            admin.goto(path)
            self.fill(admin, f"{path}/sensitive", "Mark as sensitive")
        lena.goto("/people")
        self.assertNotIn("Olaf Kiln", lena.locator("main").inner_text())
        for path in ("/admin/categories/1", f"/admin/tags/{tag}"):
            admin.goto(path)
            self.fill(admin, f"{path}/sensitive", "Not sensitive")

    def test_k_imports(self):
        page = self.signed_in("ada@example.com")
        put_topics(self.forum.data / "imports" / "old")
        page.goto("/admin/imports")
        page.locator("[name=importKind][value=discourse]").check()
        self.fill(page, "/admin/imports", "Start", status=422, folder="../old", oldAddress="nowhere", source="bees", category="Bees", questions="a, b")
        self.assertEqual([page.locator(f"[name={name}]").input_value() for name in ("folder", "oldAddress", "source", "category", "questions")],
                         ["../old", "nowhere", "bees", "Bees", "a, b"])
        self.assertTrue(page.locator("[name=importKind][value=discourse]").is_checked())
        self.fill(page, "/admin/imports", "Start", folder="old", oldAddress="", questions="nowhere")
        path = page.url.removeprefix(self.forum.url)
        # The page comes anew by itself, and says at last what was wrong.
        page.get_by_role("heading", name="Failed").wait_for()
        self.fill(page, f"{path}/go-on", "Go on")
        page.get_by_role("heading", name="Failed").wait_for()
        page.goto("/admin/imports")
        page.locator("[name=importKind][value=discourse]").check()
        self.fill(page, "/admin/imports", "Start", folder="old", source="hive")
        done = page.url.removeprefix(self.forum.url)
        page.get_by_role("heading", name="Done").wait_for()
        self.assertIn("cut.json", page.locator("main").inner_text())
        # The same as an archive, sent; and a file that is none.
        page.goto("/admin/imports")
        page.locator("[name=importKind][value=discourse]").check()
        page.locator("[name=archive]").set_input_files({"name": "old.tar", "mimeType": "application/x-tar", "buffer": b"no archive"})
        self.fill(page, "/admin/imports", "Start", status=422, source="sent")
        self.assertIn("This is no .tar", page.locator("main").inner_text())
        packed = io.BytesIO()
        with tarfile.open(fileobj=packed, mode="w:gz") as tar:
            tar.add(self.forum.data / "imports" / "old", "old")
        page.locator("[name=archive]").set_input_files({"name": "old.tgz", "mimeType": "application/gzip", "buffer": packed.getvalue()})
        self.fill(page, "/admin/imports", "Start", source="sent")
        page.get_by_role("heading", name="Done").wait_for()
        self.assertIn("cut.json", page.locator("main").inner_text())
        # One that nobody brings is stopped all the same.
        with sqlite3.connect(self.forum.data / "kindred.sqlite", timeout=30) as data:
            data.execute("UPDATE import_job SET state = 'running', ended_at = NULL WHERE source = 'hive'")
        data.close()
        page.goto(done)
        self.fill(page, f"{done}/stop", "Stop")
        self.assertIn("Stopped", page.locator("main").inner_text())

    def test_f_backups_and_erasing(self):
        page = self.signed_in("ada@example.com")
        page.goto("/admin/backups")
        page.locator("#every").select_option("week")
        self.fill(page, "/admin/backups", "Save")
        self.fill(page, "/admin/backups/now", "Back up now")
        page.goto("/admin/settings?q=person+looks")
        page.locator('main a[href="/admin/settings/reviewHours"]').click()
        self.fill(page, "/admin/settings/reviewHours", "Save", number="12")
        self.assertIn("12 hours", page.inner_text("main"))
        self.forum.add("Ida Gone")
        with sqlite3.connect(self.forum.data / "kindred.sqlite") as data:
            (number,) = data.execute("SELECT id FROM member WHERE name = 'Ida Gone'").fetchone()
            data.execute("UPDATE member SET imported = 1, password_hash = NULL WHERE id = ?", (number,))
        data.close()
        page.goto(f"/admin/members/{number}")
        self.fill(page, f"/admin/members/{number}/claim", "Make the link", status=201)
        self.assertIn("/claim/", page.locator("main").inner_text())
        path = f"/admin/members/{number}/erase"
        page.goto(path)
        self.fill(page, path, "Erase for good", status=422, handle="ida")
        self.assertIn("This is not their handle", page.locator("main").inner_text())
        self.fill(page, path, "Erase for good", handle="ida-gone")
        self.assertEqual(page.goto("/m/ida-gone").status, 404)

    def test_g_name_and_look(self):
        page = self.signed_in("ada@example.com")
        page.goto("/admin/site")
        self.fill(page, "/admin/site", "Save", status=422, accent="#ffcc00")
        self.assertIn("The nearest that can be read", page.locator("main").inner_text())
        self.fill(page, "/admin/site", "Save", accent="#7a1f5c", companyAddress="https://example.org/", companyWords="Back to the ovens")
        for kind in ("logo", "icon"):
            page.goto("/admin/site")
            page.locator(f"#{kind}-picture").set_input_files(self.picture())
            self.fill(page, f"/admin/site/{kind}", "Put up")
            page.locator(f"details:has(form[action='/admin/site/{kind}/remove']) > summary").click()
            self.fill(page, f"/admin/site/{kind}/remove", "Take it off")

    def test_g_mail_desk(self):
        page = self.signed_in("ada@example.com")
        with sqlite3.connect(self.forum.data / "kindred.sqlite") as data:
            letter = data.execute(
                "INSERT INTO mail (message_id, kind, to_name, to_address, subject, body_text, body_html, created_at, due_at, attempts, reply)"
                " VALUES ('tried@example.com', 'reset', 'Mina', 'mina@elsewhere.example', 'Hello', 'Text', '', 1, 99999999999999, 1, '451 Later')").lastrowid
        data.close()
        page.goto("/admin/mail")
        self.assertIn("451 Later", page.locator("main").inner_text())
        self.fill(page, f"/admin/mail/{letter}/retry", "Try now")
        page.goto("/admin/mail")
        self.fill(page, "/admin/mail/test", "Send a test to myself", status=200)
        self.assertIn("No mail server is set up", page.locator("main [role=status]").inner_text())

    def test_g_texts_and_terms(self):
        page = self.signed_in("ada@example.com")
        for kind in ("rules", "terms"):
            page.goto(f"/admin/texts/{kind}")
            self.fill(page, f"/admin/texts/{kind}", "Preview", status=200, siteText="Be **kind**.")
            self.assertIn("Be kind.", page.locator(".preview").inner_text())
            self.fill(page, f"/admin/texts/{kind}", "Publish")
        self.assertEqual(page.goto("/rules").status, 200)
        page.goto("/admin/texts/terms")
        page.get_by_label("Ask every member").check()
        self.fill(page, "/admin/texts/terms", "Publish", siteText="Be *kinder*.")
        page.goto("/terms/accept")
        self.fill(page, "/terms/accept", "Accept")
        page.goto("/admin/texts/terms")
        self.fill(page, "/admin/texts/terms/off", "Take it off")
        self.assertEqual(page.goto("/terms").status, 404)

    def test_z_every_form_was_sent(self):
        self.assertEqual(sorted({route.pattern for route in self.table} - self.sent), [])


if __name__ == "__main__":
    unittest.main()
