"""What every chart is fed with."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from coaching.dashboards.wording import count_text


@dataclass(frozen=True, slots=True)
class Reading:
    """One mean between 0 and 100 and how sure it is; `value` is None where nothing could be judged.

    `low` and `high` end the 95 % interval, `n` is how many were judged, `url` the page that explains it. `own_words` say all
    of that where it is no mean of judged encounters.
    """

    label: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    n: int = 0
    url: str = ""
    own_words: str = ""

    @property
    def has_interval(self) -> bool:
        return self.value is not None and self.low is not None and self.high is not None

    @property
    def spoken(self) -> str:
        """All of it in words: "24 Aug: 61, between 58 and 64, 90 judged"."""
        if self.own_words:
            return self.own_words
        texts = {"label": self.label, "value": self.value_text, "n": self.n_text}
        if not self.has_interval:
            return _("%(label)s: %(value)s, %(n)s judged") % texts
        texts |= {"low": self.low_text, "high": self.high_text}
        return _("%(label)s: %(value)s, between %(low)s and %(high)s, %(n)s judged") % texts

    @property
    def n_text(self) -> str:
        return count_text(self.n)

    @property
    def between(self) -> str:
        """Both ends, or a dash."""
        return f"{self.low_text}–{self.high_text}" if self.has_interval else "–"

    @property
    def value_text(self) -> str:
        return whole(self.value)

    @property
    def low_text(self) -> str:
        return whole(self.low)

    @property
    def high_text(self) -> str:
        return whole(self.high)


def whole(number: float | None) -> str:
    """A number as people read it in a chart: whole, halves upward, nothing for None."""
    return "" if number is None else str(int(number + 0.5))
