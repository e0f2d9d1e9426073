"""Writers of all kinds, and the log in which they say what they sent and what was acknowledged."""

import json
import random
import re
import threading

from forum import CUT, Caller


class Log:
    """A line before each request and one after its answer. It lies outside the server, so no fault of the server's touches it."""

    def __init__(self, path):
        self.path, self.file, self.lock, self.count = path, open(path, "a", buffering=1), threading.Lock(), 0

    def sent(self, **facts):
        with self.lock:
            self.count += 1
            self.file.write(json.dumps({"n": self.count, **facts}) + "\n")
            return self.count

    def answered(self, number, status, place):
        with self.lock:
            self.file.write(json.dumps({"n": number, "status": status, "place": place}) + "\n")

    def operations(self):
        """Every operation in the order it was sent, with its answer if there was one."""
        found = {}
        for line in open(self.path):
            facts = json.loads(line)
            found.setdefault(facts["n"], {}).update(facts)
        return list(found.values())


class Shared:
    """What writers know of each other's acknowledged topics and posts."""

    def __init__(self):
        self.lock, self.topics, self.posts = threading.Lock(), [], []

    def add(self, kind, item):
        with self.lock:
            getattr(self, kind).append(item)

    def pick(self, kind, chance, fits=lambda item: True):
        with self.lock:
            items = [item for item in getattr(self, kind)[-200:] if fits(item)]
        return chance.choice(items) if items else None


class Writer:
    """Does one thing after another as one member, until a request is cut off."""

    def __init__(self, forum, name, log, shared, seed):
        self.forum, self.name, self.log, self.shared = forum, name, log, shared
        self.chance = random.Random(f"{seed} {name}")
        self.member = Caller(forum).signed_in(name)
        self.mine = []  # own answers whose state is known: {"id", "version"}
        self.count = 0

    def run(self):
        """Writes until the server is gone."""
        kinds = [
            (8, self.ask), (24, self.answer), (14, self.remark), (16, self.vote), (10, self.me_too), (8, self.accept), (10, self.edit),
            (6, self.delete), (3, self.restore), (1, self.sign_up)]
        weights, acts = zip(*kinds)
        try:
            while True:
                self.chance.choices(acts, weights)[0]()
        except CUT:
            self.member.connection.close()

    def word(self, kind):
        """A word that no other text has."""
        self.count += 1
        return f"{kind}{self.name.split()[-1].lower()}{self.count}x{self.chance.getrandbits(40):010x}"

    def send(self, act, path, facts, member=None, **fields):
        """Answers where a done request led, and None for a refused one."""
        number = self.log.sent(act=act, by=self.name, **facts)
        answer = (member or self.member).post(path, **fields)
        self.log.answered(number, answer.status, answer.location)
        if answer.status not in (303, 403, 404, 409, 410):
            raise AssertionError(f"{act} at {path} was answered with {answer.status}: {answer.text[:2000]}")
        return answer.location if answer.status == 303 else None

    def ask(self):
        word = self.word("ask")
        place = self.send(
            "ask", "/ask", {"word": word}, kind=self.chance.choice(["question", "question", "discussion"]), category="help",
            title=f"What about {word}?", body=f"It says **{word}** since Monday.", tags="labels, printing", key=f"key-{word}")
        self.shared.add("topics", {"id": int(re.match(r"/t/(\d+)", place).group(1)), "by": self.name})

    def answer(self):
        topic = self.shared.pick("topics", self.chance)
        if not topic:
            return
        word = self.word("answer")
        place = self.send(
            "answer", f"/t/{topic['id']}/replies", {"word": word}, body=f"Try {word}, twice.", key=f"key-{word}", seen="", anyway="yes")
        if place:
            post = {"id": post_of(place), "by": self.name, "version": 1}
            self.mine.append(post)
            self.shared.add("posts", post)

    def remark(self):
        post = self.shared.pick("posts", self.chance)
        if post:
            word = self.word("remark")
            self.send("remark", f"/p/{post['id']}/remarks", {"word": word}, body=f"Also {word}.", key=f"key-{word}")

    def vote(self):
        post = self.shared.pick("posts", self.chance, lambda post: post["by"] != self.name)
        if post:
            wanted = self.chance.random() < 0.8
            self.send("vote", f"/p/{post['id']}/vote", {"item": [post["id"], self.name], "value": wanted}, wanted="yes" if wanted else "no")

    def me_too(self):
        topic = self.shared.pick("topics", self.chance, lambda topic: topic["by"] != self.name)
        if topic:
            wanted = self.chance.random() < 0.8
            facts = {"item": [topic["id"], self.name], "value": wanted}
            self.send("me-too", f"/t/{topic['id']}/me-too", facts, wanted="yes" if wanted else "no")

    def accept(self):
        if self.mine:
            post, wanted = self.chance.choice(self.mine), self.chance.random() < 0.8
            self.send("accept", f"/p/{post['id']}/{'accept' if wanted else 'unaccept'}", {"item": [post["id"]], "value": wanted})

    def edit(self):
        if not self.mine:
            return
        post, word = self.chance.choice(self.mine), self.word("edit")
        place = self.send(
            "edit", f"/p/{post['id']}/edit", {"item": [post["id"]], "value": word}, body=f"Better: {word}.", version=post["version"])
        if place:
            post["version"] += 1
        else:
            # Deleted, or changed by an edit whose answer was cut off.
            self.mine.remove(post)

    def delete(self):
        if self.mine:
            post = self.chance.choice(self.mine)
            self.send("delete", f"/p/{post['id']}/delete", {"item": [post["id"]], "value": True})

    def restore(self):
        if self.mine:
            post = self.chance.choice(self.mine)
            self.send("delete", f"/p/{post['id']}/restore", {"item": [post["id"]], "value": False})

    def sign_up(self):
        word = self.word("join")
        somebody = Caller(self.forum, address=f"198.18.{self.chance.randrange(256)}.{self.chance.randrange(1, 255)}")
        name = "Member " + "".join(self.chance.choices("abcdefghijklmnopqrstuvwxyz", k=12))
        self.send(
            "sign-up", "/sign-up", {"word": word}, somebody, name=name, email=f"{word}@example.net", password="eleven loud owls 3",
            return_to="/")


def post_of(place):
    return int(re.match(r"/p/(\d+)", place).group(1))
