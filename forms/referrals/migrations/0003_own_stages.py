"""Requests get stages of their own: what stood at the plain ones goes over.

Nobody's no becomes more than was known of it: "not right now" comes back on a day, and
none is called an objection, since nobody said who had decided that the child understands.
"""

from datetime import timedelta

from django.db import migrations
from django.utils import timezone

KIND = 'referrals'
OPEN = {
    'new': ('received', ''),
    'talking': ('explain_first', ''),
    'checks': ('explained', ''),
    'ready': ('waiting', 'no_visitor'),
}
CLOSED = {
    'not_now': ('declined', ''),
    'passed_on': ('handed_over', ''),
    'done': ('closed', 'other'),
    'withdrew': ('closed', 'other'),
    'no_answer': ('closed', 'other'),
    'other': ('closed', 'other'),
}
STEPS = {
    'received': 'new',
    'explain_first': 'explaining',
    'explained': 'explaining',
    'declined': 'explaining',
    'waiting': 'waiting',
}
COMES_BACK_IN = timedelta(days=90)


def go_over(apps, schema_editor):
    cases = apps.get_model('casework', 'Case').objects.filter(kind=KIND)
    for case in cases.only('stage', 'stage_reason', 'deferred_until', 'answer_by'):
        _go_over(apps, case)


def _go_over(apps, case):
    before, after = 'new', OPEN['new']
    for move in case.stagemoves.order_by('sequence').only('from_stage', 'to_stage', 'reason', 'at'):
        from_stage, before = after[0], move.to_stage
        after = _new(move.to_stage, move.reason)
        _declare(apps, 'Passage', from_stage=from_stage, to_stage=after[0], reason=after[1])
        apps.get_model('casework', 'StageMove').objects.filter(pk=move.pk).update(
            from_stage=from_stage, to_stage=after[0], reason=after[1],
            deferred_until=_day(after, timezone.localdate(move.at)),
        )
    if before != case.stage:  # Put there by hand: its moves do not say.
        after = _new(case.stage, case.stage_reason)
    stage, reason = after
    today = timezone.localdate()
    day = _day(after, today)
    _declare(
        apps, 'Standing', stage=stage, reason=reason, dated=bool(day),
        step=STEPS.get(stage, 'closed'), closed=stage not in STEPS,
    )
    apps.get_model('casework', 'Case').objects.filter(pk=case.pk).update(
        stage=stage, stage_reason=reason, deferred_until=day, answer_by=day or case.answer_by
    )


def _new(stage, reason):
    return OPEN[stage] if stage in OPEN else CLOSED[reason]


def _day(after, day):
    return day + COMES_BACK_IN if after[0] == 'declined' else None


def _declare(apps, model, **facts):
    apps.get_model('casework', model).objects.get_or_create(kind=KIND, **facts)


class Migration(migrations.Migration):

    dependencies = [
        ('referrals', '0002_alter_referralpage_intro'),
        ('casework', '0012_reasons_days_and_facts'),
    ]

    operations = [
        migrations.RunPython(go_over, migrations.RunPython.noop),
    ]
