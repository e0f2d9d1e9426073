"""A small community with something of everything on its pages, written through the forms as people would."""

import json
import re
import sqlite3

from forum import Caller, topic_of

BODY = """The lamp says **E12**, and `reset` does nothing.

- turned it off
- [ ] asked the shop
- [x] read the [manual](https://example.com/manual)

> Clean the sensor first.

```swift
let limit = 90
```

| Model | Year |
|---|---:|
| K2 | 2019 |

## What I tried

1. Vinegar
2. ~~Force~~ patience, and https://example.com/a/very/long/address/that/does/not/fit/on/a/telephone/without/being/broken.html
"""

LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
# Everything that does not break by itself.
WIDE = f"""{LONG * 4} and `{LONG}{LONG}` and **{LONG}{LONG}**

# {LONG}

| {" | ".join(f"Column {n}" for n in range(20))} |
|{"---|" * 20}
| {" | ".join([LONG] * 20)} |

```
{"x = " * 100}
```

> > > > - {LONG}
> > > >   - {LONG}
> > > >     1. {LONG}

[{LONG}](https://example.com/{LONG * 3}) https://example.com/{"a" * 300} ![{LONG}](https://example.com/x.png)
"""


class Cast:
    """One member of each kind, signed in."""

    def __init__(self, forum):
        self.emails = {role: forum.add(name, role) for role, name in [
            ("admin", "Ada Lund"), ("moderator", "Moh Rahimi"), ("staff", "Stella Brand"), ("helper", "Hal Ito"), ("member", "Mina Okafor")]}
        self.emails["asker"] = forum.add("Aske Holm")
        self.forum = forum
        self.callers = {role: Caller(forum, email) for role, email in self.emails.items()}
        self.callers["visitor"] = Caller(forum)

    def __getitem__(self, role):
        return self.callers[role]


def category(caller):
    """The first category there is, as the ask page offers it."""
    import html5lib
    page = html5lib.parse(caller.get("/ask")[2], namespaceHTMLElements=False)
    return page.find(".//select[@name='category']/option").get("value")


def ask(caller, title, body=BODY, kind="question", tags="", key=None, **more):
    fields = {"title": title, "body": body, "kind": kind, "category": category(caller), "tags": tags, "key": key or "k" + str(abs(hash(title))), **more}
    status, headers, text = caller.post("/ask", fields)
    if status != 303:
        raise RuntimeError(f"asking answers {status}: {text[:3000]}")
    return topic_of(headers["location"])


def reply(caller, topic, body, key=None, **more):
    """Answers the number of the post."""
    fields = {"body": body, "key": key or "r" + str(abs(hash(body))), "seen": "999", "anyway": "yes", **more}
    status, headers, text = caller.post(f"/t/{topic}/replies", fields)
    if status != 303:
        raise RuntimeError(f"replying answers {status}: {text[:3000]}")
    return int(headers["location"].split("/")[-1])


def act(caller, path, **fields):
    status, headers, text = caller.post(path, fields)
    if status != 303:
        raise RuntimeError(f"{path} answers {status}: {text[:2000]}")
    return headers["location"]


def guests(forum, count):
    """Members who let themselves be suggested and have written nothing: with enough of them others are suggested."""
    with sqlite3.connect(forum.data / "kindred.sqlite", timeout=30) as data:
        for n in range(count):
            member = data.execute("INSERT INTO member (name, handle, role, created_at) VALUES (?, ?, 'member', 1) RETURNING id",
                                  (f"Guest {n}", f"guest-{n}")).fetchone()[0]
            data.execute("INSERT INTO matching_choice (member_id, suggest_me, ask_me, use_posts, use_reading, at) VALUES (?, 1, 0, 1, 0, 1)", (member,))
            data.execute("INSERT INTO event (at, kind, member_id) VALUES (1, 'matchingChosen', ?)", (member,))
    data.close()


class Filled:
    """Numbers of what was written, for the tests that visit it."""

    def __init__(self, cast):
        admin, asker = cast["admin"], cast["asker"]
        self.solved = ask(admin, "Lamp says E12 and nothing helps", tags="lamp, e12")
        self.opening = int(post_numbers(admin, self.solved)[0])
        self.answer = reply(cast["helper"], self.solved, BODY)
        self.other = reply(cast["member"], self.solved, "Mine too. @ada-lund knows?", reply_to=self.answer)
        for n in range(6):
            act(cast["member"], f"/p/{self.answer}/remarks", body=f"A remark with `code` {n}", key=f"rem{n}")
        act(cast["member"], f"/p/{self.answer}/vote", wanted="yes")
        act(cast["member"], f"/t/{self.solved}/me-too", wanted="yes")
        act(admin, f"/p/{self.answer}/accept")
        self.objected = ask(asker, "Staff thinks this is solved", tags="lamp")
        marked = reply(cast["staff"], self.objected, "It is the fuse.")
        act(cast["staff"], f"/p/{marked}/accept")
        self.marked = marked
        self.noted = ask(admin, "Solved by waiting", tags=f"e12, widest, {LONG[:30].lower()}")
        act(admin, f"/t/{self.noted}/solved", note="The update came.")
        self.talk = ask(admin, "What do you cook on a Monday?", kind="discussion")
        for n in range(33):
            reply(cast["staff"], self.talk, f"Reply number {n}: soup, again.\n\nWith bread.")
        self.deleted = reply(cast["member"], self.talk, "I take this back.")
        act(cast["member"], f"/p/{self.deleted}/delete")
        self.edited = reply(cast["member"], self.talk, "First words.")
        act(cast["member"], f"/p/{self.edited}/edit", body="Better words, with **weight**.", version="1")
        self.open = ask(admin, "An open question with a very long title that goes on so that it has to be broken more than once on a small telephone screen", body="Who knows?")
        self.wide = ask(asker, (LONG + LONG)[:150], WIDE, tags=f"{LONG[:30].lower()}, widest")
        self.wide_post = reply(cast["helper"], self.wide, WIDE)
        act(asker, f"/p/{self.wide_post}/accept")
        act(cast["helper"], f"/p/{self.wide_post}/remarks", body=f"{LONG} `{LONG}`", key="remark-wide")
        act(asker, "/settings/profile", name=(LONG * 2)[20:80], bio="", timeZone="UTC")
        act(cast["helper"], "/settings/profile", name=LONG[:60], bio=f"{LONG} `{LONG}` https://example.com/{LONG}", timeZone="UTC")
        for place in (f"/t/{self.solved}", "/c/" + category(admin), "/tag/lamp", "/tag/widest", "/m/ada-lund", f"/t/{self.wide}"):
            act(cast["member"], place + "/follow", level="follow")
        for post in (self.opening, self.answer, self.wide_post):
            act(cast["member"], f"/p/{post}/bookmark", wanted="yes")
        guests(cast.forum, 20)
        for role in ("member", "helper"):
            for subject in ("lampshade of paper", "dimmer with a knob"):
                ask(cast[role], f"About the {subject}, asks the {role}", body=f"Which {subject} lasts?", kind="discussion")
            act(cast[role], "/people/choices", suggestMe="yes", usePosts="yes")
        act(cast["member"], "/m/aske-holm/pass", wanted="later")
        act(cast["member"], "/settings/interests", tags="lamp")
        act(admin, "/admin/words", pattern="widest slur of all", act="replace", replacement="lamp", note=LONG[:90])
        for kind in ("welcome", "rules", "privacy", "imprint", "contact"):
            act(admin, f"/admin/texts/{kind}", siteText=BODY, version="0")
        act(admin, "/admin/texts/rules", siteText=WIDE, version="1")
        act(admin, "/admin/words", pattern="proofing pills", act="hold", replacement="", note="")
        act(admin, "/admin/sign-up/rules", kind="denyDomain", value="throwaway.example", ruleUntil="", note="The wave in May")
        admin.post("/admin/invitations", {"most": "20", "days": "14", "note": "The fair"})
        self.imported = imported(admin)
        # Between the admin and a member, with much in it; and a question to the company alone.
        letter = act(admin, "/m/mina-okafor/write", body=BODY, key="letter-to-mina")
        self.two = int(letter.split("/")[2].split("#")[0])
        act(cast["member"], f"/messages/{self.two}/parts", body=WIDE, key="message-of-mina")
        for n in range(31):
            act(admin, f"/messages/{self.two}/parts", body=f"Message number {n}", key=f"message-{n:04}")
        act(cast["member"], f"/messages/{self.two}/parts/1/report", reason="other", note=LONG)
        self.private = int(act(cast["member"], "/ask/privately", title=(LONG * 2)[:140], body="I am mina@example.com", key="private-of-mina").split("/")[2].split("#")[0])
        act(cast["staff"], f"/messages/{self.private}/parts", body=BODY, key="answer-of-staff")
        # What waits for a moderator, what was decided, and what is looked at again.
        act(cast["visitor"], f"/p/{self.other}/report", reason="spam", note=LONG, answerTo="somebody@example.com")
        act(cast["helper"], "/m/mina-okafor/report", reason="other", note="The profile", answerTo="")
        loud = reply(cast["member"], self.talk, f"You {LONG} idiot.")
        review = act(cast["moderator"], f"/p/{loud}/moderate")
        act(cast["moderator"], review, verdict="hide", rule="unkind", restriction="warn", words=f"Please be kind. {LONG}", note=LONG, masked="", version="1")
        self.decided = min(int(number) for number in re.findall(r'"/decisions/(\d+)"', cast["member"].get("/decisions")[2]))
        act(cast["member"], f"/decisions/{self.decided}", words=f"It was a joke. {LONG}")
        offered(admin.forum, self.open, "hal-ito", self.answer, "lamp")
        # More than one page of them.
        for n in range(26):
            ask(cast["staff"], f"Topic number {n} of those that fill the page", "Soup?", kind="discussion")
        act(cast["member"], "/settings/profile", name="Mina Okafor", bio="I mend *coffee machines*.\n\n- in Berlin", timeZone="Europe/Berlin")


def put_topics(folder):
    """A Discourse forum of one topic, and files that are no topics."""
    folder.mkdir(parents=True)
    post = {"id": 1, "post_number": 1, "post_type": 1, "user_id": 7, "username": "ivy", "created_at": "2020-03-01T10:00:00Z", "cooked": "<p>Where?</p>"}
    topic = {"id": 10, "title": "Where do bees sleep", "category_id": 3, "created_at": "2020-03-01T10:00:00Z", "post_stream": {"posts": [post]}}
    (folder / "10.json").write_text(json.dumps(topic))
    for name in ("cut", LONG, "other"):
        (folder / f"{name}.json").write_text("{")


def imported(admin):
    """One import that is done and left something out, and one that never ends; how many there are."""
    put_topics(admin.forum.data / "imports" / "old-forum")
    page = act(admin, "/admin/imports", importKind="discourse", folder="old-forum", source="old-forum", oldAddress="https://old.example", questions="")
    while "data-anew" in admin.get(page)[2]:
        pass
    with sqlite3.connect(admin.forum.data / "kindred.sqlite", timeout=30) as data:
        data.execute("""INSERT INTO import_job (kind, folder, was_sent, source, address, category, questions, state, started_by, started_at, done_bytes, all_bytes, read_count)
            SELECT 'stackExchange', 'x', 0, ?, '', ?, '', 'running', id, 1, 37, 100, 123456 FROM member WHERE role = 'admin' LIMIT 1""", ("long-" * 12, LONG[:60]))
    data.close()
    return 2


def offered(forum, topic, handle, post, term):
    """A question as if its turn had come: it was offered to somebody because of a word in a post."""
    with sqlite3.connect(forum.data / "kindred.sqlite", timeout=30) as data:
        data.execute("""INSERT INTO matching_choice (member_id, suggest_me, ask_me, use_posts, use_reading, at)
            SELECT id, 0, 1, 1, 0, 1 FROM member WHERE handle = ? ON CONFLICT (member_id) DO UPDATE SET ask_me = 1""", [handle])
        data.execute("UPDATE topic SET offered_at = 1 WHERE id = ?", [topic])
        data.execute("INSERT INTO question_offer (topic_id, member_id, at, term, post_id) SELECT ?, id, 1, ?, ? FROM member WHERE handle = ?",
                     [topic, term, post, handle])
        data.execute("""INSERT INTO notice (member_id, act, kind, topic_id, post_id, at) SELECT member.id, 'offered', 'offered', post.topic_id, post.id, 1
            FROM member JOIN post ON post.topic_id = ? AND post.number = 1 WHERE member.handle = ?""", [topic, handle])
    data.close()


def post_numbers(caller, topic):
    return re.findall(r'<article class="post" id="p(\d+)"', caller.follow(f"/t/{topic}")[2])
