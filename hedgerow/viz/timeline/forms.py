"""The formats that timelines are written in (assets/forms.yaml), each loaded when it is used."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib import import_module
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import yaml

from hedgerow.errors import UsageError
from hedgerow.viz.timeline.rendering import Rendering

PLACE = "hedgerow.viz.timeline"


@dataclass(frozen=True, slots=True)
class Form:
    """A format of files. `options` names what its writer takes beside the timeline.

    What is `binary` cannot be shown on a terminal.
    """

    name: str
    media: str
    about: str
    ending: str
    options: tuple[str, ...] = ()
    binary: bool = False

    @property
    def writer(self) -> Callable[..., Rendering]:
        """What writes it."""
        made: Callable[..., Rendering] = getattr(
            import_module(f"{PLACE}.{self.name}"), f"to_{self.name}"
        )
        return made


@cache
def forms() -> Mapping[str, Form]:
    """The formats by name."""
    raw = yaml.safe_load((files(PLACE) / "assets/forms.yaml").read_text("utf-8"))
    return MappingProxyType({name: _form(name, given) for name, given in raw.items()})


def form_named(name: str) -> Form:
    """A format by its name; UsageError with a near match for another one."""
    found = forms().get(name)
    if found is not None:
        return found
    near = get_close_matches(name, forms(), n=1)
    hint = f"did you mean {near[0]}?" if near else f"choose one of {', '.join(forms())}."
    raise UsageError(f"There is no timeline format {name!r}; {hint}")


def _form(name: str, raw: Mapping[str, Any]) -> Form:
    given = {"ending": name, **raw, "options": tuple(raw.get("options", ()))}
    return Form(name, **given)
