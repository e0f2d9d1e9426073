"""Hostile text in every field, on every page that shows it again: never an element or attribute that is not ours, and nothing runs, even
without the content security policy."""

import concurrent.futures
import copy
import hashlib
import re
import sqlite3
import unittest
import urllib.parse

from filled import act, ask, category, post_numbers, reply
from foreign import Reader
from forum import PASSWORD, Caller, Forum, chromium, routes
from hostile import CONTROLS, CORPUS, inputs, packs, returned, sampled

TRIPWIRE = """window.__ran = []; for (const name of ['alert', 'prompt', 'confirm', 'print', 'open'])
  window[name] = (...words) => { window.__ran.push(name + ' ' + words.join(' ').slice(0, 80)) }"""
WAITING = """() => [...document.querySelectorAll('*')].flatMap(e => [...e.attributes].filter(a => a.name.startsWith('on')).map(a => e.localName + ' ' + a.name))"""
# Fields people do not type into: hidden ones, choices, and the names of buttons.
UNSEEN = {"key", "seen", "version", "reply_to", "anyway", "preview", "draft", "save", "wanted", "theme", "language", "kind", "category", "return_to",
          "topic", "conversation", "upto", "at", "level", "reason", "List-Unsubscribe", "answered", "message", "replied", "mentioned", "accepted",
          "followed", "offered", "question", "place", "until", "similar", "solvedBy", "suggested", "attach", "picture", "tag", "topic_url", "shown", "by", "act", "mode", "pace", "firstPosts",
          "role", "may", "remove", "verdict", "rule", "restriction", "outcome", "suspend", "review", "term", "seconds", "posts", "every", "hour", "keep", "texts", "list", "terms", "asksAnew", "access", "importKind", "archive",
          "suggestMe", "askMe", "usePosts", "useReading", "decision", "report", "sure"}
# Nothing is kept of what these are sent: they answer with what would become of it.
TRIED = {"/admin/words/try"}
# These may come several times.
REPEATED = {"may", "posts", "review"}
# Of these, nothing is left out.
WRITTEN = {"title", "body", "name", "bio", "note", "siteName", "siteDescription", "category1"}
SECRET = {"password", "current", "newPassword"}


def both(calls, *callers):
    """Makes each call with one of the callers, as many at a time as there are of them."""
    def share(number):
        for call, argument in calls[number::len(callers)]:
            call(argument, callers[number])

    with concurrent.futures.ThreadPoolExecutor(len(callers)) as pool:
        list(pool.map(share, range(len(callers))))


@unittest.skipUnless(CORPUS.exists(), "wanted ../shared/corpora/xss.jsonl")
class HostileText(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.inputs = inputs()
        cls.controlled = [text for text in cls.inputs if any(sign in text for sign in CONTROLS)]
        cls.found, cls.reading, cls.answers = [], [], []
        cls.browser = cls.enterClassContext(chromium())
        cls.reader = Reader()
        cls.addClassCleanup(cls.reader.close)
        cls.forum = cls.enterClassContext(Forum())
        cls.data = sqlite3.connect(cls.forum.data / "kindred.sqlite", isolation_level=None, timeout=30)
        cls.addClassCleanup(cls.data.close)
        cls.table = [route for route in routes() if route.method == "POST" and route.fields]
        cls.set_up()
        cls.visitor = Caller(cls.forum)
        cls.admin = Caller(cls.forum, "ada@example.com")
        cls.asker = Caller(cls.forum, cls.forum.add("Aske Holm"))
        cls.staff = Caller(cls.forum, cls.forum.add("Stella Brand", "staff"))
        cls.data.execute("INSERT INTO member (name, handle, role, imported, created_at) VALUES ('Old Hand', 'old-hand', 'member', TRUE, 1)")
        cls.topic = ask(cls.admin, "Here", "Text")
        cls.post = int(post_numbers(cls.admin, cls.topic)[0])
        # One conversation that staff began with the admin, and one that the admin began with the company.
        cls.staff.post("/m/ada-lund/write", {"body": "Hello", "key": "to-the-admin"})
        cls.admin.post("/ask/privately", {"title": "Alone", "body": "Text", "key": "by-the-admin"})
        # Something reported, an act about the admin that is looked at again, and the link of its mail.
        cls.visitor.post(f"/p/{cls.post}/report", {"reason": "other", "note": "Look", "answerTo": ""})
        cls.data.execute(
            "INSERT INTO act (at, kind, rule, member_id, detail, text_hash, hash) SELECT created_at, 'warn', 'unkind', id, '', x'00', x'00' FROM member WHERE handle = 'ada-lund'")
        (cls.act,) = cls.data.execute("SELECT id FROM act WHERE kind = 'warn'").fetchone()
        cls.data.execute("INSERT INTO decision (act_id, member_id, token_hash) SELECT id, member_id, ? FROM act WHERE id = ?", [hashlib.sha256(b"k" * 43).digest(), cls.act])
        cls.data.execute("INSERT INTO review (cause, act_id, rule, weight, opened_at, due_at) SELECT 'secondLook', id, 'secondLook', 1, at, at FROM act WHERE id = ?", [cls.act])
        cls.data.executemany("INSERT INTO tag (name, created_at) VALUES (?, 1)", [("lamp",), ("lantern",), ("lampshade",)])
        cls.data.execute("INSERT INTO word_rule (pattern, pattern_key, act, created_at) VALUES ('nevermet', 'nevermet', 'hold', 1)")
        cls.forms = list(cls.every_form())

    @classmethod
    def set_up(cls):
        """The site itself has a hostile name; its form is tried first, because afterwards it is gone."""
        link, caller = cls.forum.set_up_link(), Caller(cls.forum)
        route = next(route for route in cls.table if "set-up" in route.pattern)
        cls.fill(route, link, caller)
        cls.overfill(route, link, caller)
        cls.fill_with_controls(route, link, caller)
        hostile = {"siteName": "\"><svg onload=alert(1)>", "siteDescription": "</p><script>alert(1)</script>", "category1": "<img src=x onerror=alert(1)>",
                   "category2": "'\"><b>", "category3": "{{{x}}}", "name": "Ada Lund", "email": "ada@example.com", "password": PASSWORD}
        status, _, text = caller.post(link, hostile)
        if status != 303:
            raise RuntimeError(f"set-up answers {status}: {text[:2000]}")

    @classmethod
    def check(cls, where, answer):
        status, headers, text = answer
        if status >= 500:
            cls.found.append(f"{where}: {status}")
        if not re.match(r"/(?![/\\])", headers.get("location", "/")):
            cls.found.append(f"{where}: leads to {headers['location']}")
        if headers.get("content-type", "").startswith("text/html"):
            cls.reader.check(where, text)
        return answer

    def tell(self):
        found = list(dict.fromkeys(self.found + self.reader.faults()))
        self.found.clear()
        if found:
            self.fail(f"{len(found)} faults:\n" + "\n".join(found[:40]))

    @classmethod
    def every_form(cls):
        """Each with the address it leads to and somebody who sees it."""
        address = cls.forum.add("Rena Holt")
        cls.visitor.post("/reset", {"email": address})
        links = {"/reset/:token": cls.forum.mailed(address, "/reset/"),
                 "/claim/:token": re.search(r"/claim/[\w-]+", cls.forum.run("member", "claim", "--handle", "old-hand", "--admin", "ada@example.com")).group()}
        for route in cls.table:
            if "set-up" not in route.pattern:
                path = route.pattern.replace("/t/:id", f"/t/{cls.topic}").replace("/p/:id", f"/p/{cls.post}")
                path = path.replace("/messages/:id/make-public", "/messages/2/make-public").replace("/messages/:id", "/messages/1").replace("/parts/:number", "/parts/1")
                path = path.replace("/m/:handle/write", "/m/stella-brand/write").replace("/m/:handle/block", "/m/old-hand/block")
                path = path.replace("/m/:handle/pass", "/m/old-hand/pass").replace("/m/:handle/suggest-again", "/m/old-hand/suggest-again")
                path = path.replace("/reasons/topics/:id", f"/reasons/topics/{cls.topic}").replace("/reasons/tags/:id", "/reasons/tags/1")
                path = path.replace("/moderation/topics/:id", f"/moderation/topics/{cls.topic}").replace("/moderation/:id/second-look", "/moderation/2/second-look")
                path = path.replace("/moderation/:id", "/moderation/1").replace("/admin/words/:id", "/admin/words/1").replace("/m/:handle/report", "/m/ada-lund/report")
                path = path.replace("/decisions/:id", f"/decisions/{cls.act}").replace("/decisions/link/:token", "/decisions/link/" + "k" * 43)
                path = path.replace("/tidy/:id", f"/tidy/{cls.topic}").replace("/admin/members/:id", "/admin/members/2")
                path = path.replace("/admin/categories/:id", "/admin/categories/1").replace("/admin/tags/:id/merge", "/admin/tags/2/merge").replace("/admin/tags/:id/synonyms", "/admin/tags/3/synonyms").replace("/admin/tags/:id", "/admin/tags/1").replace("/admin/settings/:name", "/admin/settings/addressDays")
                path = path.replace("/admin/site/:kind", "/admin/site/logo").replace("/admin/texts/:kind", "/admin/texts/rules")
                if route.pattern == "/ask":
                    # Who is not signed in is offered no pictures.
                    route = copy.copy(route)
                    route.fields = {name: size for name, size in route.fields.items() if not name.startswith("picture") and name != "attach"}
                if route.pattern == "/admin/members/:id/merge":
                    # What confirms it is asked for beside the other account, once that is known.
                    route = copy.copy(route)
                    route.fields = {"into": route.fields["into"]}
                yield route, links.get(path, path), cls.admin if route.audience in ("member", "staff", "moderator", "admin") else cls.visitor
        # Who is signed in does not say who they are.
        asking = copy.copy(next(route for route in cls.table if route.pattern == "/ask"))
        asking.fields = {name: size for name, size in asking.fields.items() if name not in ("name", "email", "password")}
        yield asking, "/ask", cls.admin

    @classmethod
    def fill(cls, route, path, caller):
        """All fields at once, so often that what people write has had everything. Without a password, nothing is hashed and nobody joins."""
        texts = {name: size for name, size in route.fields.items() if name not in SECRET}
        packed = {name: sampled(packs(cls.inputs, min(size, 6000)), 200 if name in WRITTEN else 40) for name, size in texts.items()}
        twin = caller.twin()

        def send(turn, caller):
            fields = {name: " ".join(all[turn % len(all)]) for name, all in packed.items() if all}
            if "key" in fields:
                fields["key"] = "as-our-forms-have-it"
            if "preview" in texts:
                fields["preview"] = "yes"
            fields.pop("anyway", None)
            # Kept and shown again as a draft too; otherwise nothing but drafts would come of it.
            if fields.pop("save", None) and turn % 10 == 0:
                cls.check(f"POST {route.pattern} to save", caller.post(path, {**fields, "save": "yes"}))
            answer = cls.check(f"POST {route.pattern}", caller.post(path, fields))
            if turn % 20 == 0:
                cls.answers.append((route.pattern, answer[2]))

        both([(send, turn) for turn in range(max(map(len, packed.values()), default=0))], caller, twin)
        cls.check("GET /drafts", caller.get("/drafts"))

    @classmethod
    def overfill(cls, route, path, caller):
        """One byte more than a field takes: said beside it, and given back."""
        typed = {}
        for name in cls.seen(route):
            # The parser leaves the first end of a line in a text area out.
            long = returned("\n" + " ".join(cls.inputs) * 2).encode()[: route.fields[name] + 1].decode("utf-8", "ignore")
            typed[name] = long + "x" * (route.fields[name] + 1 - len(long.encode()))
        cls.expect(route, path, caller, typed, "too much")
        for name in UNSEEN & set(route.fields):
            cls.check(f"POST {route.pattern} with a long {name}", caller.post(path, {name: "x" * (route.fields[name] + 1)}))

    @classmethod
    def fill_with_controls(cls, route, path, caller):
        for text in [f"as{sign}well" for sign in CONTROLS] + cls.controlled:
            size = len(text.encode())
            cls.expect(route, path, caller, {name: text for name in cls.seen(route) if name not in SECRET and size <= route.fields[name]}, repr(text[:40]))
            cls.check(f"POST {route.pattern}", caller.post(path, {name: text for name in UNSEEN & set(route.fields)}))

    @staticmethod
    def seen(route):
        return [name for name in route.fields if name not in UNSEEN]

    @classmethod
    def expect(cls, route, path, caller, typed, what):
        """Refused beside each field, with all that was typed but secrets; what the server tidies up is taken. A program keeps what it sent."""
        where = f"POST {route.pattern} with {what}"
        key = {"key": "as-our-forms-have-it"} if "key" in route.fields else {}
        status, _, text = cls.check(where, caller.post(path, {**key, **typed}))
        # Nobody types what a button names; a tag that became another on the way is gone, and for one that is there it is asked first.
        if route.pattern.endswith("/synonyms/remove") or route.pattern == "/admin/tags/:id/merge" and status in (404, 200):
            return
        # A table is what was narrowed on the page before it.
        if not typed or route.audience == "machine" or route.pattern.endswith(".csv") or status == 303 and what != "too much":
            return
        form = cls.reader.form(text, path)
        # What is right but cannot be done, or was done already, comes back like what is wrong.
        answers = (422,) if what == "too much" else (422, 409, 404, 200) if route.pattern in TRIED else (422, 409, 404)
        if status not in answers:
            cls.found.append(f"{where}: {status} {form['text']}")
        for name, value in typed.items():
            field = form["fields"].get(name)
            if field is None and name not in SECRET and returned(value) in form["kept"]:
                if what == "too much" and "This is too long" not in form["text"]:
                    cls.found.append(f"{where}: nothing is said about {name}: {form['text']}")
                continue
            if field is None or (field["value"] or "") != ("" if name in SECRET else returned(value)):
                cls.found.append(f"{where}: {name} comes back as {field and field['value']!r:.80}")
            elif what == "too much" and not field["problem"]:
                cls.found.append(f"{where}: nothing is said beside {name}")

    def test_a_every_field_of_every_form_comes_back_harmless(self):
        """The fields are those the forms declare."""
        for route, path, caller in self.forms:
            self.fill(route, path, caller)
        self.tell()

    def test_b_what_is_too_long_is_said_and_given_back(self):
        for route, path, caller in self.forms:
            self.overfill(route, path, caller)
        self.tell()

    def test_c_control_characters_do_no_harm(self):
        for route, path, caller in self.forms:
            self.fill_with_controls(route, path, caller)
        self.tell()

    def test_d_what_no_browser_sends_is_refused(self):
        sent = {"Content-Type": "application/x-www-form-urlencoded", "Origin": self.forum.url}
        for route, path, caller in self.forms:
            name = next((name for name in route.fields if name not in REPEATED), "surprise")
            wrong = {"no text": (f"{name}=%ff%fe", 400), "half an escape": (f"{name}=%c", 400), "raw bytes": (name.encode() + b"=\xc3\x28", 400),
                     "twice": (f"{name}=a&{name}=b", 400), "surprise": ("surprise=yes", 400), "too much": (f"{name}=" + "x" * 300_000, 413)}
            for what, (body, status) in wrong.items():
                answer = self.check(f"{what} to {route.pattern}", caller.ask("POST", path, body, sent))
                self.assertEqual(answer[0], status, f"{what} to {route.pattern}")
        self.tell()

    def test_e_addresses_come_back_harmless(self):
        words = [" ".join(pack) for pack in packs(self.inputs, 1500)] + [f"as{sign}well" for sign in CONTROLS] + self.controlled

        def look(word, visitor):
            word = urllib.parse.quote(word, safe="")
            for path in (f"/search?q={word}", f"/ask?title={word}&category={word}", f"/sign-in?return_to={word}", f"/sign-up?return_to={word}",
                         f"/tag/{word}", f"/c/{word}", f"/m/{word}", f"/{word}", f"/t/1/{word}", f"/?page={word}&order={word}"):
                self.check("GET " + re.split(r"[=%]", path)[0], visitor.get(path))

        both([(look, word) for word in words], self.visitor, self.visitor.twin())
        self.tell()

    def test_f_what_was_stored_is_shown_harmless(self):
        titles = [" ".join(pack) for pack in packs(self.inputs, 148)]
        # Few at a time, because an open fence or comment would hide what follows.
        bodies = ["\n\n".join(pack) + "\n\n[link](" + pack[0] + ")\n\n![picture](" + pack[-1] + ")" for pack in packs(self.inputs, 400)]
        bodies += [f"as{sign}well" for sign in CONTROLS]
        notes = [" ".join(pack) for pack in packs(self.inputs, 196)]
        slug, topics = category(self.admin), []
        for n, title in enumerate(titles):
            fields = {"title": title, "body": bodies[n % len(bodies)], "kind": "question", "category": slug, "tags": "", "key": f"topic-{n:04}"}
            status, headers, _ = self.check("asking", self.admin.post("/ask", fields))
            if status == 303:
                topics.append(re.match(r"/t/\d+", headers["location"]).group())
                self.admin.post(f"{topics[-1]}/solved", {"note": notes[n % len(notes)]})
        self.assertGreater(len(topics), len(titles) * 0.9, "most titles are stored")
        # One page with thirty of them, and so on.
        type(self).talk = ask(self.admin, "All of them", "Here they are", kind="discussion")
        for n, body in enumerate(bodies):
            last = reply(self.admin, self.talk, body, key=f"talk-{n:04}")
        for n, pack in enumerate(packs(self.inputs, 1800)):
            act(self.admin, f"/p/{last}/remarks", body="\n\n".join(pack), key=f"remark-{n:04}")
        self.reading.extend(f"/t/{self.talk}?page={page}" for page in range(1, (len(bodies) + 1) // 30 + 2))
        page = "/"
        while page:
            self.reading.append(page)
            older = re.search(r'href="([^"]*)" rel="next"', self.visitor.get(page)[2])
            page = older.group(1).replace("&amp;", "&") if older else None
        for word in ("alert", "script", "onerror", "javascript", "img", "svg", "src"):
            self.reading.append(f"/search?q={word}")
        for path in self.reading + sampled(topics, 300):
            self.check(re.sub(r"\d+", "N", path), self.visitor.follow(path))
        self.reading.extend(sampled(topics, 20))
        for topic in sampled(topics, 30):
            number = post_numbers(self.admin, int(topic.rsplit("/", 1)[1]))[0]
            for path in (f"/p/{number}/edit", f"/p/{number}/history"):
                answer = self.check(path, self.admin.get(path))
                self.answers.append((path, answer[2]))
        self.tell()

    def test_g_names_and_notes_are_shown_harmless(self):
        topic = ask(self.asker, "Mine", "Text")
        answer = reply(self.staff, topic, "Answer")
        for pack in packs(self.inputs, 1500):
            act(self.asker, "/settings/profile", name="Aske Holm", bio="\n\n".join(pack), timeZone="UTC")
            self.check("/m/aske-holm", self.visitor.get("/m/aske-holm"))
        for pack in packs(self.inputs, 196):
            act(self.staff, f"/p/{answer}/accept")
            act(self.asker, f"/p/{answer}/objection", note=" ".join(pack))
            self.check("objection", self.asker.follow(f"/t/{topic}"))
        self.reading.extend([f"/t/{topic}", "/m/aske-holm"])
        # A member may change their name five times a day, and not to everything; the pages must not rely on that.
        names = [" ".join(pack) for pack in packs(self.inputs, 58)]
        posts = [row[0] for row in self.data.execute("SELECT id FROM post WHERE topic_id = ? AND kind = 'reply' ORDER BY number", [self.talk])]
        for n, post in enumerate(posts):
            self.data.execute("INSERT INTO member (name, handle, role, created_at) VALUES ('Anybody', ?, 'member', 1)", [f"anybody-{n}"])
            self.data.execute("UPDATE post SET author_id = (SELECT id FROM member WHERE handle = ?) WHERE id = ?", [f"anybody-{n}", post])
        talk = [path for path in self.reading if path.startswith(f"/t/{self.talk}?")]
        for first in range(0, len(names), len(posts)):
            self.data.executemany("UPDATE member SET name = ? WHERE handle = ?", [(name, f"anybody-{n}") for n, name in enumerate(names[first:first + len(posts)])])
            for path in talk:
                self.check("a page of hostile names", self.visitor.follow(path))
        self.assertGreater(len(posts), 300, "there are pages of hostile names")
        self.data.execute("UPDATE member SET name = '<img src=x onerror=alert(1)>' WHERE handle = 'aske-holm'")
        self.assertIn("&lt;img src=x onerror=alert(1)&gt;", self.check("/m/aske-holm", self.visitor.get("/m/aske-holm"))[2])
        self.tell()

    def test_g_messages_are_shown_harmless(self):
        bodies = ["\n\n".join(pack) for pack in packs(self.inputs, 1500)]
        for n, body in enumerate(bodies):
            last = act(self.staff, "/messages/1/parts", body=body, key=f"message-{n:04}")
        count, first = int(last.split("#m")[1]), len(bodies) - 12
        for n, pack in enumerate(sampled(packs(self.inputs, 900), 12)):
            self.check("report", self.admin.post(f"/messages/1/parts/{count - n}/report", {"reason": "other", "note": " ".join(pack)}))
        asked = []
        for n, pack in enumerate(sampled(packs(self.inputs, 148), 150)):
            status, headers, _ = self.check("asking privately", self.staff.post("/ask/privately", {"title": " ".join(pack), "body": bodies[n % len(bodies)], "key": f"private-{n:04}"}))
            if status == 303:
                asked.append(headers["location"].split("#")[0])
        self.assertGreater(len(asked), 100, "most titles are stored")
        paths = [f"/messages/1?page={page}" for page in range(2, (count + 29) // 30 + 1)] + ["/messages/1", "/moderation", "/admin/log", f"/messages/1/parts/{first}/report"] + [f"/moderation/{n}" for (n,) in self.data.execute("SELECT id FROM review WHERE part_id IS NOT NULL")] + sampled(asked, 40)
        page = "/messages?of=staff"
        while page:
            paths.append(page)
            older = re.search(r'href="([^"]*)" rel="next"', self.admin.get(page)[2])
            page = older.group(1).replace("&amp;", "&") if older else None
        for path in paths:
            answer = self.check(re.sub(r"\d+", "N", path), self.admin.get(path))
            self.assertEqual(answer[0], 200, path)
        for path in sampled(asked, 20):
            self.check("make public", self.staff.get(path + "/make-public"))
        self.answers += [(path, self.admin.get(path)[2]) for path in sampled(paths, 20)]
        self.tell()

    def test_h_nothing_runs_without_the_policy(self):
        from playwright.sync_api import Error
        ran, foreign = [], []
        context = self.browser.new_context(base_url=self.forum.url, bypass_csp=True)
        self.addCleanup(context.close)
        context.add_cookies([{"name": n, "value": v, "url": self.forum.url} for n, v in self.admin.cookies.items()])
        context.add_init_script(TRIPWIRE)
        context.on("request", lambda request: None if request.url.startswith((self.forum.url + "/", "data:")) else foreign.append(request.url))
        page = context.new_page()

        def look(path):
            page.goto(path)
            try:
                ran.extend(f"{path}: {words}" for words in page.evaluate("window.__ran") + page.evaluate(WAITING))
            except Error as error:
                # Whoever leads the page away takes what it noted along.
                ran.append(f"{path}: {error}")
            if urllib.parse.urlsplit(page.url).path.split("/")[1] != path.split("?")[0].split("/")[1]:
                ran.append(f"{path} leads to {page.url}")

        # The wire must be one that trips, and the policy one that is off.
        shown = {"/shown/trap": "<p onclick='x()'><script>alert('seen')</script><img src='https://elsewhere.example/x.png'>"}
        context.route("**/shown/*", lambda route, request: route.fulfill(
            body=shown[urllib.parse.urlsplit(request.url).path], headers={"Content-Type": "text/html", "Content-Security-Policy": "default-src 'none'"}))
        look("/shown/trap")
        self.assertEqual((ran, foreign), (["/shown/trap: alert seen", "/shown/trap: p onclick"], ["https://elsewhere.example/x.png"]))
        ran.clear(), foreign.clear()
        for n, (_, text) in enumerate(sampled(self.answers, 60)):
            shown[f"/shown/{n}"] = text
            look(f"/shown/{n}")
        for path in self.reading:
            look(path)
        self.assertGreater(len(self.reading), 60, "there was something to read")
        self.assertGreater(len(self.answers), 60, "forms came back")
        self.assertEqual((ran, foreign), ([], []))


if __name__ == "__main__":
    unittest.main()
