#!/usr/bin/env python3
"""When a page is painted on a phone, beside a copy of the same bytes from a server that does nothing else.

paint.py ORIGIN NAME=PATH...: Chromium, 390 px wide, four times slower than this machine, 1.6 Mbit/s down, 750 kbit/s up, 150 ms away, nothing
kept from the visit before. The page and its copy take turns. `bin/bench` runs it; it wants the `.venv` of `bin/setup`.
"""

import argparse
import asyncio
import http.client
import multiprocessing
import pathlib
import statistics
import sys
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "browser"))
from forum import chromium  # noqa: E402

SLOWER = 4
NETWORK = {"offline": False, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8}
PHONE = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2, "is_mobile": True, "has_touch": True}
#: Of the copy's time; of a second; and how much may move.
BAR, SOON, STILL = 1.3, 1.2, 0.02
#: What belongs to a connection or a moment, not to what is sent.
OWN = {"connection", "transfer-encoding", "content-length", "date", "keep-alive"}
NOTED = """window.painted = { lcp: 0, fcp: 0, cls: 0, what: "" }
for (const [type, note] of [
  ["largest-contentful-paint", e => { painted.lcp = e.startTime; painted.what = `${e.element?.localName}.${e.element?.className}` }],
  ["paint", e => { if (e.name === "first-contentful-paint") painted.fcp = e.startTime }],
  ["layout-shift", e => { if (!e.hadRecentInput) painted.cls += e.value }],
]) new PerformanceObserver(list => list.getEntries().forEach(note)).observe({ type, buffered: true })"""
PAINTED = """async () => {
  while (!painted.lcp || !painted.fcp) await new Promise(done => setTimeout(done, 50))
  return { ...painted }
}"""
SCROLLED = """async () => {
  for (let at = 0; at < document.scrollingElement.scrollHeight; at += innerHeight / 2) {
    scrollTo(0, at)
    await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
  }
  const shown = [...document.images].filter(image => image.getClientRects().length)
  await Promise.all(shown.map(image => image.complete || new Promise(done => image.onload = image.onerror = done)))
}"""


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("origin")
    arguments.add_argument("pages", nargs="+", help="NAME=PATH")
    arguments.add_argument("--runs", type=int, default=9, help="of each page and of its copy")
    given = arguments.parse_args()
    pages = [page.partition("=")[::2] for page in given.pages]
    missed = []
    with chromium() as browser:
        copies, sizes = copied(browser, given.origin, pages)
        with Copy(copies) as copy:
            for name, path in pages:
                missed += compare(browser, name, given.origin + path, copy.origin + path, given.runs, sizes[path])
            asked = copy.missed()
    if asked:
        sys.exit(f"the copy lacks {', '.join(asked)}: it was not the same page")
    if missed:
        sys.exit("over the bar: " + "; ".join(missed))


def compare(browser, name, page, copy, runs, sizes):
    found = {page: [], copy: []}
    for turn in range(runs + 1):
        for address in (page, copy) if turn % 2 else (copy, page):
            seen = visit(browser, address)
            # The first of each warms up what is measured with.
            if turn:
                found[address].append(seen)
    ours, theirs = ({key: statistics.median(one[key] for one in found[address]) for key in ("lcp", "fcp", "cls")} for address in (page, copy))
    ratio, moved = ours["lcp"] / theirs["lcp"], max(one["cls"] for one in found[page])
    spread = sorted(one["lcp"] for one in found[page])
    print(
        f"{'paint: ' + name:36} LCP {ours['lcp']:6.0f} ms ({spread[0]:.0f} to {spread[-1]:.0f}), of a copy {theirs['lcp']:6.0f} ms  {ratio:5.2f} of the copy"
        f"  FCP {ours['fcp']:6.0f} ms, of a copy {theirs['fcp']:6.0f} ms  CLS {moved:.3f}  {sizes[0]} requests, {sizes[1] / 1024:.1f} kB"
        f"  ({found[page][-1]['what']}){'' if ours['lcp'] < SOON * 1000 else f'  LATER THAN {SOON} s'}", flush=True)
    missed = [f"{name} is painted {ratio:.2f} times as late as its copy (at most {BAR})"] if ratio > BAR else []
    return missed + ([f"{name} moves by {moved:.3f} (at most {STILL})"] if moved > STILL else [])


def visit(browser, address):
    with browser.new_context(**PHONE) as context:
        page = context.new_page()
        page.add_init_script(NOTED)
        control = context.new_cdp_session(page)
        control.send("Network.enable")
        control.send("Network.emulateNetworkConditions", NETWORK)
        control.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        page.goto(address, wait_until="networkidle")
        seen = page.evaluate(PAINTED)
        # What comes late must not push away what somebody reads.
        page.evaluate(SCROLLED)
        return seen | {"cls": page.evaluate("painted.cls")}


def copied(browser, origin, pages):
    """Every answer a visit asks for, as it was sent; and for each page how many those are, and how heavy."""
    copies, sizes = {}, {}
    for _, path in pages:
        with browser.new_context(**PHONE) as context:
            page, asked = context.new_page(), []
            page.on("request", lambda request: asked.append(request))
            page.goto(origin + path, wait_until="networkidle")
            before = len(asked)
            page.evaluate(SCROLLED)
            for request in asked:
                copies[request.url.removeprefix(origin)] = fetched(origin, request)
            sizes[path] = before, sum(len(copies[request.url.removeprefix(origin)][2]) for request in asked[:before])
    return copies, sizes


def fetched(origin, request):
    place = urllib.parse.urlsplit(origin)
    headers = {key: value for key, value in request.all_headers().items() if not key.startswith(":") and key != "host"}
    # Chromium adds these only after it has told of the request.
    headers.setdefault("accept-encoding", "gzip, deflate")
    connection = http.client.HTTPConnection(place.hostname, place.port, timeout=30)
    connection.request("GET", request.url.removeprefix(origin), headers=headers)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    if answer.status != 200:
        sys.exit(f"{request.url} answers {answer.status}: no page to measure")
    return answer.status, [(key, value) for key, value in answer.getheaders() if key.lower() not in OWN], body


class Copy:
    """The answers, served by a process of its own."""

    def __init__(self, copies):
        context = multiprocessing.get_context("spawn")
        self.parent, child = context.Pipe()
        self.process = context.Process(target=serve, args=(copies, child), daemon=True)

    def __enter__(self):
        self.process.start()
        self.origin = f"http://127.0.0.1:{self.parent.recv()}"
        return self

    def missed(self):
        self.parent.send("what was asked for in vain?")
        return self.parent.recv()

    def __exit__(self, *_):
        self.process.terminate()
        self.process.join()


def serve(copies, parent):
    """Writes answers that are made already: nothing in this process may be slower than what it is compared with."""
    made, missed = {path: wire(*answer) for path, answer in copies.items()}, []

    class Connection(asyncio.Protocol):
        def connection_made(self, transport):
            self.transport, self.read = transport, b""

        def data_received(self, data):
            self.read += data
            while b"\r\n\r\n" in self.read:
                head, _, self.read = self.read.partition(b"\r\n\r\n")
                path = head.split(b" ", 2)[1].decode()
                if path not in made:
                    missed.append(path)
                self.transport.write(made.get(path) or wire(404, [], b""))

    async def run():
        loop = asyncio.get_running_loop()
        server = await loop.create_server(Connection, "127.0.0.1", 0)
        parent.send(server.sockets[0].getsockname()[1])
        await loop.run_in_executor(None, parent.recv)
        parent.send(missed)
        await server.serve_forever()

    asyncio.run(run())


def wire(status, headers, body):
    lines = [f"HTTP/1.1 {status} Copied", *(f"{key}: {value}" for key, value in headers), f"Content-Length: {len(body)}"]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


if __name__ == "__main__":
    main()
