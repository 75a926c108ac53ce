"""Speed beside stock Rasa, in one interleaved run on one machine: part of `make bench`; `--short` tries it in two minutes.

Three servers run at the same time and are asked in turns: stock Rasa over its REST channel (`bench/stock.py`), Thaw over the site channel
with everything on, and the floor, the same Sanic with one run of the encoder (`bench/floor.py`). Writes `docs/bench-speed.md` with plots.
The first run trains stock Rasa, which takes most of an hour; the model is kept by the hash of its data.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import resource
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from contextlib import ExitStack
from statistics import mean, median
from typing import Callable, NamedTuple, Optional

import sqlalchemy as sa

from bench import stock
from bench.nlu import FOLDER
from bench.postgres import PROGRAMS, postgres
from bench.visitors import TALK, Floor, Server, Spent, Stock, Thaw, percentile, talk
from thaw.settings import ROOT
from thaw.train import fingerprint, train

PAGE = ROOT / "docs" / "bench-speed.md"
PLOT = ROOT / "docs" / "bench-speed.png"


class Plan(NamedTuple):
    """How much is measured."""

    rounds: int
    visitors: tuple[int, ...]
    messages: int
    """Messages in one measurement of several visitors at once."""
    turns: tuple[int, ...]
    """Turns of one long conversation whose cost is told."""
    epochs: int


FULL = Plan(3, (1, 8, 32, 128), 480, (10, 100, 400), stock.EPOCHS)
SHORT = Plan(2, (1, 8, 32), 128, (10, 100), stock.FEW_EPOCHS)
AROUND = 8
"""Turns up to and with the one named, of which the mean cost is told."""


class Found(NamedTuple):
    """What was measured of each server, by its name."""

    many: dict[str, dict[int, list[Spent]]]
    long: dict[str, dict[str, dict[int, float]]]
    resident: dict[str, float]
    ready: dict[str, list[float]]
    training: dict[str, Optional[float]]


async def together(servers: list[Server], plan: Plan) -> dict[str, dict[int, list[Spent]]]:
    """Visitors alone and at once, in rounds: each server has its turn in every round."""
    many: dict[str, dict[int, list[Spent]]] = defaultdict(lambda: defaultdict(list))
    for server in servers:
        await talk(server, 1, TALK)  # warm
    for _ in range(plan.rounds):
        for visitors in plan.visitors:
            each = TALK if visitors == 1 else TALK[: max(3, plan.messages // visitors)]
            for server in servers:
                many[server.name][visitors].append(await talk(server, visitors, each))
    return {name: dict(by_visitors) for name, by_visitors in many.items()}


async def long_conversation(server: Server, turns: Sequence[int]) -> dict[int, float]:
    """Seconds of a message in one conversation, around each of some turns."""
    spent = (await talk(server, 1, [TALK[turn % len(TALK)] for turn in range(max(turns))])).seconds
    return {turn: mean(spent[turn - AROUND : turn]) for turn in turns}


async def started(make: Callable[[], Server], ready: dict[str, list[float]], stack: ExitStack) -> Server:
    """A server that runs; how long it took to be ready is noted."""
    server = make()
    await server.start()
    stack.callback(server.stop)
    ready.setdefault(server.name, []).append(server.ready_after)
    return server


async def measured(plan: Plan) -> Found:
    """Everything, with the servers started and ended."""
    model, stock_training = stock.trained(plan.epochs)
    train()
    training = {"stock": stock_training if plan is FULL else None, "thaw": _thaws_training() if plan is FULL else None}
    ready: dict[str, list[float]] = {}
    long: dict[str, dict[str, dict[int, float]]] = {"sqlite": {}, "postgresql": {}}
    with ExitStack() as stack:
        thaw_, stock_, floor = [
            await started(make, ready, stack)
            for make in (Thaw, lambda: Stock(model), Floor)  # one after the other
        ]
        many = await together([stock_, thaw_, floor], plan)
        resident = {each.name: each.resident() for each in (stock_, thaw_, floor)}
        long["sqlite"]["thaw"] = await long_conversation(thaw_, plan.turns)
    with ExitStack() as stack:
        store = {"type": "SQL", "dialect": "sqlite", "db": f"{tempfile.mkdtemp(prefix='thaw-bench-')}/stock.db"}
        on_file = await started(lambda: Stock(model, store), ready, stack)
        long["sqlite"]["stock"] = await long_conversation(on_file, plan.turns)
    if PROGRAMS:
        with postgres() as folder, ExitStack() as stack:
            for name in ("of_thaw", "of_stock"):
                engine = sa.create_engine(f"postgresql://thaw@/postgres?host={folder}", isolation_level="AUTOCOMMIT")
                with engine.connect() as connection:
                    connection.exec_driver_sql(f"CREATE DATABASE {name}")
            url = f"postgresql://thaw@/of_thaw?host={folder}"
            on_postgres = await started(lambda: Thaw(THAW_DATABASE_URL=url), ready, stack)
            long["postgresql"]["thaw"] = await long_conversation(on_postgres, plan.turns)
            store = {"type": "SQL", "dialect": "postgresql", "url": f"postgresql://thaw@/of_stock?host={folder}"}
            on_postgres = await started(lambda: Stock(model, store), ready, stack)
            long["postgresql"]["stock"] = await long_conversation(on_postgres, plan.turns)
    return Found(many, long, resident, ready, training)


def _thaws_training() -> float:
    """CPU seconds of Thaw's whole training, kept by what it is trained from."""
    note = FOLDER / f"thaw-training-{fingerprint()}.json"
    if not note.exists():
        print("Training Thaw once more, to measure it …", flush=True)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        code = f"import thaw.train, pathlib; thaw.train.MODELS = pathlib.Path({tempfile.mkdtemp()!r}); thaw.train.train()"
        subprocess.run([sys.executable, "-W", "ignore", "-c", code], cwd=ROOT, check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        FOLDER.mkdir(parents=True, exist_ok=True)
        note.write_text(json.dumps(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime))
    return float(json.loads(note.read_text()))


def _times(found: Found, name: str, visitors: int, share: float) -> float:
    """Milliseconds that a share of the messages did not exceed: the median of the rounds."""
    return median(percentile(spent.seconds, share) for spent in found.many[name][visitors]) * 1000


def _rate(found: Found, name: str, visitors: int) -> float:
    """Messages a second: the median of the rounds."""
    return median(len(spent.seconds) / spent.wall for spent in found.many[name][visitors])


def _cpu(found: Found, name: str) -> float:
    """Milliseconds of CPU that a message of a visitor alone cost the server."""
    return median(spent.cpu / len(spent.seconds) for spent in found.many[name][1]) * 1000


def figures(found: Found) -> list[tuple[str, float, str]]:
    """The figures to reach: what, measured, what was to be reached."""
    first, last = min(found.long["sqlite"]["thaw"]), max(found.long["sqlite"]["thaw"])
    busy = 32
    rows = [
        ("p50 alone: Thaw to stock", _times(found, "thaw", 1, 0.5) / _times(found, "stock", 1, 0.5), "at most 0.25"),
        ("p50 alone: Thaw to the floor", _times(found, "thaw", 1, 0.5) / _times(found, "floor", 1, 0.5), "at most 4, aim 2.5"),
        ("CPU of a message alone: Thaw to stock", _cpu(found, "thaw") / _cpu(found, "stock"), ""),
        ("CPU of a message alone: Thaw to the floor", _cpu(found, "thaw") / _cpu(found, "floor"), ""),
        (f"messages a second, {busy} visitors: Thaw to stock", _rate(found, "thaw", busy) / _rate(found, "stock", busy), "at least 5"),
        ("resident memory: Thaw to stock", found.resident["thaw"] / found.resident["stock"], "at most 0.65"),
        ("ready after: Thaw to stock", median(found.ready["thaw"]) / median(found.ready["stock"]), "at most 0.33"),
    ]
    for database, by_name in found.long.items():
        for name, costs in sorted(by_name.items(), reverse=True):
            rows.append((f"turn {last} to turn {first}, {database}: {name}", costs[last] / costs[first], "at most 1.25" * (name == "thaw")))
    return rows


def written(found: Found, plan: Plan) -> str:
    """The page."""
    load = os.getloadavg()[0] / (os.cpu_count() or 1)
    names = ("stock", "thaw", "floor")
    lines = [
        "# Speed beside stock Rasa",
        "",
        f"Written by `make bench`{' with `--short`, for trying only' * (plan is SHORT)}: {plan.rounds} interleaved rounds on",
        f"{os.cpu_count()} cores, load {load:.1f} per core at the end. Ratios within the run count; milliseconds depend on the machine.",
        "",
        f"Stock: the pipeline and policies of `rasa init` (epochs: {plan.epochs}), REST channel, at most 20 sentences an intent,",
        "a domain of intents and one-sentence responses, a rule for each intent, stories of three; its tracker store is in memory, but for",
        "the long conversations. Thaw: site channel, all data, everything on, SQLite. Floor: the same Sanic, an empty handler and one run",
        "of the encoder.",
        "",
        "| to be reached | measured | |",
        "|---|---|---|",
        *(f"| {what} | {value:.2f} | {goal} |" for what, value, goal in figures(found)),
        "",
        "![p50 and messages a second by visitors, cost by turn](bench-speed.png)",
        "",
        "| | stock | thaw | floor |",
        "|---|---|---|---|",
        *(
            f"| {visitors} at once: p50 / p99, ms | "
            + " | ".join(f"{_times(found, name, visitors, 0.5):.1f} / {_times(found, name, visitors, 0.99):.1f}" for name in names)
            + " |"
            for visitors in plan.visitors
        ),
        *(
            f"| {visitors} at once: messages a second | " + " | ".join(f"{_rate(found, name, visitors):.1f}" for name in names) + " |"
            for visitors in plan.visitors
        ),
        "| CPU of a message alone, ms | " + " | ".join(f"{_cpu(found, name):.1f}" for name in names) + " |",
        "| resident, MB | " + " | ".join(f"{found.resident[name]:.0f}" for name in names) + " |",
        "| ready after, s | " + " | ".join(f"{median(found.ready[name]):.1f}" for name in names) + " |",
    ]
    if all(found.training.values()):
        lines.append(f"| training CPU, s (stock: capped data) | {found.training['stock']:.0f} | {found.training['thaw']:.0f} | |")
    lines += ["", "| ms a message, around turn | " + " | ".join(map(str, plan.turns)) + " |", "|---" * (len(plan.turns) + 1) + "|"]
    for database, by_name in found.long.items():
        for name, costs in sorted(by_name.items()):
            lines.append(f"| {name}, {database} | " + " | ".join(f"{costs[turn] * 1000:.1f}" for turn in plan.turns) + " |")
    return "\n".join(lines) + "\n"


def draw(found: Found, plan: Plan) -> None:
    """The plots."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    figure, (times, rates, turns) = pyplot.subplots(1, 3, figsize=(12, 3.6))
    for name, colour in (("stock", "#999999"), ("thaw", "#2b5a5c"), ("floor", "#d0a85c")):
        for share, style in ((0.5, "-"), (0.99, ":")):
            values = [_times(found, name, each, share) for each in plan.visitors]
            times.plot(plan.visitors, values, style, color=colour, marker="o", label=f"{name} p{share * 100:.0f}")
        rates.plot(plan.visitors, [_rate(found, name, each) for each in plan.visitors], color=colour, marker="o", label=name)
        for database, style in (("sqlite", "-"), ("postgresql", ":")):
            costs = found.long[database].get(name)
            if costs:
                turns.plot(
                    list(costs), [each * 1000 for each in costs.values()], style, color=colour, marker="o", label=f"{name}, {database}"
                )
    for axes, title in ((times, "ms a message"), (rates, "messages a second"), (turns, "ms a message by turn")):
        axes.set_title(title, fontsize=10)
        axes.set_xlabel("turn of one conversation" if axes is turns else "visitors at once")
        axes.legend(fontsize=7)
    times.set_yscale("log")
    times.set_xscale("log", base=2)
    rates.set_xscale("log", base=2)
    figure.tight_layout()
    figure.savefig(PLOT, dpi=110)


def main() -> int:
    """Measure, and write the page."""
    parser = argparse.ArgumentParser(description="Speed beside stock Rasa.")
    parser.add_argument("--short", action="store_true", help="two minutes, for trying; writes nothing but its report here")
    plan = SHORT if parser.parse_args().short else FULL
    found = asyncio.run(measured(plan))
    page = written(found, plan)
    print(page)
    if plan is FULL:
        PAGE.write_text(page, encoding="utf-8")
        draw(found, plan)
    return 0


if __name__ == "__main__":
    sys.exit(main())
