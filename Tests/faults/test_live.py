"""Open pages: one event reaches all of them, they outlive a restart, and they hold up nobody who stops the server."""

import concurrent.futures
import os
import re
import signal
import time
import unittest

from forum import Caller, Forum, say, until
from listeners import Listeners, sessions

COUNT = int(os.environ.get("KINDRED_LISTENERS", 2000))
#: How soon everybody hears. A program built for debugging, on a machine that tests other things meanwhile, is given longer than one that
#: is measured.
WITHIN = float(os.environ.get("KINDRED_HEARD_WITHIN", 20))


class Live(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        """Somebody listens where nothing happens, longer than a connection may be idle otherwise, while the rest is tested."""
        forum = cls.enterClassContext(Forum())
        forum.set_up("Ash Weil")
        forum.start()
        cls.quiet = Listeners(forum.port, [Caller(forum).signed_in("Ash Weil").cookies["kindred"]])
        cls.addClassCleanup(cls.quiet.close)
        thread = cls.enterClassContext(concurrent.futures.ThreadPoolExecutor(1))
        cls.heard = thread.submit(cls.quiet.until, rb"(:\n\n[^:]*){2}", 120)

    def test_one_event_reaches_everybody_who_listens_before_and_after_a_restart_which_they_do_not_hold_up(self):
        with Forum() as forum:
            forum.set_up("Ash Weil")
            forum.start()
            writer = Caller(forum).signed_in("Ash Weil")
            place = writer.post("/ask", kind="discussion", category="help", title="What is new?", body="This.", tags="", key="key-of-asking").location
            topic = int(re.match(r"/t/(\d+)", place).group(1))
            forum.stop()
            tokens = sessions(forum, COUNT, topic)
            forum.start()
            before = memory(forum)
            listeners = Listeners(forum.port, tokens)
            self.assertGreater(listeners.until(rb"event: bell\ndata: \n", 120), 0)
            say(f"{COUNT} listen: {(memory(forum) - before) / COUNT:.0f} kB each")

            def told(number, writer):
                listeners.forget()
                begun = time.monotonic()
                self.assertEqual(writer.post(f"/t/{topic}/replies", body=f"News {number}", key=f"key-of-news-{number}", seen="0", anyway="yes").status, 303)
                answered = time.monotonic() - begun
                listeners.until(rb"event: bell\ndata: %d\n" % number, WITHIN)
                took = time.monotonic() - begun
                say(f"news {number} reached {COUNT} in {took:.3f} s, of which {answered:.3f} s until it was written")
                self.assertLess(took, WITHIN)

            told(1, Caller(forum).signed_in("Ash Weil"))
            # One of them who is signed out elsewhere hears no more than that.
            forum.change("DELETE FROM session WHERE member_id = 100000")
            until(lambda: listeners.turn(5, "the end is heard") or b"event: end" in listeners.heard[0], 6, "a session that is gone ends its stream")

            # Whoever tells the server to stop waits for none of them.
            begun = time.monotonic()
            forum.process.send_signal(signal.SIGTERM)
            closed = listeners.until_closed(10)
            self.assertEqual(forum.process.wait(timeout=20), 0)
            took = time.monotonic() - begun
            say(f"told to stop, {COUNT} were let go after {closed:.1f} s, and the server had ended after {took:.1f} s")
            self.assertLess(took, 10)
            self.assertNotIn("error", forum.logged())
            listeners.close()

            forum.start()
            listeners = Listeners(forum.port, tokens[1:])
            listeners.until(rb"event: bell\ndata: 1\n", 120)
            told(2, Caller(forum).signed_in("Ash Weil"))
            # Who is gone is not kept, and the others do not mind.
            gone = [key for key in list(listeners.selector.get_map().values()) if key.data % 2]
            for key in gone:
                listeners.leave(key)
                del listeners.heard[key.data]
            told(3, Caller(forum).signed_in("Ash Weil"))
            self.assertEqual(forum.stop(), 0)
            listeners.close()

    def test_the_stream_of_a_quiet_forum_is_kept_open_and_hears_that_somebody_is_there(self):
        self.heard.result()
        self.assertEqual(len(self.quiet.open), 1)


def memory(forum):
    """Resident, in kB."""
    with open(f"/proc/{forum.process.pid}/status") as status:
        return int(re.search(r"VmRSS:\s+(\d+)", status.read()).group(1))
