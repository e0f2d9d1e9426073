#!/usr/bin/env python3
"""Kills the server in the middle of writes of all kinds, again and again: python3 Tests/faults/kill.py [--rounds 20] [--seed N]

Eight writers keep a log outside the server of what they sent and what was acknowledged. After each kill the server must be up within
3 s, nothing acknowledged may be lost, nothing done twice, counters and search must recount, and the file must be whole.
"""

import argparse
import random
import threading
import time

from checker import check
from forum import Caller, Forum, say
from writers import Log, Shared, Writer

NAMES = [f"Writer {word}" for word in ("Ash", "Birch", "Cedar", "Doum", "Elm", "Fir", "Gum", "Hazel")]


def run(rounds, seed, earliest=0.2, latest=3.0, up_within=3.0):
    chance = random.Random(seed)
    with Forum() as forum:
        forum.set_up(*NAMES)
        log, shared = Log(forum.folder / "writers.jsonl"), Shared()
        forum.start()
        writers = [Writer(forum, name, log, shared, seed) for name in NAMES]
        for number in range(1, rounds + 1):
            failures = write_until_killed(forum, writers, chance.uniform(earliest, latest))
            if failures:
                raise failures[0]
            took = forum.start()
            if took > up_within:
                raise AssertionError(f"up again only after {took:.1f} s")
            counts = check(log, forum)
            found_by_search(forum, log)
            checked = forum.command("check")
            say(
                f"round {number} of {rounds}: up after {took:.2f} s, {counts['acknowledged']} acknowledged, {counts['cut']} cut off, "
                f"{counts['refused']} refused, nothing lost or doubled; {'; '.join(checked.splitlines()[2:])}")
        code = forum.stop()
        if code:
            raise AssertionError(f"the server ended with {code}")
        for line in forum.command("check").splitlines():
            say(line)
        if "level=error" in forum.logged():
            raise AssertionError("the server logged an error:\n" + forum.logged())
        return counts


def write_until_killed(forum, writers, seconds):
    failures = []

    def work(writer):
        try:
            writer.run()
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=work, args=(writer,)) for writer in writers]
    for thread in threads:
        thread.start()
    time.sleep(seconds)  # The moment of the kill is the fault itself, not a wait for something.
    forum.kill()
    for thread in threads:
        thread.join()
    return failures


def found_by_search(forum, log):
    """The newest acknowledged question can be found and read."""
    asked = [op for op in log.operations() if op["act"] == "ask" and op.get("status") == 303]
    if asked:
        visitor, word = Caller(forum), asked[-1]["word"]
        for path in (f"/search?q={word}", asked[-1]["place"]):
            answer = visitor.get(path)
            if answer.status != 200 or word not in answer.text:
                raise AssertionError(f"{path} was answered with {answer.status} and without {word}")


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--rounds", type=int, default=20)
    arguments.add_argument("--seed", type=int, default=1987)
    given = arguments.parse_args()
    run(given.rounds, given.seed)
