"""HTML pages: main text with captions, title, date and address; no menus, teasers or comments."""

import pytest

from extract import articles
from ontology.errors import ArticleError

PAGE = """<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8">
<title>Hai thủ đô mở rộng hợp tác | Báo Thử</title>
<meta property="og:title" content="Hai thủ đô mở rộng hợp tác">
<meta property="og:site_name" content="Báo Thử">
{head}
<link rel="canonical" href="https://example.org/hop-tac.html"></head><body>
<nav><ul><li><a href="/">Trang chủ của báo</a></li><li><a href="/tg">Tin thế giới hôm nay</a></li></ul></nav>
<main><article><h1>Hai thủ đô mở rộng hợp tác</h1>
<p>Chiều 5/9, tại Hà Nội, Bí thư Thành ủy Hà Nội Đinh Tiến Dũng tiếp Đô trưởng Phnom Penh Khuong Sreng. Đây là
chuyến thăm đáp lại chuyến đi của lãnh đạo Hà Nội hồi tháng Tư, và hai bên đã nói về nhiều việc chung.</p>
<figure><img src="a.jpg" alt=""><figcaption>Ông Đinh Tiến Dũng tặng quà cho ông Khuong Sreng.</figcaption></figure>
<p>Hai bên nhất trí sớm ký bản ghi nhớ về hợp tác giai đoạn mới, trong đó ưu tiên giao thông, du lịch, đào tạo
cán bộ và quản lý đô thị &lt;script&gt;alert(1)&lt;/script&gt; của hai thành phố.</p>
<script>document.write("không phải văn bản");</script>
</article>
<aside class="related"><h3>Đọc thêm</h3><ul><li><a href="/1">Thủ tướng tiếp Đại sứ nước ngoài</a></li></ul></aside>
<section id="comments"><h3>Bình luận</h3><div class="comment"><p>Bài viết rất hay, cảm ơn tòa soạn.</p></div></section>
</main><footer>Bản quyền 2026 thuộc về Báo Thử</footer></body></html>
"""
PUBLISHED = '<meta property="article:published_time" content="2022-09-05T20:00:00+07:00">'


def read(tmp_path, html, name="page.html"):
    (tmp_path / name).write_bytes(html if isinstance(html, bytes) else html.encode())
    (found,) = articles.load([tmp_path / name])
    return found


def test_a_page_gives_its_text_title_date_and_address(tmp_path):
    page = read(tmp_path, PAGE.format(head=PUBLISHED))
    assert (page.id, page.title, str(page.published)) == ("page.html", "Hai thủ đô mở rộng hợp tác", "2022-09-05")
    assert (page.url, page.source, page.keep) == ("https://example.org/hop-tac.html", "Báo Thử", True)
    assert page.text.startswith("Hai thủ đô mở rộng hợp tác\n")


def test_captions_are_text_and_menus_teasers_comments_are_not(tmp_path):
    text = read(tmp_path, PAGE.format(head="")).text
    assert "\nÔng Đinh Tiến Dũng tặng quà cho ông Khuong Sreng.\n" in text
    for left_out in (
        "Trang chủ",
        "thế giới hôm nay",
        "Đại sứ nước ngoài",
        "tòa soạn",
        "Bản quyền",
        "không phải văn bản",
    ):
        assert left_out not in text


def test_markup_that_is_text_stays_text(tmp_path):
    assert "<script>alert(1)</script>" in read(tmp_path, PAGE.format(head="")).text


def test_a_page_without_a_date_has_none(tmp_path):
    assert read(tmp_path, PAGE.format(head="")).published is None


def test_a_date_to_come_does_not_depend_on_the_clock(tmp_path):
    head = '<meta property="article:published_time" content="2150-01-02T20:00:00+07:00">'
    assert str(read(tmp_path, PAGE.format(head=head)).published) == "2150-01-02"


def test_an_xml_declaration_is_no_trouble(tmp_path):
    html = '<?xml version="1.0" encoding="utf-8"?>\n' + PAGE.format(head="")
    assert read(tmp_path, html, "page.htm").title == "Hai thủ đô mở rộng hợp tác"


@pytest.mark.parametrize(
    ("html", "says"),
    [
        (b"", "is empty"),
        (b"<html><body></body></html>", "has no main text"),
        (b"<html><p>cu\xd2a v\xf5\xeci</p></html>", "it looks like windows-1258"),
        ("<div>" * 20_000, "page.html: "),
        ("<p>a</p>" + " " * 5_000_000, "more than the 5,000,000 characters"),
    ],
)
def test_a_page_that_cannot_be_read_is_told(tmp_path, html, says):
    error = read(tmp_path, html)
    assert isinstance(error, ArticleError)
    assert says in str(error)
