"""Every case so far follows the plain machine: declare it for each kind there is.

A plugin that has declared another one since moves its own cases to it, in a migration
of its own after 0006.
"""

from django.db import migrations
from django.db.models import OuterRef, Subquery

STAGES = ('new', 'talking', 'checks', 'ready')
REASONS = ('done', 'withdrew', 'not_now', 'passed_on', 'no_answer', 'other')
MOVES = (
    ('new', 'talking'),
    ('talking', 'checks'),
    ('checks', 'talking'),
    ('checks', 'ready'),
    ('ready', 'checks'),
    ('closed', 'talking'),
)


def declare_plain_machine(apps, schema_editor):
    Case = apps.get_model('casework', 'Case')
    Standing = apps.get_model('casework', 'Standing')
    Passage = apps.get_model('casework', 'Passage')
    for kind in Case.objects.order_by().values_list('kind', flat=True).distinct():
        Standing.objects.bulk_create(
            [Standing(kind=kind, stage=stage, step=stage) for stage in STAGES]
            + [
                Standing(kind=kind, stage='closed', reason=reason, step='closed', closed=True)
                for reason in REASONS
            ]
        )
        Passage.objects.bulk_create(
            [Passage(kind=kind, from_stage=a, to_stage=b) for a, b in MOVES]
            + [
                Passage(kind=kind, from_stage=stage, to_stage='closed', reason=reason)
                for stage in STAGES
                for reason in REASONS
            ]
        )


def name_kinds_of_moves(apps, schema_editor):
    Case = apps.get_model('casework', 'Case')
    of_case = Case.objects.filter(pk=OuterRef('case')).values('kind')
    apps.get_model('casework', 'StageMove').objects.update(kind=Subquery(of_case))


def forget_days_that_were_kept(apps, schema_editor):
    """Whoever was talked to has been answered: from now on the day says what is owed."""
    apps.get_model('casework', 'Case').objects.exclude(stage='new').update(answer_by=None)


class Migration(migrations.Migration):

    dependencies = [
        ('casework', '0004_machines'),
    ]

    operations = [
        migrations.RunPython(declare_plain_machine, migrations.RunPython.noop),
        migrations.RunPython(name_kinds_of_moves, migrations.RunPython.noop),
        migrations.RunPython(forget_days_that_were_kept, migrations.RunPython.noop),
    ]
