"""Remove the site and page that Wagtail makes for itself: hosts are ours alone."""

from django.db import migrations


def remove_welcome(apps, schema_editor):
    site = apps.get_model("wagtailcore", "Site")
    page = apps.get_model("wagtailcore", "Page")
    site.objects.filter(profile__isnull=True).delete()
    welcome = page.objects.filter(depth=2, content_type__model="page")
    if welcome.exists():
        welcome.delete()
        page.objects.filter(depth=1).update(numchild=0)


class Migration(migrations.Migration):
    dependencies = [
        ("authorities", "0001_initial"),
        ("cms", "0001_initial"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [migrations.RunPython(remove_welcome, migrations.RunPython.noop)]
