"""Measures of detection: AUC pooled and inside repositories that hold both labels ("paired")."""
from collections import defaultdict

import numpy as np
from scipy.stats import rankdata

MIN_PER_LABEL = 5     # images of each label a repository needs to count


def auc(scores: np.ndarray, labels: np.ndarray) -> float:
    """Area under the ROC curve by ranks (ties count half); nan without both labels."""
    pos = int(labels.sum())
    neg = len(labels) - pos
    if not pos or not neg:
        return float('nan')
    return float((rankdata(scores)[labels == 1].sum() - pos * (pos + 1) / 2) / (pos * neg))


def paired(scores: np.ndarray, labels: np.ndarray, repos: list[str]) -> tuple[float, dict[str, float]]:
    """Mean of the AUCs inside repositories with both labels, and each of them."""
    by = defaultdict(list)
    for i, r in enumerate(repos):
        by[r].append(i)
    each = {}
    for repo, idx in by.items():
        y = labels[idx]
        if min(y.sum(), len(y) - y.sum()) >= MIN_PER_LABEL:
            each[repo] = auc(scores[idx], y)
    return (float(np.mean(list(each.values()))) if each else float('nan')), each
