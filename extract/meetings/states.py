"""How far a meeting has come, as its sentence and the ones before it tell: planned, done or called off."""

from extract.discourse.circumstances import CLAUSE, Scene, near, status
from extract.discourse.frames import Frames, caption
from extract.finders.dates import DateMention
from extract.tokens.patterns import Match

# A word for what is to come opens a sentence within so many units.
OPENS = 3
# "The talks between A and B will take place": so many units after the people.
AFTER = 3


def state(scene: Scene, match: Match, stands: Frames) -> str | None:
    """Return planned, underway, done or cancelled; None where no meeting is told."""
    told = status(scene, match.trigger)
    if present(scene, match) or owned(scene, match) or possible(scene, match):
        return None
    return "planned" if told in ("done", "underway") and ahead(scene, match, stands) else told


def present(scene: Scene, match: Match) -> bool:
    """Tell whether somebody is merely there: "the premier attended the welcome of the president"."""
    hosted = "@ledby" in match.pattern.says
    return match.pattern.fixed.get("form") == "ceremony" and not hosted and near(scene, match.trigger, "attends", OPENS)


def possible(scene: Scene, match: Match) -> bool:
    """Tell whether a meeting is only thought of: "sẽ đón ông nếu ông tới", "cuộc gặp giữa A và B có thể diễn ra"."""
    opens = match.trigger == match.start
    may = opens and near(scene, match.end, "hope", 0, AFTER) and near(scene, match.end, "occurs", 0, AFTER + 2)
    return may or (near(scene, match.trigger, "future") and near(scene, match.end - 1, "if", 0, AFTER))


def owned(scene: Scene, match: Match) -> bool:
    """Tell whether a meeting is somebody else's: "he heard of the meeting of President Clinton with …"."""
    owned_ = scene.units.string[match.trigger + 1] in scene.of_class("of")
    return owned_ and match.trigger > match.start and "@of" not in match.pattern.says


def ahead(scene: Scene, match: Match, stands: Frames) -> bool:
    """Tell whether a meeting is to come, though no word for that stands right before it."""
    first, last = scene.sentence(match.trigger)
    if scene.holds(max(first, match.trigger - CLAUSE), match.trigger, "perfect"):
        return False
    if near(scene, first, "planning", 0, OPENS) or near(scene, match.trigger, "earlier", OPENS):
        return True
    if taking_place(scene, match) or tomorrow(scene, match.trigger):
        return True
    number = scene.units.sentence_of[match.trigger]
    dated = "D" in scene.units.string[first:last]
    return not dated and not caption(scene, number) and stands[number].ahead


def taking_place(scene: Scene, match: Match) -> bool:
    """Tell whether what opens a match is said to take place later: "the talks between A and B will start"."""
    opens = match.trigger == match.start
    return opens and (
        (near(scene, match.end, "future", 0, AFTER) and near(scene, match.end, "occurs", 0, AFTER + 2))
        or near(scene, match.end, "imminent", match.end - match.trigger, 1)
    )


def tomorrow(scene: Scene, unit: int) -> bool:
    """Tell whether a date to come stands near a unit: "tomorrow", "next month", but not "a year later"."""
    first, last = scene.sentence(unit)
    for at in range(max(first, unit - CLAUSE), min(last, unit + CLAUSE)):
        mention = scene.concept(at) if scene.units.string[at] == "D" else None
        if isinstance(mention, DateMention) and mention.relative is not None and mention.relative[1] > 0:
            return not near(scene, at, "count", 1)
    return False
