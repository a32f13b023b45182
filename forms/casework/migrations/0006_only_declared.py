from django.db import migrations, models

import forms.casework.constraints


class Migration(migrations.Migration):

    dependencies = [
        ('casework', '0005_plain_machine'),
    ]

    operations = [
        migrations.AddConstraint(
            model_name='case',
            constraint=forms.casework.constraints.PointsTogether(fields=('kind', 'stage', 'closed_reason', 'is_deferred'), name='case_stands_where_declared', to_columns=('kind', 'stage', 'reason', 'dated'), to_table='casework_standing'),
        ),
        migrations.AddConstraint(
            model_name='case',
            constraint=models.UniqueConstraint(fields=('id', 'kind'), name='case_is_of_one_kind'),
        ),
        migrations.AddConstraint(
            model_name='stagemove',
            constraint=models.CheckConstraint(condition=models.Q(('sequence__gte', 1)), name='moves_are_counted_from_one'),
        ),
        migrations.AddConstraint(
            model_name='stagemove',
            constraint=forms.casework.constraints.PointsTogether(fields=('kind', 'from_stage', 'to_stage', 'closed_reason'), name='move_is_declared', to_columns=('kind', 'from_stage', 'to_stage', 'reason'), to_table='casework_passage'),
        ),
        migrations.AddConstraint(
            model_name='stagemove',
            constraint=forms.casework.constraints.PointsTogether(fields=('case', 'kind'), name='move_is_of_the_kind_of_its_case', to_columns=('id', 'kind'), to_table='casework_case'),
        ),
    ]
