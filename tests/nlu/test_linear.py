"""The linear classifier's fit: the one that scikit-learn finds, in fewer steps."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from thaw.linear import Features, fit, softmax

REGULARISATION = 10.0


@pytest.fixture
def texts() -> tuple[Features, np.ndarray, np.ndarray]:
    """Features, classes and weights of texts, some of whose terms are rare."""
    random = np.random.default_rng(3)
    target = random.integers(3, size=300)
    dense = random.normal(size=(300, 8)) + np.eye(3, 8)[target]
    terms = sparse.random(300, 40, density=0.03, random_state=4, format="csr")
    return Features(dense.astype(np.float32), terms.astype(np.float32)), target, random.uniform(0.5, 1.0, size=300)


def scores(features: Features, coefficients: np.ndarray) -> np.ndarray:
    return softmax(features.logits(coefficients))


def test_the_fit_is_the_one_that_scikit_learn_finds(texts):
    features, target, weights = texts
    found = scores(features, fit(features, target, weights, REGULARISATION, 500))
    both = np.hstack([features.dense, features.terms.toarray()])
    expected = LogisticRegression(C=REGULARISATION, max_iter=5000, tol=1e-8).fit(both, target, weights).predict_proba(both)
    assert found == pytest.approx(expected, abs=0.01)


def test_from_an_earlier_fit_on_no_step_changes_little(texts):
    features, target, weights = texts
    first = fit(features, target, weights, REGULARISATION, 500)
    again = fit(features, target, weights, REGULARISATION, 1, first)
    assert scores(features, again) == pytest.approx(scores(features, first), abs=0.01)
