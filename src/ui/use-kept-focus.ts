/** Keeps the keyboard's place when the control that had it goes away. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * When the focused element inside `area` was taken out of the page by a render, focuses the first control still there,
 * or else `fallback`. A focus that went elsewhere by itself is left where it is.
 */
export function useKeptFocus(
  area: RefObject<HTMLElement | null>,
  fallback: RefObject<HTMLElement | null>,
): void {
  const last = useRef<Element | null>(null);
  useLayoutEffect(() => {
    const noted = (event: FocusEvent) => {
      const { target } = event;
      last.current = target instanceof Element && area.current?.contains(target) ? target : null;
    };
    document.addEventListener('focusin', noted);
    return () => document.removeEventListener('focusin', noted);
  }, [area]);
  useLayoutEffect(() => {
    const had = last.current;
    if (!had || had.isConnected || document.activeElement !== document.body) return;
    last.current = null;
    const next = area.current?.querySelector<HTMLElement>('button, summary, [tabindex="-1"]');
    (next ?? fallback.current)?.focus({ preventScroll: true });
  });
}
