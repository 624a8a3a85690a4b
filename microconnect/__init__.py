"""Microconnect: log micro-connections, see what your own words showed, coach on dashboards that never rank on noise."""

__version__ = "0.1.0"
