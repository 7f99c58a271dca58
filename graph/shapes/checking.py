"""A graph checked against shapes: each property shape is one query for its values, each constraint a look at them."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from graph.answers.asked import Asked
from graph.shapes.data import NOTHING, Data, Term
from graph.shapes.reading import Shape


@dataclass(frozen=True, slots=True)
class Violation:
    """What breaks a shape: the thing, the kind of constraint, and the value at fault where it is one."""

    focus: Term
    component: str
    value: Term | None
    shape: Shape


def check(store: Asked, shapes: Iterable[Shape]) -> Iterator[Violation]:
    """Yield all that breaks some shapes in the default graph of a store."""
    data = Data(store)
    for shape in shapes:
        yield from of_shape(data, shape)


def of_shape(data: Data, shape: Shape) -> Iterator[Violation]:
    """Yield what breaks one shape."""
    checks = [(name, make(data, shape.targets)) for name, make in shape.constraints]
    found = data.values(shape.targets, shape.path)
    for focus in set[Term]().union(*map(data.instances, shape.targets)):
        values: Collection[Term] = found.get(focus, NOTHING)
        for name, broken in checks:
            yield from (Violation(focus, name, value, shape) for value in broken(focus, values))
