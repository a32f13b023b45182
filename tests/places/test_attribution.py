"""The sources of our data are named where it is shown."""

import pytest

from tests.factories import make_hub

pytestmark = pytest.mark.django_db


def test_the_look_up_names_its_sources(client):
    make_hub()

    answer = client.get("/en/find/", headers={"host": "hub.localhost"})

    assert answer.status_code == 200
    assert "Royal Mail data © Royal Mail copyright" in answer.text
    assert "mySociety, CC BY 4.0" in answer.text
