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

  // The bell tells of news by itself. A browser has few connections to one server, so one of its tabs listens and tells the others.
  const bell = page.querySelector("a.bell[data-live]");
  if (bell) {
    const said = page.createElement("span");
    const hidden = (text) => Object.assign(page.createElement("span"), { className: "vh", textContent: text });
    const words = page.title;
    const whose = `bell ${page.querySelector(".menu .av")?.getAttribute("src")}`;
    let known = [...bell.childNodes].map((node) => (node.nodeType === Node.TEXT_NODE ? node.data.trim() : "")).join("");
    let source, channel, leaving, waiting, tries = 0;
    said.className = "vh";
    said.setAttribute("role", "status");
    bell.after(said);
    const show = (data) => {
      const [number, sentence] = data.split("\n");
      while (bell.lastChild !== bell.querySelector(".vh")) bell.lastChild.remove();
      if (number) bell.append(hidden(": "), number, hidden(` ${bell.dataset.unread}`));
      page.title = number ? `(${number}) ${words}` : words;
      if (parseInt(number || 0) > parseInt(known || 0)) said.textContent = sentence;
      known = number;
    };
    const close = () => {
      clearTimeout(waiting);
      source?.close();
      source = undefined;
    };
    const listen = () => {
      source = new EventSource(bell.dataset.live);
      source.addEventListener("bell", ({ data }) => {
        tries = 0;
        show(data);
        channel?.postMessage(data);
      });
      source.addEventListener("end", close);
      // A lost connection the browser opens again by itself; after an answer of another kind it does not, as from a proxy without a server.
      source.addEventListener("error", () => {
        if (source?.readyState !== EventSource.CLOSED) return;
        waiting = setTimeout(listen, Math.min(300000, 2000 * 2 ** tries++) * (0.5 + Math.random()));
      });
    };
    const begin = () => {
      if (leaving) return;
      leaving = new AbortController();
      if (!navigator.locks) {
        if (!page.hidden) listen();
        return;
      }
      channel = new BroadcastChannel(whose);
      channel.addEventListener("message", ({ data }) => show(data));
      const left = new Promise((resolve) => leaving.signal.addEventListener("abort", resolve));
      navigator.locks.request(whose, { signal: leaving.signal }, () => (listen(), left)).catch(() => {});
    };
    // A page that is put aside gives back what it holds, and can be shown again at once.
    addEventListener("pagehide", () => {
      leaving?.abort();
      leaving = undefined;
      close();
      channel?.close();
    });
    addEventListener("pageshow", begin);
    page.addEventListener("visibilitychange", () => {
      if (navigator.locks || !leaving) return;
      close();
      if (!page.hidden) listen();
    });
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

  // What makes forms comfortable is done for the page, and again for forms that come into it.
  const comforts = [];
  const comfort = (act) => {
    comforts.push(act);
    act(page);
  };

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
  const prepare = (area) => {
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
  };
  comfort((root) => {
    for (const area of all("textarea[data-composer]", root)) {
      // Under every post a small one waits; it is prepared when it is opened.
      const fold = area.closest("details:not([open])");
      if (fold) fold.addEventListener("toggle", () => prepare(area), { once: true });
      else prepare(area);
    }
  });

  page.addEventListener("keydown", (event) => {
    const form = event.target.form;
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.target.localName !== "textarea" || !form) return;
    event.preventDefault();
    form.requestSubmit(form.querySelector("button.btn-main:not([name]), button:not([name]):not([type=button])"));
  });

  const says = (page.body.dataset.drafts ?? "").split("|");

  // Parts of pages: the same forms and links answer with the changed part alone.
  const part = (address, options = {}) =>
    fetch(address, { ...options, headers: { "X-Kindred-Fragment": "1" }, redirect: "error", signal: AbortSignal.timeout(options.body instanceof FormData ? 120000 : 10000) });
  const nodes = (html) => {
    const template = page.createElement("template");
    template.innerHTML = html;
    return template.content;
  };

  // What happens beside the page is said once, by a part of it that is there from the start.
  const live = page.createElement("div");
  live.className = "vh";
  live.setAttribute("role", "status");
  page.body.append(live);
  const announce = (words) => { if (live.textContent !== words) live.textContent = words; };

  // The preview comes without leaving the page.
  page.addEventListener("click", async (event) => {
    const button = event.target.closest?.("button[name=preview]");
    const area = button?.form?.querySelector("textarea[name=body]");
    if (!area) return;
    event.preventDefault();
    const { form } = button;
    const body = new URLSearchParams(new FormData(form));
    body.set("preview", "yes");
    try {
      const answer = await part(form.action, { method: "POST", body });
      if (!answer.ok) throw answer;
      for (const old of all(".preview")) old.remove();
      (area.closest("form .field") ?? area.closest(".write")).before(nodes(await answer.text()));
      page.querySelector(".preview h2").focus();
    } catch {
      // The page itself says what is wrong.
      form.append(Object.assign(page.createElement("input"), { type: "hidden", name: "preview", value: "yes" }));
      form.requestSubmit();
    }
  });

  // Quoting: what is selected in a post, or all of it, goes to the end of the composer.
  const reply = page.querySelector("#reply textarea");
  const selectedIn = (body) => {
    const selection = getSelection();
    const isInside = !selection.isCollapsed && body?.contains(selection.anchorNode) && body.contains(selection.focusNode);
    return isInside ? selection.toString().trim() : "";
  };
  const quote = (link, text) => {
    const who = link.dataset.quote ? `@${link.dataset.quote}:\n\n` : "";
    const end = reply.value.trimEnd().length;
    const lines = text.trim().split("\n").map((line) => (line ? `> ${line}` : ">")).join("\n");
    insert(reply, `${end ? "\n\n" : ""}${who}${lines}\n\n`, end, reply.value.length);
    reply.scrollIntoView({ block: "center" });
  };
  if (reply) {
    const bodyOf = (link) => link.closest("article")?.querySelector(".post-body");
    page.addEventListener("click", (event) => {
      const link = event.target.closest?.("a[data-quote]");
      const body = link && bodyOf(link);
      if (!body || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      quote(link, selectedIn(body) || body.innerText);
    });
    const button = page.createElement("button");
    button.type = "button";
    button.className = "btn quote-here";
    button.hidden = true;
    // The link on the post does the same for a keyboard.
    button.tabIndex = -1;
    page.body.append(button);
    let link, later;
    button.addEventListener("pointerdown", (event) => event.preventDefault());
    button.addEventListener("click", () => {
      quote(link, selectedIn(bodyOf(link)));
      button.hidden = true;
    });
    page.addEventListener("selectionchange", () => {
      clearTimeout(later);
      later = setTimeout(() => {
        const at = getSelection().anchorNode;
        const article = (at?.nodeType === 1 ? at : at?.parentElement)?.closest("article");
        link = article?.querySelector("a[data-quote]");
        const text = link ? selectedIn(bodyOf(link)) : "";
        button.hidden = !text;
        if (!text) return;
        const box = getSelection().getRangeAt(0).getBoundingClientRect();
        button.textContent = link.firstChild.textContent;
        button.style.insetBlockStart = `${scrollY + box.bottom + 8}px`;
        button.style.left = `${scrollX + Math.min(Math.max(box.right - 40, 8), innerWidth - 90)}px`;
      }, 200);
    });
  }

  // Pictures that are pasted, dropped or chosen go up at once, and come into the text where the caret is.
  const kinds = ["image/png", "image/jpeg", "image/webp", "image/gif"];
  const takesPictures = (area) => {
    const { form } = area;
    const box = form.querySelector("[data-pictures]");
    const words = (box ?? page.querySelector("[data-pictures]"))?.dataset.pictures.split("|") ?? [];
    const [file, alt] = ["picture", "picture_alt"].map((name) => form.querySelector(`input[name=${name}]`));
    const tell = (text, isBad) => {
      let line = form.querySelector(".pic-note");
      if (!line) (box?.parentElement ?? area.closest(".write")).after(line = page.createElement("p"));
      line.className = `pic-note ${isBad ? "problem" : "meta"}`;
      line.textContent = text;
      announce(text);
    };
    const send = async (picture) => {
      if (picture.size > 10485760) return tell(words[2], true);
      tell(words[0]);
      const body = new FormData();
      body.set("picture", picture);
      body.set("picture_alt", alt?.value ?? "");
      body.set("attach", "yes");
      try {
        const note = nodes(await (await part(form.action, { method: "POST", body })).text()).querySelector(".pic-note");
        const { markdown } = note.dataset;
        if (markdown) {
          const { selectionStart: from, selectionEnd: to, value } = area;
          const before = value.slice(0, from);
          const text = `${before && !before.endsWith("\n") ? "\n\n" : ""}${markdown}\n`;
          insert(area, text, from, to);
          // The words are typed there next.
          const start = from + text.indexOf("![") + 2;
          if (markdown.startsWith("![]")) area.setSelectionRange(start, start);
          if (alt) alt.value = "";
        }
        tell(note.textContent, !markdown);
      } catch { tell(words[1], true); }
    };
    const take = async (event, files) => {
      const pictures = [...(files ?? [])].filter((one) => kinds.includes(one.type));
      if (!pictures.length) return;
      event.preventDefault();
      for (const picture of pictures) await send(picture);
    };
    // What is copied out of a text has its words too: those are meant.
    area.addEventListener("paste", (event) => { if (!event.clipboardData.types.includes("text/plain")) take(event, event.clipboardData.files); });
    area.addEventListener("dragover", (event) => { if (event.dataTransfer.types.includes("Files")) event.preventDefault(); });
    area.addEventListener("drop", (event) => take(event, event.dataTransfer.files));
    const button = form.querySelector("button[name=attach]");
    if (!file || !button) return;
    button.type = "button";
    button.addEventListener("click", async () => {
      if (!file.files.length) return file.click();
      await send(file.files[0]);
      file.value = "";
    });
  };
  comfort((root) => { for (const area of all("form[enctype] textarea[name=body]", root)) takesPictures(area); });

  // Names after @ and tags are offered while they are typed.
  const offered = new Map();
  const offer = async (kind, start) => {
    const address = `/complete?${kind}=${encodeURIComponent(start)}`;
    if (!offered.has(address)) {
      const answer = await part(address);
      if (answer.ok) offered.set(address, await answer.text());
    }
    return all("li", nodes(offered.get(address) ?? ""));
  };
  // Those who are on the page come first.
  const present = (start) => {
    const found = new Map();
    for (const link of all('article a[href^="/m/"]:not(.mention)')) {
      const [handle, name] = [link.pathname.slice(3), link.textContent];
      if (![handle, name].some((word) => word.toLowerCase().startsWith(start.toLowerCase()))) continue;
      const item = nodes('<li role="option"><span dir="auto"></span> <span class="meta" dir="auto"></span></li>').firstChild;
      item.dataset.value = item.firstChild.textContent = handle;
      item.lastChild.textContent = name;
      found.set(handle, item);
    }
    return found;
  };
  const completes = (field, kind, pattern, least, end) => {
    const list = page.createElement("ul");
    list.className = "complete";
    list.id = `${field.id}-complete`;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", says[6]);
    list.hidden = true;
    field.after(list);
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", list.id);
    let active = 0, later = 0;
    const word = () => (field.selectionStart === field.selectionEnd ? pattern.exec(field.value.slice(0, field.selectionStart).slice(-60))?.[1] : undefined);
    const close = () => { list.hidden = true; field.removeAttribute("aria-activedescendant"); };
    const mark = (index) => {
      const items = all("li", list);
      active = (index + items.length) % items.length;
      items.forEach((item, at) => { item.id = `${list.id}-${at}`; item.setAttribute("aria-selected", at === active); });
      items[active].scrollIntoView({ block: "nearest" });
      field.setAttribute("aria-activedescendant", items[active].id);
    };
    const take = (item) => {
      const at = field.selectionStart;
      insert(field, item.dataset.value + end, at - word().length, at);
      close();
    };
    field.addEventListener("input", () => {
      clearTimeout(later);
      later = setTimeout(async () => {
        const start = word();
        if (start === undefined) return close();
        const found = kind === "member" ? present(start) : new Map();
        if (start.length >= least) {
          try { for (const item of await offer(kind, start)) if (!found.has(item.dataset.value)) found.set(item.dataset.value, item); } catch { /* Nobody is offered. */ }
        }
        if (word() !== start || page.activeElement !== field) return;
        const items = [...found.values()].filter((item) => item.dataset.value !== start).slice(0, 8);
        if (!items.length) return close();
        const wasHidden = list.hidden;
        list.replaceChildren(...items);
        list.hidden = false;
        mark(0);
        if (wasHidden) announce(says[6]);
      }, 120);
    });
    field.addEventListener("keydown", (event) => {
      if (list.hidden || event.isComposing) return;
      const acts = {
        ArrowDown: () => mark(active + 1), ArrowUp: () => mark(active - 1), Escape: close,
        Enter: () => take(list.children[active]), Tab: () => take(list.children[active]),
      };
      if (!acts[event.key] || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      event.stopPropagation();
      acts[event.key]();
    });
    field.addEventListener("blur", close);
    list.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      const item = event.target.closest("li");
      if (item) take(item);
    });
  };
  comfort((root) => {
    if (!page.querySelector("[data-draft]:not([data-draft='0'])")) return;
    for (const field of all("input[name=tags]", root)) completes(field, "tag", /(?:^|[\s,;])([^\s,;]+)$/, 1, ", ");
    for (const area of all("textarea[data-composer]", root)) completes(area, "member", /(?:^|[^\w@/])@([a-z0-9-]{0,30})$/i, 2, " ");
  });

  // What was asked before comes while the title is typed, and the category says what is good to know.
  const look = page.querySelector("[data-look]");
  if (look) {
    const { form } = look.querySelector("button");
    const { title, tags, category } = form.elements;
    let later = 0, last = title.value.trim();
    look.hidden = true;
    const show = async () => {
      const typed = title.value.trim();
      if (typed === last || typed.length < 8) return;
      last = typed;
      const query = new URLSearchParams(["title", "body", "tags"].map((name) => [name, form.elements[name].value.slice(0, 400)]));
      try {
        const answer = await part(`${look.dataset.look}?${query}`);
        if (!answer.ok || title.value.trim() !== typed) return;
        const found = nodes(await answer.text());
        const before = form.querySelectorAll(".similar li").length;
        for (const piece of all("[data-part]", found)) form.querySelector(`[data-part=${piece.dataset.part}]`)?.replaceWith(piece);
        const count = form.querySelector(".similar [data-count]");
        if (count || before) announce(count?.dataset.count ?? "");
      } catch { last = ""; }
    };
    title.addEventListener("input", () => { clearTimeout(later); later = setTimeout(show, 400); });
    form.addEventListener("change", (event) => {
      const box = event.target;
      if (box.name === "suggested") {
        tags.value = [...tags.value.split(/[\s,;]+/).filter(Boolean), box.value].join(", ");
        tags.dispatchEvent(new Event("input", { bubbles: true }));
        box.closest("label").remove();
        tags.focus();
      }
      if (box === category) for (const hint of all("[data-hint]", form)) hint.hidden = hint.dataset.hint !== category.value;
    });
  }

  // A page that was fetched ahead has been read only now.
  if (performance.getEntriesByType("navigation")[0]?.deliveryType === "navigational-prefetch" && page.querySelector("[data-live]")) fetch(location.href).catch(() => {});

  // Single keys, for members who want them, never in a field.
  if (page.body.dataset.keys !== undefined) {
    const items = () => all("main .row, main article.post, main .result").filter((e) => e.getClientRects().length);
    const current = () => page.activeElement.closest?.(".row, article.post, .result");
    const go = (path) => () => location.assign(path);
    const step = (by) => () => {
      const list = items(), at = list.indexOf(current());
      const next = list[at < 0 ? (by > 0 ? 0 : list.length - 1) : at + by];
      const target = next?.matches("article") ? next : next?.querySelector("a[href]:not(.av)");
      if (!target) return;
      if (next === target) target.tabIndex = -1;
      target.focus();
      next.scrollIntoView({ block: "nearest" });
    };
    const press = (selector) => () => current()?.querySelector(selector)?.click();
    const focus = (selector, otherwise) => () => {
      const field = all(selector).find((e) => e.getClientRects().length);
      if (field) field.focus(); else if (otherwise) location.assign(otherwise);
    };
    const acts = {
      j: step(1), k: step(-1), o: press("h2 a, h3 a, a"), q: press("a[data-quote]"), e: press("a.act[href$='/edit']"), c: go("/ask"),
      r: focus("#reply textarea"), "/": focus("input[type=search]", "/search"), "?": go("/keyboard"),
      u: () => location.assign([...all(".crumbs a")].at(-1)?.href ?? "/"),
    };
    const places = { h: "/", n: "/notices", u: "/unanswered", m: page.querySelector("a[href='/moderation']") && "/moderation" };
    let goes = 0;
    page.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return;
      if (event.target.closest("input, textarea, select, [contenteditable], [role=listbox]")) return;
      const isGoing = goes > Date.now();
      goes = event.key === "g" ? Date.now() + 1500 : 0;
      const button = all("button[data-key]").find((e) => e.dataset.key === event.key);
      const act = isGoing && places[event.key] ? go(places[event.key]) : acts[event.key] ?? (button && (() => button.click()));
      if (!act) return;
      event.preventDefault();
      act();
    });
  }

  // Drafts. What is typed goes to the server every second, and stays on this device until the server has it.
  const storage = (name) => { try { return window[name]; } catch { return null; } };
  const device = storage("localStorage");
  const visit = performance.getEntriesByType("navigation")[0];
  const random = () => [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => (byte % 36).toString(36)).join("");
  const window_ = storage("sessionStorage");
  const own = (() => {
    const known = window_?.getItem("window") ?? random();
    try { window_.setItem("window", known); } catch { /* Nothing is kept then. */ }
    return known;
  })();
  const month = 30 * 86400000;

  const keepDraft = (form) => {
    const box = form.querySelector("[data-draft]");
    const owner = box?.dataset.draft ?? "-";
    const isOnServer = Number(owner) > 0;
    const place = new URL(form.action).pathname;
    const key = `draft ${owner} ${place} ${own}`;
    const inputs = () => [...form.elements].filter((e) => e.name && e.matches("textarea, select, input[type=text], input[type=radio]") && !e.readOnly);
    const texts = () => inputs().filter((e) => e.matches("textarea, input[type=text]"));
    const read = () => Object.fromEntries(inputs().filter((e) => e.type !== "radio" || e.checked).map((e) => [e.name, e.value]));
    const version = () => (form.elements.draft?.value ?? "0").split(".")[0];
    let hand, count = 0, dirty = false, busy = false, timer = 0, isSent = false, isClash = false;
    const sign = () => { if (form.elements.draft) form.elements.draft.value = `${version()}.${hand}`; };
    const begin = () => { hand = random(); isSent = false; sign(); };
    if (form.elements.draft) form.elements.draft.value = form.elements.draft.defaultValue;
    begin();

    const line = (words, isBad) => {
      if (!box) return;
      let line = box.querySelector(".draft-line");
      if (!line) box.append(line = page.createElement("p"));
      line.className = `draft-line meta${isBad ? " draft-bad" : ""}`;
      if (line.textContent !== words) line.textContent = words;
      announce(words);
    };
    const hold = () => {
      if (!device) return;
      try { device.setItem(key, JSON.stringify({ at: Date.now(), base: version(), hand, values: read() })); } catch { /* It is full. */ }
    };
    const isBlank = () => texts().every((e) => !e.value.trim());
    const write = (values) => {
      for (const input of inputs()) {
        const value = values[input.name];
        if (value === undefined) continue;
        if (input.type === "radio") input.checked = input.value === value;
        else if (input.localName !== "select" || [...input.options].some((option) => option.value === value)) input.value = value;
      }
      for (const fold of all("details", page)) if (fold.contains(form)) fold.open = true;
    };
    const touch = () => {
      dirty = true;
      count += 1;
      hold();
      if (!timer && !busy && !isClash) timer = setTimeout(save, 1000);
    };

    // A button in the box of the draft.
    const choice = (words, act) => {
      const button = page.createElement("button");
      button.type = "button";
      button.className = "btn";
      button.textContent = words;
      button.addEventListener("click", act);
      return button;
    };
    const show = (html) => {
      const fresh = nodes(html);
      const stamp = fresh.querySelector("[name=draft]").value;
      const words = fresh.querySelector(".draft-line")?.textContent.trim() ?? "";
      const isNew = words !== box.querySelector(".draft-line")?.textContent.trim();
      const was = box.dataset.state;
      box.dataset.state = fresh.querySelector(".draft-bad") ? "bad" : "good";
      if (isNew || fresh.querySelector("[data-other]")) box.replaceChildren(fresh);
      else form.elements.draft.value = stamp;
      sign();
      if (was !== box.dataset.state) announce(words);
      const other = box.querySelector("[data-other]");
      if (!other) return;
      const choose = other.querySelector("[data-choose]");
      const go = () => { isClash = false; touch(); };
      choose.hidden = false;
      choose.querySelector("[data-mine]").addEventListener("click", go);
      choose.querySelector("[data-theirs]").addEventListener("click", () => {
        const area = form.querySelector("textarea");
        const theirs = other.querySelector("[data-other-text]");
        const mine = area.value;
        insert(area, theirs.textContent, 0, mine.length);
        theirs.textContent = mine;
        const title = other.querySelector("[data-other-title]");
        if (title && form.elements.title) form.elements.title.value = title.textContent;
        go();
      });
    };
    const fail = (words) => {
      box.dataset.state = words;
      line(says[words], true);
    };
    const save = async () => {
      clearTimeout(timer);
      timer = 0;
      if (!isOnServer) return line(says[0]);
      if (busy || isClash || isSent || !dirty) return;
      if (isBlank() && version() === "0") { dirty = false; device?.removeItem(key); return; }
      busy = true;
      const seen = count;
      let pause = 1000;
      try {
        const answer = await send();
        if ([200, 409, 422].includes(answer.status)) {
          show(await answer.text());
          isClash = answer.status === 409;
          if (answer.status === 422) pause = 5000;
          if (answer.ok && count === seen) { dirty = false; device?.removeItem(key); }
        } else {
          pause = 5000;
          fail([401, 403, 404].includes(answer.status) ? 2 : 1);
        }
      } catch {
        pause = 3000;
        fail(1);
      }
      busy = false;
      if (dirty && !isClash && !timer) timer = setTimeout(save, pause);
    };
    const send = () => {
      const body = new URLSearchParams(new FormData(form));
      body.set("save", owner);
      // The browser lets so much outlive the page.
      return part(form.action, { method: "POST", body, keepalive: body.toString().length < 60000 });
    };

    form.addEventListener("input", touch);
    form.addEventListener("submit", () => {
      isSent = true;
      clearTimeout(timer);
      if (dirty) hold();
      window_?.setItem("sent", key);
    });
    form.addEventListener("click", (event) => {
      if (event.target.closest("button")?.name !== "save") return;
      event.preventDefault();
      dirty = true;
      save();
    });
    addEventListener("pagehide", () => { if (dirty && isOnServer && !isSent && !isClash) send().catch(() => {}); });
    addEventListener("pageshow", (event) => { if (event.persisted) begin(); });
    page.addEventListener("visibilitychange", () => { if (page.hidden && dirty) save(); });
    addEventListener("online", () => { if (dirty) save(); });

    // What the device holds, of this window or of one that is gone; what was typed before signing in too.
    const owners = isOnServer ? [owner, "0"] : [owner];
    const held = !device ? [] : Object.keys(device)
      .filter((name) => (box ? owners.some((owner) => name.startsWith(`draft ${owner} ${place} `)) : name === key))
      .map((name) => ({ name, ...JSON.parse(device.getItem(name)) }))
      .sort((one, other) => other.at - one.at);
    const now = JSON.stringify(read());
    for (const { name, at, base, hand: writer, values } of held) {
      if (Date.now() - at > month) { device.removeItem(name); continue; }
      if (JSON.stringify({ ...read(), ...values }) === now) {
        // A form that came back with it was not sent.
        if (visit?.responseStatus >= 400) touch();
        else device.removeItem(name);
        continue;
      }
      const isFree = texts().every((e) => !e.defaultValue) || ((base === version() || writer === box?.dataset.hand) && !(visit?.responseStatus >= 400));
      const take = () => {
        device.removeItem(name);
        write(values);
        touch();
        box?.querySelector("[data-held]")?.remove();
        line(says[3]);
      };
      if (isFree) take();
      else if (box) {
        const offer = page.createElement("div");
        const words = page.createElement("p");
        offer.className = "draft-other gap-above";
        offer.dataset.held = "";
        words.textContent = says[4];
        const row = page.createElement("p");
        row.className = "btn-row";
        row.append(choice(says[5], take));
        offer.append(words, row);
        box.append(offer);
      }
      break;
    }
  };

  // A form that was sent and did not come back was taken.
  const sent = window_?.getItem("sent");
  if (sent) {
    window_.removeItem("sent");
    if (["navigate", "reload"].includes(visit?.type) && !(visit.responseStatus >= 400)) device?.removeItem(sent);
  }
  comfort((root) => {
    for (const form of new Set(all("form[method=post] textarea:not([readonly])", root).map((area) => area.form))) keepDraft(form);
  });

  // Acts of one press: the page is asked for as it is now and its middle put in place, but for the forms that hold text. Where that fails the
  // browser does it the ordinary way, since no such act does anything twice.
  const whole = (form) => form.closest("details") ?? form;
  const nameOf = (fold) => fold.closest("[id]").id + fold.querySelector("summary").textContent;
  const topOf = (element) => element.getBoundingClientRect().top;
  const swap = (fresh, form) => {
    const path = form.getAttribute("action");
    const [top, old, main] = [topOf(form.querySelector("button")), page.getElementById("main"), fresh.getElementById("main")];
    const isTyped = (other) => other.querySelector(".input");
    const came = all("form", main).filter(isTyped);
    for (const kept of all("form", old).filter(isTyped)) {
      const at = came.findIndex((other) => other.action === kept.action);
      if (at < 0 || !old.contains(kept)) continue;
      const [place] = came.splice(at, 1);
      kept.querySelector(".label-row")?.replaceWith(place.querySelector(".label-row"));
      whole(place).replaceWith(whole(kept));
    }
    const opened = all("details[open]", old).map(nameOf);
    for (const fold of all("details", main)) if (opened.includes(nameOf(fold))) fold.open = true;
    old.replaceWith(main);
    for (const one of came) for (const act of comforts) act(one);
    const list = fresh.querySelector(".toc");
    if (list) page.querySelector(".toc").replaceWith(list);
    for (const one of all("[data-flash]")) one.remove();
    sayTimes();
    // What was pressed, or what takes it back, stays under the finger and keeps the focus.
    const plain = path.replace("/un", "/").replace("-again", "");
    const places = [path, plain, plain.replace(/\/(?=[a-z]+$)/, "/un")];
    const button = places.map((one) => page.querySelector(`form[data-swap][action="${one}"] button`)).find((one) => one?.checkVisibility());
    const note = fresh.querySelector("[data-flash]");
    if (note) {
      note.removeAttribute("role");
      if (button) (button.closest("article, section") ?? main).append(note);
      else main.prepend(note);
    }
    (button ?? note?.querySelector("button") ?? main).focus({ preventScroll: Boolean(button) });
    if (button) scrollBy({ top: topOf(button) - top, behavior: "instant" });
    announce((note ?? button ?? main.querySelector("h1")).textContent.trim());
  };
  page.addEventListener("submit", async (event) => {
    const form = event.target;
    if (form.dataset.swap === undefined) return;
    event.preventDefault();
    if (form.ariaBusy) return;
    form.ariaBusy = "true";
    try {
      const body = new URLSearchParams(new FormData(form));
      const done = await fetch(form.action, { method: "POST", body, redirect: "manual", signal: AbortSignal.timeout(10000) });
      const answer = done.type === "opaqueredirect" && (await part(location.href));
      if (!answer.ok) throw done;
      swap(new DOMParser().parseFromString(await answer.text(), "text/html"), form);
      form.ariaBusy = null;
    } catch { form.submit(); }
  });

  // A part of a page that changes by itself comes anew as long as it says so; nothing is taken from under a hand.
  const anew = () => {
    const old = page.querySelector("[data-anew]");
    if (!old) return;
    setTimeout(async () => {
      try {
        const answer = page.visibilityState === "visible" && !old.contains(page.activeElement) && (await part(location.href));
        if (answer.ok) {
          const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(old.id);
          // At its end the whole page has other things to say.
          if (!fresh?.dataset.anew) return location.reload();
          old.replaceWith(fresh);
        }
      } catch { /* The next time, then. */ }
      anew();
    }, old.dataset.anew * 1000);
  };
  anew();

  // Whoever comes next at this machine must not find it.
  for (const form of all('form[action="/sign-out"]')) {
    form.addEventListener("submit", () => {
      for (const name of Object.keys(device ?? {})) if (name.startsWith("draft ")) device.removeItem(name);
    });
  }
}
