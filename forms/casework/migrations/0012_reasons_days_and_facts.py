"""Open stages have reasons, too; a move says what its stage asks."""

from django.db import migrations

import cms.privacy
import forms.casework.constraints


class Migration(migrations.Migration):

    dependencies = [
        ('casework', '0011_new_address'),
    ]

    operations = [
        migrations.RemoveConstraint(model_name='case', name='case_stands_where_declared'),
        migrations.RemoveConstraint(model_name='stagemove', name='move_is_declared'),
        migrations.RenameField(model_name='case', old_name='closed_reason', new_name='stage_reason'),
        migrations.RenameField(model_name='stagemove', old_name='closed_reason', new_name='reason'),
        migrations.AddField(
            model_name='stagemove',
            name='facts',
            field=cms.privacy.EncryptedJSONField(blank=True, null=True),
        ),
        migrations.AddConstraint(
            model_name='case',
            constraint=forms.casework.constraints.PointsTogether(fields=('kind', 'stage', 'stage_reason', 'is_deferred'), name='case_stands_where_declared', to_columns=('kind', 'stage', 'reason', 'dated'), to_table='casework_standing'),
        ),
        migrations.AddConstraint(
            model_name='stagemove',
            constraint=forms.casework.constraints.PointsTogether(fields=('kind', 'from_stage', 'to_stage', 'reason'), name='move_is_declared', to_columns=('kind', 'from_stage', 'to_stage', 'reason'), to_table='casework_passage'),
        ),
    ]
