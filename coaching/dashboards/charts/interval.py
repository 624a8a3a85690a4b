"""One mean as a dot on a 0 to 100 line, inside the stretch where it may truly lie."""

from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from coaching.dashboards.charts.drawing import circle, line, rect, shapes
from coaching.dashboards.charts.reading import Reading
from coaching.dashboards.charts.scale import Scale, coordinate

WIDTH, EDGE = 200, 6
_X = Scale(0, 100, EDGE, WIDTH - EDGE)


@dataclass(frozen=True, slots=True)
class Interval:
    """`x` is empty when there is nothing to show yet; the band is the target on the same line."""

    reading: Reading
    x: str
    interval_x: str
    interval_width: str
    band_x: str
    band_width: str
    view_box: str = f"0 0 {WIDTH} 24"

    @property
    def drawn(self) -> SafeString:
        """The line, the number it shows and its ends."""
        if not self.x:
            return shapes((f'<span class="small quiet">{escape(_("not enough yet"))}</span>',))
        reading, ends = self.reading, ""
        number = f'<b class="num">{reading.value_text}</b>'
        if reading.url:
            number = f'<a class="num strong" href="{escape(reading.url)}">{reading.value_text}</a>'
        if self.interval_x:
            spoken = f'<span class="visually-hidden">{escape(_("between"))}</span>'
            ends = f'<span class="interval-ends num">{spoken} {reading.between}</span>'
        picture = f'<svg viewBox="{self.view_box}" aria-hidden="true">{self._picture()}</svg>'
        return shapes((f'<span class="interval">{picture} {number} {ends}</span>',))

    @property
    def strip(self) -> SafeString:
        """The same to stand alone above a line of words: an upright stroke instead of the dot."""
        return shapes(
            (
                line("c-grid", str(EDGE), "12", str(WIDTH - EDGE), "12"),
                rect("c-band", self.band_x, "2", self.band_width, "20", round_by=2),
                rect("c-may", self.interval_x, "8", self.interval_width, "8", round_by=2),
                rect("c-last", self.x, "4", "2", "16"),
            )
        )

    def _picture(self) -> str:
        drawn = [line("c-grid", str(EDGE), "12", str(WIDTH - EDGE), "12")]
        if self.band_x:
            drawn.append(rect("c-band", self.band_x, "2", self.band_width, "20", round_by=4))
        if self.interval_x:
            drawn.append(rect("c-may", self.interval_x, "5", self.interval_width, "14", round_by=3))
        return "".join([*drawn, circle("c-last", self.x, "12", 4)])


def interval(reading: Reading, *, target: tuple[float, float] | None = None) -> Interval:
    """The same axis for everybody, so that dots in neighbouring rows can be compared."""
    interval_x, interval_width = _stretch(reading.low, reading.high) if reading.has_interval else ("", "")
    band_x, band_width = _stretch(*target) if target else ("", "")
    return Interval(
        reading=reading,
        x="" if reading.value is None else coordinate(_X(reading.value)),
        interval_x=interval_x,
        interval_width=interval_width,
        band_x=band_x,
        band_width=band_width,
    )


def _stretch(low: float | None, high: float | None) -> tuple[str, str]:
    start, end = _X(low or 0.0), _X(high or 0.0)
    return coordinate(start), coordinate(max(end - start, 1.0))
