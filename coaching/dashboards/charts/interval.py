"""One mean as a dot on a 0 to 100 line, inside the stretch where it may truly lie."""

from dataclasses import dataclass

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
    line_from: str = str(EDGE)
    line_to: str = str(WIDTH - EDGE)


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
