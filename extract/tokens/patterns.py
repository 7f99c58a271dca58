"""Sentence shapes: a line of text that says how a language states one kind of fact.

`{slot}` takes a mention of the slot's type, `{slot+}` several in a row, `{slot!}` one who acts; `@class` a word of
that class;
`[x]` may be missing, `(x|y)` is either. `…` skips words of the same clause, `‥` fewer, and no person.
The first word that must stand, or one marked as in `@class!`, is the trigger: status, date and place are
sought around it. A person that opens a shape must be the subject of its clause,
unless the shape says `anyone = true`.
"""

import re
import typing
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import fields
from types import UnionType
from typing import Any, NamedTuple

from extract.tokens.lexicon import Lexicon
from extract.tokens.signs import BREAK
from extract.tokens.units import Units
from ontology.dates import Date
from ontology.errors import DataError
from ontology.facts import KINDS, Body, Fact, Person, Place, Polity

# … skips words of the clause but no subject; ‥ (two dots) skips fewer, and no person.
# Neither skips a word of the class "barrier", after which other people are meant.
FAR, NEAR = r"[^P|;%s]{0,24}?", r"[^PO|;%s]{0,9}?"
PLAIN = r"[^\s{}@…‥\[\]()|,:]+"
ELEMENT = re.compile(
    r"\{(?P<slot>\w+)(?P<many>\+?)(?P<acts>!?)\}|@(?P<cls>\w+)(?P<here>!?)|(?P<skip>[…‥])|(?P<mark>[\[\]()|,:])"
    rf"|(?P<word>{PLAIN}(?: {PLAIN})*)"
)
# What kind of unit a slot takes, by the type of the fact's field.
TAKES: tuple[tuple[type, str], ...] = ((Person, "PO"), (Polity, "polity"), (Body, "B"), (Place, "YB"), (Date, "D"))
POLITIES = ("country", "city", "bloc", "short")


class Match(NamedTuple):
    """A shape found: for each slot the units that fill it, the shape's fixed values, and its span of units."""

    pattern: "Pattern"
    slots: Mapping[str, tuple[int, ...]]
    start: int
    trigger: int
    end: int


class Pattern:
    """One sentence shape for one kind of fact.

    >>> from extract.tokens.lexicon import Lexicon
    >>> Pattern("Delegation", "{leader} {x}", {}, Lexicon())
    Traceback (most recent call last):
    ontology.errors.DataError: shape '{leader} {x}': Delegation has no slot 'x'; it has leader, origin, destination
    """

    def __init__(
        self, kind: str, says: str, fixed: Mapping[str, Any], lexicon: Lexicon, *, anyone: bool = False
    ) -> None:
        """Compile a shape; raises DataError for an unknown kind of fact, slot or word class."""
        self.kind, self.says, self.fixed = kind, says, dict(fixed)
        types = {cls.__name__: cls for cls in KINDS.values()}
        if kind not in types:
            raise DataError(f"shape {says!r}", f"{kind!r} is no kind of fact", f"take one of {', '.join(types)}")
        self.slots = slot_signs(types[kind])
        self.lexicon = lexicon
        self.anyone = anyone
        self.regex = re.compile(self.compiled(says))
        self.musts = frozenset(musts(list(ELEMENT.finditer(says))))

    def compiled(self, says: str) -> str:
        """Translate a shape into an expression over the signs of units; one word of it is the trigger."""
        parts: list[str] = []
        elements = list(ELEMENT.finditer(says))
        barrier = re.escape(self.lexicon.signs_of("barrier"))
        trigger = triggering(elements)
        marks = [element["mark"] or "" for element in elements[: max(trigger, 0)]]
        if sum((mark in "([") - (mark in ")]") for mark in marks if mark):
            raise DataError(f"shape {says!r}", "the word with ! may be missing", "mark one that always stands")
        for index, element in enumerate(elements):
            if element["slot"]:
                first = all(e["mark"] for e in elements[:index])
                acts = bool(element["acts"]) or (first and not self.anyone)
                parts.append(self.slot(element["slot"], many=bool(element["many"]), subject=acts))
            elif element["skip"]:
                parts.append((FAR if element["skip"] == "…" else NEAR) % barrier)
            elif element["mark"]:
                opened = "(?P<trigger>" if index == trigger else "(?:"
                parts.append(
                    {"[": "(?:", "]": ")?", "(": opened, ")": ")", "|": "|"}.get(element["mark"], element["mark"])
                )
            else:
                signs = self.signs(element["cls"], element["word"])
                parts.append(f"(?P<trigger>{signs})" if index == trigger else signs)
        return "".join(parts)

    def signs(self, cls: str | None, word: str | None) -> str:
        """Return the expression for a word class, or for a word that stands for itself."""
        found = self.lexicon.signs_of(cls or f"={word}")
        if not found:
            raise DataError(
                f"shape {self.says!r}", f"no word class {cls or word!r}", "name one of the classes in words.toml"
            )
        return f"[{re.escape(found)}]"

    def slot(self, name: str, *, many: bool, subject: bool) -> str:
        """Return the expression for a slot."""
        if name not in self.slots:
            known = ", ".join(self.slots)
            raise DataError(f"shape {self.says!r}", f"{self.kind} has no slot {name!r}", f"it has {known}")
        polities = "".join(self.lexicon.signs_of(c) for c in POLITIES)
        signs = self.slots[name].replace("polity", re.escape(polities))
        one = "P" if subject and signs == "PO" else f"[{signs}]"
        joint = ",&?|&" + (f"|[{beside}],?" if (beside := re.escape(self.lexicon.signs_of("withwife"))) else "")
        return f"(?P<{name}>{one}(?:(?:{joint})[{signs}])*)" if many else f"(?P<{name}>{one})"

    def possible(self, classes: AbstractSet[str]) -> bool:
        """Tell whether every word class that must stand is among some classes."""
        return self.musts <= classes

    def find(self, units: Units, string: str) -> Iterator[Match]:
        """Find the shape in a string of units; in a sentence each trigger gives one match."""
        position = 0
        while (found := self.regex.search(string, position)) is not None:
            end = string.find(BREAK, found.end())
            start = string.rfind(BREAK, 0, found.start()) + 1
            yield from self.within(units, string[start : end if end >= 0 else None], start)
            position = end + 1 if end >= 0 else len(string)

    def within(self, units: Units, sentence: str, offset: int) -> Iterator[Match]:
        """Find the shape in one sentence; a trigger that has matched is blanked, so that the next one can."""
        position = 0
        while (found := self.regex.search(sentence, position)) is not None:
            trigger = found.start("trigger")
            apart = ",&" + self.lexicon.signs_of("withwife")
            slots = {name: filled(units, found, name, offset, apart) for name in found.groupdict() if name != "trigger"}
            yield Match(self, slots, found.start() + offset, trigger + offset, found.end() + offset)
            sentence = sentence[:trigger] + "w" + sentence[trigger + 1 :]
            position = found.start()


def musts(elements: Sequence[re.Match[str]]) -> Iterator[str]:
    """Yield the word classes that must stand, whatever may be missing and whichever choice is taken."""
    depth = 0
    for element in elements:
        depth += {"[": 1, "(": 1, "]": -1, ")": -1}.get(element["mark"] or "", 0)
        if not depth and element["cls"]:
            yield element["cls"]


def triggering(elements: Sequence[re.Match[str]]) -> int:
    """Return which element is the trigger: one marked with !, else the first word or choice that must stand."""
    for index, element in enumerate(elements):
        if element["here"]:
            return index
    optional = 0
    for index, element in enumerate(elements):
        optional += {"[": 1, "]": -1}.get(element["mark"] or "", 0)
        if not optional and (element["cls"] or element["word"] or element["mark"] == "("):
            return index
    return -1


def filled(units: Units, found: re.Match[str], name: str, offset: int, apart: str) -> tuple[int, ...]:
    """Return the units that fill a slot: every mention in its span, which those of `apart` keep apart."""
    start, end = found.span(name)
    return tuple(u for u in range(start + offset, end + offset) if units.string[u] not in apart) if start >= 0 else ()


def slot_signs(fact: type[Fact]) -> dict[str, str]:
    """Return the signs of the units that each slot of a kind of fact takes, by the field's type."""
    hints = typing.get_type_hints(fact)
    return {f.name: "".join(signs for kind, signs in TAKES if kind in parts(hints[f.name])) for f in fields(fact)}


def parts(hint: Any) -> set[type]:  # noqa: ANN401  a type hint has no type of its own
    """Return every class that stands in a type hint."""
    arguments = typing.get_args(hint)
    if isinstance(hint, UnionType) or arguments:
        return {cls for argument in arguments for cls in parts(argument)}
    return {hint}
