"""A disk that is full, and then has room again."""

import re
import subprocess
import unittest

from forum import PASSWORD, Caller, Forum, until

SMALL = 12 * 1024 * 1024


def may_mount():
    return subprocess.run(["unshare", "--mount", "true"], capture_output=True).returncode == 0


class Disk(unittest.TestCase):
    @unittest.skipUnless(may_mount(), "wanted the right to mount a small disk (run as root)")
    def test_a_full_disk_refuses_writes_lets_readers_read_and_recovers_alone(self):
        with Forum(disk=SMALL) as forum:
            forum.start()
            # The server has a mount of its own, which others see through its process.
            disk = f"/proc/{forum.process.pid}/root{forum.data}"
            writer = Caller(forum)
            self.assertEqual(writer.post("/sign-in", email="rosa@example.com", password=PASSWORD).status, 303)
            place = writer.post("/ask", kind="question", category="help", title="Is there room?", body="Yes.", tags="", key="key-of-asking").location
            topic = re.match(r"/t/(\d+)", place).group(1)

            def reply(number):
                body = f"Reply {number}. " + "Many words for a small disk. " * 700
                return writer.post(f"/t/{topic}/replies", body=body, key=f"key-of-reply-{number}", anyway="yes", seen="")

            with open(f"{disk}/filler", "wb", buffering=0) as filler:
                size = 1 << 20
                while size:
                    try:
                        filler.write(b"x" * size)
                    except OSError:
                        size //= 2
            # The log has room of its own, which is written over again: it takes a few writes until more is wanted.
            answers = []
            for number in range(1000):
                answers.append(reply(number))
                if answers[-1].status != 303:
                    break
            last = len(answers) - 1
            self.assertIn(answers[-1].status, (503, 507))
            self.assertIn("We cannot save right now", answers[-1].text)
            for path in ("/", place, "/search?q=room"):
                self.assertEqual(Caller(forum).get(path).status, 200, f"{path} is read as before")
            ready = Caller(forum).get("/readyz")
            self.assertEqual((ready.status, ready.text), (503, "not ready: the last write failed: the disk is full\n"))
            self.assertEqual(Caller(forum).get("/healthz").status, 200)

            subprocess.run(["rm", f"{disk}/filler"], check=True)
            until(lambda: Caller(forum).get("/readyz").status == 200, 20, "the server is ready again by itself")
            again = reply(last)
            self.assertEqual(again.status, 303)
            # Every acknowledged reply is there once, and the refused one only since it was sent again.
            self.assertEqual(Caller(forum).get(f"/t/{topic}").status, 301)
            numbers = [int(n) for n in re.findall(r"Reply (\d+)\.", self.all_posts(forum, place))]
            self.assertEqual(sorted(set(numbers)), list(range(last + 1)))
            self.assertEqual(forum.stop(), 0)

    def all_posts(self, forum, place):
        texts, page = [], 1
        while True:
            answer = Caller(forum).get(place if page == 1 else f"{place}?page={page}")
            if answer.status == 404:
                return "".join(texts)
            texts.append(answer.text)
            page += 1
