"""Whatever is written of a person, in any declared field, is found for them alone."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from cms.privacy import (
    EncryptedJSONField,
    EncryptedTextField,
    Person,
    declared,
    find_about,
)
from cms.testing.filling import make_row
from forms.casework.models import Passage
from tests.casework.factories import make_case
from tests.factories import make_staff

pytestmark = pytest.mark.django_db
SEALED = (EncryptedTextField, EncryptedJSONField)
FIELDS = [
    (data, name)
    for data in declared().values()
    for name in data.fields
    if isinstance(data.of._meta.get_field(name), SEALED)
]
NAMES = st.text("abcdefghijklmnoŵŷâ", min_size=4, max_size=9).map(str.title)


def planted(data, name, person):
    """A row about the person with their name in one field, and what leads to it."""
    field = data.of._meta.get_field(name)
    words = [{"key": "why", "answer": person.name}]
    value = words if isinstance(field, EncryptedJSONField) else person.name
    return make_row(
        data.of, person.site, **{**_led_by(data, name, person), name: value}
    )


def _led_by(data, name, person):
    if "case" in data.through:
        known = {"display_name": person.name, "email": person.email}
        case = make_case(person.site, **known)
        return {"case": case, **_moved(data, case)}
    own = {field.name for field in data.of._meta.local_fields} - {name}
    leading = {"to": person.email, "email": person.email, "saved_to": person.email}
    if "user" in own:
        staff = make_staff(person.site, "coordinator", email=person.email)
        leading["user"] = staff
    leading["expires_at"] = timezone.now() + timedelta(days=7)
    return {each: leading[each] for each in leading if each in own}


def _moved(data, case):
    """A step goes where one may go."""
    if data.model != "casework.StageMove":
        return {}
    step = Passage.objects.filter(kind=case.kind, from_stage=case.stage).first()
    return {each: getattr(step, each) for each in ("from_stage", "to_stage", "reason")}


def is_found_by_name_alone(data, name):
    """Whether the field is searched for names; else the row is found by an address."""
    return name not in ("to", "email", "saved_to")


def test_it_is_found_at_its_own_service_and_at_no_other(gwynedd, devon):
    here, there = (make_staff(site, "manager") for site in (gwynedd, devon))

    @settings(max_examples=40, deadline=None)
    @given(field=st.sampled_from(FIELDS), first=NAMES, last=NAMES)
    def holds(field, first, last):
        data, name = field
        known = {"name": f"{first} {last}", "email": "a.person@post.example"}
        with transaction.atomic():
            mine = Person(site=gwynedd, **known)
            row = planted(data, name, mine)
            if not is_found_by_name_alone(data, name):
                setattr(row, name, known["email"])
                row.save()
            found = find_about(mine, by=here)
            theirs = find_about(Person(site=devon, **known), by=there)
            transaction.set_rollback(True)

        assert row in [each.row for each in found if each.data is data], field
        assert theirs == []

    holds()
