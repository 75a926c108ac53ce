"""Where the data lives."""

from thaw.settings import ROOT

DATA = ROOT / "data"
