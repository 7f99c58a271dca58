"""Articles as files hold them: ids, titles, dates, encodings, and what is refused."""

import hashlib
import io
import json
import sys

import pytest

from extract import articles
from ontology.errors import ArticleError
from ontology.facts import Article

BODY = "Chiều 27/4, Bí thư Thành ủy Hà Nội Đinh Tiến Dũng đã hội đàm với Đô trưởng Phnôm Pênh Khuong Sreng.\n"


def load(*paths, id_style="name"):
    found = list(articles.load([str(path) for path in paths], id_style))
    return [a for a in found if isinstance(a, Article)], [e for e in found if isinstance(e, ArticleError)]


def written(folder, name, data):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def lines(*records):
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def test_a_text_keeps_every_character_and_its_hash(tmp_path):
    text = "Hai thủ đô hội đàm\r\n\r\n\u200b  " + BODY + "\n \n"
    path = written(tmp_path, "a.txt", text)
    ((article,), errors) = load(path)
    assert errors == []
    assert (article.id, article.text, article.title) == ("a.txt", text, "Hai thủ đô hội đàm")
    assert article.digest == hashlib.sha256(text.encode()).hexdigest()
    assert (article.language, article.keep, article.published, article.url) == ("vi", False, None, None)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_byte_order_marks_are_read_and_taken_off(tmp_path, encoding):
    mark = "\ufeff" if encoding in {"utf-16-le", "utf-16-be"} else ""
    (article,), _ = load(written(tmp_path, "a.txt", (mark + BODY).encode(encoding)))
    assert article.text == BODY


def test_the_title_is_the_first_line_of_four_words_below_the_section(tmp_path):
    text = "TIN TỔNG HỢP\n\nHai thủ đô đẩy mạnh hợp tác\nNgày đăng 01/05/2022 | 4:01 PM  | View count: 394\n\n" + BODY
    (article,), _ = load(written(tmp_path, "a.txt", text))
    assert (article.title, str(article.published)) == ("Hai thủ đô đẩy mạnh hợp tác", "2022-05-01")
    assert article.text == text


def test_a_date_below_a_second_headline_is_found_and_one_in_the_body_is_not(tmp_path):
    above = "Hai thủ đô đẩy mạnh hợp tác\nKý bản ghi nhớ mới\n05/09/2022 20:00\n" + BODY
    below = "Hai thủ đô đẩy mạnh hợp tác\n" + BODY + "05/09/2022 20:00\n"
    files = [written(tmp_path, "above.txt", above), written(tmp_path, "below.txt", below)]
    (one, two), _ = load(*files)
    assert (str(one.published), two.published) == ("2022-09-05", None)


def test_a_body_alone_has_no_title(tmp_path):
    (article,), _ = load(written(tmp_path, "a.txt", BODY))
    assert article.title is None


def test_json_lines_give_every_field(tmp_path):
    record = {
        "id": "x/1",
        "text": BODY,
        "title": "Tên riêng",
        "published": "2022-05-01T08:00:00+07:00",
        "url": "https://example.org/1",
        "source": "Báo",
        "language": "vi-VN",
        "more": [1],
    }
    (article,), _ = load(written(tmp_path, "a.jsonl", lines(record)))
    assert (article.id, article.title, str(article.published)) == ("x/1", "Tên riêng", "2022-05-01")
    assert (article.url, article.source, article.language) == ("https://example.org/1", "Báo", "vi")


@pytest.mark.parametrize(
    ("told", "means"),
    [
        ("2022", "2022"),
        ("2022-05", "2022-05"),
        ("2022-05-01", "2022-05-01"),
        ("2022-05-01 16:01", "2022-05-01"),
        ("01/05/2022", "2022-05-01"),
        ("Sun, 01 May 2022 09:00:00 +0700", "2022-05-01"),
        ("", "None"),
        (None, "None"),
    ],
)
def test_dates_of_publication_come_in_many_forms(tmp_path, told, means):
    (article,), _ = load(written(tmp_path, "a.jsonl", lines({"id": "1", "text": BODY, "published": told})))
    assert str(article.published) == means


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('{"id": "1", "text": ', "a.jsonl:2: is no JSON"),
        ("[1]", "a.jsonl:2: is no JSON object"),
        ('{"text": "x"}', "a.jsonl:2: has no id"),
        ('{"id": "", "text": "x"}', "a.jsonl:2: has no id"),
        ('{"id": true, "text": "x"}', "a.jsonl:2: has an id that is no plain text"),
        ('{"id": "a\\nb", "text": "x"}', "a.jsonl:2: has an id that is no plain text"),
        ('{"id": "1"}', "a.jsonl:2: has no text"),
        ('{"id": "1", "text": 5}', "a.jsonl:2: has no text"),
        ('{"id": "1", "text": " \\n"}', "a.jsonl:2: is empty"),
        ('{"id": "1", "text": "x\\ud800"}', "a.jsonl:2: holds half a character"),
        ('{"id": "1", "text": "x\\u0000"}', "a.jsonl:2: is binary"),
        ('{"id": "1", "text": "x", "published": "31/02/2022"}', "a.jsonl:2: was published on what is no date"),
        ('{"id": "1", "text": "x", "url": "javascript:alert(1)"}', "a.jsonl:2: has a url that is no web address"),
        ('{"id": "1", "text": "x", "title": 5}', "a.jsonl:2: has a title that is no text"),
        ('{"id": "1", "text": "x", "language": "en"}', "a.jsonl:2: is in a language that is not read"),
        ("[" * 100_000, "a.jsonl:2: is no JSON"),
    ],
)
def test_a_bad_line_is_told_and_the_others_are_read(tmp_path, line, says):
    good = [{"id": "first", "text": BODY}, {"id": "last", "text": BODY}]
    data = lines(good[0]) + line + "\n\n" + lines(good[1])
    read, (error,) = load(written(tmp_path, "a.jsonl", data))
    assert [article.id for article in read] == ["first", "last"]
    assert says in str(error)


def test_a_line_in_another_encoding_is_told(tmp_path):
    data = lines({"id": "1", "text": BODY}).encode() + b'{"id": "2", "text": "cu\xd2a v\xf5\xeci"}\n'
    read, (error,) = load(written(tmp_path, "a.jsonl", data))
    assert len(read) == 1
    assert "a.jsonl:2: is not UTF-8, it looks like windows-1258" in str(error)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_json_lines_may_have_a_byte_order_mark(tmp_path, encoding):
    data = lines({"id": "1", "text": BODY}, {"id": "2", "text": BODY}).encode(encoding)
    read, errors = load(written(tmp_path, "a.jsonl", data))
    assert ([article.text for article in read], errors) == ([BODY, BODY], [])


def test_standard_input_is_json_lines(monkeypatch):
    data = io.BytesIO((lines({"id": "1", "text": BODY}) + "{\n").encode())
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(data))
    (article,), (error,) = load("-")
    assert article.id == "1"
    assert str(error).startswith("standard input:2: is no JSON")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf \r\n", "is empty"),
        (bytes(range(256)) * 8, "is not text (binary)"),
        (b"abc\x00def", "is binary"),
        (b"%PDF-1.7\n", "is a PDF file"),
        (b"PK\x03\x04rest", "is a ZIP or Word"),
        (BODY.encode("utf-16-le"), "is UTF-16 without a byte-order mark"),
        (BODY.encode("utf-32"), "is in UTF-32"),
        (BODY.encode("utf-16")[:-1], "is cut off or damaged UTF-16"),
        (BODY.encode()[:-5] + b"\xe1 x", "is damaged UTF-8 (byte"),
        (b"cu\xd2a v\xf5\xeci \xf0\xfd\xf5\xf2c", "it looks like windows-1258; save it as UTF-8 (iconv"),
        (b"c\xf1a v\xedi \xae\xad\xeec", "it looks like TCVN3 (ABC)"),
        (b"c\xfca v\xbei \xf0\xdf\xfec", "it looks like VISCII"),
        (b"cu\xfba v\xf4\xf9i \xf1\xf6\xf4\xefc", "it looks like VNI"),
    ],
)
def test_what_is_no_utf8_is_refused_by_name(tmp_path, data, says):
    read, (error,) = load(written(tmp_path, "bad.txt", data))
    assert read == []
    assert str(error).startswith(str(tmp_path / "bad.txt"))
    assert says in str(error)


@pytest.mark.parametrize("name", ["big.txt", "big.jsonl"])
def test_twenty_megabytes_are_refused_by_a_stated_limit(tmp_path, name):
    text = "Hai bên hội đàm. " * 1_000_000
    data = lines({"id": "big", "text": text}) if name.endswith("l") else text
    good = written(tmp_path, "good.txt", BODY)
    (article,), (error,) = load(written(tmp_path, name, data), good)
    assert article.id == "good.txt"
    assert "more than the 200,000 characters that are read" in str(error)


def test_the_limit_counts_characters(tmp_path):
    fits, over = "ộ" * 200_000, "a" * 200_001
    read, (error,) = load(written(tmp_path, "fits.txt", fits), written(tmp_path, "over.txt", over))
    assert [article.id for article in read] == ["fits.txt"]
    assert "has 200,001 characters" in str(error)
