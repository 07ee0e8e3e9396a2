/** Which rows of a long list stand in the document: those in view and some around. Pure arithmetic in px. */

/** Rows kept above and below the view, so that quick scrolling and the next key meet something. */
const AROUND = 8;

export interface Span {
  /** First row in the document, and the one behind the last. */
  readonly from: number;
  readonly to: number;
}

/** `above`: px of the list that are scrolled out of view at its top, negative while it begins below that. */
export function spanOf(count: number, rowHeight: number, above: number, viewHeight: number): Span {
  if (count === 0) return { from: 0, to: 0 };
  const first = Math.floor(above / rowHeight) - AROUND;
  const behind = Math.ceil((above + viewHeight) / rowHeight) + AROUND;
  const from = Math.min(Math.max(0, first), count - 1);
  return { from, to: Math.min(count, Math.max(behind, from + 1)) };
}

/** px to scroll by so that a row is wholly in view; 0 where it is. `margin`: room kept free above and below. */
export function scrollToRow(
  index: number,
  rowHeight: number,
  above: number,
  viewHeight: number,
  margin: number,
): number {
  const top = index * rowHeight - above;
  if (top < margin) return top - margin;
  const bottom = top + rowHeight;
  return bottom > viewHeight - margin ? bottom - viewHeight + margin : 0;
}
