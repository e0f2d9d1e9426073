"""Stopping, a second server, and clients that never finish."""

import os
import re
import signal
import socket
import subprocess
import threading
import unittest

from forum import CUT, PROGRAM, Caller, Forum, free_port, until


class Stop(unittest.TestCase):
    def test_a_server_told_to_stop_says_so_first_finishes_what_it_began_and_ends_well(self):
        with Forum() as forum:
            forum.set_up("Ash Weil")
            forum.start()
            writer = Caller(forum).signed_in("Ash Weil")
            place = writer.post("/ask", kind="question", category="help", title="What stands here?", body="This.", tags="", key="key-of-asking").location
            topic = re.match(r"/t/(\d+)", place).group(1)
            readers = [Reader(forum, place) for _ in range(4)]

            # A request that has begun: half of its form is still to come.
            form = b"key=key-of-replying&anyway=yes&seen=&body=Sent+in+two+halves."
            connection = writer.connection
            connection.putrequest("POST", f"/t/{topic}/replies")
            cookie = "; ".join(f"{k}={v}" for k, v in writer.cookies.items())
            for name, value in [
                ("Content-Type", "application/x-www-form-urlencoded"), ("Content-Length", str(len(form))), ("Origin", forum.url), ("Cookie", cookie)]:
                connection.putheader(name, value)
            connection.endheaders(form[:20])
            watcher = Caller(forum)
            self.assertEqual(watcher.get("/readyz").status, 200)

            forum.process.send_signal(signal.SIGTERM)
            until(lambda: watcher.get("/readyz").status == 503, 5, "the server says that it is not ready")
            self.assertEqual(watcher.get("/healthz").status, 200, "the doors are still open when it says so")
            connection.send(form[20:])
            self.assertEqual(connection.getresponse().status, 303)
            self.assertEqual(forum.process.wait(timeout=20), 0)
            self.assertEqual(forum.rows("SELECT count(*) FROM post WHERE body = 'Sent in two halves.'"), [(1,)])
            for reader in readers:
                reader.thread.join()
                self.assertGreater(reader.whole, 0)
                self.assertEqual(reader.wrong, [], "every answer that began was finished")

    def test_a_second_server_on_the_same_data_is_refused_with_words(self):
        with Forum() as forum:
            forum.start()
            environment = forum.environment | {"KINDRED_PORT": str(free_port())}
            second = subprocess.run([PROGRAM, "serve"], env=environment, capture_output=True, text=True, timeout=30)
            self.assertEqual(second.returncode, 1)
            self.assertIn("another kindred is running on the data folder", second.stderr)
            self.assertEqual(Caller(forum).get("/").status, 200, "the first one does not mind")
            self.assertEqual(forum.stop(), 0)

    def test_nobody_waits_for_headers_that_never_end(self):
        with Forum() as forum:
            forum.start()
            slow = [socket.create_connection(("127.0.0.1", forum.port)) for _ in range(200)]
            try:
                for connection in slow:
                    connection.sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ")
                self.assertEqual(Caller(forum, timeout=10).get("/").status, 200)
                # They keep nobody from stopping either. That each is closed after 30 s by itself is tested with a shorter time in Swift.
                self.assertEqual(forum.stop(), 0)
            finally:
                for connection in slow:
                    connection.close()


class Reader:
    """Reads a page again and again until the server is gone."""

    def __init__(self, forum, path):
        self.forum, self.path, self.whole, self.wrong = forum, path, 0, []
        self.thread = threading.Thread(target=self.run)
        self.thread.start()
        until(lambda: self.whole, 20, "a reader has read a page")

    def run(self):
        reader = Caller(self.forum)
        while True:
            try:
                reader.connection.request("GET", self.path)
                response = reader.connection.getresponse()
            except CUT:
                return
            # From here on there is an answer, and it must come to its end.
            try:
                text = response.read()
                if response.status == 200 and text.rstrip().endswith(b"</html>"):
                    self.whole += 1
                else:
                    self.wrong.append(f"{response.status}, {len(text)} bytes")
            except CUT as error:
                self.wrong.append(repr(error))
                return
