"""What joins two cases can point to each with its site."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('casework', '0014_filing_and_holding'),
    ]

    operations = [
        migrations.AddConstraint(
            model_name='case',
            constraint=models.UniqueConstraint(fields=('id', 'site'), name='case_is_of_one_site'),
        ),
    ]
