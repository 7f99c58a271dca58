"""The address of a SPARQL server, and who we are there."""

import base64
import hashlib
import os
import re
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

from ontology.errors import UsageError

SCHEMES = ("http://", "https://")


class Address(str):
    """The address under which a server answers, without its last slash; it holds no secrets.

    >>> Address("http://127.0.0.1:7878/")
    'http://127.0.0.1:7878'
    """

    __slots__ = ()

    def __new__(cls, text: str) -> Self:
        """Check an address; raises UsageError, which never repeats a secret."""
        try:
            parts = urlsplit(text)
            known = bool(parts.hostname) and (parts.port or 1) > 0
        except ValueError:
            known = False
        if not known:
            raise UsageError("--store", "is no address", "write it as http://HOST:PORT/")
        if parts.username is not None or parts.password is not None:
            mend = "take them out, and set $BANGGIAO_USER and $BANGGIAO_PASSWORD, or $BANGGIAO_TOKEN"
            raise UsageError("--store", "holds a user or a password", mend)
        if parts.query or parts.fragment:
            raise UsageError("--store", "holds a ? or a #", "write the address alone: http://HOST:PORT/PATH")
        return super().__new__(cls, text.rstrip("/"))

    def folder(self) -> Path:
        """Return the folder of this machine where the index of the graph there is kept.

        It lies in $BANGGIAO_CACHE, else in banggiao in $XDG_CACHE_HOME or ~/.cache.
        """
        given = os.environ.get("BANGGIAO_CACHE")
        caches = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
        plain = re.sub(r"[^a-z0-9.]+", "-", self.partition("://")[2].lower())
        digest = hashlib.sha256(self.encode()).hexdigest()[:12]
        return (Path(given) if given else caches / "banggiao") / f"{plain[:60]}-{digest}"


def credentials() -> dict[str, str]:
    """Return the headers that say who we are: $BANGGIAO_TOKEN, else $BANGGIAO_USER with $BANGGIAO_PASSWORD."""
    token, user = os.environ.get("BANGGIAO_TOKEN"), os.environ.get("BANGGIAO_USER")
    if token:
        return {"Authorization": f"Bearer {token}"}
    if user:
        password = os.environ.get("BANGGIAO_PASSWORD", "")
        said = base64.b64encode(f"{user}:{password}".encode()).decode()
        return {"Authorization": f"Basic {said}"}
    return {}
