"""What a person does who has only a keyboard: Tab to something, type into it, press Enter."""

FOCUSED = """() => {
  const e = document.activeElement
  if (!e || e === document.body) return null
  const label = e.labels && e.labels[0] ? e.labels[0].innerText : ""
  return { tag: e.localName, name: (e.getAttribute("aria-label") || label || e.innerText || "").replace(/\\s+/g, " ").trim(),
           value: e.value || "", shown: e.checkVisibility() && (e.getBoundingClientRect().width > 1 || e.classList.contains("skip")),
           outlined: [undefined, "::after"].some(part => getComputedStyle(e, part).outlineStyle !== "none") }
}"""


def tab_to(page, name, tags=("input", "textarea", "button", "a", "summary", "select"), most=200):
    """Presses Tab until what is called `name` has the focus. What takes focus on the way must show that it has it."""
    met = []
    for _ in range(most):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUSED)
        if focus is None:
            continue
        met.append(f"{focus['tag']} {focus['name']!r}")
        if not focus["shown"] or not focus["outlined"]:
            raise AssertionError(f"{page.url}: {met[-1]} has the focus and nothing shows it")
        if focus["tag"] in tags and focus["name"].startswith(name):
            return
    raise AssertionError(f"{page.url}: Tab never reaches {name!r}; it met {met}")


def type_into(page, name, text):
    tab_to(page, name, tags=("input", "textarea"))
    page.keyboard.insert_text(text)


def press(page, name):
    """Enter on a button or link, and waits for the page it leads to."""
    tab_to(page, name, tags=("button", "a"))
    with page.expect_navigation():
        page.keyboard.press("Enter")


def unfold(page, name):
    tab_to(page, name, tags=("summary",))
    page.keyboard.press("Enter")
