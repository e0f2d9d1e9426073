#!/usr/bin/env python3
"""Chooses the weights of the rankings: Tests/tools/match_weights.py [--program .build/release/kindred] [--data ../shared/matching] [TASK ...]

Opens the earlier splits only (travel-03, urho3d-2016, slicer-2021) and two cuts of each that `match_cuts.py` makes of their training parts; a
test split is never opened. `kindred match-eval --signs` says what each sign says of the first 250 candidates; the weights are those of a softmax
over them that makes the true ones likeliest (L-BFGS, a small penalty on size, no sign against its meaning). Printed beside the mean NDCG@10 is the
same with each site held out in turn, which is the figure to believe, and that of each sign alone. What it finds, rounded, goes into
Sources/Matching/Ranking/MatchWeights.swift. Needs numpy and scipy.
"""

import argparse
import pathlib
import re
import subprocess
import sys
import tempfile

import numpy
from scipy.optimize import minimize

REPO = pathlib.Path(__file__).resolve().parents[2]
SITES = ("travel-03", "urho3d-2016", "slicer-2021")
SIGNS = {"routing": "RoutingSigns", "meet_talk_new": "MeetSigns", "digest": "DigestSigns"}
AGAINST = {"idle"}


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--program", type=pathlib.Path, default=REPO / ".build/release/kindred")
    arguments.add_argument("--data", type=pathlib.Path, default=REPO.parent / "shared/matching")
    arguments.add_argument("tasks", nargs="*", default=list(SIGNS))
    arguments = arguments.parse_args()
    with tempfile.TemporaryDirectory() as cuts:
        splits = []
        for site in SITES:
            split = arguments.data / "splits" / site
            subprocess.run([sys.executable, REPO / "Tests/tools/match_cuts.py", split, cuts], check=True)
            splits += [(site, split)] + [(site, pathlib.Path(cuts) / f"{site}-{number}") for number in (1, 2)]
        for task in arguments.tasks:
            choose(task, [Rows(arguments.program, site, split, task) for site, split in splits])


def names(task):
    text = (REPO / f"Sources/Matching/Ranking/{SIGNS[task]}.swift").read_text()
    body = text[text.index("CaseIterable") :]
    body = body[: body.index("\n}")]
    return [name for line in re.findall(r"^  case (.*)$", body, re.M) for name in line.split(", ")]


class Rows:
    """What the signs say of a split's candidates, query after query, and which of them were right."""

    def __init__(self, program, site, split, task):
        self.site = site
        truth = {}
        for line in (split / "tasks" / task / "truth.tsv").read_text().splitlines():
            query, candidate, gain = line.split("\t")
            truth.setdefault(query, {})[candidate] = float(gain)
        found = subprocess.run([program, "match-eval", split, task, "--signs"], check=True, capture_output=True, text=True).stdout
        signs, gains, queries = [], [], []
        for line in found.splitlines():
            query, candidate, _, rest = line.split("\t", 3)
            signs.append([float(value) for value in rest.split("\t")])
            gains.append(truth[query].get(candidate, 0))
            queries.append(query)
        self.signs, self.gains = numpy.array(signs), numpy.array(gains)
        first = numpy.array([place == 0 or queries[place - 1] != query for place, query in enumerate(queries)])
        self.starts, self.query = numpy.flatnonzero(first), numpy.cumsum(first) - 1
        self.count = len((split / "tasks" / task / "queries.jsonl").read_text().splitlines())
        order = [sorted(truth[queries[start]].values(), reverse=True)[:10] for start in self.starts]
        self.ideal = numpy.array([sum(gain / numpy.log2(place + 2) for place, gain in enumerate(best)) for best in order])

    def ndcg(self, weights):
        scores = self.signs @ weights
        order = numpy.lexsort((-scores, self.query))
        rank = numpy.empty(len(scores), int)
        rank[order] = numpy.arange(len(scores)) - self.starts[self.query[order]]
        hit = (self.gains > 0) & (rank < 10)
        return float((self.gains[hit] / numpy.log2(rank[hit] + 2) / self.ideal[self.query[hit]]).sum() / self.count)

    def loss(self, weights):
        scores = self.signs @ weights
        scores -= numpy.maximum.reduceat(scores, self.starts)[self.query]
        likely = numpy.exp(scores)
        whole = numpy.add.reduceat(likely, self.starts)[self.query]
        wanted = numpy.add.reduceat(self.gains, self.starts)
        counts = max(1, (wanted > 0).sum())
        share = self.gains / numpy.maximum(wanted, 1e-9)[self.query]
        loss = -(share * (scores - numpy.log(whole))).sum() / counts
        slope = -((share - (wanted > 0)[self.query] * likely / whole)[:, None] * self.signs).sum(0) / counts
        return loss, slope


def fitted(rows, signs, penalty=0.03):
    size = numpy.mean([row.signs.std(0) for row in rows], 0) + 1e-9

    def loss(weights):
        parts = [row.loss(weights) for row in rows]
        value = numpy.mean([part[0] for part in parts]) + penalty * ((weights * size) ** 2).sum()
        return value, numpy.mean([part[1] for part in parts], 0) + 2 * penalty * weights * size**2

    bounds = [(None, 0) if sign in AGAINST else (0, None) for sign in signs]
    return minimize(loss, numpy.zeros(len(signs)), jac=True, method="L-BFGS-B", bounds=bounds).x


def choose(task, rows):
    signs = names(task)
    mean = lambda rows, weights: numpy.mean([row.ndcg(weights) for row in rows])
    print(task)
    for place, sign in enumerate(signs):
        print(f"  {sign:10} alone {mean(rows, numpy.eye(len(signs))[place] * (-1 if sign in AGAINST else 1)):.3f}")
    weights = fitted(rows, signs)
    held = []
    for site in SITES:
        others = fitted([row for row in rows if row.site != site], signs)
        held += [row.ndcg(others) for row in rows if row.site == site]
    print(f"  together {mean(rows, weights):.4f}, each site held out {numpy.mean(held):.4f}")
    print("  [" + ", ".join(f".{sign}: {weight:.2f}" for sign, weight in zip(signs, weights)) + "]", flush=True)


if __name__ == "__main__":
    main()
