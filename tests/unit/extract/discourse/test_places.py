"""Where: the place that a sentence names for its event."""

import pytest
from short_texts import scene, unit

from extract.discourse.places import where

A, B = "Thủ tướng Phạm Minh Chính", "Thủ tướng Lào Sonexay Siphandone"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"Tại Viêng Chăn, {A} gặp {B}.", "Viêng Chăn"),
        (f"{A} gặp {B} tại Hà Nội.", "Hà Nội"),
        (f"{A} gặp {B} ở thủ đô Phnom Penh.", "Phnom Penh"),
        (f"{A} gặp {B} tại Lào.", "Lào"),
        (f"{A} gặp {B} tại Văn phòng Chính phủ.", "Văn phòng Chính phủ"),
        (f"{A} gặp {B} tại Phủ Thủ tướng, thủ đô Viêng Chăn.", "Viêng Chăn"),
        (f"{A} gặp {B} tại phòng họp ở trụ sở Bộ Quốc phòng.", "trụ sở Bộ Quốc phòng"),
        (f"{A} gặp {B} tại đại sảnh Phủ Thủ tướng.", "Phủ Thủ tướng"),
        (f"{A} gặp {B} tại làng đình chiến Panmunjom.", "Panmunjom"),
        (f"{A} gặp {B} tại Phủ Thủ tướng được xây dựng từ lâu.", "Phủ Thủ tướng"),
        (f"{A} gặp {B} ở làng Vang Vieng.", "Vang Vieng"),
        (f"{A} sang Viêng Chăn và gặp {B}.", "Viêng Chăn"),
        (f"{A} gặp {B} rồi sang Tokyo.", None),
        (f"{A} bay từ Hà Nội và gặp {B}.", None),
        (f"{A} gặp {B}.", None),
    ],
)
def test_the_place_after_at_is_the_place_of_the_event(text, place):
    read = scene(text)
    found = where(read, unit(read, "gặp"))
    assert (found.place.name if found else None) == place
