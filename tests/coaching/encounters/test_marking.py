"""Texts are cut where their evidence begins and ends, and nothing of them is lost."""

from hypothesis import given
from hypothesis import strategies as st

from coaching.encounters.marking import Mark, Segment, segments_of

texts = st.text(max_size=60)
marks = st.lists(
    st.builds(
        Mark, st.integers(-5, 70), st.integers(-5, 70), st.sampled_from(["well", "try"]), st.none() | st.integers(1, 9)
    ),
    max_size=6,
)


@given(texts, marks)
def test_the_segments_joined_are_the_text(text, marks):
    assert "".join(segment.text for segment in segments_of(text, marks)) == text


@given(texts, marks)
def test_every_finding_that_fits_is_underlined_with_its_number(text, marks):
    fitting = {mark.number for mark in marks if mark.number and 0 <= mark.start < mark.end <= len(text)}
    shown = {number for segment in segments_of(text, marks) for number in segment.numbers}
    assert shown == fitting


def test_words_between_marks_stay_plain():
    segments = segments_of("Morning Maria! Did it freeze?", [Mark(8, 13, "well", 1), Mark(15, 29, "well", 2)])
    assert segments == [
        Segment("Morning "),
        Segment("Maria", "well", (1,)),
        Segment("! "),
        Segment("Did it freeze?", "well", (2,)),
    ]


def test_where_marks_overlap_try_shows():
    segments = segments_of("Anything else today", [Mark(0, 19, "well", 1), Mark(0, 13, "try")])
    assert [(s.text, s.tone) for s in segments] == [("Anything else", "try"), (" today", "well")]


def test_an_empty_text_has_no_segments():
    assert segments_of("", []) == []


def test_neighbours_of_one_finding_are_one_line():
    segments = segments_of("Three hours in that queue", [Mark(0, 11, "well", 1), Mark(12, 25, "well", 1)])
    assert segments == [Segment("Three hours in that queue", "well", (1,))]
