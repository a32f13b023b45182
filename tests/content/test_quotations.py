"""Nobody is quoted but the law, and the law in its own words.

Copied from legislation.gov.uk (Crown copyright, Open Government Licence v3.0): section
23ZB of the Children Act 1989 as revised, section 98 of the Social Services and
Well-being (Wales) Act 2014 in its official Welsh text, and the Explanatory Notes to it.
"""

from tests.content.files import EVERY_TEXT

OFFICIAL = {
    "23ZB(1)": "A local authority looking after a child must appoint an independent"
    " person to be the child’s visitor if— (a) the child falls within a description"
    " prescribed in regulations made by the Secretary of State; or (b) in any other"
    " case, it appears to them that it would be in the child’s interests to do so.",
    "23ZB(2)": "A person appointed under this section must visit, befriend and advise"
    " the child.",
    "23ZB(6)": "Where a local authority propose to appoint a visitor for a child under"
    " this section, the appointment shall not be made if— (a) the child objects to it;"
    " and (b) the authority are satisfied that the child has sufficient understanding"
    " to make an informed decision.",
    "98(1)": "Rhaid i awdurdod lleol sy’n gofalu am blentyn benodi person annibynnol i"
    " fod yn ymwelydd ar gyfer y plentyn os— (a) yw’r plentyn yn dod o fewn categori a"
    " bennwyd mewn rheoliadau, neu (b) mewn unrhyw achos arall, yr ymddengys i’r"
    " awdurdod y byddai gwneud hynny’n fuddiol i’r plentyn.",
    "98(2)": "Rhaid i berson a benodir o dan yr adran hon ymweld â’r plentyn,"
    " ymgyfeillio ag ef a’i gynghori.",
    "98(6)": "Pan fo awdurdod lleol yn cynnig penodi ymwelydd ar gyfer plentyn o dan yr"
    " adran hon, ni chaniateir gwneud y penodiad— (a) os yw’r plentyn yn ei wrthwynebu,"
    " a (b) os yw’r awdurdod yn fodlon bod gan y plentyn ddealltwriaeth ddigonol i"
    " wneud gwrthwynebiad deallus.",
    "paragraph 283": "Section 98 requires a local authority to appoint an independent"
    " person to visit any child whom the authority looks after, if the child falls"
    " within a category specified in regulations made by the Welsh Ministers, or if it"
    " would be in the child’s interests.",
    "paragraph 284": "A person appointed as a visitor under this section must befriend"
    " and advise the child and may claim expenses from the authority that have been"
    " incurred in the exercise of their functions under this section.",
    "paragraph 285": "A visitor may not be appointed under this section if a child has"
    " sufficient understanding and objects to the making of such an appointment.",
}


def test_every_quotation_is_official_and_names_its_place() -> None:
    quotations = [
        (block["text"], block["by"])
        for file, language in EVERY_TEXT
        for block in file.blocks(language)
        if block["type"] == "quote"
    ]
    places = {text: place for place, text in OFFICIAL.items()}
    assert [text for text, _ in quotations if text not in places] == []
    assert [by for text, by in quotations if not by.endswith(places[text])] == []


def test_welsh_pages_quote_no_english_and_english_pages_no_welsh() -> None:
    welsh = {text for place, text in OFFICIAL.items() if place.startswith("98")}
    for file, language in EVERY_TEXT:
        quoted = {b["text"] for b in file.blocks(language) if b["type"] == "quote"}
        assert quoted <= welsh if language == "cy" else not quoted & welsh, str(file)
