"""Data for the page: JSON that is safe where it stands, and zlib in base64 that the browser unpacks."""

import base64
import hashlib
import json
import zlib

ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def script_json(value: object) -> str:
    r"""Return JSON that stands in a script element and cannot end it.

    >>> print(script_json({"quote": "</script>"}))
    {"quote":"\u003c/script\u003e"}
    """
    written = compact(value)
    for letter, escape in ESCAPES.items():
        written = written.replace(letter, escape)
    return written


def packed(value: object) -> str:
    """Return JSON, compressed, in base64; by what the browser calls "deflate"."""
    return base64.b64encode(zlib.compress(compact(value).encode(), 9)).decode()


def compact(value: object) -> str:
    """Return JSON without spaces, its letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def digest(text: str) -> str:
    """Return the source expression by which a Content-Security-Policy allows one inline script or style.

    >>> digest("")
    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
    """
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
