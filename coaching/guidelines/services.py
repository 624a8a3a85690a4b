"""Change the draft of the greeting guidelines. `drafting` begins one, publishes it, throws it away."""

from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction

from coaching.guidelines.models import GreetingGuideline, GuidelineVersion, TrickyCase
from coaching.guidelines.rules import as_rule, compiled
from coaching.guidelines.starters import Starter
from coaching.versions.services import DraftGone, Drafting
from microconnect.audit.models import record
from microconnect.people.models import User

if TYPE_CHECKING:
    from coaching.guidelines.forms import CaseForm, GuidelineForm

_COPIED = (
    "key", "title", "strength", "match", "phrases", "is_script", "reason", "suggestion", "channels", "active_from",
    "active_until", "matching_examples", "other_examples",
)  # fmt: skip


def _fill(draft: GuidelineVersion, published: GuidelineVersion | None) -> None:
    """Copy the published guidelines and cases, so that a draft starts from what holds."""
    if published is None:
        return
    originals = list(published.guidelines.order_by("pk").prefetch_related("teams"))
    copies = GreetingGuideline.objects.bulk_create(
        GreetingGuideline(version=draft, **{name: getattr(original, name) for name in _COPIED})
        for original in originals
    )
    through = GreetingGuideline.teams.through
    through.objects.bulk_create(
        through(greetingguideline_id=copy.pk, team_id=team.pk)
        for original, copy in zip(originals, copies, strict=True)
        for team in original.teams.all()
    )
    TrickyCase.objects.bulk_create(
        TrickyCase(version=draft, **values)
        for values in published.cases.order_by("pk").values("greeting", "channel", "team_id", "expected")
    )


drafting = Drafting(GuidelineVersion, noun="guidelines", fill=_fill, compiled=compiled)


def save_guideline(*, by: User, form: "GuidelineForm", draft: GuidelineVersion) -> GreetingGuideline:
    """Store the guideline of a valid form, new or changed, in the draft.

    Raises:
        DraftGone: the draft was published or thrown away meanwhile, or the guideline taken out of it.
    """
    with transaction.atomic():
        drafting.touch(draft)
        before = _stored(form.instance.pk)
        if form.instance.pk and before is None:
            raise DraftGone
        form.instance.version = draft
        guideline: GreetingGuideline = form.save()
        action = "guideline_changed" if before else "guideline_added"
        _record(by, action, guideline, before=before, after=as_rule(guideline))
    return guideline


def remove_guideline(*, by: User, guideline: GreetingGuideline) -> None:
    """Take it out of the draft. What is published keeps it until the draft is published."""
    with transaction.atomic():
        drafting.touch(guideline.version)
        before = _stored(guideline.pk)
        if before is not None:
            _record(by, "guideline_removed", guideline, before=before, after=None)
            guideline.delete()


def add_starter(*, by: User, draft: GuidelineVersion, starter: Starter) -> int:
    """Add a ready-made set to the draft, but for guidelines whose title is there already; returns how many were added."""
    with transaction.atomic():
        drafting.touch(draft)
        there = set(draft.guidelines.values_list("title", flat=True))
        new = [values for values in starter.guidelines if values["title"] not in there]
        GreetingGuideline.objects.bulk_create(GreetingGuideline(version=draft, **values) for values in new)
        record(by=by, action="guidelines_starter_added", target=draft, starter=starter.key, guidelines=len(new))
    return len(new)


def keep_case(*, by: User, form: "CaseForm", draft: GuidelineVersion) -> TrickyCase:
    """Keep a greeting with what it is to come out as, as one of the draft's tests. Twice in one moment keeps it once."""
    try:
        with transaction.atomic():
            drafting.touch(draft)
            case: TrickyCase = form.save()
            record(by=by, action="tricky_case_kept", target=draft, expected=case.expected)
    except IntegrityError:
        kept = {name: getattr(form.instance, name) for name in ("greeting", "channel", "team")}
        return draft.cases.get(**kept)
    return case


def remove_case(*, by: User, case: TrickyCase) -> None:
    with transaction.atomic():
        drafting.touch(case.version)
        record(by=by, action="tricky_case_removed", target=case.version, expected=case.expected)
        case.delete()


def _stored(primary_key: int | None) -> dict[str, Any] | None:
    if primary_key is None:
        return None
    stored = GreetingGuideline.objects.in_draft().filter(pk=primary_key).prefetch_related("teams").first()
    return as_rule(stored) if stored else None


def _record(
    by: User, action: str, guideline: GreetingGuideline, *, before: dict[str, Any] | None, after: dict[str, Any] | None
) -> None:
    was, now = before or {}, after or {}
    changed = [name for name in {**was, **now} if was.get(name) != now.get(name)]
    record(
        by=by,
        action=action,
        target=guideline,
        title=guideline.title,
        before={name: was[name] for name in changed if name in was},
        after={name: now[name] for name in changed if name in now},
    )
