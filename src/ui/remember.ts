import type { Memory } from '../state/guide';

/** One bit in this browser's own storage; where that is forbidden, it is forgotten with the page. */
export function rememberOnce(key: string): Memory {
  return {
    read: () => {
      try {
        return localStorage.getItem(key) !== null;
      } catch {
        return false;
      }
    },
    write: () => {
      try {
        localStorage.setItem(key, '1');
      } catch {
        // A private window: the invitation comes again at the next visit.
      }
    },
  };
}
