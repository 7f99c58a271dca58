"""Posts that several people share: "the two senators A and B", "members of the Politburo: A; B; C"."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from extract.finders.people import PeopleFinder, PersonMention, tidy
from extract.tokens.signs import BREAK

ENDS = re.compile(f"[{re.escape(BREAK)}:]")


def shared(finder: PeopleFinder, mentions: Sequence[PersonMention]) -> list[PersonMention]:
    """Give the post of several people to each of them whom a list names, in text order."""
    listed = {m.first: m for m in headed(finder, mentions)}
    told = [listed.get(m.first, m) for m in mentions]
    more = {m.first: m for mention in told for m in peers(finder, mention)}
    return sorted([*(m for m in told if m.first not in more), *more.values()], key=lambda m: m.first)


def several(finder: PeopleFinder, mention: PersonMention) -> bool:
    """Tell whether the post of a mention is several people's."""
    first = finder.document.signs[mention.first] in finder.lexicon.signs_of("plural")
    return bool(mention.titles) and (first or mention.titles[0].plural)


def headed(finder: PeopleFinder, mentions: Sequence[PersonMention]) -> Iterator[PersonMention]:
    """Yield whoever a list names under a post of several people: "các đồng chí Ủy viên Bộ Chính trị: …; …".

    The list ends with the sentence, with a colon, or with somebody who is not named.
    """
    ends = [found.start() for found in ENDS.finditer(finder.letters)]
    head, end = None, 0
    for mention in mentions:
        if not mention.name:
            opens = several(finder, mention) and finder.letters[mention.last] == ":"
            head = mention if opens else None
            end = ends[bisect_right(ends, mention.last)]
        elif head is not None and mention.first < end:
            yield mention._replace(titles=(*head.titles, *mention.titles))


def peers(finder: PeopleFinder, mention: PersonMention) -> Iterator[PersonMention]:
    """Yield the people who stand after the first of several with one post: "hai nghị sĩ A và B"."""
    at = mention.last
    while mention.name and several(finder, mention) and finder.letters[at] in ",&":
        start = finder.honorifics(at + 1)
        stop = finder.name(start, led=start > at + 1)
        if stop == start or finder.after(stop)[0]:
            break
        yield PersonMention(
            at + 1, stop, tidy(finder.document.words(start, stop)), mention.titles, mention.honorific, start
        )
        at = stop
