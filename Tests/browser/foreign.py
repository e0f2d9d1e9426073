"""Reads pages as a browser does, without running them: what stands there that we never write, and what their forms hold."""

import concurrent.futures
import hashlib
import queue
import re
import threading
import unittest

from forum import chromium

ELEMENTS = """html head meta title link script body svg symbol path circle rect use g a header div form label input img button details summary ul ol li hr
 span main section article h1 h2 h3 h4 h5 h6 p nav footer time textarea select option fieldset legend strong em del code pre blockquote table caption thead tbody
 tr th td br mark q bdi aside datalist ins dl dt dd progress noscript""".split()
ATTRIBUTES = """href src action method name value type id class lang dir rel charset content defer alt width height loading role for tabindex
 autocomplete maxlength rows placeholder required readonly disabled checked selected hidden list spellcheck autocapitalize form open title datetime scope target viewbox d
 fill fill-opacity transform cx cy r x y rx start formnovalidate enctype accept property itemscope itemprop itemtype min max http-equiv""".split()

SCRIPT = r"""([elements, attributes]) => {
  const known = new Set(elements), common = new Set(attributes)
  const addresses = new Set(["href", "src", "action", "formaction", "poster", "data", "cite", "background", "srcset", "ping", "manifest"])
  const lawful = (tag, value) =>
    tag === "a" ? /^(\/(?![\/\\])|#|\?|https?:\/\/|mailto:)/i.test(value)
    : tag === "link" ? /^(\/(?![\/\\])|http:\/\/127\.0\.0\.1:)/.test(value)
    : /^(\/(?![\/\\])|#)/.test(value)
  const parsed = text => new DOMParser().parseFromString(text, "text/html")

  window.faults = text => {
    const found = []
    let scripts = 0
    for (const element of parsed(text).querySelectorAll("*")) {
      const tag = element.localName
      if (!known.has(tag)) found.push(`<${tag}>`)
      scripts += tag === "script"
      for (const { localName, value } of element.attributes) {
        const name = localName.toLowerCase(), told = `<${tag} ${name}=${JSON.stringify(value.slice(0, 60))}>`
        if (!common.has(name) && !/^(aria|data)-[a-z-]+$/.test(name)) found.push(told)
        if (addresses.has(name) && !lawful(tag, value)) found.push(told)
        if (tag === "script" && name === "src" && !value.startsWith("/assets/")) found.push(told)
      }
    }
    if (scripts !== 1) found.push(`${scripts} scripts`)
    return found.slice(0, 5)
  }

  window.form = ([text, path]) => {
    const page = parsed(text)
    const form = [...page.querySelectorAll("main form")].find(form => form.getAttribute("action") === path)
    const problem = control => (control.getAttribute("aria-describedby") || "").split(" ").filter(id => id.endsWith("-problem"))
      .map(id => page.getElementById(id)?.textContent.trim()).join(" ")
    const fields = {}
    for (const control of form ? form.querySelectorAll("[name]") : []) {
      if (control.localName === "button") continue
      const value = control.localName === "input" ? control.getAttribute("value") : control.value
      fields[control.name] = { value: value, problem: control.getAttribute("aria-invalid") === "true" ? problem(control) : "" }
    }
    return { fields, kept: [...page.querySelectorAll("main textarea[readonly]")].map(text => text.value),
             text: (page.querySelector("main") || page.body).textContent.replace(/\s+/g, " ").slice(0, 300) }
  }
}"""


#: What an answer has of its own each time: keys of forms and the number of a request. Two that differ in nothing else are read once.
OWN = re.compile(r'(name="key" value=")[^"]*|(<code>)[a-z0-9]{10}(?=</code>)')
#: So many wait at most, and so many are read at a time.
WAITING, TOGETHER = 200, 25


class Reader:
    """A page of a browser that never shows anything, in a thread of its own: while it reads, the next answers are asked for."""

    def __init__(self):
        self.waiting, self.found, self.known = queue.Queue(WAITING), [], set()
        self.thread = threading.Thread(target=self.read, daemon=True)
        self.thread.start()
        # Says at once where there is no browser.
        self.faults()

    def check(self, where, text):
        """The first few elements, attributes and addresses of a page that are not ours will be told by ``faults``."""
        digest = hashlib.sha256(OWN.sub(r"\1\2", text).encode()).digest()
        if digest not in self.known:
            self.known.add(digest)
            self.waiting.put((where, text))

    def faults(self):
        """What was found in everything that was given so far."""
        self.ask(lambda page: None)
        found, self.found = self.found, []
        return found

    def form(self, text, path):
        """Of the form that leads to `path`: each field's value and the sentence beside it; and the texts an error page gives back."""
        return self.ask(lambda page: page.evaluate("given => form(given)", [text, path]))

    def close(self):
        self.waiting.put(None)
        self.thread.join()

    def ask(self, question):
        answer = concurrent.futures.Future()
        self.waiting.put((answer, question))
        return answer.result()

    def read(self):
        try:
            with chromium() as browser:
                page = browser.new_context().new_page()
                page.evaluate(SCRIPT, [ELEMENTS, ATTRIBUTES])
                self.serve(lambda question: question(page))
        except BaseException as error:
            # Whoever asks must hear of it: without a browser, or when it is gone, a thread that ended would let them wait for ever.
            def fail(_, error=error):
                raise error
            self.serve(fail)

    def serve(self, answered):
        texts = []
        while (given := self.waiting.get()) is not None:
            where, asked = given
            is_text = isinstance(where, str)
            if is_text:
                texts.append(given)
            if len(texts) == TOGETHER or not is_text:
                self.look(answered, texts)
                texts = []
            if not is_text:
                try:
                    where.set_result(answered(asked))
                except BaseException as error:
                    where.set_exception(error)

    def look(self, answered, texts):
        try:
            found = answered(lambda page: page.evaluate("texts => texts.map(faults)", [text for _, text in texts])) if texts else []
            self.found += [f"{where}: {fault}" for (where, _), faults in zip(texts, found) for fault in faults]
        except Exception as error:
            self.found.append(f"{texts[0][0]} and what came after it cannot be read: {error}")
