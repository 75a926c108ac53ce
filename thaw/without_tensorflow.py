"""Keeps TensorFlow out of the process: Rasa imports it for components that Thaw does not use.

`rasa.core.agent` alone brings in TensorFlow, Keras and JAX: 370 MB and half of the time to start, for DIET, TED and their like, which
stand in no configuration of ours. No setting of Rasa leaves them out. Where `leave_out` was called before, their import gives an empty
stand-in: classes can be derived from it and named in annotations, as those of Rasa's unused components are, and calling anything of it
says what is missing. For a model of Rasa's own components don't call it.
"""

from __future__ import annotations

import sys
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any, NoReturn, Optional, Sequence

LEFT_OUT = frozenset({"tensorflow", "tensorflow_addons", "tensorflow_hub", "tensorflow_probability", "tensorflow_text", "keras", "jax"})

UNUSED = frozenset({"boto3", "botocore", "dask", "matplotlib", "pymongo"})
"""What a server of ours does without besides: databases that hold no conversation of ours, plots, and the scheduler that
`thaw/dialogue/runner.py` stands for. Half a second of the start."""


def leave_out(*more: str) -> None:
    """Have every later import of TensorFlow, and of `more`, find the stand-in, unless it is there already."""
    left_out = frozenset(name for name in (*LEFT_OUT, *more) if name not in sys.modules)
    if "tensorflow" in left_out:
        sys.meta_path.insert(0, _Finder(left_out))


class _StandIn(type):
    """The type of everything in a module that is left out: a class with any attribute one asks for."""

    def __getattr__(cls, name: str) -> Any:
        return _attribute(cls, name, cls.__module__)

    def __call__(cls, *arguments: Any, **named: Any) -> Any:
        # A decorator, such as `tf.function`, leaves alone what it decorates.
        if len(arguments) == 1 and callable(arguments[0]) and not named:
            return arguments[0]
        return super().__call__(*arguments, **named)


def _stand_in(name: str, module: str) -> _StandIn:
    return _StandIn(name, (), {"__init__": _refuse, "__module__": module})


def _attribute(owner: object, name: str, module: str) -> Any:
    """What `owner` is asked for, made and kept; nothing that Python itself looks for."""
    if name.startswith("__"):
        raise AttributeError(name)
    setattr(owner, name, _stand_in(name, module))
    return vars(owner)[name]


def _refuse(self: object, *arguments: Any, **named: Any) -> NoReturn:
    module = type(self).__module__.partition(".")[0]
    what = "TensorFlow" if module in LEFT_OUT else module
    raise RuntimeError(f"{what} is left out of this process: nothing that runs here needs it (thaw/without_tensorflow.py).")


class _Module(ModuleType):
    """A module that is left out."""

    def __getattr__(self, name: str) -> Any:
        return _attribute(self, name, self.__name__)


class _Finder(MetaPathFinder, Loader):
    """Finds what is left out before Python looks for the real thing."""

    def __init__(self, left_out: frozenset[str]) -> None:
        self._left_out = left_out

    def find_spec(self, name: str, path: Optional[Sequence[str]], target: Optional[ModuleType] = None) -> Optional[ModuleSpec]:
        """A stand-in for the modules that are left out and what is in them; for others nothing."""
        return ModuleSpec(name, self, is_package=True) if name.split(".")[0] in self._left_out else None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """An empty module."""
        return _Module(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Nothing runs."""
