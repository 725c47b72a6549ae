"""What several tests of deciding share."""

import pytest

from bodycopy import Cleaner
from bodycopy.decide.names import DECIDERS


@pytest.fixture(scope="session", params=DECIDERS)
def either(request: pytest.FixtureRequest) -> Cleaner:
    """With the learned weights, and with those set by hand."""
    return Cleaner(decider=request.param)
