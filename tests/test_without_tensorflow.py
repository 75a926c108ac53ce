"""A Thaw that runs carries no TensorFlow, and whoever needs it there is told why it is missing."""

from __future__ import annotations

import subprocess
import sys

from thaw.settings import ROOT


def said(code: str) -> str:
    """What a process of its own prints, on either stream."""
    run = subprocess.run([sys.executable, "-W", "ignore", "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=120)
    return run.stdout + run.stderr


def test_the_server_and_its_engine_load_without_tensorflow():
    told = said("import thaw.server, thaw.dialogue.engine, sys; print(sorted({'tensorflow.python', 'jax._src'} & set(sys.modules)))")
    assert told.startswith("[]\n")


def test_using_it_all_the_same_says_what_is_missing():
    told = said("from thaw.without_tensorflow import leave_out; leave_out(); import tensorflow as tf; tf.constant(1)")
    assert "TensorFlow is left out of this process" in told


def test_a_process_that_has_tensorflow_already_keeps_it():
    told = said(
        "import sys, types; sys.modules['tensorflow'] = types.ModuleType('tensorflow')\n"
        "from thaw.without_tensorflow import leave_out; leave_out(); import tensorflow; print(hasattr(tensorflow, 'constant'))"
    )
    assert told == "False\n"
