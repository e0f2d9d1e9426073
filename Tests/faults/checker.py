"""Compares the writers' log with the data: what was acknowledged is there exactly once, what was not 0 or 1 times, all of it whole."""

import collections
import re
import sqlite3


def check(log, forum):
    """Answers how many operations were compared; raises AssertionError with every difference."""
    operations = log.operations()
    data = Data(forum)
    wrong = written(operations, data) + registers(operations, data) + whole(forum)
    if wrong:
        raise AssertionError(f"{len(wrong)} differences:\n" + "\n".join(wrong[:20]))
    return collections.Counter("acknowledged" if op.get("status") == 303 else "refused" if "status" in op else "cut" for op in operations)


class Data:
    """The rows, read once."""

    def __init__(self, forum):
        self.posts = {}
        self.by_word = collections.defaultdict(list)
        for post, topic, body, deleted in forum.rows("SELECT id, topic_id, body, deleted_at IS NOT NULL FROM post"):
            self.posts[post] = (body, bool(deleted))
            self.by_word[word_of(body)].append((post, topic))
        for post, body in forum.rows("SELECT post_id, body FROM post_version"):
            self.by_word[word_of(body)].append((post, None))
        members = dict(forum.rows("SELECT id, name FROM member"))
        self.votes = {(post, members[member]) for post, member in forum.rows("SELECT post_id, member_id FROM vote")}
        self.me_toos = {(topic, members[member]) for topic, member in forum.rows("SELECT topic_id, member_id FROM me_too")}
        self.accepted = {post for (post,) in forum.rows("SELECT post_id FROM acceptance")}
        self.emails = collections.Counter(email for (email,) in forum.rows("SELECT email FROM member"))


def word_of(body):
    found = re.search(r"[a-z]+[0-9]+x[0-9a-f]{10}", body)
    return found.group(0) if found else None


def written(operations, data):
    """Texts and members: a word stands where its acknowledgement said, once; an unacknowledged one at most once."""
    wrong = []
    for op in operations:
        if op["act"] == "sign-up":
            count = data.emails[f"{op['word']}@example.net"]
            place_is_right = True
        elif op["act"] in ("ask", "answer", "remark"):
            # An edit keeps the first text as an earlier version: it is the same post.
            found = set(post for post, _ in data.by_word[op["word"]])
            count = len(found)
            topics = {topic for _, topic in data.by_word[op["word"]]}
            number = re.match(r"/[tp]/(\d+)", op.get("place", ""))
            place_is_right = not number or int(number.group(1)) in (topics if op["act"] == "ask" else found)
        else:
            continue
        expected = {303: (1,), None: (0, 1)}.get(op.get("status"), (0,))
        if count not in expected or not place_is_right:
            wrong.append(f"{op['act']} {op['word']}, answered {op.get('status')} {op.get('place')}: there {count} times")
    return wrong


def registers(operations, data):
    """Votes, marks, texts and removals: the last acknowledged value, or one that was cut off after it."""
    possible = {}
    for op in operations:
        if "item" in op:
            key = (op["act"], *op["item"])
            values = possible.setdefault(key, {None if op["act"] == "edit" else False})
            if op.get("status") == 303:
                possible[key] = {op["value"]}
            elif "status" not in op:
                values.add(op["value"])
    wrong = []
    for (act, *item), values in possible.items():
        # A post that is not there is a difference, not an accident.
        body, deleted = data.posts.get(item[0], ("", "lost")) if act in ("edit", "delete") else ("", False)
        value = {
            "vote": lambda: tuple(item) in data.votes, "me-too": lambda: tuple(item) in data.me_toos,
            "accept": lambda: item[0] in data.accepted, "delete": lambda: deleted,
            "edit": lambda: word_of(body) or "lost"}[act]()
        if act == "edit" and value.startswith("answer"):
            value = None
        if value not in values:
            wrong.append(f"{act} of {item}: {value}, expected one of {values}")
    return wrong


def whole(forum):
    """Nothing partial: each post has one event, its words in the index, and a mark where the form that sent it is remembered."""
    wrong = []
    told = collections.Counter(post for (post,) in forum.rows("SELECT post_id FROM event WHERE kind IN ('topicOpened', 'postWritten')"))
    remembered = collections.Counter(post for (post,) in forum.rows("SELECT post_id FROM submission"))
    for (post,) in forum.rows("SELECT id FROM post"):
        if told[post] != 1 or remembered[post] != 1:
            wrong.append(f"post {post} has {told[post]} events and {remembered[post]} submissions")
    for (email, count) in forum.rows(
        "SELECT email, (SELECT count(*) FROM event WHERE kind = 'memberJoined' AND event.member_id = member.id) FROM member"):
        if count != 1:
            wrong.append(f"{email} joined {count} times")
    # The index of words against the words: a command that writes, which a server beside us allows for a moment.
    database = sqlite3.connect(forum.data / "kindred.sqlite", timeout=20, isolation_level=None)
    try:
        database.execute("INSERT INTO post_words (post_words, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError as error:
        wrong.append(f"the index of words is not that of the words: {error}")
    finally:
        database.close()
    return wrong
