"""The golden ids are those of the bundle that is shipped; any text comes back from its ids."""
import json

from training.make_tokenizer_golden import BUNDLE, TARGET, content


def test_golden_ids_are_of_the_shipped_tokenizer() -> None:
    assert json.loads(TARGET.read_text()) == content(BUNDLE)


def test_every_string_comes_back() -> None:
    rows = json.loads(TARGET.read_text())
    assert len(rows) >= 50
    assert [r['text'] for r in rows] == [r['decoded'] for r in rows]
