"""How far a meeting has come where no word for it stands right before its verb."""

import pytest
from short_texts import facts

from ontology.facts import Meeting

A, B = "Thủ tướng Phạm Minh Chính", "Thủ tướng Lào Sonexay Siphandone"


@pytest.mark.parametrize(
    ("text", "state"),
    [
        (f"{A} gặp {B}.", "done"),
        (f"Dự kiến, {A} phát biểu tại Quốc hội, thăm một trường học, trồng cây lưu niệm và gặp {B}.", "planned"),
        (f"Cuộc gặp giữa {A} và {B} sẽ diễn ra tại Viêng Chăn.", "planned"),
        (f"Cuộc gặp giữa {A} và {B} diễn ra tại Viêng Chăn.", "done"),
        (f"Cuộc gặp sắp tới giữa {A} và {B} được chú ý.", "planned"),
        (f"Ngày mai, {A} gặp {B}.", "planned"),
        (f"{A} phát biểu trước khi gặp {B}.", "planned"),
        (f"Lễ đón sẽ diễn ra tại Viêng Chăn. Sau lễ đón, {A} gặp {B}.", "planned"),
        (f"Lễ đón sẽ diễn ra tại Viêng Chăn. Sau lễ đón, hai đoàn hội đàm. Sau hội đàm, {A} gặp {B}.", "planned"),
        (f"Một năm sau hội nghị, {A} gặp {B}.", "done"),
        (f"Ngày 20/7, {A} sẽ gặp {B}. Tại cuộc gặp với {A}, {B} có phiên dịch.", "planned"),
        (f"Lễ đón sẽ diễn ra tại Viêng Chăn. Hôm qua, {A} gặp {B}.", "done"),
        (f"Hợp tác sẽ được mở rộng. Sau lễ đón, {A} gặp {B}.", "done"),
    ],
)
def test_a_meeting_is_planned_where_the_text_says_so(text, state):
    assert [m.status for m in facts(Meeting, text)] == [state]
