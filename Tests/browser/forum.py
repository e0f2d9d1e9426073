"""A forum of its own for the tests: the server on a free port with a fresh data folder, its cast, and its table of routes."""

import contextlib
import email
import http.client
import os
import pathlib
import re
import shutil
import socket
import subprocess
import tempfile
import threading
import unittest
import urllib.parse

REPO = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(os.environ.get("KINDRED_PROGRAM") or REPO / ".build/debug/kindred")
SHARED = REPO.parent / "shared"
PASSWORD = "nine quiet herons 7"


class Route:
    def __init__(self, line):
        self.method, self.pattern, self.audience, fields = line.rstrip("\n").split("\t")
        self.fields = {name: int(size) for name, size in (f.split(":") for f in fields.split(",") if f)}
        self.matches = re.compile(re.sub(r":\w+", "[^/]+", self.pattern) + r"\Z").match


def routes():
    """Every address of the site, as the program itself lists them."""
    listed = subprocess.run([PROGRAM, "routes"], capture_output=True, text=True, check=True).stdout
    return [Route(line) for line in listed.splitlines()]


class Forum:
    """`with Forum() as forum:` serves until the block ends; what it logged is kept in `forum.log`."""

    def __init__(self, *arguments, seed=None):
        self.arguments = arguments
        self.folder = tempfile.TemporaryDirectory(prefix="kindred-browser-")
        self.data = pathlib.Path(self.folder.name) / "data"
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.environment = {k: v for k, v in os.environ.items() if not k.startswith("KINDRED_")}
        self.environment |= {"KINDRED_DATA": str(self.data), "KINDRED_PORT": str(self.port)}
        self.log = []
        self.emails = {}
        self.seed = seed

    def __enter__(self):
        if self.seed:
            self.run("seed", *self.seed)
        return self.start()

    def kill(self):
        """Ends the server as a power cut would."""
        self.process.kill()
        self.process.wait(timeout=30)
        self.reader.join(timeout=5)
        self.process.stderr.close()

    def start(self):
        """Serves, again after `kill`."""
        self.process = subprocess.Popen(
            [PROGRAM, "serve", *self.arguments], cwd=REPO, env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        # Ends the wait below, should the server neither listen nor stop.
        watchdog = threading.Timer(60, self.process.kill)
        watchdog.start()
        for line in self.process.stderr:
            self.log.append(line)
            if "what=listening" in line:
                break
        else:
            raise RuntimeError("the server did not start:\n" + "".join(self.log))
        watchdog.cancel()
        self.reader = threading.Thread(target=lambda: self.log.extend(self.process.stderr), daemon=True)
        self.reader.start()
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(timeout=30)
        self.reader.join(timeout=5)
        self.process.stderr.close()
        self.folder.cleanup()

    def run(self, *arguments):
        done = subprocess.run([PROGRAM, *arguments], cwd=REPO, env=self.environment, capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(f"kindred {' '.join(arguments)}: {done.stderr}")
        return done.stdout

    def add(self, name, role="member"):
        """A member whose address is vouched for; answers the address."""
        email = name.lower().replace(" ", ".") + "@example.com"
        self.run("member", "add", "--name", name, "--email", email, "--password", PASSWORD, "--role", role)
        return email

    def mailed(self, address, path):
        """The newest link that begins with `path` in the mail to an address; the spool is where mail goes without a server."""
        def links():
            for file in sorted(self.data.glob("spool/**/*.eml"), key=lambda file: file.stat().st_mtime_ns):
                message = email.message_from_bytes(file.read_bytes())
                if address in message["To"]:
                    text = message.get_payload()[0] if message.is_multipart() else message
                    yield from re.findall(re.escape(path) + r"[\w-]+", text.get_payload(decode=True).decode())
        # The queue is emptied behind the request; each look at the site gives it time.
        caller = Caller(self)
        for _ in range(4000):
            found = list(links())
            if found:
                return found[-1]
            caller.get("/healthz")
        raise RuntimeError(f"no mail with {path} came for {address}")

    def set_up_link(self):
        return next(re.search(r"link=\S+?(/set-up/\S+)", line).group(1) for line in self.log if "link=" in line)


class Caller:
    """Speaks HTTP with the forum as one member, with the cookies a browser would keep."""

    def __init__(self, forum, email=None):
        self.forum, self.cookies = forum, {}
        self.connection = http.client.HTTPConnection("127.0.0.1", forum.port, timeout=60)
        if email:
            status, _, _ = self.post("/sign-in", {"email": email, "password": PASSWORD})
            if status != 303:
                raise RuntimeError(f"{email} cannot sign in: {status}")

    def twin(self):
        """The same member at the same time, by a connection of its own."""
        twin = Caller(self.forum)
        twin.cookies = self.cookies
        return twin

    def ask(self, method, path, body=None, headers=None):
        headers = {"Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items()), **(headers or {})}
        try:
            self.connection.request(method, path, body, headers)
            answer = self.connection.getresponse()
        except (http.client.RemoteDisconnected, ConnectionResetError, BrokenPipeError):
            self.connection.close()
            self.connection.request(method, path, body, headers)
            answer = self.connection.getresponse()
        text = answer.read().decode("utf-8", "strict")
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.split(";")[0]
        return answer.status, dict((k.lower(), v) for k, v in answer.getheaders()), text

    def get(self, path, headers=None):
        return self.ask("GET", path, None, headers)

    def post(self, path, fields, headers=None):
        sent = {"Content-Type": "application/x-www-form-urlencoded", "Origin": self.forum.url, **(headers or {})}
        return self.ask("POST", path, urllib.parse.urlencode(fields), sent)

    def follow(self, path):
        """Reads the page behind redirects."""
        for _ in range(5):
            status, headers, text = self.get(path)
            if status not in (301, 303):
                return status, headers, text
            path = headers["location"].partition("#")[0]
        raise RuntimeError(f"{path} leads in a circle")


@contextlib.contextmanager
def chromium():
    program = shutil.which("chromium")
    if not program:
        raise unittest.SkipTest("wanted chromium, a browser")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


def topic_of(location):
    return int(re.match(r"/t/(\d+)", location).group(1))
