"""Which addresses are asked for, and which machines they may lead to."""

import pytest

from hedgerow.errors import InputError
from hedgerow.loaders.web.address import Address, host_of, is_public
from hedgerow.loaders.web.connecting import PRIVATE as LEADS_INSIDE
from hedgerow.loaders.web.connecting import system_addresses
from hedgerow.loaders.web.fetching import Fetcher
from hedgerow.loaders.web.names import is_address, shown
from hedgerow.loaders.web.requests import Requests
from tests.loaders.web.servers import PRIVATE, PUBLIC, Net, World, page, redirect, serving

EVERY = "0.0.0.0"  # noqa: S104  nothing is bound to it


def refused(address: str, fetcher: Fetcher) -> str:
    with pytest.raises(InputError) as caught:
        fetcher.fetch(address)
    return str(caught.value)


@pytest.mark.parametrize(
    "machine",
    ["127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
     EVERY, "255.255.255.255", "224.0.0.1", "240.0.0.1", "198.18.0.1", "192.0.2.1",
     "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fec0::1", "ff02::1", "2001:db8::1",
     "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::7f00:1", "64:ff9b::7f00:1", "64:ff9b::a00:1",
     "64:ff9b:1::1", "2002:7f00:1::", "2002:a9fe:a9fe::", "2001:0:0:0:0:0:f7f7:f7f7", "no address"],
)  # fmt: skip
def test_an_address_of_no_open_net_is_not_public_in_whatever_form(machine: str) -> None:
    assert not is_public(machine)


@pytest.mark.parametrize(
    "machine", [PUBLIC, "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::"]
)
def test_an_address_of_the_open_net_is_public(machine: str) -> None:
    assert is_public(machine)


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "0", EVERY, "localhost",
     "localhost.", "LOCALHOST", "[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::]",
     "１２７.0.0.1"],
)  # fmt: skip
def test_this_machine_is_refused_however_its_name_is_written(host: str) -> None:
    net = Net(None)
    fetcher = Fetcher(Requests(resolve=system_addresses, network=net))
    assert refused(f"http://{host}:9/", fetcher) in {LEADS_INSIDE, "this is no address; check it"}
    assert net.reached == []


def test_a_name_that_resolves_to_a_private_address_is_refused() -> None:
    world = World(None, {"intranet.example": [[PRIVATE]]})
    assert refused("http://intranet.example/", world.fetcher()) == LEADS_INSIDE


def test_a_name_with_one_private_address_among_public_ones_is_refused() -> None:
    world = World(None, {"mixed.example": [[PUBLIC, PRIVATE]]})
    assert refused("http://mixed.example/", world.fetcher()) == LEADS_INSIDE


@pytest.mark.parametrize(
    "location", ["http://inside.example/", "http://169.254.169.254/meta", "//inside.example/a"]
)
def test_a_redirect_to_a_private_address_is_refused(location: str) -> None:
    names = {"inside.example": [[PRIVATE]], "169.254.169.254": [["169.254.169.254"]]}
    with serving({"/": redirect(location)}) as server:
        world = World(server, names)
        assert refused("http://news.example/", world.fetcher()) == LEADS_INSIDE
        assert set(world.net.reached) == {PUBLIC}


def test_a_name_that_turns_private_between_two_requests_is_refused() -> None:
    with serving({"/": page()}) as server:
        world = World(server, {"news.example": [[PUBLIC], [PRIVATE]]})  # robots.txt, then the page
        assert refused("http://news.example/", world.fetcher()) == LEADS_INSIDE
        assert world.net.reached == [PUBLIC]


def test_each_connection_goes_to_the_address_that_was_checked() -> None:
    with serving({"/": page()}) as server:
        world = World(server, {"news.example": [[PUBLIC], ["8.8.8.8"], [PRIVATE]]})
        world.fetcher().fetch("http://news.example/")
        assert world.net.reached == [PUBLIC, "8.8.8.8"]
        assert {host for host, _ in server.asked} == {"news.example"}


def test_a_private_host_is_fetched_from_where_it_is_allowed_and_no_other() -> None:
    names = {"intranet.example": [[PRIVATE]], "other.example": [[PRIVATE]]}
    with serving({"/": page(), "/away": redirect("http://other.example/")}) as server:
        fetcher = World(server, names).fetcher("intranet.example")
        assert fetcher.fetch("http://Intranet.example/").address == "http://intranet.example/"
        assert refused("http://other.example/", fetcher) == LEADS_INSIDE
        assert refused("http://intranet.example/away", fetcher) == LEADS_INSIDE


@pytest.mark.parametrize(
    ("address", "said"),
    [("file:///etc/passwd", "only http"), ("ftp://example.org/a", "only http"),
     ("gopher://example.org/", "only http"), ("data:text/html,hello", "only http"),
     ("javascript:alert(1)", "only http"), ("http://user:secret@example.org/", "password"),
     ("http://example.org@evil.example/", "password"), ("http:///a", "no host"),
     ("http://[::1/", "no address"), ("http://a.example:0/", "port"), ("http://a:99999/", "port"),
     ("http://a.example/\r\nHost: b", "characters"), ("http://a.example/\x00", "characters"),
     ("http://a.example/\u202egpj", "characters"), ("http://a\\@b.example/", "characters"),
     ("http://a.example/" + "a" * 5000, "more than")],
)  # fmt: skip
def test_what_is_no_plain_web_address_is_refused(address: str, said: str) -> None:
    assert said in refused(address, World(None).fetcher())


def test_addresses_are_told_from_names_of_files() -> None:
    assert all(map(is_address, ("https://a.example/b.html", "HTTP://a", " file:///a", "data:,a")))
    assert not any(map(is_address, ("a.txt", "C:\\a.txt", "a:b.txt", "http.txt", "-", "*.html")))


def test_an_address_is_shown_without_password_and_controls() -> None:
    assert shown("https://me:secret@a.example/\x1b[31m") == "https://a.example/\\x1b[31m"
    assert len(shown("https://a.example/" + "a" * 9999)) == 300


@pytest.mark.parametrize(
    "address",
    ["https:user:secret@a.example/", "https:/user:secret@a.example/", "http:secret@a.example",
     "HTTP:\\\\user:secret@a.example/", "https:///user:secret@a.example/",
     " ftp:user:secret@a.example/"],
)  # fmt: skip
def test_a_password_is_not_shown_where_slashes_are_missing_or_too_many(address: str) -> None:
    assert "a.example" in shown(address)
    assert "secret" not in shown(address)


@pytest.mark.parametrize(
    "name", ["https://a.example/@user/post", "https:a.example/@user", "made/me@a.example", "a:b@c"]
)
def test_what_is_no_password_stays(name: str) -> None:
    assert shown(name) == name


@pytest.mark.parametrize(
    ("text", "host"),
    [("Archive.Intranet.Example.", "archive.intranet.example"), ("127.0.0.1", "127.0.0.1"),
     ("::1", "::1"), ("[::1]", "::1"), ("bücher.example", "xn--bcher-kva.example")],
)  # fmt: skip
def test_an_allowed_host_is_read_as_addresses_have_it(text: str, host: str) -> None:
    assert host_of(text) == host


@pytest.mark.parametrize(
    "text",
    ["a.example:80", "a.example:8080", "[::1]:80", "[::1]:8080", "http://a.example", "a.example/",
     "me@a.example", "a.example?b", "a.example#b", "*.example", "a b", "", "[::1", "a,b:c", "."],
)  # fmt: skip
def test_what_is_more_than_a_host_is_not_one(text: str) -> None:
    with pytest.raises(InputError):
        host_of(text)


def test_an_address_is_put_into_one_form() -> None:
    assert str(Address.parse("HTTPS://Bücher.Example.:443/ä?q=é#part")) == (
        "https://xn--bcher-kva.example/%C3%A4?q=%C3%A9"
    )
    assert str(Address.parse("http://[2606:4700::1111]:8080")) == "http://[2606:4700::1111]:8080/"
