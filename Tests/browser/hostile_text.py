"""Hostile text in every field, on every page that shows it again: never an element or attribute that is not ours, and nothing runs, even
without the content security policy."""

import html
import json
import re
import sqlite3
import unittest
import urllib.parse

from filled import act, category, reply
from forum import PASSWORD, SHARED, Caller, Forum, chromium, routes, topic_of

CORPUS = SHARED / "corpora/xss.jsonl"
ELEMENTS = set("""html head meta title link script body svg symbol path circle rect use a header div form label input img button details summary ul
 ol li hr span main section article h1 h2 h3 h4 h5 h6 p nav footer time textarea select option fieldset legend strong em del code pre blockquote table
 thead tbody tr th td br mark q aside datalist""".split())
ADDRESSES = {"href", "src", "action", "formaction", "poster", "data", "cite", "background", "srcset", "ping", "xlink:href", "manifest"}
ATTRIBUTES = re.compile(r"(aria|data)-[a-z-]+\Z|" + "|".join(f"{name}\\Z" for name in """href src action method name value type id class lang dir rel charset
 content defer alt width height loading role for tabindex autocomplete maxlength rows placeholder required readonly disabled checked selected hidden
 list spellcheck open title datetime scope target viewbox d fill fill-opacity transform cx cy r x y rx start""".split()))
TRIPWIRE = """window.__ran = []; for (const name of ['alert', 'prompt', 'confirm', 'print', 'open'])
  window[name] = (...words) => { window.__ran.push(name + ' ' + words.join(' ').slice(0, 80)) }"""


def packs(inputs, most):
    """All inputs that fit, joined into texts of at most so many bytes."""
    packed, size = [], 0
    for text in inputs:
        length = len(text.encode()) + 2
        if length > most:
            continue
        if size + length > most:
            yield packed
            packed, size = [], 0
        packed.append(text)
        size += length
    if packed:
        yield packed


def faults(text):
    """What stands in a page that we never write."""
    import html5lib
    found, scripts = [], 0
    # Six hundred options that are plainly ours would only take time.
    text = re.sub(r'<datalist id="zones">(<option value="[A-Za-z0-9_/+-]+">)*</datalist>', "", text)
    for element in html5lib.parse(text, namespaceHTMLElements=False).iter():
        if not isinstance(element.tag, str):
            continue
        tag = element.tag.rpartition("}")[2].lower()
        if tag not in ELEMENTS:
            found.append(f"<{tag}>")
        scripts += tag == "script"
        for name, value in element.attrib.items():
            name = str(name).rpartition("}")[2].lower()
            if not ATTRIBUTES.match(name):
                found.append(f"<{tag} {name}={value[:60]!r}>")
            if name in ADDRESSES and not lawful(tag, value):
                found.append(f"<{tag} {name}={value[:60]!r}>")
            if tag == "script" and name == "src" and not value.startswith("/assets/"):
                found.append(f"<script src={value[:60]!r}>")
    if scripts != 1:
        found.append(f"{scripts} scripts")
    return found


def lawful(tag, value):
    if tag == "a":
        return re.match(r"(/(?![/\\])|#|\?|https?://|mailto:)", value, re.I) is not None
    if tag == "link":
        return re.match(r"(/(?![/\\])|http://127\.0\.0\.1:)", value) is not None
    return re.match(r"(/(?![/\\])|#)", value) is not None


@unittest.skipUnless(CORPUS.exists(), "wanted ../shared/corpora/xss.jsonl")
class HostileText(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.inputs = [json.loads(line)["input"] for line in CORPUS.read_text().splitlines()]
        # Nothing with these reaches a field: a browser sends line ends its own way, and what is no text is refused as a whole.
        cls.inputs = [text for text in cls.inputs if text.strip() and not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", text)]
        cls.found, cls.asked, cls.reading = [], 0, []
        cls.forum = Forum().__enter__()
        cls.addClassCleanup(cls.forum.__exit__)
        cls.set_up()
        cls.admin = Caller(cls.forum, "ada@example.com")
        cls.asker = Caller(cls.forum, cls.forum.add("Aske Holm"))
        cls.staff = Caller(cls.forum, cls.forum.add("Stella Brand", "staff"))
        cls.visitor = Caller(cls.forum)

    @classmethod
    def set_up(cls):
        """The site itself has a hostile name; first every pack is tried, and comes back with its problem."""
        link, caller = cls.forum.set_up_link(), Caller(cls.forum)
        own = {"name": "Ada Lund", "email": "ada@example.com", "password": PASSWORD}
        names = ["siteName", "siteDescription", "category1", "category2", "category3"]
        for pack in packs(cls.inputs, 1000):
            cls.check("set-up", caller.post(link, {**dict.fromkeys(names, " ".join(pack)), **own, "email": " ".join(pack)}))
        hostile = {"siteName": "\"><svg onload=alert(1)>", "siteDescription": "</p><script>alert(1)</script>", "category1": "<img src=x onerror=alert(1)>",
                   "category2": "'\"><b>", "category3": "{{{x}}}"}
        status, _, text = caller.post(link, {**hostile, **own})
        if status != 303:
            raise RuntimeError(f"set-up answers {status}: {text[:2000]}")

    @classmethod
    def check(cls, where, answer):
        status, headers, text = answer
        cls.asked += 1
        if status >= 500 and status != 503:
            cls.found.append(f"{where}: {status}")
        if headers.get("content-type", "").startswith("text/html"):
            cls.found += [f"{where}: {fault}" for fault in faults(text)[:5]]
        return answer

    def tell(self):
        found = list(dict.fromkeys(self.found))
        self.found.clear()
        if found:
            self.fail(f"{len(found)} faults:\n" + "\n".join(found[:40]))

    def test_a_every_field_of_every_form_comes_back_harmless(self):
        """The fields are those the forms declare; each is sent all that fits into it."""
        slug = category(self.admin)
        topic = topic_of(self.admin.post("/ask", {"title": "Here", "body": "Text", "kind": "question", "category": slug, "tags": "", "key": "k"})[1]["location"])
        post = re.search(r'<article class="post" id="p(\d+)"', self.admin.follow(f"/t/{topic}")[2]).group(1)
        for route in routes():
            # A password is never shown again, and without one nothing is hashed.
            texts = {name: size for name, size in route.fields.items() if name not in ("key", "password", "current", "newPassword")}
            if route.method != "POST" or not texts or "set-up" in route.pattern:
                continue
            path = route.pattern.replace(":token", "unknown").replace("/t/:id", f"/t/{topic}").replace("/p/:id", f"/p/{post}")
            packed = {name: list(packs(self.inputs, min(size, 6000))) or [[""]] for name, size in texts.items()}
            callers = [self.visitor] if route.pattern in ("/sign-in", "/sign-up", "/reset") else [self.admin, self.visitor] if route.pattern == "/ask" else [self.admin]
            for caller in callers:
                # What is asked by a visitor comes back by the same page as a member's.
                for turn in range(max(map(len, packed.values())) if caller is callers[0] else 20):
                    fields = {name: " ".join(all[turn]) if turn < len(all) else "" for name, all in packed.items()}
                    if "preview" in fields:
                        fields["preview"] = "yes"
                    answer = self.check(f"POST {route.pattern}", caller.post(path, fields))
                    # Limited: nothing comes back any more.
                    if answer[0] == 429:
                        break
        self.tell()

    def test_b_addresses_come_back_harmless(self):
        for pack in packs(self.inputs, 600):
            word = urllib.parse.quote(" ".join(pack), safe="")
            for path in (f"/search?q={word}", f"/ask?title={word}&category={word}", f"/sign-in?return_to={word}", f"/sign-up?return_to={word}",
                         f"/tag/{word}", f"/c/{word}", f"/m/{word}", f"/{word}", f"/t/1/{word}", f"/?page={word}&order={word}"):
                self.check("GET " + re.split(r"[=%]", path)[0], self.visitor.get(path))
        self.tell()

    def test_c_what_was_stored_is_shown_harmless(self):
        slug = category(self.admin)
        titles = [" ".join(pack) for pack in packs(self.inputs, 148)]
        # Few at a time, because an open fence or comment would hide what follows.
        bodies = ["\n\n".join(pack) + "\n\n[link](" + pack[0] + ")\n\n![picture](" + pack[-1] + ")" for pack in packs(self.inputs, 400)]
        notes = [" ".join(pack) for pack in packs(self.inputs, 196)]
        topics, refused = [], 0
        for n, title in enumerate(titles):
            status, headers, _ = self.admin.post(
                "/ask", {"title": title, "body": bodies[n % len(bodies)], "kind": "question", "category": slug, "tags": "", "key": f"t{n}"})
            if status == 303:
                topics.append(topic_of(headers["location"]))
                self.admin.post(f"/t/{topics[-1]}/solved", {"note": notes[n % len(notes)]})
            else:
                refused += 1
        self.assertGreater(len(topics), refused, "most titles are stored")
        for n, body in enumerate(bodies[len(titles):]):
            reply(self.admin, topics[n % 40], body, key=f"more{n}")
        first = re.search(r'<article class="post" id="p(\d+)"', self.admin.follow(f"/t/{topics[0]}")[2]).group(1)
        for n, pack in enumerate(packs(self.inputs, 1800)):
            self.admin.post(f"/p/{first}/remarks", {"body": "\n\n".join(pack), "key": f"m{n}"})
        self.reading += [f"/t/{topic}" for topic in topics]
        page = "/"
        while page:
            text = self.check("the list", self.visitor.get(page))[2]
            self.reading.append(page)
            older = re.search(r'href="([^"]*)" rel="next"', text)
            page = older.group(1).replace("&amp;", "&") if older else None
        for n, topic in enumerate(topics):
            self.check(f"/t/{topic}", self.visitor.follow(f"/t/{topic}"))
            if n % 10 == 0:
                number = re.search(r'<article class="post" id="p(\d+)"', self.admin.follow(f"/t/{topic}")[2]).group(1)
                for path in (f"/p/{number}/edit", f"/p/{number}/history"):
                    self.check(path, self.admin.get(path))
        for word in ("alert", "script", "onerror", "javascript", "img", "svg", "src"):
            self.check("/search", self.visitor.get(f"/search?q={word}"))
            self.reading.append(f"/search?q={word}")
        self.tell()

    def test_d_names_and_notes_are_shown_harmless(self):
        slug = category(self.asker)
        topic = topic_of(self.asker.post("/ask", {"title": "Mine", "body": "Text", "kind": "question", "category": slug, "tags": "", "key": "k"})[1]["location"])
        answer = reply(self.staff, topic, "Answer")
        # A member may change their name five times a day, and not to everything; the pages must not rely on that.
        data = sqlite3.connect(self.forum.data / "kindred.sqlite", isolation_level=None, timeout=30)
        self.addCleanup(data.close)
        for n, pack in enumerate(packs(self.inputs, 58)):
            data.execute("UPDATE member SET name = ? WHERE handle = 'aske-holm'", [" ".join(pack)])
            text = self.check("/m/aske-holm", self.visitor.get("/m/aske-holm"))[2]
            if n % 20 == 0:
                self.assertIn(html.escape(pack[0].split()[0], quote=False).split("'")[0].split('"')[0], text, "the new name is shown")
                self.check("topic of a hostile name", self.visitor.follow(f"/t/{topic}"))
        for pack in packs(self.inputs, 1500):
            self.asker.post("/settings/profile", {"name": "Aske Holm", "bio": "\n\n".join(pack), "timeZone": "UTC"})
            self.check("/m/aske-holm", self.visitor.get("/m/aske-holm"))
        for pack in list(packs(self.inputs, 196)):
            act(self.staff, f"/p/{answer}/accept")
            act(self.asker, f"/p/{answer}/objection", note=" ".join(pack))
            self.check("objection", self.asker.follow(f"/t/{topic}"))
        self.reading += [f"/t/{topic}", "/m/aske-holm"]
        self.tell()

    def test_e_nothing_runs_without_the_policy(self):
        ran, foreign = [], []

        def strip(route, request):
            if not request.url.startswith(self.forum.url):
                foreign.append(request.url)
                return route.abort()
            answer = route.fetch(max_redirects=0) if request.resource_type != "document" else route.fetch()
            headers = {name: value for name, value in answer.headers.items() if name != "content-security-policy"}
            route.fulfill(response=answer, headers=headers)

        with chromium() as browser:
            context = browser.new_context(base_url=self.forum.url)
            context.add_cookies([{"name": n, "value": v, "url": self.forum.url} for n, v in self.admin.cookies.items()])
            context.add_init_script(TRIPWIRE)
            context.route("**/*", strip)
            page = context.new_page()
            page.on("dialog", lambda dialog: (ran.append("a dialog"), dialog.dismiss()))
            # The wire must be one that trips.
            page.goto("/")
            page.evaluate("alert('seen')")
            self.assertEqual(page.evaluate("window.__ran"), ["alert seen"])
            for path in self.reading:
                page.goto(path, wait_until="domcontentloaded")
                ran += [f"{path}: {words}" for words in page.evaluate("window.__ran")]
            self.assertGreater(len(self.reading), 30, "there was something to read")
        self.assertEqual((ran, foreign), ([], []))
        print(f"{len(self.inputs)} inputs, {self.asked} answers parsed, {len(self.reading)} pages opened without the policy")


if __name__ == "__main__":
    unittest.main()
