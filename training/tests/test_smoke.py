"""All stages of the training fit together, from pictures to a bundle with bands."""
import subprocess
import sys
from pathlib import Path

MOST_SECONDS = 600      # three minutes on two idle cores; other work beside it stretches that


def test_every_stage_runs_on_drawn_pictures():
    done = subprocess.run([sys.executable, '-m', 'training.smoke'], cwd=Path(__file__).parents[2], capture_output=True, text=True, timeout=MOST_SECONDS)
    assert done.returncode == 0, done.stdout + done.stderr
    assert 'all stages in' in done.stdout
