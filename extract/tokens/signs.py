"""The signs of tokens that no scan looks for: single known words, names, other words, numbers and punctuation."""

from collections.abc import Mapping

# The signs of a word that is not known, with a capital and without.
NAME, WORD = "N", "w"
NUMBER, BREAK = "0", "|"
# What stands in a text for a known word, and signs of punctuation.
MASK = "\0"
PUNCTUATION = {
    ",": ",",
    "(": "(",
    ")": ")",
    "[": "(",
    "]": ")",
    "-": "-",
    ":": ":",
    ".": ".",
    ";": ";",
    "/": "/",
    "&": WORD,
}
QUOTES = "\"“”'‘’«»"
# So many tokens are remembered with their signs: those of some five hundred articles.
REMEMBERED = 1 << 14


class Tokens(dict[str, str]):
    """The signs of tokens: of known words that no scan looks for, else by their first letter; remembered.

    >>> tokens = Tokens({"hai": "0"})
    >>> [tokens[token] for token in ("hai", "bên", "Hai", "27/4", "(", "")]
    ['0', 'w', 'N', '0', '(', '|']
    """

    __slots__ = ("alone",)

    def __init__(self, alone: Mapping[str, str]) -> None:
        """Take the known words with their signs."""
        super().__init__()
        self.alone = alone

    def __missing__(self, token: str) -> str:
        """Find the sign of a token that was not asked for of late."""
        if len(self) >= REMEMBERED:
            self.clear()
        sign = self[token] = self.alone.get(token) or opening(token[:1])
        return sign


def opening(letter: str) -> str:
    """Return the sign of an unknown token by its first letter: names, words, numbers and punctuation."""
    if letter.isalpha():
        return NAME if letter.isupper() else WORD
    if letter.isdigit():
        return NUMBER
    return {"": BREAK, MASK: MASK}.get(letter) or PUNCTUATION.get(letter, '"' if letter in QUOTES else ",")
