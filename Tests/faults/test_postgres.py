"""PostgreSQL started anew, its sessions ended, and the way to it cut, all while members write: nothing acknowledged is lost or done twice,
errors end within seconds, and the forum never hangs."""

import contextlib
import pathlib
import shutil
import subprocess
import tempfile
import threading
import time
import unittest

from forum import CUT, REPO, Caller, Forum, until

SERVER = REPO / "Tests/tools/postgres_server.sh"
NAMES = [f"Writer {word}" for word in ("Ash", "Birch", "Cedar", "Doum", "Elm", "Fir")]


class Database:
    """A PostgreSQL server of its own; `listen` is the address it takes connections at."""

    def __init__(self, listen="127.0.0.1", within=()):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="kindred-postgres-"))
        self.folder.chmod(0o755)
        self.within = list(within)
        self.url = self.call("start", listen)

    def call(self, act, *more):
        done = subprocess.run([*self.within, SERVER, act, self.folder, *more], capture_output=True, text=True)
        if done.returncode:
            raise AssertionError(f"{act}: {done.stderr}")
        return done.stdout.strip()

    def restart(self):
        self.call("restart")

    def rows(self, sql):
        socket = f"postgres://kindred@/postgres?host={self.folder}&port={self.url.rsplit(':', 1)[1].split('/')[0]}"
        return subprocess.run(["psql", "-XAt", "-c", sql, socket], capture_output=True, text=True, check=True).stdout.split("\n")[:-1]

    def close(self):
        with contextlib.suppress(AssertionError):
            self.call("stop")
        shutil.rmtree(self.folder, ignore_errors=True)


class Writers:
    """Members who answer one question without a pause, each answer with words of its own, until they are told to stop."""

    def __init__(self, forum, topic):
        self.forum, self.topic = forum, topic
        self.stopping = threading.Event()
        self.lock = threading.Lock()
        self.sent, self.kept, self.answered, self.longest = set(), set(), [], 0
        self.threads = [threading.Thread(target=self.work, args=(name,)) for name in NAMES]
        for thread in self.threads:
            thread.start()

    def work(self, name):
        caller = Caller(self.forum, timeout=90).signed_in(name)
        number = 0
        while not self.stopping.is_set():
            number += 1
            words = f"{name.replace(' ', '')}x{number}y"
            with self.lock:
                self.sent.add(words)
            begun = time.monotonic()
            try:
                status = caller.post(f"/t/{self.topic}/replies", body=f"Try {words}.", key=words + "-a-good-key", seen="1").status
            except CUT:
                status = 0
                caller = self.again(caller)
            ended = time.monotonic()
            with self.lock:
                self.answered.append((ended, status))
                self.longest = max(self.longest, ended - begun)
                if status == 303:
                    self.kept.add(words)

    def again(self, caller):
        other = Caller(self.forum, timeout=90)
        other.cookies = caller.cookies
        return other

    def kept_after(self, moment):
        with self.lock:
            return sum(1 for at, status in self.answered if at > moment and status == 303)

    def stop(self):
        self.stopping.set()
        for thread in self.threads:
            thread.join()

    def last_error(self):
        return max((at for at, status in self.answered if status != 303), default=0)


@unittest.skipUnless(shutil.which("psql"), "wanted PostgreSQL (run bin/setup)")
class Postgres(unittest.TestCase):
    def serve(self, database):
        forum = Forum(KINDRED_DATABASE=database.url)
        self.addCleanup(forum.__exit__)
        forum.set_up(*NAMES)
        forum.start()
        asker = Caller(forum).signed_in("Rosa Fenn")
        place = asker.post("/ask", title="What do you try first?", body="Everything?", category="help", kind="question", key="the-first-key", tags="")
        if place.status != 303:
            raise AssertionError(place.text)
        return forum, place.location.split("/")[2]

    def judge(self, database, writers, back):
        """Everything acknowledged is there, and nothing is there twice."""
        bodies = database.rows("SELECT body FROM post WHERE kind = 'answer' ORDER BY id")
        found = [body.removeprefix("Try ").removesuffix(".") for body in bodies]
        self.assertEqual(len(found), len(set(found)), "nothing was done twice")
        self.assertEqual(writers.kept - set(found), set(), "nothing acknowledged was lost")
        self.assertEqual(set(found) - writers.sent, set())
        numbers = database.rows("SELECT count(*), max(number) FROM post WHERE number IS NOT NULL")[0].split("|")
        self.assertEqual(numbers[0], numbers[1], "no number was left out")
        late = writers.last_error() - back
        refused = sum(1 for _, status in writers.answered if status != 303)
        print(f"{len(writers.kept)} acknowledged, {refused} refused or unknown, the longest wait {writers.longest:.1f} s, the last error {late:+.1f} s")
        self.assertLess(late, 5, f"the last error came {late:.1f} s after the server was back")

    def test_a_server_started_anew_under_load(self):
        database = Database()
        self.addCleanup(database.close)
        forum, topic = self.serve(database)
        writers = Writers(forum, topic)
        until(lambda: writers.kept_after(0) > 30, 60, "members write")
        for _ in range(3):
            database.restart()
            back = time.monotonic()
            until(lambda: writers.kept_after(back) > 30, 30, "members write again")
        writers.stop()
        self.judge(database, writers, back)
        self.assertEqual(forum.stop(), 0)
        self.assertIn("counters: good", forum.command("check"))

    def test_sessions_ended_again_and_again(self):
        database = Database()
        self.addCleanup(database.close)
        forum, topic = self.serve(database)
        writers = Writers(forum, topic)
        until(lambda: writers.kept_after(0) > 30, 60, "members write")
        for _ in range(20):
            database.rows("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'kindred'")
            back = time.monotonic()
            until(lambda: writers.kept_after(back) > 5, 30, "members write again")
        writers.stop()
        self.judge(database, writers, back)

    def test_cut_off_for_twenty_seconds(self):
        link = Link.made()
        if link is None:
            self.skipTest("wanted the right to make network namespaces")
        self.addCleanup(link.remove)
        database = Database(listen=link.far, within=link.within)
        self.addCleanup(database.close)
        forum, topic = self.serve(database)
        writers = Writers(forum, topic)
        until(lambda: writers.kept_after(0) > 30, 60, "members write")
        link.cut()
        time.sleep(20)  # How long the way is cut is the fault itself, not a wait for something.
        self.assertEqual(Caller(forum, timeout=30).get("/healthz").status, 200)
        link.mend()
        back = time.monotonic()
        until(lambda: writers.kept_after(back) > 30, 30, "members write again")
        writers.stop()
        self.judge(database, writers, back)
        self.assertLess(writers.longest, 45, "nobody waited longer than it takes to know")


class Link:
    """Two ends of a wire: ours, and one in a network namespace that holds the database."""

    def __init__(self, name):
        self.name, self.near, self.far = name, "10.213.77.1", "10.213.77.2"
        self.within = ["ip", "netns", "exec", name]

    @classmethod
    def made(cls):
        link = cls("kindredtest")
        link.remove()
        steps = [
            ["ip", "netns", "add", link.name],
            ["ip", "link", "add", "kindred0", "type", "veth", "peer", "name", "kindred1", "netns", link.name],
            ["ip", "addr", "add", f"{link.near}/30", "dev", "kindred0"],
            ["ip", "link", "set", "kindred0", "up"],
            [*link.within, "ip", "addr", "add", f"{link.far}/30", "dev", "kindred1"],
            [*link.within, "ip", "link", "set", "kindred1", "up"],
            [*link.within, "ip", "link", "set", "lo", "up"],
        ]
        if not shutil.which("ip"):
            return None
        for step in steps:
            if subprocess.run(step, capture_output=True).returncode:
                link.remove()
                return None
        return link

    def cut(self):
        subprocess.run([*self.within, "ip", "link", "set", "kindred1", "down"], check=True)

    def mend(self):
        subprocess.run([*self.within, "ip", "link", "set", "kindred1", "up"], check=True)

    def remove(self):
        if shutil.which("ip"):
            subprocess.run(["ip", "link", "delete", "kindred0"], capture_output=True)
            subprocess.run(["ip", "netns", "delete", self.name], capture_output=True)
