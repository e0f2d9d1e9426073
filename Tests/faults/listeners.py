"""Members with an open page each, as many as wanted, on one thread."""

import base64
import hashlib
import os
import re
import resource
import selectors
import socket
import time


def sessions(forum, count, topic, first=100_000):
    """Members who follow a topic, each with a session; written behind the server's back, since signing up is slow on purpose."""
    now = int(time.time() * 1000)
    members, opened, follows, tokens = [], [], [], []
    for number in range(count):
        tokens.append(base64.urlsafe_b64encode(os.urandom(32)).decode().rstrip("="))
        members.append((first + number, f"Listener {number}", f"listener-{number}", f"listener{number}@example.com", now))
        opened.append((hashlib.sha256(tokens[-1].encode()).digest(), first + number, now, now, now + 86_400_000))
        follows.append((first + number, topic, now))
    forum.change_many(
        ("INSERT INTO member (id, name, handle, email, email_key, role, created_at) VALUES (?1, ?2, ?3, ?4, ?4, 'member', ?5)", members),
        ("INSERT INTO session (token_hash, member_id, created_at, seen_at, expires_at, address, agent) VALUES (?, ?, ?, ?, ?, '', '')", opened),
        ("INSERT INTO follow (member_id, kind, target_id, level, at) VALUES (?, 'topic', ?, 'follow', ?)", follows))
    return tokens


class Listeners:
    """Everything that came is kept until it is looked for."""

    def __init__(self, port, tokens):
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, max(soft, 4 * len(tokens) + 200)), hard))
        self.selector, self.heard, self.open = selectors.DefaultSelector(), {}, set()
        for number, token in enumerate(tokens):
            connection = socket.create_connection(("127.0.0.1", port), timeout=60)
            connection.sendall(f"GET /notices/live HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: kindred={token}\r\nAccept: text/event-stream\r\n\r\n".encode())
            connection.setblocking(False)
            self.selector.register(connection, selectors.EVENT_READ, number)
            self.heard[number] = b""
            self.open.add(number)

    def until(self, pattern, seconds):
        """Waits until everybody has heard something; answers how many seconds that took."""
        wanted, begun = re.compile(pattern), time.monotonic()
        missing = {number for number, text in self.heard.items() if not wanted.search(text)}
        while missing:
            self.turn(begun + seconds - time.monotonic(), f"{len(missing)} of {len(self.heard)} have not heard {pattern}", lambda number: (
                missing.discard(number) if wanted.search(self.heard[number]) else None))
        return time.monotonic() - begun

    def until_closed(self, seconds):
        begun = time.monotonic()
        while self.open:
            self.turn(begun + seconds - time.monotonic(), f"{len(self.open)} are still open")
        return time.monotonic() - begun

    def forget(self):
        for number in self.heard:
            self.heard[number] = b""

    def turn(self, left, trouble, then=lambda number: None):
        if left <= 0:
            raise AssertionError(trouble)
        for key, _ in self.selector.select(left):
            try:
                piece = key.fileobj.recv(65536)
            except ConnectionError:
                piece = b""
            if piece:
                self.heard[key.data] += piece
            else:
                self.leave(key)
            then(key.data)

    def leave(self, key):
        self.open.discard(key.data)
        self.selector.unregister(key.fileobj)
        key.fileobj.close()

    def close(self):
        for key in list(self.selector.get_map().values()):
            self.leave(key)
        self.selector.close()
