"""Mail against a real mail server with every fault: no request waits for it, and no message is taken twice."""

import collections
import email
import importlib.util
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

from forum import REPO, Caller, Forum, free_port, until


class MailServer:
    """A mail server that can be ended and started again, with another fault, at the same address."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="kindred-mail-")
        self.port = free_port()
        self.process = None

    def run(self, mode):
        self.end()
        self.process = subprocess.Popen(
            [sys.executable, REPO / "Tests/tools/smtp_server.py", mode, self.folder.name, str(self.port)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.process.stdout.readline()

    def end(self):
        if self.process:
            self.process.kill()
            self.process.wait()
            self.process.stdin.close()
            self.process.stdout.close()
            self.process = None

    def taken(self):
        """How often each message was taken, by its Message-ID, with the address it was for."""
        path = pathlib.Path(self.folder.name) / "taken.jsonl"
        lines = path.read_text().splitlines() if path.exists() else []
        messages = [json.loads(line) for line in lines]
        return collections.Counter((email.message_from_string(m["content"])["Message-ID"], m["to"][0]) for m in messages)

    def times(self, address):
        return [count for (_, to), count in self.taken().items() if to == address]


@unittest.skipUnless(importlib.util.find_spec("aiosmtpd"), "wanted aiosmtpd for mail over SMTP (run bin/setup)")
class Mail(unittest.TestCase):
    def setUp(self):
        self.smtp = MailServer()
        self.addCleanup(self.smtp.folder.cleanup)
        self.addCleanup(self.smtp.end)
        self.forum = Forum(KINDRED_SMTP_URL=f"smtp://127.0.0.1:{self.smtp.port}", KINDRED_MAIL_FROM="forum@example.org")
        self.addCleanup(self.forum.__exit__)
        self.forum.set_up()
        self.joined = 0

    def join(self, name):
        """Signs somebody up, which sends a mail; answers their address."""
        address = f"{name.lower()}@example.net"
        self.joined += 1
        answer = Caller(self.forum, address=f"198.18.0.{self.joined}", timeout=20).post(
            "/sign-up", name=f"{name} Weil", email=address, password="eleven loud owls 3", return_to="/")
        self.assertEqual(answer.status, 303)
        return address

    def mail(self, address):
        """The state of the one mail to an address, how often it was tried, and what the mail server said."""
        rows = self.forum.rows("SELECT state, attempts, reply FROM mail WHERE to_address = ?", address)
        self.assertLessEqual(len(rows), 1)
        return rows[0] if rows else (None, 0, "")

    def reaches(self, address, *states):
        until(lambda: self.mail(address)[0] in states, 30, f"the mail to {address} is {' or '.join(states)}, not {self.mail(address)}")

    def is_put_off(self, address):
        until(lambda: self.mail(address)[:2] == ("queued", 1), 30, f"the mail to {address} is put off, not {self.mail(address)}")

    def let_an_hour_pass(self):
        """A message that was put off waits a minute at least: here it is due at once, and the queue looks after the next write."""
        self.forum.change("UPDATE mail SET due_at = 0 WHERE state = 'queued'")
        Caller(self.forum).post("/sign-in", email="nobody@example.net", password="never")

    def test_nobody_waits_for_a_mail_server_that_hangs(self):
        self.smtp.run("silent")
        self.forum.start()
        first = self.join("Ana")
        self.reaches(first, "sending")
        second = self.join("Kai")
        self.assertEqual(Caller(self.forum).get("/").status, 200)
        self.assertEqual(self.mail(first)[0], "sending", "the first mail hangs still, and the second member is in already")
        self.assertEqual(self.smtp.taken(), {})
        self.forum.kill()
        # It had not been handed over, but nobody can know that: it is given up. The one behind it goes out.
        self.smtp.run("ok")
        self.forum.start()
        self.reaches(second, "sent")
        self.assertEqual(self.mail(first)[0], "unknown")
        self.assertEqual(self.smtp.times(first) + self.smtp.times(second), [1])

    def test_nobody_waits_for_a_mail_server_that_is_slow(self):
        self.smtp.run("slow")
        self.forum.start()
        addresses = [self.join(f"Ana{letter}") for letter in "abcdef"]
        self.assertLess(len(self.smtp.taken()), len(addresses), "all are members while their mails are still on their way")
        for address in addresses:
            self.reaches(address, "sent")
        self.assertEqual([self.smtp.times(address) for address in addresses], [[1]] * len(addresses))

    def test_a_mail_server_that_dies_in_the_middle_of_a_message_gets_it_once_at_most(self):
        self.smtp.run("drop-during-message")
        self.forum.start()
        address = self.join("Ana")
        until(lambda: self.mail(address)[0] == "unknown" or self.mail(address)[:2] == ("queued", 1), 30, "the delivery has failed")
        given_up = self.mail(address)[0] == "unknown"
        self.smtp.run("ok")
        self.let_an_hour_pass()
        self.reaches(self.join("Kai"), "sent")
        # Short enough to be in the network as a whole, it may have arrived for all anybody knows.
        self.assertEqual((self.mail(address)[0], self.smtp.times(address)), ("unknown", []) if given_up else ("sent", [1]))

    def test_what_is_put_off_arrives_once(self):
        for mode in ("refuse-connection", "450-recipient", "451-message", "421-message", "turned-away", "drop-at-data"):
            with self.subTest(mode):
                self.smtp.run(mode)
                if not self.forum.process:
                    self.forum.start()
                address = self.join("Ana" + mode.replace("-", ""))
                self.is_put_off(address)
                self.assertEqual(self.smtp.times(address), [])
                self.smtp.run("ok")
                self.let_an_hour_pass()
                self.reaches(address, "sent")
                self.assertEqual(self.smtp.times(address), [1])

    def test_what_is_refused_for_good_is_not_tried_again(self):
        self.smtp.run("550-recipient")
        self.forum.start()
        refused = self.join("Ana")
        self.reaches(refused, "failed")
        self.smtp.run("ok")
        self.let_an_hour_pass()
        later = self.join("Kai")
        self.reaches(later, "sent")
        self.assertEqual(self.mail(refused)[:2], ("failed", 1))
        self.assertIn("550", self.mail(refused)[2])
        self.assertEqual(self.smtp.times(refused), [])

    def test_a_mail_server_that_dies_before_it_answers_gets_the_message_once(self):
        self.smtp.run("drop-before-reply")
        self.forum.start()
        address = self.join("Ana")
        self.reaches(address, "unknown")
        self.smtp.run("ok")
        self.let_an_hour_pass()
        self.reaches(self.join("Kai"), "sent")
        self.assertEqual(self.smtp.times(address), [1])

    def test_a_server_killed_in_the_middle_of_a_delivery_does_not_send_it_again(self):
        for round in range(2):
            with self.subTest(round=round):
                self.smtp.run("silent-after-message")
                self.forum.start()
                address = self.join(f"Ana{'abc'[round]}")
                until(lambda: self.smtp.times(address), 30, "the mail server has the message")
                self.assertEqual(self.mail(address)[0], "sending")
                self.forum.kill()
                self.smtp.run("ok")
                self.forum.start()
                self.let_an_hour_pass()
                self.reaches(self.join(f"Kai{'abc'[round]}"), "sent")
                self.assertEqual(self.mail(address)[0], "unknown")
                self.assertEqual(self.smtp.times(address), [1])
                self.assertEqual(self.forum.stop(), 0)

    def test_a_server_killed_again_and_again_while_mail_leaves_sends_nothing_twice(self):
        self.smtp.run("ok")
        addresses = []
        for round in range(3):
            self.forum.start()
            addresses += [self.join(f"M{'abcdefghijklmnop'[number]}{'xyz'[round]}") for number in range(8)]
            until(lambda: self.smtp.times(addresses[-8]), 30, "mail is leaving")
            self.forum.kill()
        self.forum.start()
        self.reaches(self.join("Last"), "sent")
        until(
            lambda: not self.forum.rows("SELECT 1 FROM mail WHERE state IN ('queued', 'sending')"), 30, "every mail has come to its end")
        for address in addresses:
            state, _, _ = self.mail(address)
            self.assertIn(state, ("sent", "unknown"))
            self.assertIn(self.smtp.times(address), ([1],) if state == "sent" else ([1], []))
