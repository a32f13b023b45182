"""A page may be for one kind of reader."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('standard_pages', '0003_more_blocks'),
    ]

    operations = [
        migrations.AddField(
            model_name='standardpage',
            name='audience',
            field=models.CharField(blank=True, choices=[('young', 'Young people'), ('volunteers', 'Volunteers'), ('carers', 'Carers'), ('professionals', 'Professionals')], help_text='The page says so above its title and gets a look of its own. It ends with their next step, such as the form that is open to them, and with your other pages for the same readers. It needs no button for that.', max_length=13, verbose_name='who it is for'),
        ),
    ]
