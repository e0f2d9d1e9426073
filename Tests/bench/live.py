"""How soon open pages hear of a reply, and how soon all who follow a topic are told of one, while others read and write.

`bin/bench` runs it on both engines, on data that is thrown away.
"""

import http.client
import pathlib
import re
import sqlite3
import statistics
import sys
import threading
import time
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "faults"))
from listeners import Listeners, sessions  # noqa: E402

STREAMS, FOLLOWERS = 2_000, 10_000
#: How often somebody reads and somebody writes meanwhile: often enough to see what holds them up, seldom enough not to be it.
READING, WRITING = 0.005, 0.025
QUIET = 3.0


class Audience:
    """Members who follow two topics, the first one only some of them, each with a session; written into the file behind the server's back."""

    def __init__(self, file, heard, followed):
        self.file, self.heard, self.followed = file, heard, followed
        first = 1 + sqlite3.connect(file).execute("SELECT max(id) FROM member").fetchone()[0]
        self.tokens = sessions(self, FOLLOWERS, followed, first)
        some = [(first + number, heard, int(time.time() * 1000)) for number in range(STREAMS)]
        self.change_many(("INSERT INTO follow (member_id, kind, target_id, level, at) VALUES (?, 'topic', ?, 'follow', ?)", some))

    def change_many(self, *statements):
        database = sqlite3.connect(self.file)
        with database:
            for sql, rows in statements:
                database.executemany(sql, rows)
        database.close()


class Caller:
    """The staff member who writes, or a visitor."""

    def __init__(self, port, cookie=None):
        self.port, self.cookie, self.count = port, cookie, 0
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)

    def read(self, path):
        self.connection.request("GET", path, headers={"Cookie": self.cookie} if self.cookie else {})
        answer = self.connection.getresponse()
        answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{path} answers {answer.status}")

    def reply(self, topic):
        self.count += 1
        key = f"{topic}-live-{threading.get_ident()}-{time.monotonic_ns()}"
        fields = {"seen": 10**9, "anyway": "yes", "key": key, "body": f"News {self.count} of {key}"}
        headers = {"Cookie": self.cookie, "Origin": f"http://127.0.0.1:{self.port}", "Content-Type": "application/x-www-form-urlencoded"}
        self.connection.request("POST", f"/t/{topic}/replies", urllib.parse.urlencode(fields), headers)
        answer = self.connection.getresponse()
        answer.read()
        if answer.status != 303:
            raise RuntimeError(f"a reply to {topic} answers {answer.status}")


def streams(engine, server, cookie, audience):
    """One reply, and everybody who has a page open."""
    before = resident(server)
    listeners = Listeners(server.port, audience.tokens[:STREAMS])
    listeners.until(rb"event: bell\ndata: [^\n]*\n", 120)
    each, writer, turns = (resident(server) - before) / STREAMS, Caller(server.port, cookie), []
    try:
        for number in range(1, 6):
            listeners.forget()
            begun = time.monotonic()
            writer.reply(audience.heard)
            written = time.monotonic() - begun
            # The reply takes longer than the first who hears; everything since then lies in the socket already.
            moments = heard(listeners, begun, rb"event: bell\ndata: %d\n" % number, 20)
            turns.append((moments[-1], written, moments[0], statistics.median(moments)))
    finally:
        listeners.close()
    last, written, first, half = sorted(turns)[len(turns) // 2]
    print(
        f"{engine + ': one reply, open pages':36} {STREAMS} streams, {each:.0f} kB each  written after {written * 1000:.0f} ms, first told after {first * 1000:.0f} ms,"
        f" half after {half * 1000:.0f} ms, last after {last * 1000:.0f} ms (at worst {max(turns)[0] * 1000:.0f} ms in {len(turns)})"
        f"{'' if last <= 0.5 else '  LATER THAN 0.5 s'}", flush=True)


def heard(listeners, begun, pattern, seconds):
    """After how many seconds each of them had heard it."""
    wanted, moments = re.compile(pattern), {}

    def note(number):
        if number not in moments and wanted.search(listeners.heard[number]):
            moments[number] = time.monotonic() - begun

    while len(moments) < len(listeners.heard):
        listeners.turn(begun + seconds - time.monotonic(), f"{len(listeners.heard) - len(moments)} have heard nothing", note)
    return sorted(moments.values())


def followers(engine, server, cookie, audience, page, other, count):
    """One reply that ten thousand follow, and what those notice of it who read a page or write elsewhere. `count` counts its notices."""
    with Meanwhile(server.port, cookie, page, other) as meanwhile:
        time.sleep(QUIET)
        quiet = meanwhile.taken()
        # Members are told in their order: when the last knows, all do.
        last = Listeners(server.port, audience.tokens[-1:])
        last.until(rb"event: bell\n", 60)
        last.forget()
        before, begun = count(), time.monotonic()
        Caller(server.port, cookie).reply(audience.followed)
        written = time.monotonic() - begun
        took = heard(last, begun, rb"event: bell\ndata: \d", 120)[0]
        busy = meanwhile.taken()
        last.close()
    told = count() - before
    if told < FOLLOWERS:
        raise RuntimeError(f"{told} of {FOLLOWERS} followers were told")
    print(
        f"{engine + ': one reply, followers':36} {FOLLOWERS} followers  written after {written * 1000:.0f} ms, the last notice after {took:.2f} s"
        f"  meanwhile {said('reading', quiet[0], busy[0])}, {said('posting', quiet[1], busy[1])}", flush=True)


def said(what, quiet, busy):
    def p(times, share):
        return sorted(times)[min(len(times) - 1, int(len(times) * share))] * 1000

    return f"{what} p50 {p(busy, 0.5):.1f} p99 {p(busy, 0.99):.1f} worst {max(busy) * 1000:.0f} ms ({len(busy)}; before p50 {p(quiet, 0.5):.1f} p99 {p(quiet, 0.99):.1f})"


class Meanwhile:
    """Somebody who reads a page again and again, and somebody who writes elsewhere."""

    def __init__(self, port, cookie, page, other):
        self.ended, self.times, self.errors = threading.Event(), ([], []), []
        reader, writer = Caller(port), Caller(port, cookie)
        self.threads = [
            threading.Thread(target=self.go_on, args=(0, READING, lambda: reader.read(page))),
            threading.Thread(target=self.go_on, args=(1, WRITING, lambda: writer.reply(other)))]

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.ended.set()
        for thread in self.threads:
            thread.join()
        if self.errors:
            raise self.errors[0]

    def go_on(self, which, every, act):
        try:
            while not self.ended.is_set():
                begun = time.monotonic()
                act()
                took = time.monotonic() - begun
                self.times[which].append(took)
                self.ended.wait(max(0, every - took))
        except BaseException as error:
            self.errors.append(error)

    def taken(self):
        """How long each took since this was asked last."""
        taken = [list(times) for times in self.times]
        for times, old in zip(self.times, taken):
            del times[: len(old)]
        return taken


def resident(server):
    """In kB."""
    return int(re.search(r"VmRSS:\s+(\d+)", pathlib.Path(f"/proc/{server.process.pid}/status").read_text()).group(1))
