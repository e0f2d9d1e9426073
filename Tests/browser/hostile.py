"""Texts written to do harm, and how they are dealt out to fields."""

import json

from forum import SHARED

CORPUS = SHARED / "corpora/xss.jsonl"
# What no keyboard has, what turns the direction of writing, and what Unicode says is no character.
CONTROLS = [chr(n) for n in range(0x20) if n not in (9, 10, 13)] + list("\x7f\x80\x85\x9f\u202e\u2066\u2028\ufeff\ufdd0\ufffe\U0001ffff")


def inputs():
    return [json.loads(line)["input"] for line in CORPUS.read_text().splitlines()]


def packs(inputs, most):
    """All inputs that fit, joined into texts of at most so many bytes."""
    packed, size = [], 0
    for text in inputs:
        length = len(text.encode()) + 2
        if length > most:
            continue
        if size + length > most:
            yield packed
            packed, size = [], 0
        packed.append(text)
        size += length
    if packed:
        yield packed


def sampled(all, most):
    """At most so many, evenly from the first to the last."""
    all = list(all)
    return [all[n * len(all) // most] for n in range(most)] if len(all) > most else all


def returned(text):
    """A text as the parser of a browser reads it."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
