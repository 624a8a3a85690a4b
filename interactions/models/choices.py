"""The answers one can tap. Their values are what the engine reads; their labels are what people see."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Channel(models.TextChoices):
    FACE = "face", _("Face to face")
    EAR = "ear", _("By phone")
    CLICK = "click", _("In chat")


class Outcome(models.TextChoices):
    SORTED = "sorted", _("Sorted")
    SECOND_TRY = "second_try", _("Took two goes")
    PASSED_ON = "passed_on", _("Passed on")
    NOT_YET = "not_yet", _("Not yet")


class StateBefore(models.TextChoices):
    CALM = "calm", _("Calm")
    RUSHED = "rushed", _("Rushed")
    FRUSTRATED = "frustrated", _("Frustrated")


class Feeling(models.IntegerChoices):
    """How a customer seemed, from 1 to 5."""

    VERY_UPSET = 1, _("very upset")
    UPSET = 2, _("upset")
    SO_SO = 3, _("so-so")
    GOOD = 4, _("good")
    DELIGHTED = 5, _("delighted")


class Concession(models.TextChoices):
    NONE = "none", _("Nothing extra")
    OWN_JUDGEMENT = "own_judgement", _("Yes, my own call")
    APPROVED = "approved", _("Yes, a supervisor agreed")
    DECLINED = "declined", _("Asked for, and declined")


class LeftBetter(models.TextChoices):
    YES = "yes", _("Yes")
    UNSURE = "unsure", _("Not sure")
    NO = "no", _("No")


class PersonalTouch(models.TextChoices):
    USED_NAME = "used_name", _("Used their name")
    RECALLED_VISIT = "recalled_visit", _("Recalled an earlier visit")
    REMEMBERED_PREFERENCE = "remembered_preference", _("Remembered what they like")
    NOTICED_DETAIL = "noticed_detail", _("Noticed something of theirs")
    ASKED_ABOUT_THEM = "asked_about_them", _("Asked about them")
    NAMED_FEELING = "named_feeling", _("Said how it must feel")
    ASKED_FIRST = "asked_first", _("Asked before solving")
    GAVE_CHOICE = "gave_choice", _("Gave them a choice")
    SMALL_EXTRA = "small_extra", _("Did a small extra")
    TOLD_AHEAD = "told_ahead", _("Told them before they asked")


class Confirmed(models.TextChoices):
    NUMBER = "number", _("A number")
    EMAIL = "email", _("An e-mail")
    DATE = "date", _("A date")
    RECEIPT = "receipt", _("A receipt")
    ASKED_ANYTHING_ELSE = "asked_anything_else", _("Asked if anything was left")
