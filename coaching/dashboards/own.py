"""One's own page: one's weeks in all teams together, and one's teams in totals."""

from coaching.dashboards.person.page import PersonPage as OwnPage
from coaching.dashboards.person.page import own_page, own_today

__all__ = ["OwnPage", "own_page", "own_today"]
