/** Keeps the keyboard's place when the control that had it goes away. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * When the focused element inside `area` was taken out of the page by a render, focuses what `next` finds there. A focus
 * that went elsewhere by itself is left where it is; of nested areas the innermost acts.
 */
export function useKeptFocus<T extends HTMLElement>(
  area: RefObject<T | null>,
  next: (area: T) => HTMLElement | null,
): void {
  const last = useRef<Element | null>(null);
  useLayoutEffect(() => {
    const noted = ({ target }: FocusEvent) => {
      last.current = target instanceof Element && area.current?.contains(target) ? target : null;
    };
    document.addEventListener('focusin', noted);
    return () => document.removeEventListener('focusin', noted);
  }, [area]);
  useLayoutEffect(() => {
    const had = last.current;
    if (!had || had.isConnected || document.activeElement !== document.body || !area.current) return;
    last.current = null;
    next(area.current)?.focus({ preventScroll: true });
  });
}
