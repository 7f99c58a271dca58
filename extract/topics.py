"""What meetings and instruments are about: areas of co-operation, by the labels of the scheme `topics`.

Of an instrument its name tells, of a meeting its own sentence and the sentences after it that report what was said.
"""

import functools
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.discourse.chronology import days_apart
from extract.discourse.circumstances import Scene
from extract.tokens.lexicon import Lexicon
from extract.tokens.text import key
from ontology.facts import Agreement, Fact, Meeting
from ontology.vocabulary import load

# The report of talks is rarely longer, in sentences.
LONGEST = 12
# News of a meeting comes within so many days of the day that dates it.
FRESH = 14
Told = tuple[Fact, int]


@functools.cache
def lexicon(code: str) -> Lexicon:
    """Compile the labels of the topics in a language for one scan."""
    known = Lexicon()
    for concept in load().concepts("topics"):
        for language, label in concept.labels:
            if language == code:
                known.add(label, ["topic"], concept)
    return known.compile()


def about(scene: Scene, told: Sequence[Told]) -> Iterator[Told]:
    """Yield facts, with the unit of each, meetings and agreements with their topics."""
    sentences = sorted({scene.units.sentence_of[unit] for fact, unit in told if isinstance(fact, Meeting)})
    signed = {scene.units.sentence_of[u] for fact, u in told if isinstance(fact, Agreement) and fact.status == "signed"}
    for fact, unit in told:
        if isinstance(fact, Agreement) and fact.name:
            yield replace(fact, topics=named(scene, fact.name)), unit
        elif isinstance(fact, Meeting):
            yield replace(fact, topics=spoken_of(scene, fact, unit, sentences, signed)), unit
        else:
            yield fact, unit


def named(scene: Scene, name: str) -> tuple[str, ...]:
    """Return the topics of an instrument's name."""
    found = lexicon(scene.units.document.article.language).scan(name, key(name))
    return tuple(sorted({concept.notation for _, _, _, concept in found if concept is not None}))


def spoken_of(scene: Scene, meeting: Meeting, unit: int, sentences: Sequence[int], signed: set[int]) -> tuple[str, ...]:
    """Return the topics of a meeting: of its sentence, and of the report of what was said, up to the next meeting.

    Only a meeting of the news or a planned one is reported at length; one looked back to has its sentence alone.
    Sentences that tell of instruments `signed` report nothing that was said.
    """
    first = scene.units.sentence_of[unit]
    following = next((number for number in sentences if number > first), len(scene.bounds))
    apart = days_apart(meeting.date, scene.discourse.lead) if meeting.date is not None else 0
    news = meeting.status == "planned" or (meeting.status == "done" and apart is not None and apart <= FRESH)
    last = min(following, first + LONGEST) if news else first + 1
    reported = (n for n in range(first + 1, last) if n not in signed and reports(scene, n, meeting))
    return tuple(sorted({topic for n in (first, *reported) for topic in topics(scene, n)}))


def reports(scene: Scene, number: int, meeting: Meeting) -> bool:
    """Tell whether a sentence reports what was said at a meeting: one of the two speaks, or both, and nobody else."""
    first, last = scene.bounds[number]
    string = scene.units.string
    speakers = {scene.actor(unit) for unit in range(first, last) if string[unit] == "P"} - {None}
    if speakers:
        return any(actor is not None and actor.person in (meeting.a, meeting.b) for actor in speakers)
    words = "".join(scene.of_class(name) for name in ("twosides", "leaders", "reports"))
    return any(sign in words for sign in string[first:last])


def topics(scene: Scene, number: int) -> Iterator[str]:
    """Yield the topics that a sentence names outside of posts and names of bodies: a minister of defence is no talk."""
    document, units = scene.units.document, scene.units
    sentence = document.sentences[number]
    first, last = scene.bounds[number]
    plain, low = (text[sentence.start : sentence.end] for text in (document.text.plain, document.low))
    for start, _, _, concept in lexicon(document.article.language).scan(plain, low):
        at = bisect_right(units.firsts, sentence.start + start, first, last, key=document.starts.__getitem__) - 1
        named = units.string[at] in "PO" or (units.string[at] == "B" and units.words(at, at + 1)[:1].isupper())
        if concept is not None and not named:
            yield concept.notation
