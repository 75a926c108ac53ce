"""When training happens, and when it does not."""

from pathlib import Path

import pytest

from thaw import train


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a file in each room that could matter."""
    for name in ("data/nlu/numbness.yml", "data/rules/numbness.yml", "data/responses/numbness.yml", "domain.yml", "config.yml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("as it was")
    monkeypatch.setattr(train, "ROOT", tmp_path)
    monkeypatch.setattr(train, "MODELS", tmp_path / "models")
    return tmp_path


def keep_models() -> None:
    train.screen_folder().mkdir(parents=True)
    train.model_file().write_text("a model")


def test_a_second_start_finds_the_model_of_the_first(project):
    assert not train.is_trained()
    keep_models()
    assert train.is_trained()


def test_changing_a_sentence_of_an_answer_trains_nothing(project):
    keep_models()
    (project / "data" / "responses" / "numbness.yml").write_text("another sentence")
    assert train.is_trained()


@pytest.mark.parametrize("name", ["data/nlu/numbness.yml", "data/rules/numbness.yml", "domain.yml", "config.yml"])
def test_changing_what_the_model_is_made_of_trains_again(project, name):
    keep_models()
    (project / name).write_text("something else")
    assert not train.is_trained()
