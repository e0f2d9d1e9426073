"""The short form of `kill.py`."""

import unittest

import kill


class Kill(unittest.TestCase):
    def test_a_server_killed_while_writing_loses_nothing_and_does_nothing_twice(self):
        # How soon it is up again is for the full form to say, on a machine that does nothing else.
        counts = kill.run(rounds=3, seed=1987, latest=1.5, up_within=20)
        self.assertGreater(counts["acknowledged"], 0)
