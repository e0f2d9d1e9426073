#!/usr/bin/env python3
"""Chooses the weights of the rankings: Tests/tools/match_weights.py [--program .build/release/kindred] [--data ../shared/matching] [TASK ...]

Opens the earlier splits only (travel-03, urho3d-2016, slicer-2021) and two cuts of each that `match_cuts.py` makes of their training parts; a
test split is never opened. `kindred match-eval --signs` says what each sign says of the candidates. Weights are found in two ways: those of a softmax
that makes the true candidates likeliest (L-BFGS, a penalty on size); and by climbing from there, and from every sign counting alike, one weight
at a time in ever smaller steps, by the mean NDCG@10, and for meeting by half the mean matched_auc besides. No sign goes against its meaning.
Both are done with each site held out in turn, and the second way is taken where it does clearly better on the sites held out; those are the figures to believe.
What it prints last goes into Sources/Matching/Ranking/MatchWeights.swift as it is. Needs numpy and scipy.
"""

import argparse
import collections
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
PENALTY = 0.03
# What likeness at equal activity counts beside who is met.
MATCHED = {"meet_talk_new": 0.5}
STEPS = (0.3, 0.12, 0.05)
LEAST_GAIN = 2e-4
CLEARLY = 1e-3


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


def table(path):
    return [line.split("\t") for line in path.read_text().splitlines()]


class Rows:
    """What the signs say of a split's candidates, a row of candidates for each query, and which of them were right."""

    def __init__(self, program, site, split, task):
        self.site, self.split = site, split.name
        folder = split / "tasks" / task
        truth = collections.defaultdict(dict)
        for query, candidate, gain in table(folder / "truth.tsv"):
            truth[query][candidate] = float(gain)
        found = subprocess.run([program, "match-eval", split, task, "--signs"], check=True, capture_output=True, text=True).stdout
        lines = [line.split("\t") for line in found.splitlines()]
        places = {}
        rows, columns = numpy.zeros(len(lines), int), numpy.zeros(len(lines), int)
        counts = collections.Counter()
        for number, line in enumerate(lines):
            rows[number] = places.setdefault(line[0], len(places))
            columns[number] = counts[line[0]]
            counts[line[0]] += 1
        shape = (len(places), max(counts.values()))
        self.signs = numpy.zeros((*shape, len(lines[0]) - 3), numpy.float32)
        self.signs[rows, columns] = [line[3:] for line in lines]
        self.empty = numpy.full(shape, -1e9, numpy.float32)
        self.empty[rows, columns] = 0
        self.gains = numpy.zeros(shape, numpy.float32)
        self.gains[rows, columns] = [truth[line[0]].get(line[1], 0) for line in lines]
        self.count = len((folder / "queries.jsonl").read_text().splitlines())
        best = [sorted(truth[query].values(), reverse=True)[:10] for query in places]
        self.ideal = numpy.array([sum(gain / numpy.log2(place + 2) for place, gain in enumerate(gains)) for gains in best])
        self.hits = numpy.nonzero(self.gains)
        self.deviation = self.signs[rows, columns].std(0)
        self.pairs = None
        if task in MATCHED:
            self.match(split, folder, truth, {(line[0], line[1]): (rows[number], columns[number]) for number, line in enumerate(lines)})

    def match(self, split, folder, truth, places):
        """The members of like activity that a true match is compared with, as `evaluate.py` chooses them."""
        active, posts = {}, {}
        for member, count, recent in table(split / "popularity.tsv"):
            active[member], posts[member] = float(recent), int(count)
        left_out = collections.defaultdict(set)
        for query, candidate in table(folder / "exclude.tsv"):
            left_out[query].add(candidate)
        candidates = {candidate for _, candidate in table(folder / "candidates.tsv")}
        order = sorted(candidates, key=lambda member: (active.get(member, 0), posts.get(member, 0), member))
        rank = {member: place for place, member in enumerate(order)}
        trues, others, shares = [], [], []
        for query, right in truth.items():
            compared = []
            for member in right:
                peers = []
                for step in (-1, 1):
                    place, taken = rank[member] + step, 0
                    while 0 <= place < len(order) and taken < 10:
                        one, other = active.get(member, 0), active.get(order[place], 0)
                        if max(one, other) > 1.5 * min(one, other) + 1e-9:
                            break
                        if order[place] not in right and order[place] not in left_out[query]:
                            peers.append(order[place])
                            taken += 1
                        place += step
                if len(peers) >= 3 and (query, member) in places:
                    compared.append((member, peers))
            for member, peers in compared:
                for peer in peers:
                    if (query, peer) in places:
                        trues.append(places[query, member])
                        others.append(places[query, peer])
                        shares.append(1 / len(compared) / len(peers))
        self.pairs = tuple(numpy.array(trues).T), tuple(numpy.array(others).T), numpy.array(shares) / sum(shares)

    def scores(self, weights):
        return self.signs @ weights.astype(numpy.float32) + self.empty

    def ndcg(self, scores):
        top = -numpy.partition(-scores, 10, axis=1)[:, :10] if scores.shape[1] > 10 else scores
        above = (top[self.hits[0]] > scores[self.hits][:, None]).sum(1)
        shown = above < 10
        gains = self.gains[self.hits][shown] / self.ideal[self.hits[0][shown]]
        return float((gains / numpy.log2(above[shown] + 2)).sum() / self.count)

    def matched(self, scores):
        trues, others, shares = self.pairs
        lead = scores[trues] - scores[others]
        return float((((lead > 0) + 0.5 * (lead == 0)) * shares).sum())

    def loss(self, weights):
        scores = self.signs @ weights + self.empty
        likely = numpy.exp(scores - scores.max(1, keepdims=True))
        likely /= likely.sum(1, keepdims=True)
        wanted = self.gains.sum(1, keepdims=True)
        share = self.gains / numpy.maximum(wanted, 1e-9)
        count = max(1, (wanted > 0).sum())
        loss = -(share * numpy.log(numpy.maximum(likely, 1e-30))).sum() / count
        return loss, -numpy.einsum("qc,qcs->s", share - (wanted > 0) * likely, self.signs) / count


class Fit:
    def __init__(self, task, rows, signs):
        self.rows, self.bound = rows, numpy.array([-1 if sign in AGAINST else 1 for sign in signs])
        self.matched = MATCHED.get(task, 0)
        self.size = numpy.mean([row.deviation for row in rows], 0) + 1e-9

    def worth(self, scores):
        return numpy.mean(
            [row.ndcg(score) + (self.matched * row.matched(score) if row.pairs else 0) for row, score in zip(self.rows, scores)]
        )

    def softmax(self):
        def loss(weights):
            parts = [row.loss(weights) for row in self.rows]
            value = numpy.mean([part[0] for part in parts]) + PENALTY * ((weights * self.size) ** 2).sum()
            return value, numpy.mean([part[1] for part in parts], 0) + 2 * PENALTY * weights * self.size**2

        bounds = [(None, 0) if bound < 0 else (0, None) for bound in self.bound]
        return minimize(loss, numpy.zeros(len(self.bound)), jac=True, method="L-BFGS-B", bounds=bounds).x

    def climbed(self, weights):
        scores = [row.scores(weights) for row in self.rows]
        best = self.worth(scores)
        for step in STEPS:
            while True:
                before = best
                length = numpy.linalg.norm(weights * self.size)
                for sign in range(len(weights)):
                    for way in (1, -1):
                        while True:
                            moved = weights[sign] + way * step * length / self.size[sign]
                            moved = max(0, moved) if self.bound[sign] > 0 else min(0, moved)
                            if moved == weights[sign]:
                                break
                            change = numpy.float32(moved - weights[sign])
                            tried = [score + change * row.signs[:, :, sign] for row, score in zip(self.rows, scores)]
                            worth = self.worth(tried)
                            if worth < best + LEAST_GAIN:
                                break
                            weights = weights.copy()
                            weights[sign], best, scores = moved, worth, tried
                if best < before + 2 * LEAST_GAIN:
                    break
        return best, weights

    def weights(self, climbs):
        weights = self.softmax()
        if climbs:
            weights = max((self.climbed(start) for start in (weights, self.bound / self.size)), key=lambda end: end[0])[1]
        # Only their proportions matter to a ranking, but what having been asked costs is measured in the same.
        return weights / numpy.linalg.norm(weights * self.size)


def choose(task, rows):
    signs = names(task)
    print(task)
    def say(label, judged):
        means = f"{numpy.mean([row.ndcg(score) for row, score in judged]):.4f}"
        each = " ".join(f"{row.split} {row.ndcg(score):.3f}" for row, score in judged)
        if task in MATCHED:
            means += f", matched_auc {numpy.mean([row.matched(score) for row, score in judged]):.4f}"
            each += "; " + " ".join(f"{row.matched(score):.3f}" for row, score in judged)
        print(f"  {label}: NDCG@10 {means} ({each})", flush=True)

    found = {}
    for climbs in (False, True):
        held = []
        for site in SITES:
            weights = Fit(task, [row for row in rows if row.site != site], signs).weights(climbs)
            held += [(row, row.scores(weights)) for row in rows if row.site == site]
        say(f"{'climbed' if climbs else 'softmax'}, each site held out", held)
        found[climbs] = numpy.mean([row.ndcg(score) + (MATCHED.get(task, 0) * row.matched(score) if row.pairs else 0) for row, score in held])
    weights = Fit(task, rows, signs).weights(found[True] > found[False] + CLEARLY)
    say("all", [(row, row.scores(weights)) for row in rows])
    print("  [" + ", ".join(f".{sign}: {weight:.2f}" for sign, weight in zip(signs, weights)) + "]", flush=True)


if __name__ == "__main__":
    main()
