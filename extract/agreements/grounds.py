"""Whether the parties of an instrument are those of two countries by the text around it."""

from itertools import pairwise

from extract.agreements.instruments import Instrument
from extract.agreements.signatories import company
from extract.discourse.circumstances import Scene, near
from extract.discourse.pairs import partners
from extract.discourse.sides import abroad, inside, supported
from ontology.facts import Polity, Side

# With whom a third agrees is told so many units behind a name.
PARTNERS = 5


def grounded(scene: Scene, found: Instrument, both: tuple[Side, ...], *, own: bool) -> bool:
    """Tell whether the parties of an instrument are those of two countries by the text around it.

    A sentence that itself gives states needs no more; of two bodies one is a foreign country's where the sentences
    before it speak of one. A contract that nobody is said to sign is of two states where it tells a deed.
    """
    if found.kind == "contract" and not own and not near(scene, found.at, "trades", 0, 3):
        return False
    if unnamed(scene, found) or (not own and (of_others(scene, found, both) or commercial(scene, found))):
        return False
    if any(isinstance(side, Polity) for side in both):
        if found.kind == "contract" and unsaid(scene, found, both):
            return False
        return own or supported(scene, found.anchor, both)
    return abroad(scene, found.at)


def unsaid(scene: Scene, found: Instrument, both: tuple[Side, ...]) -> bool:
    """Tell whether a company's other party is a state that its sentence does not name, but somebody of it."""
    named_ = {known.notation for known in inside(scene, *scene.sentence(found.anchor))}
    states_ = {side.name for side in both if isinstance(side, Polity)}
    return len(states_) < len(both) and not states_ <= named_


def of_others(scene: Scene, found: Instrument, both: tuple[Side, ...]) -> bool:
    """Tell whether a name holds a bloc that is no party: "Tuyên bố chung G7"; what it is about it may well name."""
    if scene.holds(found.at, found.stop, "about"):
        return False
    blocs = (known.notation for _, known in scene.lands(found.at, found.stop) if known.kind == "Bloc")
    return any(bloc not in {side.name for side in both} for bloc in blocs)


def unnamed(scene: Scene, found: Instrument) -> bool:
    """Tell whether an instrument has partners that are not named, or are no state: "với nước khác", "giữa châu Âu"."""
    span = scene.units.string[found.at : found.stop + 2]
    between_, regions = scene.of_class("between"), scene.of_class("decoy")
    region = any(one in between_ and two in regions for one, two in pairwise(span))
    return (
        region
        or partners(scene, found.at, found.stop + PARTNERS)
        or any(sign in scene.of_class("others") for sign in span[:-1])
    )


def commercial(scene: Scene, found: Instrument) -> bool:
    """Tell whether the partner of an instrument is a body that no state stands behind, and nobody is said to sign."""
    if found.verb is None and not scene.holds(found.at, found.stop, "with"):
        return False
    return company(scene, found.at if found.verb is None else found.verb, found.at, found.stop)
