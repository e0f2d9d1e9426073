"""Pictures of the product for its documentation: every page that people read, wide and on a phone, light and dark."""

import base64
import pathlib
import re
import sqlite3
import sys

from filled import act, reply
from forum import PASSWORD, Caller, Forum, chromium

MOST = 150_000
SEEN = """() => Promise.all([...document.images].filter(i => i.getBoundingClientRect().top < innerHeight)
  .map(i => { i.loading = "eager"; return i.decode() }))"""
TO_WEBP = """async ([png, quality]) => {
  const picture = new Image()
  picture.src = "data:image/png;base64," + png
  await picture.decode()
  const canvas = Object.assign(document.createElement("canvas"), { width: picture.width, height: picture.height })
  canvas.getContext("2d").drawImage(picture, 0, 0)
  return canvas.toDataURL("image/webp", quality).split(",")[1]
}"""


class Scene:
    """A seeded community in which a few things happen; its pages by name, each with its address and who looks."""

    def __init__(self, forum):
        self.visitor = Caller(forum)
        with sqlite3.connect(forum.data / "kindred.sqlite", timeout=30) as data:
            data.execute("INSERT INTO matching_choice (member_id, suggest_me, ask_me, use_posts, use_reading, at) SELECT id, 1, 1, 1, 0, 1 FROM member")
        data.close()
        self.kai, self.sam, self.ana = (Caller(forum, email) for email in ("kai@example.org", "sam@example.org", "ana@firstbake.example"))
        rows = re.findall(r'<li class="row.*?</li>', self.visitor.get("/")[2], re.S)
        solved = max((row for row in rows if "chip-ok" in row), key=lambda row: min(4, int(re.search(r"</svg>(\d+)<span", row).group(1))))
        self.question = re.search(r'href="(/t/[^"]*)"', solved).group(1)
        self.answerer = re.search(r'class="sheet sheet-bleed accepted".*?href="(/m/[^"]*)"', self.visitor.get(self.question)[2], re.S).group(1)
        self.discussion = re.search(r'href="(/t/[^"]*)"', next(row for row in rows if re.search(r"class=\"chip[^>]*>.*?Discussion", row, re.S))).group(1)
        self.tag = re.search(r'href="(/tag/[^"?]*)"', self.visitor.get("/")[2]).group(1)
        self.category = re.search(r'href="(/c/[^"?]*)"', self.visitor.get("/")[2]).group(1)
        self.live()

    def live(self):
        kai, sam, ana = self.kai, self.sam, self.ana
        asked = {
            "title": "Rye loaf sinks in the middle since I changed ovens", "kind": "question", "category": self.category.rsplit("/", 1)[1], "tags": "", "key": "rye-loaf",
            "body": "Same recipe as before: 80 % rye, 75 % water, 240 °C falling to 200 °C.\n\n- the crust is fine\n- the crumb is wet in the middle\n\nThe old oven had no fan."}
        own = act(kai, "/ask", **asked)
        number = int(re.match(r"/t/(\d+)", own).group(1))
        self.own = own.partition("#")[0]
        answer = reply(sam, number, "A fan dries the crust before the middle is done. Try **20 °C less** and ten minutes more, without the fan for the first half.")
        act(sam, f"/p/{answer}/remarks", body="And let it rest a day before you cut it.", key="rest-a-day")
        self.edited = reply(kai, number, "Twenty less helped a little.")
        act(kai, f"/p/{self.edited}/edit", body="Twenty less helped: the middle is **dry** now. Thank you!", version="1")
        reply(sam, number, "Good. What did you do about the fan?")
        act(ana, f"/t/{number}/me-too", wanted="yes")
        act(kai, f"/p/{answer}/bookmark", wanted="yes")
        for place in (self.category, self.tag, self.question.partition("?")[0]):
            act(kai, re.sub(r"(/t/\d+)/.*", r"\1", place) + "/follow", level="follow")
        kai.post(f"/t/{number}/replies", {"body": "I switched it off until", "key": "half-a-reply", "save": "draft"})
        written = act(sam, "/m/kai/write", body="We bake at the shop on Saturday, from six. Would you like to come and look at the ovens?", key="letter-of-sam")
        self.letter = "/messages/" + re.search(r"/messages/(\d+)", written).group(1)
        act(kai, self.letter + "/parts", body="With pleasure. I bring a loaf. By the way, I sell my old oven for less than the shop does: call me.", key="letter-of-kai")
        private = act(kai, "/ask/privately", title="My last invoice names the wrong shop", body="It says Mill Street; we moved to the harbour in May.", key="private-of-kai")
        self.private = "/messages/" + re.search(r"/messages/(\d+)", private).group(1)
        act(ana, self.private + "/parts", body="I have corrected it and sent you a new one.", key="answer-of-ana")
        act(sam, f"{self.letter}/parts/2/report", reason="spam", note="He sells beside the shop.")
        self.reported = f"/p/{answer}"
        act(self.visitor, self.reported + "/report", reason="other", note="A fan like that has burnt two of my loaves.", answerTo="")
        loud = reply(kai, number, "And whoever says a fan is fine is an idiot.")
        review = act(ana, f"/p/{loud}/moderate")
        act(ana, review, verdict="mask", masked="an idiot", version="1", rule="unkind", restriction="none", words="", note="")
        self.decision = "/decisions/1"
        for caller in (kai, self.visitor, sam, ana):
            for words in ("proofing basket", "sourdough subscription"):
                caller.get("/search?q=" + words.replace(" ", "+"))

    def pages(self):
        visitor, kai, sam, ana = self.visitor, self.kai, self.sam, self.ana
        return [
            ("home", "/", visitor), ("unanswered", "/unanswered", visitor), ("category", self.category, visitor), ("tag", self.tag, visitor),
            ("question", self.question, visitor), ("discussion", self.discussion, visitor), ("search", "/search?q=oven+plan", visitor),
            ("search-nothing", "/search?q=proofing+basket+rental", visitor), ("ask", "/ask", visitor), ("profile", self.answerer, visitor),
            ("sign-up", "/sign-up", visitor), ("sign-in", "/sign-in", visitor), ("reset", "/reset", visitor), ("privacy", "/privacy", visitor),
            ("accessibility", "/accessibility", visitor), ("not-found", "/nowhere", visitor),
            ("question-member", self.own, kai), ("home-member", "/", kai), ("new", "/new", kai), ("mine", "/mine", kai), ("ask-member", "/ask", kai),
            ("edit", f"/p/{self.edited}/edit", kai), ("history", f"/p/{self.edited}/history", kai), ("drafts", "/drafts", kai),
            ("notices", "/notices", kai), ("bookmarks", "/bookmarks", kai), ("messages", "/messages", kai), ("conversation", self.letter, kai),
            ("private-question", self.private, kai), ("make-public", self.private + "/make-public", kai), ("report", self.letter + "/parts/1/report", kai),
            ("write", "/m/sam/write", kai), ("ask-privately", "/ask/privately", kai), ("settings", "/settings", kai),
            ("settings-following", "/settings/following", kai), ("welcome", "/welcome", kai), ("welcome-interests", "/welcome/interests", kai),
            ("welcome-people", "/welcome/people", kai), ("welcome-mail", "/welcome/mail", kai), ("people", "/people", kai), ("people-reasons", "/people/reasons", kai), ("keyboard", "/keyboard", kai), ("profile-own", "/m/kai", kai),
            ("moderation", "/moderation", ana), ("review", "/moderation/1", ana), ("log", "/admin/log", ana), ("report-post", self.reported + "/report", visitor),
            ("decisions", "/decisions", kai), ("decision", self.decision, kai), ("searches", "/admin/searches", ana), ("words", "/admin/words", ana),
            ("prevention", "/admin/prevention", ana), ("joining", "/admin/sign-up", ana), ("invitations", "/admin/invitations", ana),
            ("admin", "/admin", ana), ("members", "/admin/members", ana), ("member-sheet", "/admin/members/2", ana), ("roles", "/admin/roles", ana),
            ("categories", "/admin/categories", ana), ("tags", "/admin/tags", ana), ("site", "/admin/site", ana), ("opening", "/admin/opening", ana),
            ("texts", "/admin/texts", ana), ("texts-rules", "/admin/texts/rules", ana), ("all-settings", "/admin/settings", ana),
            ("numbers", "/admin/numbers", ana), ("health", "/admin/health", ana), ("mail", "/admin/mail", ana), ("backups", "/admin/backups", ana)]


def take(folder, only=()):
    folder.mkdir(parents=True, exist_ok=True)
    with chromium() as browser:
        with Forum() as forum:
            shoot(browser, forum, folder, [("set-up", forum.set_up_link(), Caller(forum))], only)
        with Forum(seed=["--members", "60", "--topics", "90", "--password", PASSWORD]) as forum:
            shoot(browser, forum, folder, Scene(forum).pages(), only)


def shoot(browser, forum, folder, pages, only):
    converter = browser.new_page()
    for name, path, caller in pages:
        for width, height in [(1280, 900), (390, 844)]:
            for theme in ["light", "dark"]:
                if only and name not in only:
                    continue
                context = browser.new_context(base_url=forum.url, viewport={"width": width, "height": height}, reduced_motion="reduce", color_scheme=theme)
                context.add_cookies([{"name": key, "value": value, "url": forum.url} for key, value in caller.cookies.items()])
                page = context.new_page()
                page.goto(path, wait_until="load")
                # Faces are fetched late; a picture waits for those it shows.
                page.evaluate(SEEN)
                png = base64.b64encode(page.screenshot()).decode()
                context.close()
                for quality in (0.8, 0.6, 0.4):
                    webp = base64.b64decode(converter.evaluate(TO_WEBP, [png, quality]))
                    if len(webp) < MOST:
                        break
                file = folder / f"{name}-{width}-{theme}.webp"
                file.write_bytes(webp)
                print(f"{file} {len(webp)} bytes", flush=True)


if __name__ == "__main__":
    take(pathlib.Path(sys.argv[1]), sys.argv[2:])
