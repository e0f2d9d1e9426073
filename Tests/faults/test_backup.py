"""Backups: made while everybody writes, damaged, and brought back on an empty machine."""

import json
import random
import re
import shutil
import struct
import subprocess
import tarfile
import threading
import unittest
import zlib

from checker import check
from forum import CUT, PROGRAM, Caller, Forum, until
from test_postgres import Database
from writers import Log, Shared, Writer

NAMES = [f"Writer {word}" for word in ("Ash", "Birch", "Cedar", "Doum", "Elm", "Fir")]


def png(seed):
    """A picture of noise, so that no two are alike."""
    noise = random.Random(seed)
    rows = b"".join(b"\0" + noise.randbytes(48) for _ in range(32))

    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 48, 32, 8, 0, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


class Painter:
    """Asks one question with a picture after another; knows which were acknowledged."""

    def __init__(self, forum, name):
        self.forum, self.member, self.kept, self.count = forum, Caller(forum).signed_in(name), [], 0

    def run(self):
        try:
            while True:
                self.ask()
        except CUT:
            self.member.connection.close()

    def ask(self):
        self.count += 1
        word = f"painting{self.count}x"
        fields = {
            "kind": "question", "category": "help", "title": f"Who painted {word}?", "body": f"Seen at {word}.", "tags": "", "key": f"key-{word}",
            "picture_alt": "A painting"}
        parts = [f'--edge\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode() for name, value in fields.items()]
        parts.append(b'--edge\r\nContent-Disposition: form-data; name="picture"; filename="p.png"\r\nContent-Type: image/png\r\n\r\n' + png(self.count) + b"\r\n")
        headers = {"Content-Type": "multipart/form-data; boundary=edge", "Origin": self.forum.url}
        answer = self.member.ask("POST", "/ask", b"".join(parts) + b"--edge--\r\n", headers)
        if answer.status != 303:
            raise AssertionError(f"a question with a picture was answered with {answer.status}: {answer.text[:1000]}")
        self.kept.append(word)


class AnsweredBefore:
    """The log as it stood at a moment: what was not answered by then may be there or not."""

    def __init__(self, log, lines):
        self.log, self.lines = log, lines

    def operations(self):
        known = {facts["n"] for facts in map(json.loads, written(self.log)[: self.lines]) if "status" in facts}
        all_of_them = self.log.operations()
        places = [re.match(r"/p/(\d+)", op.get("place", "")) for op in all_of_them if op["n"] in known]
        posts = {int(place.group(1)) for place in places if place}
        # What was done to a post that came later says nothing of then.
        some = [op for op in all_of_them if op["n"] in known or op["act"] not in ("edit", "delete") or op["item"][0] in posts]
        return [op if op["n"] in known else {key: value for key, value in op.items() if key not in ("status", "place")} for op in some]


def written(log):
    with open(log.path) as file:
        return file.readlines()


def command(forum, *arguments, **settings):
    return subprocess.run([PROGRAM, *arguments], env=forum.environment | settings, capture_output=True, text=True)


class Backup(unittest.TestCase):
    def forum(self, **settings):
        forum = Forum(**settings)
        self.addCleanup(forum.__exit__)
        return forum

    def written(self, forum, archive):
        """Everybody writes; a backup is made in the middle. Answers the log as it stood when that began, and the pictures acknowledged by then."""
        log, shared, failures = Log(forum.folder / "writers.jsonl"), Shared(), []
        workers = [Writer(forum, name, log, shared, 7) for name in NAMES]
        painter = Painter(forum, "Pia Brush")

        def work(worker):
            try:
                worker.run()
            except BaseException as error:
                failures.append(error)

        threads = [threading.Thread(target=work, args=(worker,)) for worker in [*workers, painter]]
        for thread in threads:
            thread.start()
        until(lambda: failures or (log.count > 250 and len(painter.kept) > 8), 60, "members write and paint")
        painted, before = list(painter.kept), AnsweredBefore(log, len(written(log)))
        count = log.count
        print(forum.command("backup", str(archive)).strip())
        print(f"{log.count - count} operations were sent while the backup was made")
        self.assertGreater(log.count, count)
        until(lambda: failures or log.count > count + 50, 60, "members write on")
        forum.kill()
        for thread in threads:
            thread.join()
        self.assertEqual(failures, [])
        return before, painted

    def test_a_backup_of_a_busy_forum_comes_back_on_an_empty_machine_with_all_that_was_acknowledged(self):
        forum = self.forum()
        forum.set_up(*NAMES, "Pia Brush")
        forum.start()
        archive = forum.folder / "kindred.tar"
        before, painted = self.written(forum, archive)

        with self.subTest("standard tools read it"):
            place = forum.folder / "unpacked"
            place.mkdir()
            subprocess.run(["tar", "-xf", archive, "-C", place], check=True)
            sums = subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=place, capture_output=True, text=True)
            self.assertEqual((sums.returncode, sums.stdout), (0, ""))
            self.assertIn("KINDRED_TRUSTED_PROXIES=127.0.0.1", (place / "settings.conf").read_text())
        with self.subTest("it is whole, and can be restored"):
            self.assertIn("whole", forum.command("verify", str(archive)))
            self.assertIn("the drill went well", forum.command("drill", str(archive), "--in", str(forum.folder)))
            self.assertEqual([path.name for path in forum.folder.glob("kindred-drill-*")], [])
        with self.subTest("nothing is overwritten"):
            stood = archive.read_bytes()
            for arguments in (("backup", str(archive)), ("restore", str(archive))):
                done = command(forum, *arguments)
                self.assertEqual(done.returncode, 1, done.stdout)
            self.assertEqual(archive.read_bytes(), stood)
            self.assertEqual(list(forum.folder.glob("*.part")), [])

        other = self.forum()
        print(other.command("restore", str(archive)).strip())
        self.assertIn("counters: good", other.command("check"))
        counts = check(before, other)
        print(f"of what was acknowledged before the backup nothing was lost: {counts['acknowledged']}, and {len(painted)} pictures")
        bodies = [body for (body,) in other.rows("SELECT body FROM post")]
        for word in painted:
            self.assertTrue(any(f"{word}." in body for body in bodies), word)
        files = {path.name for path in (other.data / "pictures").rglob("*.png")}
        self.assertEqual({f"{name}.png" for (name,) in other.rows("SELECT name FROM picture WHERE format = 'png'")}, files)
        other.start()
        self.assertEqual(Caller(other).get("/").status, 200)
        self.damaged(forum, archive)

    def damaged(self, forum, archive):
        """A changed byte is found in every member, and a file that was cut; nothing of it is restored."""
        bad, chance = forum.folder / "bad.tar", random.Random(3)
        whole = archive.read_bytes()
        with tarfile.open(archive) as tar:
            members = [(member.name, member.offset, member.offset_data, member.size) for member in tar]
        some = [member for member in members if "/" not in member[0]] + [member for member in members if "/" in member[0]][:2]
        places = [(name, data + chance.randrange(size)) for name, _, data, size in some] + [(name, header + chance.randrange(512)) for name, header, _, _ in some[:3]]
        for name, place in places:
            changed = bytearray(whole)
            changed[place] ^= 1 << chance.randrange(8)
            bad.write_bytes(changed)
            found = command(forum, "verify", str(bad))
            with self.subTest(f"byte {place}, in {name}"):
                self.assertEqual(found.returncode, 1, found.stdout)
                self.assertRegex(found.stderr, "damaged|missing|larger|twice|no backup")
        bad.write_bytes(whole[: len(whole) // 2])
        self.assertRegex(command(forum, "verify", str(bad)).stderr, "cut off")
        empty = forum.folder / "empty"
        self.assertEqual(command(forum, "restore", str(bad), KINDRED_DATA=str(empty)).returncode, 1)
        self.assertEqual([path.name for path in empty.iterdir()], ["kindred.lock"])

    def test_of_somebody_erased_nothing_is_left_on_the_disk_nor_after_a_restore_of_a_backup_of_before(self):
        forum = self.forum()
        forum.set_up("Zbigniewa Wrzosek", "Pia Brush")
        forum.start()
        words = self.told(forum)
        backups = forum.data / "backups"
        backups.mkdir(exist_ok=True)
        archive = backups / "before.tar"
        forum.command("backup", str(archive))
        forum.stop()
        self.assertEqual(sorted(self.left(forum, words)), sorted(words), "all of it is found before, so the search looks in the right places")
        forum.start()
        forum.command("member", "erase", "--handle", "zbigniewa-wrzosek", "--confirm", "zbigniewa-wrzosek", "--texts")
        with self.subTest("beside a running server"):
            until(lambda: not self.left(forum, words), 20, f"all is gone: {self.left(forum, words)}")
        forum.stop()
        other = self.forum()
        print(other.command("restore", str(archive)).strip())
        for name, place in (("where it was erased", forum), ("where the older backup was restored", other)):
            with self.subTest(name):
                self.assertEqual(self.left(place, words), {})
                checked = place.command("check")
                self.assertIn("counters: good", checked)
                self.assertIn("index of words: good", checked)
                self.assertRegex(checked, "log.*: good")

    def told(self, forum):
        """A member leaves traces wherever a member can; answers by what each is found."""
        member, other = Caller(forum, "203.0.113.77").signed_in("Zbigniewa Wrzosek"), Caller(forum).signed_in("Pia Brush")

        def did(answer):
            self.assertEqual(answer.status, 303, answer.text[:3000])
            return answer.location

        Painter(forum, "Zbigniewa Wrzosek").ask()
        did(member.post("/settings/profile", name="Zbigniewa Wrzosek", bio="I am fond of gyroscopes-bio.", timeZone="UTC"))
        asked = did(member.post("/ask", kind="question", category="help", title="Where is wombatville?", body="Near hexagonia.", tags="", key="erased-1"))
        topic = asked.split("/")[2]
        first = forum.rows("SELECT id FROM post WHERE topic_id = ? AND number = 1", int(topic))[0][0]
        did(member.post(f"/t/{topic}/replies", body="It is in jabberland.", key="erased-2", seen="1"))
        reply = forum.rows("SELECT max(id) FROM post")[0][0]
        forum.change("UPDATE post SET created_at = created_at - 86400000, edited_at = NULL WHERE id = ?", reply)
        did(member.post(f"/p/{reply}/edit", body="It is in kumquatia.", version="1"))
        did(other.post(f"/p/{reply}/remarks", body="Thank you.", key="erased-3"))
        did(member.post(f"/p/{first}/remarks", body="Beyond vulcanopolis.", save="yes"))
        did(member.post("/m/pia-brush/write", body="Dear yttriumbay", key="erased-4"))
        did(member.post("/ask/privately", title="My uvularium", body="My uvularium", key="erased-5"))
        did(other.post("/ask", kind="question", category="help", title="What is near?", body="Nothing.", tags="", key="erased-6"))
        theirs = forum.rows("SELECT max(id) FROM post")[0][0]
        did(member.post(f"/p/{theirs}/report", reason="spam", note="Rude to quokkafield"))
        return [
            "painting1x", "gyroscopes-bio", "wombatville", "hexagonia", "jabberland", "kumquatia", "vulcanopolis", "yttriumbay", "uvularium",
            "quokkafield", "Wrzosek", "203.0.113.77"]

    def left(self, forum, words):
        """In which files of the data each word is found, backups apart. The index of words leaves out what a word shares with the one before."""
        found = {}
        for path in sorted(forum.data.rglob("*")):
            if not path.is_file() or "backups" in path.parts:
                continue
            bytes_ = path.read_bytes().lower()
            for word in words:
                count = bytes_.count(word.lower()[2:].encode())
                if count:
                    found.setdefault(word, {})[path.name] = count
        pictures = [path.name for path in (forum.data / "pictures").rglob("*.png")]
        if pictures:
            found.setdefault("painting1x", {})["pictures"] = len(pictures)
        return found

    @unittest.skipUnless(shutil.which("psql"), "wanted PostgreSQL (run bin/setup)")
    def test_a_backup_is_the_same_thing_whichever_engine_it_is_of_or_comes_back_into(self):
        databases = [Database(), Database()]
        for database in databases:
            self.addCleanup(database.close)
        served, moved, back = self.forum(KINDRED_DATABASE=databases[0].url), self.forum(KINDRED_DATABASE=databases[1].url), self.forum()
        served.command("seed", "--members", "12", "--topics", "15", "--until", "2024-05-17")
        one, two = served.folder / "one.tar", served.folder / "two.tar"
        self.assertIn("from PostgreSQL", served.command("backup", str(one)))
        moved.command("restore", str(one))
        self.assertEqual(command(moved, "restore", str(one), KINDRED_DATA=str(moved.folder / "other")).returncode, 1, "a community is there")
        self.assertIn("counters: good", moved.command("check"))
        moved.command("backup", str(two))
        back.command("restore", str(two))
        checked = back.command("check")
        self.assertIn("counters: good", checked)
        self.assertIn("index of words: good", checked)
        for table in ("member", "topic", "post", "vote", "event", "post_search"):
            self.assertEqual(str(back.rows(f"SELECT count(*) FROM {table}")[0][0]), databases[0].rows(f"SELECT count(*) FROM {table}")[0])


if __name__ == "__main__":
    unittest.main()
