"""What was done, as a sentence. An action that nobody put into words yet is still said, a little stiffly."""

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

_SENTENCES = {
    "administrator_made": gettext_lazy("%(who)s made somebody an administrator"),
    "administrator_unmade": gettext_lazy("%(who)s made somebody an administrator no longer"),
    "conversations_imported": gettext_lazy("%(who)s imported conversations"),
    "demo_filled": gettext_lazy("%(who)s filled the demo"),
    "device_registered": gettext_lazy("%(who)s registered a shared tablet"),
    "device_retired": gettext_lazy("%(who)s retired a shared tablet"),
    "encounter_edited": gettext_lazy("%(who)s changed an encounter"),
    "encounters_exported": gettext_lazy("%(who)s took encounters along as a file"),
    "encounter_logged": gettext_lazy("%(who)s logged an encounter"),
    "encounter_undone": gettext_lazy("%(who)s took an encounter back"),
    "guideline_added": gettext_lazy("%(who)s wrote a guideline"),
    "guideline_changed": gettext_lazy("%(who)s changed a guideline"),
    "guideline_removed": gettext_lazy("%(who)s took a guideline out"),
    "guideline_retired": gettext_lazy("%(who)s retired a guideline"),
    "guidelines_draft_begun": gettext_lazy("%(who)s began a draft of the guidelines"),
    "guidelines_draft_discarded": gettext_lazy("%(who)s threw a draft of the guidelines away"),
    "guidelines_published": gettext_lazy("%(who)s published the guidelines"),
    "guidelines_starter_added": gettext_lazy("%(who)s added a ready-made set of guidelines"),
    "invitation_sent_again": gettext_lazy("%(who)s sent an invitation again"),
    "job_resumed": gettext_lazy("%(who)s let a job go on"),
    "job_stopped": gettext_lazy("%(who)s stopped a job"),
    "membership_added": gettext_lazy("%(who)s put somebody into a team"),
    "membership_ended": gettext_lazy("%(who)s ended somebody’s time in a team"),
    "membership_moved": gettext_lazy("%(who)s moved somebody to another team or role"),
    "membership_withdrawn": gettext_lazy("%(who)s took back that somebody was to join a team"),
    "outbox_key_handed_out": gettext_lazy("%(who)s opened what a closed account left on a device"),
    "person_added": gettext_lazy("%(who)s invited somebody"),
    "person_changed": gettext_lazy("%(who)s changed somebody’s name or address"),
    "person_deactivated": gettext_lazy("%(who)s closed somebody’s account"),
    "person_imported": gettext_lazy("%(who)s added somebody from a list"),
    "person_reactivated": gettext_lazy("%(who)s opened somebody’s account again"),
    "pin_locked": gettext_lazy("%(who)s locked a PIN after too many wrong tries"),
    "pin_removed": gettext_lazy("%(who)s removed their PIN"),
    "pin_set": gettext_lazy("%(who)s chose a PIN"),
    "promise_kept": gettext_lazy("%(who)s kept a promise"),
    "scorecard_draft_begun": gettext_lazy("%(who)s began a draft of the scorecard"),
    "scorecard_changed": gettext_lazy("%(who)s changed the draft of the scorecard"),
    "scorecard_draft_discarded": gettext_lazy("%(who)s threw a draft of the scorecard away"),
    "scorecard_published": gettext_lazy("%(who)s published a scorecard"),
    "scorecard_replaced": gettext_lazy("%(who)s put a scorecard in the place of another"),
    "situation_added": gettext_lazy("%(who)s added a situation"),
    "situation_brought_back": gettext_lazy("%(who)s brought a situation back"),
    "situation_merged": gettext_lazy("%(who)s folded situations together"),
    "situation_renamed": gettext_lazy("%(who)s renamed a situation"),
    "situation_retired": gettext_lazy("%(who)s retired a situation"),
    "team_added": gettext_lazy("%(who)s added a team"),
    "team_changed": gettext_lazy("%(who)s changed a team"),
    "team_renamed": gettext_lazy("%(who)s renamed a team"),
    "team_reopened": gettext_lazy("%(who)s opened a retired team again"),
    "team_retired": gettext_lazy("%(who)s retired a team"),
    "team_time_zone_changed": gettext_lazy("%(who)s gave a team another time zone"),
    "tricky_case_kept": gettext_lazy("%(who)s kept a tricky case"),
    "tricky_case_removed": gettext_lazy("%(who)s took out a tricky case"),
}


def sentence(action: str, who: str) -> str:
    """ "Ivy Chen retired a guideline"; for one unknown here "Ivy Chen: shelf dusted"."""
    known = _SENTENCES.get(action)
    return str(known) % {"who": who} if known else _("%(who)s: %(what)s") % {"who": who, "what": _spaced(action)}


def action_name(action: str) -> str:
    """An action by itself, to choose from a list."""
    return sentence(action, _("Somebody")) if action in _SENTENCES else capfirst(_spaced(action))


def kind_name(target_type: str) -> str:
    """What kind of thing it is about: "Team"; of a model that is gone, its name in the database."""
    try:
        return capfirst(str(apps.get_model(target_type)._meta.verbose_name))
    except (LookupError, ValueError):
        return capfirst(_spaced(target_type.rpartition(".")[2]))


def field_name(target_type: str, name: str) -> str:
    """A field by the name that forms give it."""
    try:
        field = apps.get_model(target_type)._meta.get_field(name)
    except (LookupError, ValueError, FieldDoesNotExist):
        return capfirst(_spaced(name))
    return capfirst(str(getattr(field, "verbose_name", _spaced(name))))


def _spaced(code: str) -> str:
    return code.replace("_", " ").strip()
