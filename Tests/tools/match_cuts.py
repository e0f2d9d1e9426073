#!/usr/bin/env python3
"""Makes more splits to choose weights by: Tests/tools/match_cuts.py SPLIT FOLDER [--cuts 2]

Cuts the training part of an earlier split once more, at moments one and more of its periods earlier, and writes splits of the same form
(routing, meet_talk_new, digest) into FOLDER. What happened after such a moment is in the training part itself, so nothing of a test split is read.
"""

import argparse
import collections
import gzip
import json
import pathlib


def rows(path):
    with gzip.open(path, "rt") as lines:
        return [json.loads(line) for line in lines]


def packed(path, values):
    path.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(path, "wt") as out:
        out.writelines(json.dumps(value, ensure_ascii=False) + "\n" for value in values)


def table(path, values):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join("\t".join(map(str, value)) + "\n" for value in values))


def cut(split, folder, moment, days):
    threads, posts, comments = (rows(split / "train" / f"{name}.jsonl.gz") for name in ("threads", "posts", "comments"))
    asked = {thread["id"]: thread for thread in threads}
    end = moment + days * 86_400
    before = lambda values: [value for value in values if value["at"] < moment]
    for name, values in ("threads", threads), ("posts", posts), ("comments", comments):
        packed(folder / "train" / f"{name}.jsonl.gz", before(values))
    (folder / "meta.json").write_text(json.dumps({"name": folder.name, "T": moment, "days": days}))

    written, activity = collections.Counter(), collections.Counter()
    answers = collections.Counter()
    for post in before(posts) + before(comments):
        written[post["u"]] += 1
        activity[post["u"]] += 2 ** (-(moment - post["at"]) / (90 * 86_400))
        if post.get("n", 1) > 1 and asked[post["t"]]["u"] != post["u"]:
            answers[post["u"]] += 1
    table(folder / "popularity.tsv", [(member, count, f"{activity[member]:.6f}") for member, count in written.most_common()])

    # Questions.
    able = {member for member, count in answers.items() if count >= 2}
    replies = collections.defaultdict(dict)
    for post in posts:
        thread = asked[post["t"]]
        if post["n"] > 1 and moment <= thread["at"] < end and post["u"] != thread["u"] and post["at"] < thread["at"] + 30 * 86_400:
            if post["u"] in able:
                replies[thread["id"]][post["u"]] = max(replies[thread["id"]].get(post["u"], 1), 2 if post["acc"] else 1)
    task = folder / "tasks/routing"
    table(task / "candidates.tsv", [("*", member) for member in sorted(able)])
    table(task / "truth.tsv", [(topic, member, gain) for topic, found in replies.items() for member, gain in found.items()])
    table(task / "exclude.tsv", [(topic, asked[topic]["u"]) for topic in replies])
    lines = [json.dumps({"q": topic, **{key: asked[topic][key] for key in ("u", "at", "title", "cat", "tags", "text")}}) for topic in replies]
    (task / "queries.jsonl").write_text("".join(line + "\n" for line in lines))

    # People: whom a post speaks to is whom it names, else whoever opened the topic.
    met, later = collections.defaultdict(set), collections.defaultdict(set)
    for post in posts + comments:
        other = post["to"] or (asked[post["t"]]["u"] if post.get("n", 0) > 1 else None)
        if other and other != post["u"] and post["at"] < end:
            talks = met if post["at"] < moment else later
            talks[post["u"]].add(other)
            talks[other].add(post["u"])
    known = {member for member, count in written.items() if count >= 2}
    fresh = {member: (later[member] - met[member]) & known for member in known if written[member] >= 5}
    task = folder / "tasks/meet_talk_new"
    fresh = {member: others for member, others in fresh.items() if others}
    table(task / "candidates.tsv", [("*", member) for member in sorted(known)])
    table(task / "truth.tsv", [(member, other, 1) for member, others in fresh.items() for other in sorted(others)])
    table(task / "exclude.tsv", [(member, other) for member in fresh for other in sorted((met[member] & known) | {member})])
    (task / "queries.jsonl").write_text("".join(json.dumps({"q": member}) + "\n" for member in fresh))

    # Weeks.
    week = lambda at: (at - moment) // (7 * 86_400)
    offered = collections.defaultdict(list)
    for thread in threads:
        if moment <= thread["at"] < end:
            offered[week(thread["at"])].append(thread)
    joined = collections.defaultdict(set)
    for post in posts:
        thread = asked[post["t"]]
        if post["n"] > 1 and moment <= thread["at"] < end and post["u"] != thread["u"] and written[post["u"]] >= 5:
            if post["at"] < thread["at"] + 14 * 86_400:
                joined[post["u"], week(thread["at"])].add(thread["id"])
    task = folder / "tasks/digest"
    packed(task / "threads.jsonl.gz", [thread for found in offered.values() for thread in found])
    table(task / "candidates.tsv", [(f"@{number}", thread["id"]) for number, found in offered.items() for thread in found])
    table(task / "truth.tsv", [(f"{member}@{number}", topic, 1) for (member, number), found in joined.items() for topic in sorted(found)])
    own = [(f"{m}@{w}", t["id"]) for m, w in joined for t in offered[w] if t["u"] == m]
    table(task / "exclude.tsv", own)
    lines = [json.dumps({"q": f"{member}@{number}", "u": member, "week": number}) for member, number in joined]
    (task / "queries.jsonl").write_text("".join(line + "\n" for line in lines))


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("split", type=pathlib.Path)
    arguments.add_argument("folder", type=pathlib.Path)
    arguments.add_argument("--cuts", type=int, default=2)
    arguments = arguments.parse_args()
    meta = json.loads((arguments.split / "meta.json").read_text())
    for number in range(1, arguments.cuts + 1):
        name = f"{arguments.split.name}-{number}"
        cut(arguments.split, arguments.folder / name, meta["T"] - number * meta["days"] * 86_400, meta["days"])


if __name__ == "__main__":
    main()
