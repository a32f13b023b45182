"""The page that counts what of our libraries has Welsh."""

from tools.welsh_of_libraries import PAGE, catalogues, filled


def test_the_page_says_what_the_catalogues_have() -> None:
    text = PAGE.read_text("utf-8")

    assert text == filled(text), "Run `python -m tools.welsh_of_libraries`."


def test_every_string_is_counted_once_and_the_admin_lacks_none() -> None:
    found = {one.name: one for one in catalogues()}

    for one in found.values():
        own = len(one.asked & one.stock - one.ours)
        assert len(one.asked) == own + len(one.ours) + len(one.without)
    assert {name: found[name].without for name in found if "wagtail" in name} == {
        name: [] for name in found if name.startswith("wagtail")
    }
    assert found["wagtail.admin"].ours
    assert "Kabyle" in found["django"].without
