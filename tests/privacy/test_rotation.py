"""Rotation seals every row with the active key, so that the old one can go."""

import base64

import pytest
from django.conf import settings as configured
from django.core.management import CommandError, call_command
from django.db import connection

from cms.models import OutboundEmail
from cms.privacy import CannotDecrypt, Sealed, blind_index, rotation
from cms.privacy.rotation import encrypted_models, rotate
from cms.privacy.stored_keys import count_by_key, outdated_rows
from tests.casework.test_races import at_once
from tests.privacy.test_fields import SECRET, make_mail, stored

NEW = f"new:{base64.b64encode(b'n' * 32).decode()}"
OLD = configured.DATA_KEYS.partition(":")[0]
WRONG = f"{OLD}:{base64.b64encode(b'w' * 32).decode()}"


@pytest.mark.django_db
def test_rotated_rows_open_without_the_old_key(settings, capsys):
    mails = [make_mail() for _ in range(5)]
    settings.DATA_KEYS = f"{NEW},{settings.DATA_KEYS}"

    call_command("rotate_data_keys", batch_size=2)
    settings.DATA_KEYS = NEW

    assert "cms.OutboundEmail: 5" in capsys.readouterr().out
    rows = OutboundEmail.objects.in_bulk([mail.pk for mail in mails])
    assert {row.text for row in rows.values()} == {SECRET}
    assert {row.to for row in rows.values()} == {"sian@cartref.example"}


@pytest.mark.django_db
def test_without_rotation_the_old_key_is_still_needed(settings):
    mail = make_mail()
    settings.DATA_KEYS = NEW

    with pytest.raises(CannotDecrypt):
        _ = OutboundEmail.objects.get(pk=mail.pk).text


@pytest.mark.django_db
def test_a_second_rotation_changes_nothing(capsys):
    make_mail()

    call_command("rotate_data_keys")

    assert "cms.OutboundEmail: 0" in capsys.readouterr().out


@pytest.mark.django_db
def test_rotation_makes_blind_indexes_anew(settings):
    make_mail()
    settings.INDEX_KEY = base64.b64encode(b"x" * 32).decode()

    call_command("rotate_data_keys")

    assert OutboundEmail.objects.get().to_index == blind_index("sian@cartref.example")


@pytest.mark.django_db
def test_it_asks_only_for_rows_of_other_keys_and_goes_on_where_it_was(
    settings, django_assert_max_num_queries
):
    for _ in range(5):
        make_mail()
    settings.DATA_KEYS = f"{NEW},{settings.DATA_KEYS}"

    run = rotate(batch_size=2, indexes=False)
    first = [next(run), next(run)][-1]
    while first.label != "cms.OutboundEmail" or not first.done:
        first = next(run)
    run.close()  # As killed: between two batches.

    assert (first.done, first.total) == (2, 5)
    assert count_by_key(OutboundEmail) == {"new": 2, OLD: 3}
    again = {p.label: p for p in rotate(indexes=False)}["cms.OutboundEmail"]
    assert (again.done, again.total, again.changed) == (3, 3, 3)
    assert outdated_rows(OutboundEmail).count() == 0
    with django_assert_max_num_queries(2 * len(encrypted_models()) + 1):
        list(rotate(indexes=False))


@pytest.mark.django_db
def test_a_batch_that_ends_in_the_middle_leaves_its_rows_as_they_were(
    settings, monkeypatch
):
    for _ in range(3):
        make_mail()
    settings.DATA_KEYS = f"{NEW},{settings.DATA_KEYS}"
    treated = []

    def fails_at_the_second(row):
        treated.append(row)
        if len(treated) == 2:
            raise KeyboardInterrupt
        return seal_row(row)

    seal_row = rotation._seal_anew
    monkeypatch.setattr(rotation, "_seal_anew", fails_at_the_second)
    with pytest.raises(KeyboardInterrupt):
        list(rotate(indexes=False))

    assert count_by_key(OutboundEmail) == {OLD: 3}


@pytest.mark.django_db
@pytest.mark.parametrize("keys", [NEW, f"{NEW},{WRONG}"], ids=["missing", "wrong"])
def test_a_row_that_does_not_open_is_named_and_kept_and_the_others_go_on(
    settings, keys, capsys
):
    mail = make_mail()
    settings.DATA_KEYS = keys
    later = make_mail()
    before = stored(mail, "text")

    with pytest.raises(CommandError) as refusal:
        call_command("rotate_data_keys", data_keys_only=True)

    told = str(refusal.value)
    assert "1 rows do not open and were left as they are:" in told
    assert f"cms.OutboundEmail {mail.pk}: cms.outboundemail." in told
    assert before not in told + capsys.readouterr().out
    assert stored(mail, "text") == before
    assert OutboundEmail.objects.get(pk=later.pk).text == SECRET


@pytest.mark.django_db
def test_the_report_says_which_key_seals_how_many_rows(settings, capsys):
    mails = [make_mail() for _ in range(3)]
    settings.DATA_KEYS = f"{NEW},{settings.DATA_KEYS}"
    mails[0].save()
    mails[1].save(update_fields=["text"])
    plain = OutboundEmail.objects.filter(pk=mails[2].pk)
    plain.update(subject=Sealed("words"), html=Sealed("v1:gone:AAAA"))

    call_command("rotate_data_keys", report=True)

    told = capsys.readouterr().out
    each = f"not sealed: 1, {OLD}: 2, gone (not in DATA_KEYS): 1, new (active): 2"
    assert f"cms.OutboundEmail: {each}\n" in told
    assert f"All together: {each}\n" in told
    assert "mfa.Authenticator: nothing sealed" in told
    assert stored(mails[2], "text").startswith(f"v1:{OLD}:")


@pytest.mark.django_db
def test_the_report_says_when_an_old_key_can_go(settings, capsys):
    settings.DATA_KEYS = f"{NEW},{settings.DATA_KEYS}"
    make_mail()

    call_command("rotate_data_keys", report=True)

    assert f"The key {OLD} seals nothing here any more." in capsys.readouterr().out


@pytest.mark.django_db
def test_ids_that_differ_in_case_alone_are_two_keys(settings):
    make_mail()
    settings.DATA_KEYS = f"{NEW},{settings.DATA_KEYS}"
    list(rotate())
    settings.DATA_KEYS = f"{NEW.replace('new', 'New')},{settings.DATA_KEYS}"

    assert outdated_rows(OutboundEmail).count() == 1


@pytest.mark.django_db
def test_without_a_new_index_key_the_indexes_are_not_read(settings):
    make_mail()
    settings.INDEX_KEY = base64.b64encode(b"x" * 32).decode()

    labels = {p.label for p in rotate(indexes=False)}

    assert "cms.OutboundEmail" in labels
    assert not {"cms.OutboundEmail (indexes)", "casework.SearchMark"} & labels


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_at_once_change_each_row_once(settings):
    if connection.vendor != "postgresql":
        pytest.skip("needs TEST_DATABASE=postgres")
    for _ in range(6):
        make_mail()
    settings.DATA_KEYS = f"{NEW},{settings.DATA_KEYS}"

    def changed():
        done = {p.label: p.changed for p in rotate(batch_size=2, indexes=False)}
        return done["cms.OutboundEmail"]

    assert sum(at_once(changed, changed)) == 6
    assert count_by_key(OutboundEmail) == {"new": 6}
    settings.DATA_KEYS = NEW
    assert {mail.text for mail in OutboundEmail.objects.all()} == {SECRET}
