/** Which rows of a table that scrolls with the page stand in the document; follows scrolling and size. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { type Span, spanOf } from '../batch/window';

/** Until a row was measured, px. */
const FIRST_GUESS = 72;

export interface Rows {
  readonly span: Span;
  readonly rowHeight: number;
}

/** `body`: the element whose children are the rows, all of one height. */
export function useSpan(body: RefObject<HTMLElement | null>, count: number): Rows {
  const [rows, setRows] = useState<Rows>(() => ({
    span: spanOf(count, FIRST_GUESS, 0, innerHeight),
    rowHeight: FIRST_GUESS,
  }));
  // After every rendering, too: what stands above the table may have changed its height.
  useLayoutEffect(() => {
    const look = () => {
      const here = body.current;
      if (!here) return;
      const row = here.querySelector<HTMLElement>('[data-row]');
      setRows((old) => {
        const rowHeight = row?.offsetHeight || old.rowHeight;
        const span = spanOf(count, rowHeight, -here.getBoundingClientRect().top, innerHeight);
        const same = old.span.from === span.from && old.span.to === span.to && old.rowHeight === rowHeight;
        return same ? old : { span, rowHeight };
      });
    };
    look();
    addEventListener('scroll', look, { passive: true });
    addEventListener('resize', look);
    return () => {
      removeEventListener('scroll', look);
      removeEventListener('resize', look);
    };
  });
  return rows;
}
