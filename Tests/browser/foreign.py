"""Reads pages as a browser does, without running them: what stands there that we never write, and what their forms hold."""

ELEMENTS = """html head meta title link script body svg symbol path circle rect use g a header div form label input img button details summary ul ol li hr
 span main section article h1 h2 h3 h4 h5 h6 p nav footer time textarea select option fieldset legend strong em del code pre blockquote table thead tbody
 tr th td br mark q bdi aside datalist ins dl dt dd""".split()
ATTRIBUTES = """href src action method name value type id class lang dir rel charset content defer alt width height loading role for tabindex
 autocomplete maxlength rows placeholder required readonly disabled checked selected hidden list spellcheck open title datetime scope target viewbox d
 fill fill-opacity transform cx cy r x y rx start formnovalidate enctype accept property itemscope itemprop itemtype min max""".split()

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


class Reader:
    """A page of the browser that never shows anything."""

    def __init__(self, browser):
        self.page = browser.new_context().new_page()
        self.page.evaluate(SCRIPT, [ELEMENTS, ATTRIBUTES])

    def faults(self, text):
        """The first few elements, attributes and addresses of a page that are not ours."""
        return self.page.evaluate("text => faults(text)", text)

    def form(self, text, path):
        """Of the form that leads to `path`: each field's value and the sentence beside it; and the texts an error page gives back."""
        return self.page.evaluate("given => form(given)", [text, path])
