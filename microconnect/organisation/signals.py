"""What administrators' changes tell the rest of the house: inside their transactions, so that what follows is not lost."""

from django.dispatch import Signal

team_time_zone_changed = Signal()  # team=Team, by=User: its days and hours are those of another clock from now on
