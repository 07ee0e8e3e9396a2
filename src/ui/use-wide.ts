import { useState } from 'preact/hooks';

/** As in the style sheets: below this the page is one column. */
const WIDE = '(min-width: 44.01rem)';

/**
 * Whether there is room beside each other, as it was when the component came: what is folded then stays in the user's
 * hands and does not jump when a phone is turned.
 */
export function useWide(): boolean {
  return useState(() => matchMedia(WIDE).matches)[0];
}
