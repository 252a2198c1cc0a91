"""Writing RSS."""

from xml.sax.saxutils import escape


def render(show: dict) -> bytes:
    """The feed of a show, UTF-8."""
    items = "".join(
        f"<item><guid>{escape(e['guid'])}</guid><title>{escape(e['title'])}</title>"
        f"<enclosure url=\"{escape(e['audio'])}\" type=\"audio/mpeg\"/></item>"
        for e in show["episodes"]
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel>'
        f"<title>{escape(show['title'])}</title><link>{escape(show['link'])}</link>"
        f"{items}</channel></rss>"
    ).encode()
