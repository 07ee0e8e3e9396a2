"""The worker reads the stances that training writes."""
import json

from training.make_stance import TARGET, content


def test_the_workers_list_is_current() -> None:
    assert json.loads(TARGET.read_text()) == content()


def test_no_phrase_hides_in_one_of_another_stance() -> None:
    phrases = [(stance, phrase) for stance, group in content().items() for phrase in group]
    for stance, phrase in phrases:
        assert not [other for kind, other in phrases if kind != stance and phrase in other]
