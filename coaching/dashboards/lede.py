"""The first thing a supervisor reads: up to three sentences on what changed, each with how sure that is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from coaching.dashboards.changes import Movement, Subject
from coaching.dashboards.figures import Figures
from coaching.dashboards.links import MISSED_BELOW
from coaching.dashboards.queries.people import BeforeAndAfter
from coaching.dashboards.scripts.told import told
from coaching.dashboards.wording import count_text, day_not_long_ago, long_day, whole
from coaching.engine.practices import BY_KEY
from coaching.engine.practices.personal_greeting import KEY as GREETING
from coaching.statistics import changed
from interactions.models import Channel
from microconnect.periods import day_in

MOST_SENTENCES = 3
LOOKS_BIG = 5  # points
FEWEST, FEW = 5, 25  # encounters: below this a big difference is easily chance
SCRIPTED_SHARE = 0.4


@dataclass(frozen=True, slots=True)
class Sentence:
    """What a card of the lede is filled with; `kind` chooses its words in the template."""

    kind: str
    url: str = ""
    subject: str = ""
    is_up: bool = False
    before: str = ""
    after: str = ""
    n: int = 0
    since: str = ""
    note: str = ""

    @property
    def count(self) -> str:
        """`n` as it is read."""
        return count_text(self.n)


def lede(changes: Iterable[Movement], this_week: Mapping[str, BeforeAndAfter], figures: Figures) -> list[Sentence]:
    """What is sure comes first, then what only looks so, then promises that are waiting.

    Calm is only where something could have been seen to change.
    """
    compared = list(changes)
    sure = sorted(filter(_is_worth_saying, compared), key=lambda change: change.found.p)
    calm = Sentence("calm" if compared else "little")
    sentences = [_sentence(change, figures) for change in sure[:MOST_SENTENCES]] or [calm]
    if len(sentences) < MOST_SENTENCES:
        sentences += _early(this_week, figures)
    if len(sentences) < MOST_SENTENCES:
        sentences += _promises(figures)
    return sentences


def _is_worth_saying(change: Movement) -> bool:
    """Of thousands the smallest change is sure: not worth it unless it shows. A person's greetings only when a script."""
    if not change.is_sure:
        return False
    if change.subject != Subject.GREETINGS:
        return whole(change.before.mean) != whole(change.after.mean)
    return change.is_up and change.after.mean >= SCRIPTED_SHARE


def _sentence(change: Movement, figures: Figures) -> Sentence:
    if change.subject == Subject.GREETINGS:
        return _greetings(change, figures)
    return Sentence(
        kind=change.subject.value,
        url=_url(change, figures),
        subject=_subject(change),
        is_up=change.is_up,
        before=whole(change.before.mean),
        after=whole(change.after.mean),
        n=change.after.n,
        since=long_day(figures.choice.recent.start),
        note=_how_far(change),
    )


def _greetings(change: Movement, figures: Figures) -> Sentence:
    person = next(person for person in figures.people if str(person.pk) == change.key)
    count_before, count = int(change.before.total), int(change.after.total)
    recent = told(figures.choice.recent, figures.choice.today)
    return Sentence(
        kind=change.subject.value,
        url=figures.links(recent, person=person.pk, practice=GREETING, below=MISSED_BELOW),
        subject=person.first_name,
        after=str(count),
        n=change.after.n,
        since=_("from %(since)s to %(until)s") % {"since": long_day(recent.start), "until": long_day(recent.last_day)},
        note=_("%(count)d of %(n)d in the weeks before") % {"count": count_before, "n": change.before.n},
    )


def _subject(change: Movement) -> str:
    if change.subject == Subject.PRACTICE:
        return _(BY_KEY[change.key].name)
    return str(Channel(change.key).label) if change.key else ""


def _url(change: Movement, figures: Figures) -> str:
    """Where it went up, all that were judged; where it went down, those that missed it."""
    if change.subject == Subject.PRACTICE:
        missed = {} if change.is_up else {"below": MISSED_BELOW}
        return figures.links(figures.choice.recent, practice=change.key, **missed)
    return figures.links(figures.choice.recent, **({"channel": change.key} if change.key else {}))


def _how_far(change: Movement) -> str:
    """Where the figures moved by more or less than people did themselves, it is said that this is about the people."""
    low, high = sorted(abs(end) for end in change.found.interval)
    numbers = {"low": whole(low), "high": whole(high)}
    if not low <= abs(change.after.mean - change.before.mean) <= high:
        if change.is_up:
            return _("each person beside themselves, between %(low)s and %(high)s points more") % numbers
        return _("each person beside themselves, between %(low)s and %(high)s points fewer") % numbers
    if change.is_up:
        return _("between %(low)s and %(high)s points more") % numbers
    return _("between %(low)s and %(high)s points fewer") % numbers


def _early(this_week: Mapping[str, BeforeAndAfter], figures: Figures) -> Sequence[Sentence]:
    """The biggest difference of this week that too few encounters carry to call it sure; of the past it is too late to say."""
    if not figures.choice.is_current:
        return []
    found = [(channel, sums, changed(sums.pairs)) for channel, sums in this_week.items()]
    early = [
        (size, channel, sums)
        for channel, sums, moved in found
        if moved
        and FEWEST <= sums.now.n <= FEW
        and (size := abs(sums.now.mean - sums.then.mean)) >= LOOKS_BIG
        and moved.p > 0.05
    ]
    if not early:
        return []
    _size, channel, sums = max(early, key=lambda item: item[0])
    before, after = sums.then, sums.now
    return [
        Sentence(
            kind="early",
            url=figures.links(figures.choice.this_week, **({"channel": channel} if channel else {})),
            subject=str(Channel(channel).label) if channel else "",
            is_up=after.mean > before.mean,
            before=whole(before.mean),
            after=whole(after.mean),
            n=after.n,
        )
    ]


def _promises(figures: Figures) -> Sequence[Sentence]:
    promises = figures.promises
    if promises.oldest is None:
        return []
    since = day_not_long_ago(day_in(figures.team.time_zone, promises.oldest), figures.choice.today)
    return [Sentence("promises", reverse("promises:list"), n=promises.overdue, since=since)]
