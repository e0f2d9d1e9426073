"""A forum whose server can be stopped, killed and started again on the same data."""

import http.client
import os
import pathlib
import shlex
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.parse

REPO = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(os.environ.get("KINDRED_PROGRAM") or REPO / ".build/debug/kindred")
PASSWORD = "nine quiet herons 7"
#: A client whose request was cut off: it cannot know whether what it asked for was done.
CUT = (http.client.HTTPException, OSError)


def until(question, seconds, wanted):
    """Asks again and again; answers the first answer that is true."""
    deadline = time.monotonic() + seconds
    while True:
        answer = question()
        if answer:
            return answer
        if time.monotonic() > deadline:
            raise AssertionError(f"not within {seconds} s: {wanted}")
        time.sleep(0.01)


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


class Forum:
    """`with Forum() as forum:` has data and no server yet; `forum.start()` runs one."""

    def __init__(self, disk=None, **settings):
        """`disk` puts the data on a file system of its own with so many bytes, in a mount namespace of the server's own."""
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="kindred-faults-"))
        self.data = self.folder / "data"
        self.data.mkdir()
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.environment = {k: v for k, v in os.environ.items() if not k.startswith("KINDRED_")}
        # Members come from many addresses, as they do behind a proxy, so that no limit meant for one address is met.
        self.environment |= {
            "KINDRED_DATA": str(self.data), "KINDRED_PORT": str(self.port), "KINDRED_TRUSTED_PROXIES": "127.0.0.1",
            "KINDRED_LOG": "warning", **settings}
        self.disk = disk
        self.process = None
        self.log = self.folder / "log"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def set_up(self, *staff):
        """Makes the database, its first categories, and members whom no posting limit holds."""
        self.command("migrate")
        self.add("Rosa Fenn", "admin")
        for name in staff:
            self.add(name, "staff")

    def add(self, name, role):
        self.command("member", "add", "--name", name, "--email", email(name), "--password", PASSWORD, "--role", role)

    def command(self, *arguments):
        done = subprocess.run([PROGRAM, *arguments], env=self.environment, capture_output=True, text=True)
        if done.returncode:
            raise AssertionError(f"kindred {' '.join(arguments)} ended with {done.returncode}: {done.stdout}{done.stderr}")
        return done.stdout

    def start(self, seconds=20):
        """Starts the server; answers after how many seconds it took requests."""
        command = [str(PROGRAM), "serve"]
        if self.disk:
            # The command makes what `set_up` would: it must lie on the small disk.
            steps = [
                f"mount -t tmpfs -o size={self.disk} none {shlex.quote(str(self.data))}",
                f"{shlex.quote(str(PROGRAM))} migrate",
                f"{shlex.quote(str(PROGRAM))} member add --name Rosa --email rosa@example.com --password {shlex.quote(PASSWORD)} --role admin",
                f"exec {shlex.quote(str(PROGRAM))} serve"]
            command = ["unshare", "--mount", "sh", "-c", " && ".join(steps)]
        begun = time.monotonic()
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(command, env=self.environment, stdout=log, stderr=log)
        until(self.is_ready, seconds, f"the server is ready\n{self.logged()}")
        return time.monotonic() - begun

    def is_ready(self):
        if self.process.poll() is not None:
            raise AssertionError(f"the server ended with {self.process.returncode}\n{self.logged()}")
        try:
            return Caller(self).get("/readyz").status == 200
        except CUT:
            return False

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self, seconds=20):
        """Ends the server as an operator does; answers its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=seconds)

    def logged(self):
        return self.log.read_text(errors="replace") if self.log.exists() else ""

    def rows(self, sql, *values):
        """Reads the database as another program does."""
        database = sqlite3.connect(f"file:{self.data}/kindred.sqlite?mode=ro", uri=True, timeout=10)
        try:
            return database.execute(sql, values).fetchall()
        finally:
            database.close()

    def change(self, sql, *values):
        """Writes to the database behind the server's back."""
        database = sqlite3.connect(self.data / "kindred.sqlite", timeout=10, isolation_level=None)
        try:
            return database.execute(sql, values).rowcount
        finally:
            database.close()


    def change_many(self, *statements):
        """Writes many rows behind the server's back, all or nothing."""
        database = sqlite3.connect(self.data / "kindred.sqlite", timeout=10)
        with database:
            for sql, rows in statements:
                database.executemany(sql, rows)
        database.close()


def email(name):
    return name.lower().replace(" ", ".") + "@example.com"


class Answer:
    def __init__(self, response):
        self.status = response.status
        self.location = response.getheader("Location", "")
        self.headers = response.headers
        self.text = response.read().decode()


class Caller:
    """One member or visitor. Nothing is ever sent twice."""

    def __init__(self, forum, address=None, timeout=60):
        self.forum, self.address, self.cookies = forum, address, {}
        self.connection = http.client.HTTPConnection("127.0.0.1", forum.port, timeout=timeout)

    def __del__(self):
        self.connection.close()

    def signed_in(self, name):
        answer = self.post("/sign-in", email=email(name), password=PASSWORD)
        if answer.status != 303:
            raise AssertionError(f"{name} cannot sign in: {answer.status}")
        return self

    def get(self, path):
        return self.ask("GET", path)

    def post(self, path, **fields):
        return self.ask("POST", path, urllib.parse.urlencode(fields), {"Content-Type": "application/x-www-form-urlencoded", "Origin": self.forum.url})

    def ask(self, method, path, body=None, headers=None):
        headers = dict(headers or {})
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{k}={v}" for k, v in self.cookies.items())
        if self.address:
            headers["X-Forwarded-For"] = self.address
        self.connection.request(method, path, body, headers)
        answer = Answer(self.connection.getresponse())
        for line in answer.headers.get_all("Set-Cookie", []):
            name, _, value = line.partition("=")
            self.cookies[name] = value.split(";")[0]
        return answer


def say(line):
    print(line, file=sys.stderr, flush=True)
