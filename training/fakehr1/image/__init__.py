"""Image maths shared with the page's worker (workers/image/*.ts); held together by training/golden."""
