from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parser.errors import Unreadable
from parser.intake.encoding import decode
from tests.support.prose import SIMPLIFIED, TRADITIONAL

LENGTHS = (12, 30, 60, 120)
ENCODINGS = {
    "utf-8": SIMPLIFIED,
    "gb18030": SIMPLIFIED,
    "big5hkscs": TRADITIONAL,
    "utf-16-le": SIMPLIFIED,
    "utf-16-be": SIMPLIFIED,
}


def pieces(text: str, length: int) -> list[str]:
    cut = [text[i : i + length] for i in range(0, len(text) - length, length)]
    return [piece for piece in cut if sum("一" <= c <= "鿿" for c in piece) > length / 2]


@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_encoding_is_told_at_every_length(encoding: str, length: int) -> None:
    found = pieces(ENCODINGS[encoding], length)
    assert found
    for piece in found:
        decoded = decode(piece.encode(encoding))
        assert (decoded.text, decoded.encoding) == (piece, encoding)


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ],
)
def test_a_byte_order_mark_is_believed_and_taken_off(mark: bytes, encoding: str) -> None:
    decoded = decode(mark + "1\t2\n".encode(encoding))
    assert (decoded.text, decoded.encoding) == ("1\t2\n", encoding)


@pytest.mark.parametrize("bad", [b"\xff", b"\x80", b"\x00"])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5hkscs"])
def test_a_damaged_byte_does_not_change_the_encoding(encoding: str, bad: bytes) -> None:
    text = ENCODINGS[encoding]
    data = text.encode(encoding)
    line = data.index(b"\n") + 1
    damaged = decode(data[:line] + bad + b"\n" + data[line:])
    assert damaged.encoding == encoding
    assert text[-60:] in damaged.text


def test_undecodable_bytes_are_named_with_their_places() -> None:
    head, tail = SIMPLIFIED[:100], SIMPLIFIED[100:]
    decoded = decode(head.encode() + b"\xff\xfe" + tail.encode())
    (note,) = decoded.notes(decoded.text)
    assert note.code == "F102"
    assert "2 个字符" in note.message
    assert [span.of(decoded.text) for span in note.spans] == ["��"]
    assert note.spans[0].start == 100


def test_a_clean_text_has_no_note() -> None:
    assert decode(SIMPLIFIED.encode("gb18030")).notes(SIMPLIFIED) == ()


def test_a_long_head_of_markup_does_not_hide_the_chinese() -> None:
    head = b"<td class='a'>0</td>\n" * 30_000
    assert decode(head + SIMPLIFIED.encode("gb18030")).encoding == "gb18030"


def test_a_page_that_lies_about_its_charset_is_read_by_its_characters() -> None:
    page = '<meta charset="utf-8"><p>' + SIMPLIFIED
    assert decode(page.encode("gb18030")).encoding == "gb18030"
    page = '<meta http-equiv="Content-Type" content="text/html; charset=gb2312"><p>' + SIMPLIFIED
    assert decode(page.encode()).encoding == "utf-8"


def test_characters_beyond_gb2312_survive_in_a_page_that_says_gb2312() -> None:
    page = '<meta charset="gb2312"><p>' + SIMPLIFIED + "㐀䶮</p>"
    assert "㐀䶮" in decode(page.encode("gb18030")).text


def test_two_words_of_gbk_that_are_utf8_by_chance() -> None:
    assert decode("联通".encode("gbk")).text == "联通"


def test_another_language_in_utf8_stays_utf8() -> None:
    text = "Годовой отчёт о раскрытии информации"
    assert decode(text.encode()).text == text


def test_the_auditors_choice_is_followed() -> None:
    decoded = decode(SIMPLIFIED.encode("gb18030"), "big5")
    assert decoded.encoding == "big5"
    assert decoded.text != SIMPLIFIED
    assert decode(SIMPLIFIED.encode("gbk"), "GBK").text == SIMPLIFIED
    assert decode(codecs.BOM_UTF8 + b"a", "utf-8").text == "a"


@pytest.mark.parametrize("name", ["no-such", "rot13", "hex", "base64"])
def test_a_choice_that_is_no_encoding_is_refused(name: str) -> None:
    with pytest.raises(Unreadable, match=name):
        decode(b"abc", name)


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_give_some_text(data: bytes) -> None:
    decode(data)


@settings(deadline=None)
@given(st.text(alphabet="一二三年政府信息公开申请数量的是在有和不0123456789\n，。", min_size=12))
def test_what_was_encoded_comes_back(text: str) -> None:
    if sum("一" <= c <= "鿿" for c in text) >= 12:
        assert decode(text.encode("gb18030")).text == text
        assert decode(text.encode()).text == text


LINES = [line for line in SIMPLIFIED.split("\n") if line.strip()] * 4


@pytest.mark.parametrize("first", ["utf-8", "gb18030"])
@pytest.mark.parametrize("share", [0.2, 0.5, 0.8])
def test_lines_in_another_encoding_are_read_in_their_own(first: str, share: float) -> None:
    second = "gb18030" if first == "utf-8" else "utf-8"
    at = max(1, int(len(LINES) * share))
    data = "\n".join(LINES[:at]).encode(first) + b"\n" + "\n".join(LINES[at:]).encode(second)
    decoded = decode(data)
    assert decoded.text == "\n".join(LINES)
    (note,) = decoded.notes(decoded.text)
    assert note.code == "F102"
    assert "两种编码" in note.message
    assert note.spans == ()


def test_one_stray_byte_makes_no_second_encoding() -> None:
    for encoding in ("utf-8", "gb18030"):
        data = SIMPLIFIED.encode(encoding)
        at = data.index(b"\n", 40) - 6
        decoded = decode(data[:at] + b"\xff" + data[at:])
        (note,) = decoded.notes(decoded.text)
        assert "两种编码" not in note.message
        assert note.spans


def test_noughts_within_a_text_are_lost_bytes_and_padding_is_none() -> None:
    found = decode("收到\x00\x00件。".encode() + b"\0" * 9)
    assert found.text == "收到\ufffd\ufffd件。"
    assert [note.code for note in found.notes(found.text)] == ["F102"]
