"""What the address of a PostgreSQL server asks for is done: TLS as its words say, its password shown to nobody; and a community that is in use is
not moved."""

import os
import pathlib
import shutil
import socket
import subprocess
import unittest

from forum import PROGRAM, Forum, until
from test_postgres import Database

SECRET = "calm-herons/9fen"
WRITTEN = "calm%2Dherons%2F9fen"


def kindred(forum, *arguments, **settings):
    """The code a command ends with, and all it says."""
    done = subprocess.run([PROGRAM, *arguments], env=forum.environment | settings, capture_output=True, text=True, timeout=120)
    return done.returncode, done.stdout + done.stderr


def shown(pid):
    """What every user of the machine can see of a process."""
    return " ".join(pathlib.Path(f"/proc/{pid}/{name}").read_text(errors="replace").replace("\0", " ") for name in ("cmdline", "comm"))


@unittest.skipUnless(shutil.which("psql"), "wanted PostgreSQL (run bin/setup)")
class Address(unittest.TestCase):
    def setUp(self):
        self.database = Database()
        self.addCleanup(self.database.close)
        self.forum = Forum()
        self.addCleanup(self.forum.__exit__)
        self.port = self.database.url.rsplit(":", 1)[1].split("/")[0]

    def alter(self, **settings):
        for name, value in settings.items():
            self.database.rows(f"ALTER SYSTEM SET {name} = '{value}'")
        self.database.rows("SELECT pg_reload_conf()")

    @unittest.skipUnless(shutil.which("openssl"), "wanted openssl")
    def test_tls_is_as_strict_as_the_address_says(self):
        ours, others = Authority(self.database.folder, "ours"), Authority(self.database.folder, "others")
        address = f"postgres://kindred@localhost:{self.port}/postgres"
        strict = f"{address}?sslmode=verify-full&sslrootcert="
        code, words = kindred(self.forum, "migrate", KINDRED_DATABASE=f"{address}?sslmode=require")
        self.assertEqual(code, 1)
        self.assertRegex(words, r"^kindred: the database cannot be reached: .*server does not support SSL, but SSL was required")
        certificate, key = ours.signed("localhost")
        self.alter(ssl_cert_file=certificate, ssl_key_file=key, ssl="on")
        until(lambda: kindred(self.forum, "migrate", KINDRED_DATABASE=f"{address}?sslmode=require")[0] == 0, 20, "the server speaks TLS")
        for wrong, why in (
            (strict + str(others.certificate), "certificate verify failed"),
            (strict + str(ours.folder / "missing.crt"), "root certificate file .* does not exist"),
            (strict.replace("localhost", "127.0.0.1") + str(ours.certificate), "does not match host name"),
        ):
            code, words = kindred(self.forum, "migrate", KINDRED_DATABASE=wrong)
            self.assertEqual(code, 1)
            self.assertRegex(words, f"^kindred: the database cannot be reached: .*{why}")
            self.assertNotIn("Fatal", words)
        served = Forum(KINDRED_DATABASE=strict + str(ours.certificate))
        self.addCleanup(served.__exit__)
        served.start()
        sessions = self.database.rows(
            "SELECT ssl, count(*) FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) WHERE application_name = 'kindred' GROUP BY ssl")
        self.assertEqual([line.split("|")[0] for line in sessions], ["t"], "every session is under TLS")

    def test_the_password_of_an_address_is_shown_to_nobody(self):
        self.database.rows(f"CREATE ROLE guarded LOGIN SUPERUSER PASSWORD '{SECRET}'")
        rules = self.database.folder / "data/pg_hba.conf"
        rules.write_text("host all guarded 0.0.0.0/0 scram-sha-256\n" + rules.read_text())
        self.alter(password_encryption="scram-sha-256")
        place = f"guarded:{WRITTEN}@127.0.0.1:{self.port}/postgres"
        good = f"postgres://{place}"
        until(lambda: kindred(self.forum, "migrate", KINDRED_DATABASE=good.replace(WRITTEN, "wrong"))[0] == 1, 20, "a password is wanted")
        folder = str(self.forum.data)
        said = []
        for code, arguments, settings in (
            (0, ["migrate"], {"KINDRED_DATABASE": good}),
            (0, ["check"], {"KINDRED_DATABASE": good}),
            (1, ["migrate"], {"KINDRED_DATABASE": good.replace(WRITTEN, WRITTEN + "x")}),
            (1, ["migrate"], {"KINDRED_DATABASE": good.replace("127.0.0.1", "nowhere.invalid")}),
            (1, ["migrate"], {"KINDRED_DATABASE": good.replace("/postgres", "/nothing")}),
            (1, ["migrate"], {"KINDRED_DATABASE": good + "?sslmode=verify-full&sslrootcert=/nowhere"}),
            # As people write it: these characters end a password for libpq, and what follows is taken for a host.
            (2, ["migrate"], {"KINDRED_DATABASE": good.replace(WRITTEN, SECRET)}),
            (2, ["migrate"], {"KINDRED_DATABASE": good.replace(WRITTEN, SECRET.replace("/", "@"))}),
            (2, ["migrate"], {"KINDRED_DATABASE": good.replace(WRITTEN, SECRET.replace("/", "%z"))}),
            (2, ["serve"], {"KINDRED_DATABASE": "mysql://" + place}),
            (0, ["--help"], {"KINDRED_DATABASE": good}),
            (0, ["copy", "--help"], {"KINDRED_DATABASE": good}),
            (1, ["copy", "--from", folder, "--to", good], {}),
            (1, ["copy", "--from", good, "--to", "mysql://" + place], {}),
            (1, ["copy", "--from", good.replace(WRITTEN, SECRET), "--to", folder], {}),
            (1, ["copy", "--from", good, "--to", good], {}),
            (64, ["copy", "--from", folder, good], {}),
            (64, ["copy", f"--from={good}", f"--too={good}"], {}),
        ):
            ended, words = kindred(self.forum, *arguments, **settings)
            self.assertEqual(ended, code, f"{arguments[:1]} {words}")
            said.append(words)
        served = Forum(KINDRED_DATABASE=good, KINDRED_LOG="trace")
        self.addCleanup(served.__exit__)
        served.start()
        said.append(shown(served.process.pid))
        self.assertEqual(served.stop(), 0)
        said.append(served.logged())
        # A server that never answers keeps the command where it can be looked at.
        with socket.create_server(("127.0.0.1", 0)) as silent:
            there = good.replace(self.port, str(silent.getsockname()[1]))
            with subprocess.Popen([PROGRAM, "copy", "--from", there, f"--to={there}"], env=self.forum.environment, stderr=subprocess.PIPE) as process:
                self.addCleanup(silent.accept()[0].close)
                self.assertIn("postgres://guarded:xxx", shown(process.pid))
                said.append(shown(process.pid))
                said.append(process.communicate()[1].decode())
        for words in said:
            for secret in (SECRET, WRITTEN, "herons", "9fen"):
                self.assertNotIn(secret, words)

    def test_a_community_in_use_is_not_moved_from_nor_to(self):
        served = Forum(KINDRED_DATABASE=self.database.url)
        self.addCleanup(served.__exit__)
        served.set_up()
        served.start()
        folder, other = str(self.forum.data), self.forum.folder / "other"
        self.forum.command("migrate")
        for arguments, why in (
            (("--from", self.database.url, "--to", str(other)), "--from: another kindred uses that database"),
            (("--from", folder, "--to", self.database.url), "--to: another kindred uses that database"),
        ):
            code, words = kindred(self.forum, "copy", *arguments)
            self.assertEqual(code, 1)
            self.assertIn(why, words)
        self.assertEqual(served.stop(), 0)
        self.forum.start()
        code, words = kindred(self.forum, "copy", "--from", self.database.url, "--to", folder)
        self.assertEqual(code, 1)
        self.assertIn("another kindred is running on the data folder", words)
        # Its server ended a moment ago.
        self.assertIn("all alike", self.forum.command("copy", "--from", self.database.url, "--to", str(other)))


class Authority:
    """Who signs certificates; `folder` is one that the database's owner may read."""

    def __init__(self, folder, name):
        self.folder = pathlib.Path(folder) / name
        self.folder.mkdir()
        self.folder.chmod(0o755)
        self.certificate, self.key = self.folder / "authority.crt", self.folder / "authority.key"
        self.call("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={name}", "-keyout", self.key, "-out", self.certificate)

    def signed(self, host):
        """A certificate for a host and its key."""
        request, certificate, key = (self.folder / f"server.{end}" for end in ("csr", "crt", "key"))
        self.call("req", "-newkey", "rsa:2048", "-nodes", "-subj", f"/CN={host}", "-keyout", key, "-out", request)
        names = self.folder / "names"
        names.write_text(f"subjectAltName=DNS:{host}\n")
        self.call("x509", "-req", "-days", "2", "-in", request, "-CA", self.certificate, "-CAkey", self.key, "-CAcreateserial", "-extfile", names, "-out", certificate)
        key.chmod(0o600)
        if os.getuid() == 0:
            shutil.chown(key, "postgres")
        return certificate, key

    def call(self, *arguments):
        subprocess.run(["openssl", *arguments], check=True, capture_output=True)
