"""What programs read: structured data by the documented requirements of search engines and of schema.org, cards of links, feeds by
RFC 4287, and the map of the site by sitemaps.org."""

import re
import unittest
import urllib.parse
import xml.etree.ElementTree as xml
from datetime import datetime

import html5lib

from filled import Cast, Filled
from forum import Caller, Forum

SCHEMA = "https://schema.org/"
ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ADDRESSES = {"a": "href", "link": "href", "img": "src"}


def value(element):
    if "itemscope" in element.attrib:
        return item(element)
    if element.tag == "meta":
        return element.get("content")
    if element.tag in ADDRESSES:
        return element.get(ADDRESSES[element.tag])
    return element.get("datetime") if element.tag == "time" else " ".join("".join(element.itertext()).split())


def item(element):
    """Microdata as HTML defines it: the properties of an item, each a list."""
    found = {"@type": (element.get("itemtype") or "").removeprefix(SCHEMA)}
    inside = list(element)
    while inside:
        child = inside.pop(0)
        if name := child.get("itemprop"):
            found.setdefault(name, []).append(value(child))
        if "itemscope" not in child.attrib:
            inside = list(child) + inside
    return found


def top_items(page):
    return [item(e) for e in page.iter() if isinstance(e.tag, str) and "itemscope" in e.attrib and "itemprop" not in e.attrib]


def is_date(text):
    return datetime.fromisoformat(text.replace("Z", "+00:00")).tzinfo is not None


class SearchEngines(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.forum = cls.enterClassContext(Forum())
        cast = Cast(cls.forum)
        cls.filled = Filled(cast)
        cls.visitor, cls.cast = Caller(cls.forum), cast

    def page(self, path):
        status, _, text = self.visitor.follow(path)
        self.assertEqual(status, 200, path)
        return html5lib.parse(text, namespaceHTMLElements=False)

    def items(self, path, kind):
        return [found for found in top_items(self.page(path)) if found["@type"] == kind]

    def one(self, found, name):
        self.assertEqual(len(found.get(name, [])), 1, f"{name} of {found['@type']}: {found.get(name)}")
        return found[name][0]

    def check_text(self, post, kind):
        self.assertEqual(post["@type"], kind)
        self.assertTrue(self.one(post, "text"))
        self.assertTrue(is_date(self.one(post, "datePublished")))
        author = self.one(post, "author")
        self.assertEqual(author["@type"], "Person")
        self.assertTrue(self.one(author, "name"))
        self.assertTrue(self.one(author, "url").startswith("/m/"))

    def check_question(self, path, accepted, suggested):
        pages = self.items(path, "QAPage")
        self.assertEqual((len(pages), self.items(path, "DiscussionForumPosting")), (1, []), path)
        question = self.one(pages[0], "mainEntity")
        self.check_text(question, "Question")
        self.assertTrue(self.one(question, "name"))
        answers = question.get("acceptedAnswer", []) + question.get("suggestedAnswer", [])
        self.assertEqual([len(question.get(k, [])) for k in ("acceptedAnswer", "suggestedAnswer")], [accepted, suggested], path)
        self.assertGreaterEqual(int(self.one(question, "answerCount")), len(answers))
        for answer in answers:
            self.check_text(answer, "Answer")
            self.assertGreaterEqual(int(self.one(answer, "upvoteCount")), 0)
            self.assertTrue(self.one(answer, "url").startswith("/p/"))

    def test_a_question_with_an_answer_is_one(self):
        self.check_question(f"/t/{self.filled.solved}", 1, 1)
        self.check_question(f"/t/{self.filled.objected}", 1, 0)

    def test_everything_else_is_a_posting(self):
        for topic, comments in [(self.filled.open, 0), (self.filled.noted, 0), (self.filled.talk, 29)]:
            postings = self.items(f"/t/{topic}", "DiscussionForumPosting")
            self.assertEqual((len(postings), self.items(f"/t/{topic}", "QAPage")), (1, []))
            self.check_text(postings[0], "DiscussionForumPosting")
            self.assertTrue(self.one(postings[0], "headline"))
            self.assertEqual(self.one(postings[0], "url"), self.canonical(f"/t/{topic}"))
            self.assertEqual(len(postings[0].get("comment", [])), comments)
            for comment in postings[0].get("comment", []):
                self.check_text(comment, "Comment")

    def test_a_removed_post_is_nothing_of_its_topic(self):
        second = self.canonical(f"/t/{self.filled.talk}").removeprefix(self.forum.url) + "?page=2"
        self.assertIn("A removed post", self.visitor.get(second)[2])
        posting, = self.items(second, "DiscussionForumPosting")
        for comment in posting["comment"]:
            self.check_text(comment, "Comment")

    def test_the_way_to_a_topic_and_a_profile(self):
        crumbs, = self.items(f"/t/{self.filled.solved}", "BreadcrumbList")
        steps = crumbs["itemListElement"]
        self.assertEqual([self.one(step, "position") for step in steps], ["1", "2"])
        for step in steps:
            self.assertEqual(step["@type"], "ListItem")
            self.assertTrue(self.one(step, "name") and self.one(step, "item").startswith("/"))
        profile, = self.items("/m/mina-okafor", "ProfilePage")
        person = self.one(profile, "mainEntity")
        self.assertEqual((person["@type"], self.one(person, "name"), self.one(person, "alternateName")), ("Person", "Mina Okafor", "mina-okafor"))

    def canonical(self, path):
        found = [link.get("href") for link in self.page(path).iter("link") if link.get("rel") == "canonical"]
        self.assertEqual(len(found), 1, path)
        return found[0]

    def test_a_page_is_its_own_canonical_and_no_property_stands_outside_of_an_item(self):
        for path in ["/", "/unanswered", f"/t/{self.filled.solved}", f"/t/{self.filled.talk}", "/tag/lamp", "/m/mina-okafor"]:
            page = self.page(path)
            self.assertEqual(self.canonical(self.canonical(path).removeprefix(self.forum.url)), self.canonical(path))
            scoped = {inner for e in page.iter() if isinstance(e.tag, str) and "itemscope" in e.attrib for inner in e.iter()}
            stray = [e.get("itemprop") for e in page.iter() if isinstance(e.tag, str) and e.get("itemprop") and e not in scoped]
            self.assertEqual(stray, [], path)

    def test_a_card_of_a_link_has_what_the_protocol_requires(self):
        for path, kind in [("/", "website"), (f"/t/{self.filled.solved}", "article"), ("/m/mina-okafor", "website")]:
            said = {meta.get("property"): meta.get("content") for meta in self.page(path).iter("meta") if meta.get("property")}
            self.assertEqual((said["og:type"], said["og:url"]), (kind, self.canonical(path)))
            self.assertTrue(said["og:title"] and said["og:site_name"])
            status, headers, _ = self.picture(said["og:image"])
            self.assertEqual((status, headers["content-type"]), (200, "image/png"))
        # What is typed into the search is nobody's page.
        self.assertFalse([m for m in self.page("/search?q=lamp").iter("meta") if m.get("property")])

    def picture(self, url):
        self.visitor.connection.request("HEAD", url.removeprefix(self.forum.url))
        answer = self.visitor.connection.getresponse()
        answer.read()
        return answer.status, {k.lower(): v for k, v in answer.getheaders()}, ""

    def test_what_is_not_for_search_engines_says_so(self):
        for path in ["/search", "/search?q=lamp", "/?before=9999999999999-9"]:
            page = self.page(path)
            self.assertEqual([m.get("content") for m in page.iter("meta") if m.get("name") == "robots"], ["noindex, follow"], path)
        self.assertNotIn("Disallow: /", self.visitor.get("/robots.txt")[2])

    def test_feeds_are_valid(self):
        topic = self.canonical(f"/t/{self.filled.talk}").removeprefix(self.forum.url)
        category = next(a.get("href") for a in self.page("/").iter("a") if (a.get("href") or "").startswith("/c/"))
        for path in ["/feed", category + "/feed", "/tag/lamp/feed", topic + "/feed"]:
            status, headers, text = self.visitor.get(path)
            self.assertEqual((status, headers["content-type"]), (200, "application/atom+xml"), path)
            feed = xml.fromstring(text)
            self.assertEqual(feed.tag, ATOM + "feed")
            self.check_meta(feed)
            self.assertEqual(self.link(feed, "self"), self.forum.url + path)
            self.assertTrue(feed.findtext(f"{ATOM}author/{ATOM}name"))
            entries = feed.findall(ATOM + "entry")
            self.assertTrue(entries, path)
            self.assertEqual(len({e.findtext(ATOM + "id") for e in entries}), len(entries), path)
            for entry in entries:
                self.check_meta(entry)
                self.assertTrue(is_date(entry.findtext(ATOM + "published")))
                self.assertTrue(entry.findtext(f"{ATOM}author/{ATOM}name"))
                self.assertTrue(entry.find(ATOM + "category").get("term"))
                content = entry.find(ATOM + "content")
                self.assertEqual((content.get("type"), len(content)), ("html", 0))
                self.assertIsNotNone(html5lib.parse(content.text, namespaceHTMLElements=False).find("body"))
                self.assertEqual(self.visitor.follow(self.link(entry, "alternate").removeprefix(self.forum.url))[0], 200)

    def check_meta(self, element):
        for name in ("id", "title", "updated"):
            self.assertEqual(len(element.findall(ATOM + name)), 1, name)
        self.assertTrue(urllib.parse.urlsplit(element.findtext(ATOM + "id")).scheme)
        self.assertRegex(element.findtext(ATOM + "updated"), r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")

    def link(self, element, rel):
        found = [e.get("href") for e in element.findall(ATOM + "link") if e.get("rel") == rel]
        self.assertEqual(len(found), 1, rel)
        return found[0]

    def test_the_map_leads_to_pages_that_may_be_found_and_to_all_topics(self):
        robots = self.visitor.get("/robots.txt")[2]
        start = re.search(r"^Sitemap: (\S+)$", robots, re.M).group(1)
        index = xml.fromstring(self.visitor.get(start.removeprefix(self.forum.url))[2])
        self.assertEqual(index.tag, MAP + "sitemapindex")
        places = []
        for part in index.findall(MAP + "sitemap"):
            self.assertTrue(part.find(MAP + "lastmod") is None or is_date(part.findtext(MAP + "lastmod")))
            urls = xml.fromstring(self.visitor.get(part.findtext(MAP + "loc").removeprefix(self.forum.url))[2])
            self.assertEqual(urls.tag, MAP + "urlset")
            self.assertLessEqual(len(urls), 50_000)
            places += [url.findtext(MAP + "loc") for url in urls]
        self.assertEqual(len(set(places)), len(places))
        for place in places:
            self.assertTrue(place.startswith(self.forum.url + "/"), place)
            status, _, text = self.visitor.get(place.removeprefix(self.forum.url))
            self.assertEqual(status, 200, place)
            self.assertIn(f'<link rel="canonical" href="{place}">', text)
            self.assertNotIn("noindex", text, place)
        self.assertEqual(len([p for p in places if "/t/" in p]), 37)


if __name__ == "__main__":
    unittest.main()
