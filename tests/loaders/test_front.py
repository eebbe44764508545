from hedgerow.loaders.front import markdown_text, split_front_matter


def test_front_matter_gives_fields_and_leaves_the_article() -> None:
    fields, body = split_front_matter(
        '---\ntitle: "Lima: a visit"\nPublished: 2024-03-07\ntags: [a, b]\nurl: https://example.org/a\n'
        "---\n\nThe article.\n"
    )
    assert fields == {
        "title": "Lima: a visit",
        "published": "2024-03-07",
        "url": "https://example.org/a",
    }
    assert body.strip() == "The article."


def test_a_bare_colon_in_a_headline_does_not_lose_the_fields() -> None:
    fields, _ = split_front_matter("---\ntitle: Lima: a visit: day 2\ndate: 2024-03-07\n---\nText")
    assert fields == {"title": "Lima: a visit: day 2", "date": "2024-03-07"}


def test_a_rule_between_paragraphs_is_no_front_matter() -> None:
    text = "First.\n\n---\n\nSecond.\n"
    assert split_front_matter(text) == ({}, text)


def test_markup_goes_and_the_words_stay() -> None:
    source = (
        "# Ministers *meet*\n\nThe [foreign minister](https://example.org) of **Peru**\n"
        "met `him`.\n\n![A picture](x.png)\n\n- First point\n- Second point\n\n> A quotation.\n"
    )
    assert markdown_text(source).split("\n\n") == [
        "Ministers meet",
        "The foreign minister of Peru met him.",
        "First point",
        "Second point",
        "A quotation.",
    ]
