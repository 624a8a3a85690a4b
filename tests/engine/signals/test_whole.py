"""How much of a text is underlined."""

from coaching.engine.signals.ownership import done_myself, ownership
from coaching.engine.signals.whole import narrowed, said_out
from coaching.engine.text import Span, read


def said(text: str, span: Span, *others: Span) -> list[str]:
    return [text[start:end] for start, end in said_out([span], read(text), others)]


def test_a_deed_is_underlined_with_what_was_done() -> None:
    text = "I'll ring the depot, and you go home"
    assert said(text, *ownership(text)) == ["I'll ring the depot"]


def test_what_runs_on_is_cut() -> None:
    text = "I rang the depot in town about that green sofa from the spring sale"
    assert said(text, *done_myself(text)) == ["I rang the depot in town about that green"]


def test_a_time_stays_whole() -> None:
    assert said("flight 07:10", (0, 9)) == ["flight 07:10"]


def test_half_a_word_becomes_a_whole_one() -> None:
    text = "weather isnt our fault"
    assert said(text, (text.index("nt our"), len(text))) == ["isnt our fault"]


def test_an_emoji_is_a_pause() -> None:
    assert said("booked 🎉 see you", (0, 6)) == ["booked"]


def test_it_stops_where_something_else_is_said() -> None:
    text = "table is booked anything else"
    assert said(text, (6, 15), (16, 29)) == ["is booked"]


def test_of_a_dictated_text_only_the_clauses_that_say_it_are_kept() -> None:
    text = (
        "she came in with the bag and the zip was gone and I said that is a shame"
        " and she showed me the other one and we looked for a while and then went up"
    )
    start = text.index("shame")
    assert [text[a:b] for a, b in narrowed([(0, len(text))], ((start, start + 5),), read(text))] == [
        "and I said that is a shame"
    ]


def test_a_short_sentence_is_kept_whole() -> None:
    text = "that is a shame and a half"
    assert narrowed([(0, len(text))], ((10, 15),), read(text)) == ((0, len(text)),)
