"""Addresses of the administrators' pages about people and teams, all under /people/."""

from django.urls import path

from microconnect.organisation.views import account, importing, memberships, people, person, teams

app_name = "people"
urlpatterns = [
    path("", people.people, name="list"),
    path("export/", people.export, name="export"),
    path("invite/", people.invite, name="invite"),
    path("invitations/", people.send_invitations, name="send_invitations"),
    path("import/", importing.upload, name="import"),
    path("import/<uuid:public_id>/", importing.draft, name="draft"),
    path("teams/", teams.team_list, name="teams"),
    path("teams/add/", teams.add, name="add_team"),
    path("teams/<slug:slug>/", teams.team, name="team"),
    path("teams/<slug:slug>/time-zone/", teams.time_zone, name="time_zone"),
    path("teams/<slug:slug>/retire/", teams.retire, name="retire_team"),
    path("teams/<slug:slug>/reopen/", teams.reopen, name="reopen_team"),
    path("<int:pk>/", person.person, name="person"),
    path("<int:pk>/join/", memberships.join, name="join"),
    path("<int:pk>/move/<int:place>/", memberships.move, name="move"),
    path("<int:pk>/end/<int:place>/", memberships.end, name="end"),
    path("<int:pk>/withdraw/<int:place>/", memberships.withdraw, name="withdraw"),
    path("<int:pk>/invite/", account.invite_again, name="invite_again"),
    path("<int:pk>/deactivate/", account.deactivate, name="deactivate"),
    path("<int:pk>/reactivate/", account.reactivate, name="reactivate"),
    path("<int:pk>/administrator/", account.administrator, name="administrator"),
]
