"""The whole organisation on one page: everybody's weeks, the teams in the order of what is sure, and who has time to log."""
