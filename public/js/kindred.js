// What scripts add to pages that work without them. Nothing here is needed, and nothing moves under a reader.
"use strict";
{
  const page = document;
  const all = (selector, root = page) => [...root.querySelectorAll(selector)];

  // Times: under seven days ago they are said as "3 hours ago"; the exact time stays in the title.
  const units = [["minute", 60], ["hour", 3600], ["day", 86400]];
  const ago = new Intl.RelativeTimeFormat(page.documentElement.lang || "en", { numeric: "auto" });
  const sayTimes = () => {
    for (const time of all("time[datetime]")) {
      const seconds = (Date.now() - Date.parse(time.dateTime)) / 1000;
      if (!time.dateTime.includes("T") || time.dataset.exact !== undefined || !(seconds >= 0 && seconds < 604800)) continue;
      if (!time.title) time.title = time.textContent;
      const [unit, length] = units.findLast(([, length]) => seconds >= length) ?? units[0];
      time.textContent = ago.format(-Math.floor(seconds / length), unit);
    }
  };
  sayTimes();
  setInterval(sayTimes, 60000);

  // Passwords can be looked at.
  for (const button of all("button[data-reveal]")) {
    const input = page.getElementById(button.dataset.reveal);
    const word = button.querySelector("[data-other]");
    if (!input || !word) continue;
    button.hidden = false;
    button.addEventListener("click", () => {
      input.type = input.type === "password" ? "text" : "password";
      [word.textContent, word.dataset.other] = [word.dataset.other, word.textContent];
      input.focus();
    });
    // A browser must not remember it as ordinary text.
    input.form?.addEventListener("submit", () => { input.type = "password"; });
  }

  // Menus close when somebody turns elsewhere.
  const menus = () => all("details.menu[open], details.more[open]");
  page.addEventListener("click", (event) => {
    for (const menu of menus()) if (!menu.contains(event.target)) menu.open = false;
  });
  page.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of menus()) {
      const hadFocus = menu.contains(page.activeElement);
      menu.open = false;
      if (hadFocus) menu.querySelector("summary")?.focus();
    }
  });

  // A form that came back with problems begins at their list.
  page.getElementById("problems")?.focus();

  // Writing.
  const insert = (area, text, from, to) => {
    area.focus();
    area.setSelectionRange(from, to);
    // The old way is the only one that undo knows of.
    if (!page.execCommand("insertText", false, text)) {
      area.setRangeText(text, from, to, "end");
      area.dispatchEvent(new Event("input", { bubbles: true }));
    }
  };
  const wrap = (mark, close = mark) => (area) => {
    const { selectionStart: from, selectionEnd: to, value } = area;
    const text = value.slice(from, to);
    const isMarked = value.slice(from - mark.length, from) === mark && value.slice(to, to + close.length) === close;
    if (isMarked) {
      insert(area, text, from - mark.length, to + close.length);
      area.setSelectionRange(from - mark.length, to - mark.length);
    } else {
      insert(area, mark + text + close, from, to);
      area.setSelectionRange(from + mark.length, to + mark.length);
    }
  };
  const code = (area) => {
    const isBlock = area.value.slice(area.selectionStart, area.selectionEnd).includes("\n");
    (isBlock ? wrap("```\n", "\n```") : wrap("`"))(area);
  };
  const link = (area) => {
    const { selectionStart: from, selectionEnd: to, value } = area;
    const text = value.slice(from, to);
    const isAddress = /^https?:\/\/\S+$/.test(text);
    insert(area, isAddress ? `[](${text})` : `[${text}](https://)`, from, to);
    const caret = isAddress ? from + 1 : from + text.length + 3;
    area.setSelectionRange(caret, isAddress ? caret : caret + 8);
  };
  const lines = (mark) => (area) => {
    const { value } = area;
    const from = value.lastIndexOf("\n", area.selectionStart - 1) + 1;
    const end = value.indexOf("\n", area.selectionEnd);
    const to = end < 0 ? value.length : end;
    const old = value.slice(from, to).split("\n");
    const isMarked = old.every((line, index) => line.startsWith(mark(index)));
    const text = old.map((line, index) => (isMarked ? line.slice(mark(index).length) : mark(index) + line)).join("\n");
    insert(area, text, from, to);
    area.setSelectionRange(from, from + text.length);
    if (old.length === 1) area.setSelectionRange(from + text.length, from + text.length);
  };
  const tools = [
    ["B", wrap("**"), "strong"], ["i", wrap("_"), "em"], ["<>", code], ["“", lines(() => "> ")], ["↗", link], ["•", lines(() => "- ")],
    ["1.", lines((index) => `${index + 1}. `)], ["H", lines(() => "## "), "strong"],
  ];
  const shortcuts = { b: 0, i: 1, k: 4 };

  const toolbar = (area) => {
    const [name, ...labels] = (page.body.dataset.toolbar ?? "").split("|");
    if (labels.length !== tools.length) return;
    const bar = page.createElement("div");
    bar.className = "toolbar";
    bar.setAttribute("role", "toolbar");
    bar.setAttribute("aria-label", name);
    bar.setAttribute("aria-controls", area.id);
    const buttons = tools.map(([sign, act, element], index) => {
      const button = page.createElement("button");
      const face = page.createElement(element ?? "span");
      face.textContent = sign;
      face.setAttribute("aria-hidden", "true");
      button.type = "button";
      button.title = labels[index];
      button.setAttribute("aria-label", labels[index]);
      button.tabIndex = index ? -1 : 0;
      button.append(face);
      button.addEventListener("click", () => act(area));
      return button;
    });
    // One tab stop; the arrows go on from there.
    bar.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      const at = buttons.indexOf(page.activeElement);
      if (!step || at < 0) return;
      const isRight = getComputedStyle(bar).direction === "rtl" ? -step : step;
      const next = buttons[(at + isRight + buttons.length) % buttons.length];
      for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
      next.focus();
      event.preventDefault();
    });
    bar.append(...buttons);
    area.before(bar);
  };

  const grows = !CSS.supports("field-sizing", "content");
  for (const area of all("textarea[data-composer]")) {
    toolbar(area);
    area.addEventListener("keydown", (event) => {
      const tool = shortcuts[event.key.toLowerCase()];
      if (tool === undefined || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      tools[tool][1](area);
    });
    const fit = () => {
      area.style.blockSize = "auto";
      area.style.blockSize = `${area.scrollHeight + 2}px`;
    };
    if (grows) { area.addEventListener("input", fit); fit(); }
  }

  page.addEventListener("keydown", (event) => {
    const form = event.target.form;
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.target.localName !== "textarea" || !form) return;
    event.preventDefault();
    form.requestSubmit(form.querySelector("button.btn-main:not([name]), button:not([name]):not([type=button])"));
  });

  // What is typed is kept in this tab until its form was taken.
  const kept = (() => { try { return sessionStorage; } catch { return null; } })();
  if (kept) {
    const path = (form) => `typed ${new URL(form.action).pathname}`;
    const fields = (form) => all("textarea, input[type=text]", form).filter((field) => field.name && !field.readOnly);
    const forms = all("form[method=post]").filter((form) => form.querySelector("textarea"));
    const visit = performance.getEntriesByType("navigation")[0];
    const sent = kept.getItem("sent");
    const cameBack = forms.some((form) => path(form) === sent && all("textarea", form).some((area) => area.defaultValue));
    if (sent && visit?.type === "navigate") {
      if (!cameBack && !(visit.responseStatus >= 400)) kept.removeItem(sent);
      kept.removeItem("sent");
    }
    for (const form of forms) {
      const old = JSON.parse(kept.getItem(path(form)) ?? "{}");
      for (const field of fields(form)) {
        if (old[field.name] && !field.defaultValue && !field.value) {
          field.value = old[field.name];
          field.dispatchEvent(new Event("input"));
          const fold = field.closest("details");
          if (fold) fold.open = true;
        }
      }
      form.addEventListener("input", () => {
        const typed = Object.fromEntries(fields(form).filter((field) => field.value !== field.defaultValue).map((field) => [field.name, field.value]));
        try { kept.setItem(path(form), JSON.stringify(typed)); } catch { kept.clear(); }
      });
      form.addEventListener("submit", () => kept.setItem("sent", path(form)));
    }
    // Whoever comes next at this machine must not find it.
    for (const form of all('form[action="/sign-out"]')) form.addEventListener("submit", () => kept.clear());
  }
}
