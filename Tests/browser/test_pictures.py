"""Pictures in a browser with scripts, on a phone: chosen, dropped and pasted ones come into the text where the caret is."""

import base64
import struct
import unittest
import zlib

from forum import PASSWORD, REPO, Forum, chromium

PICTURE = REPO / "Sources/Kindred/Kindred.docc/Resources/ask-390-light.webp"
# What a hand does with the mouse or the keyboard cannot be done by a driver.
GIVE = """([selector, kind, data]) => {
  const bytes = Uint8Array.from(atob(data), sign => sign.charCodeAt(0))
  const transfer = new DataTransfer()
  transfer.items.add(new File([bytes], 'x.webp', { type: 'image/webp' }))
  const names = kind === 'paste' ? { clipboardData: transfer } : { dataTransfer: transfer }
  const event = kind === 'paste' ? new ClipboardEvent('paste', { ...names, bubbles: true, cancelable: true }) : new DragEvent('drop', { ...names, bubbles: true, cancelable: true })
  document.querySelector(selector).dispatchEvent(event)
}"""


class Pictures(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.forum = cls.enterClassContext(Forum())
        cls.forum.run("category", "add", "--name", "Help", "--description", "Help", "--access", "everyone")
        cls.browser = cls.enterClassContext(chromium())
        cls.page = cls.browser.new_context(base_url=cls.forum.url, viewport={"width": 390, "height": 844}).new_page()
        address = cls.forum.add("Pim Foto")
        cls.page.goto("/sign-in")
        cls.page.fill("main [name=email]", address)
        cls.page.fill("main [name=password]", PASSWORD)
        cls.page.click("main form button.btn-main")
        cls.page.wait_for_url("**/")

    def until(self, holds):
        """The policy of the pages lets no driver wait by itself."""
        for _ in range(2000):
            if holds():
                return
        self.fail("it never came")

    def test_chosen_pasted_and_dropped(self):
        page = self.page
        page.goto("/ask")
        page.fill("[name=title]", "What is this?")
        page.fill("#body", "Before\n\nAfter")
        page.evaluate("document.querySelector('#body').setSelectionRange(6, 6)")
        page.click(".pic summary")
        page.fill("[name=picture_alt]", "A form")
        page.set_input_files("#body-picture", PICTURE)
        page.click("button[name=attach]")
        page.get_by_text("The picture is in the text.").first.wait_for()
        text = page.input_value("#body")
        self.assertRegex(text, r"^Before\n\n!\[A form\]\(/i/\S+\)\n\n\nAfter$")
        self.assertEqual(page.input_value("[name=picture_alt]"), "")
        data = base64.b64encode(PICTURE.read_bytes()).decode()
        for kind in ("paste", "drop"):
            page.fill("#body", "Words")
            page.evaluate("document.querySelector('#body').setSelectionRange(5, 5)")
            page.evaluate(GIVE, ["#body", kind, data])
            self.until(lambda: "/i/" in page.input_value("#body"))
            self.assertRegex(page.input_value("#body"), r"^Words\n\n!\[\]\(/i/\S+\)\n$")
            # The caret waits where the words go.
            self.assertEqual(page.evaluate("document.querySelector('#body').selectionStart"), 9)
        page.keyboard.type("An oven")
        self.assertLessEqual(page.evaluate("document.scrollingElement.scrollWidth"), 390)
        page.locator("main form .form-foot button.btn-main").click()
        page.wait_for_url("**/t/**")
        picture = page.locator(".prose img")
        picture.scroll_into_view_if_needed()
        self.until(lambda: page.evaluate("document.querySelector('.prose img').naturalWidth > 0"))
        self.assertEqual(picture.get_attribute("alt"), "An oven")
        self.assertLessEqual(picture.bounding_box()["width"], 390)
        self.assertLessEqual(page.evaluate("document.scrollingElement.scrollWidth"), 390)

    def test_what_is_none_is_said(self):
        page = self.page
        page.goto("/ask")
        page.fill("#body", "Kept")
        page.click(".pic summary")
        page.set_input_files("#body-picture", {"name": "x.png", "mimeType": "image/png", "buffer": b"<svg onload=alert(1)>"})
        page.click("button[name=attach]")
        page.locator(".pic-note.problem").wait_for()
        self.assertIn("is not a PNG", page.locator(".pic-note").inner_text())
        self.assertEqual(page.input_value("#body"), "Kept")
        # One that is odd but whole is taken, and what the decoder finds odd does not stand between the lines of the log.
        page.set_input_files("#body-picture", {"name": "y.png", "mimeType": "image/png", "buffer": odd_png()})
        page.click("button[name=attach]")
        self.until(lambda: "/i/" in page.input_value("#body"))
        page.goto("/privacy")
        self.until(lambda: page.evaluate("1") and any("route=/privacy" in line for line in self.forum.log))
        self.assertEqual([line for line in self.forum.log if not line.startswith("at=")], [])


def odd_png():
    """A wrong sum behind what is clear, and something behind the pixels."""
    def chunk(kind, body, flaw=0):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body) ^ flaw)
    pixels = zlib.compress(b"".join(b"\0\0\1\0\1" for _ in range(4))) + b"and more"
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 4, 4, 8, 3, 0, 0, 0)) + chunk(b"PLTE", bytes(6))
            + chunk(b"tRNS", b"\0", 1) + chunk(b"IDAT", pixels) + chunk(b"IEND", b""))


if __name__ == "__main__":
    unittest.main()
