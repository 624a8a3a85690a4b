"""The charts: plain numbers in, places and shapes out; `templates/components/charts/` has what stands around them."""

from coaching.dashboards.charts.bars import Bar, BarChart, Change, bars
from coaching.dashboards.charts.heat import HeatMap, heat_map
from coaching.dashboards.charts.histogram import Histogram, histogram
from coaching.dashboards.charts.interval import Interval, interval
from coaching.dashboards.charts.reading import Reading
from coaching.dashboards.charts.sparkline import Sparkline, sparkline
from coaching.dashboards.charts.trend import Event, Trend, trend

__all__ = [
    "Bar",
    "BarChart",
    "Change",
    "Event",
    "HeatMap",
    "Histogram",
    "Interval",
    "Reading",
    "Sparkline",
    "Trend",
    "bars",
    "heat_map",
    "histogram",
    "interval",
    "sparkline",
    "trend",
]
