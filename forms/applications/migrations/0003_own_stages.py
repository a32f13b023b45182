"""Applications get stages of their own: what stood at the plain ones goes over.

The plain stages and moves that nothing needs any more go after migrating, and the
other new ones come then (forms.casework.declared).
"""

from django.db import migrations

KIND = 'applications'
# What the columns were called then; later they are called otherwise.
OF_CASE, OF_MOVE = 'closed_reason', 'closed_reason'
OPEN = {'new': 'submitted', 'talking': 'screening', 'checks': 'checks', 'ready': 'approved'}
STEPS = {'submitted': 'new', 'screening': 'talking', 'checks': 'checks', 'approved': 'ready'}
EXITS = {
    'withdrew': ('withdrawn', 'other'),
    'not_now': ('not_progressed', 'not_now'),
    'no_answer': ('not_progressed', 'no_answer'),
    'passed_on': ('transferred', ''),
    'done': ('not_progressed', 'other'),
    'other': ('not_progressed', 'other'),
}
OF_VISITORS = {'done': ('left', 'finished'), 'other': ('left', 'other')}


def go_over(apps, schema_editor):
    for case in apps.get_model('casework', 'Case').objects.filter(kind=KIND).only('stage', OF_CASE):
        _go_over(apps, case)


def _go_over(apps, case):
    before, after = 'new', ('submitted', '')
    for move in case.stagemoves.order_by('sequence').only('from_stage', 'to_stage', OF_MOVE):
        from_stage = after[0]
        after = _new(move.to_stage, getattr(move, OF_MOVE), from_stage)
        before = move.to_stage
        _declare(apps, 'Passage', from_stage=from_stage, to_stage=after[0], reason=after[1])
        apps.get_model('casework', 'StageMove').objects.filter(pk=move.pk).update(
            from_stage=from_stage, to_stage=after[0], **{OF_MOVE: after[1]}
        )
    if before != case.stage:  # Put there by hand: its moves do not say.
        after = _new(case.stage, getattr(case, OF_CASE), after[0])
    stage, reason = after
    _declare(
        apps, 'Standing', stage=stage, reason=reason,
        step=STEPS.get(stage, 'closed'), closed=stage not in STEPS,
    )
    apps.get_model('casework', 'Case').objects.filter(pk=case.pk).update(stage=stage, **{OF_CASE: reason})


def _new(stage, reason, from_stage):
    if stage in OPEN:
        return OPEN[stage], ''
    exits = {**EXITS, **OF_VISITORS} if from_stage == 'approved' else EXITS
    return exits[reason]


def _declare(apps, model, **facts):
    apps.get_model('casework', model).objects.get_or_create(kind=KIND, **facts)


class Migration(migrations.Migration):

    dependencies = [
        ('applications', '0002_alter_applicationpage_intro'),
        ('casework', '0006_only_declared'),
    ]

    # Afterwards the columns have other names.
    run_before = [('casework', '0012_reasons_days_and_facts')]

    operations = [
        migrations.RunPython(go_over, migrations.RunPython.noop),
    ]
