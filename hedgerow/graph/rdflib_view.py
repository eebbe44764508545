"""A store seen through rdflib, for pySHACL, serialisers and users; reading only."""

from typing import NoReturn

import pyoxigraph as ox
from oxrdflib import OxigraphStore
from rdflib import Dataset

from hedgerow.errors import UsageError


class ReadOnlyStore(OxigraphStore):
    """An rdflib store whose writing methods refuse."""

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        raise UsageError("The rdflib view only reads; write with Store.add, withdraw or judge.")

    add = addN = remove = update = add_graph = remove_graph = destroy = _refuse


def read_only_dataset(database: ox.Store) -> Dataset:
    """A dataset whose default graph is the union of all graphs."""
    return Dataset(store=ReadOnlyStore(store=database), default_union=True)
