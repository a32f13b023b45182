from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("journeys", "0005_form_versions"),
    ]

    operations = [
        migrations.AddField(
            model_name="draft",
            name="asks_only",
            field=models.JSONField(default=list),
        ),
    ]
