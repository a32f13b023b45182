from django.conf import settings
from django.db import migrations, models
import django.db.models.deletion
import django.utils.timezone
import uuid


class Migration(migrations.Migration):

    dependencies = [
        ('casework', '0003_language_change'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Standing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=50)),
                ('stage', models.CharField(max_length=30)),
                ('reason', models.CharField(blank=True, max_length=30)),
                ('dated', models.BooleanField(default=False)),
                ('step', models.CharField(max_length=30)),
                ('closed', models.BooleanField(default=False)),
            ],
            options={
                'verbose_name': 'declared stage',
                'verbose_name_plural': 'declared stages',
                'constraints': [models.UniqueConstraint(fields=('kind', 'stage', 'reason', 'dated'), name='one_standing_each')],
            },
        ),
        migrations.CreateModel(
            name='Passage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=50)),
                ('from_stage', models.CharField(max_length=30)),
                ('to_stage', models.CharField(max_length=30)),
                ('reason', models.CharField(blank=True, max_length=30)),
            ],
            options={
                'verbose_name': 'declared move',
                'verbose_name_plural': 'declared moves',
                'constraints': [models.UniqueConstraint(fields=('kind', 'from_stage', 'to_stage', 'reason'), name='one_passage_each')],
            },
        ),
        migrations.CreateModel(
            name='DayChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('row_key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('before', models.DateField(null=True)),
                ('after', models.DateField(null=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='casework.case')),
                ('site', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.site')),
            ],
            options={
                'ordering': ['at', 'pk'],
                'abstract': False,
            },
        ),
        migrations.RemoveConstraint(model_name='case', name='case_stage_is_declared'),
        migrations.RemoveConstraint(model_name='case', name='case_closed_has_its_reason'),
        migrations.RemoveConstraint(model_name='stagemove', name='move_is_declared'),
        migrations.AlterField(
            model_name='case',
            name='stage',
            field=models.CharField(max_length=30),
        ),
        migrations.AlterField(
            model_name='case',
            name='closed_reason',
            field=models.CharField(blank=True, max_length=30),
        ),
        migrations.AddField(
            model_name='case',
            name='deferred_until',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='case',
            name='is_deferred',
            field=models.GeneratedField(db_persist=True, expression=models.Q(('deferred_until__isnull', False)), output_field=models.BooleanField()),
        ),
        migrations.AlterField(
            model_name='stagemove',
            name='from_stage',
            field=models.CharField(max_length=30),
        ),
        migrations.AlterField(
            model_name='stagemove',
            name='to_stage',
            field=models.CharField(max_length=30),
        ),
        migrations.AlterField(
            model_name='stagemove',
            name='closed_reason',
            field=models.CharField(blank=True, max_length=30),
        ),
        migrations.AddField(
            model_name='stagemove',
            name='deferred_until',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='stagemove',
            name='kind',
            field=models.CharField(default='', editable=False, max_length=50),
            preserve_default=False,
        ),
    ]
