"""The short form of `kill.py`."""

import unittest

import kill


class Kill(unittest.TestCase):
    def test_a_server_killed_while_writing_loses_nothing_and_does_nothing_twice(self):
        counts = kill.run(rounds=3, seed=1987, latest=1.5)
        self.assertGreater(counts["acknowledged"], 0)
