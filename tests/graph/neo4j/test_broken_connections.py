"""A connection that breaks within a sync is made anew, or told, and the next sync mends it."""

import socket
import threading
from collections.abc import Callable
from contextlib import closing, suppress

import pytest

from hedgerow.errors import ServerError
from hedgerow.graph.neo4j.connection import Server
from hedgerow.graph.neo4j.sync import sync
from hedgerow.graph.neo4j.target import Target
from tests.graph.neo4j.conftest import StoreOf
from tests.graph.neo4j.faults import many, told
from tests.graph.neo4j.reading_back import assert_equal
from tests.neo4j import Neo4j

pytestmark = [pytest.mark.neo4j, pytest.mark.usefixtures("small_batches")]
FAR = 1 << 40


class Proxy:
    """Passes connections on to a server; the first ones break after so many bytes either way."""

    def __init__(self, uri: str, sent: int, received: int, breaks: int) -> None:
        self._limits = {"sent": sent, "received": received}
        self._breaks = breaks
        self._there = ("127.0.0.1", int(uri.rpartition(":")[2]))
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.uri = f"bolt://127.0.0.1:{self._listening.getsockname()[1]}"
        self._open = [self._listening]
        self._threads: list[threading.Thread] = []
        self._start(self._accept)

    def close(self) -> None:
        for each in self._open:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join()
        for each in self._open:
            each.close()

    def _start(self, work: Callable[..., None], *given: object) -> None:
        self._threads.append(threading.Thread(target=work, args=given))
        self._threads[-1].start()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listening.accept()
                self._open += (client, server := socket.create_connection(self._there))
                self._start(self._pass, client, server, "sent")
                self._start(self._pass, server, client, "received")

    def _pass(self, source: socket.socket, sink: socket.socket, way: str) -> None:
        passed = 0
        with suppress(OSError):
            while data := source.recv(4096):
                passed += len(data)
                if passed > self._limits[way] and self._breaks:
                    self._breaks -= 1
                    break
                sink.sendall(data)
        for end in (source, sink):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)


@pytest.mark.parametrize(("sent", "received"), [(90_000, FAR), (FAR, 4_000)])
def test_a_connection_that_breaks_once_is_made_anew(
    neo4j: Neo4j, store_of: StoreOf, sent: int, received: int
) -> None:
    store = store_of(*many(40))
    with closing(Proxy(neo4j.uri, sent, received, breaks=1)) as proxy:
        to = Target(proxy.uri, *(neo4j.auth or ()))
        # whether a commit went through is not known where its answer was lost
        with suppress(ServerError), Server(to) as server:
            sync(store, server)
        with Server(to) as server:
            sync(store, server)
    assert_equal(neo4j, store)


@pytest.mark.usefixtures("no_retries")
@pytest.mark.parametrize("sent", [20_000, 60_000])
def test_a_connection_that_keeps_breaking_is_told(
    neo4j: Neo4j, server: Server, store_of: StoreOf, sent: int
) -> None:
    store = store_of(*many(40))
    with closing(Proxy(neo4j.uri, sent, FAR, breaks=99)) as proxy:
        to = Target(proxy.uri, *(neo4j.auth or ()))
        with pytest.raises(ServerError) as error, Server(to) as cut:
            sync(store, cut)
    assert "check that it runs" in told(error)
    sync(store, server)
    assert_equal(neo4j, store)
