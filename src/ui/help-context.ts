import { createContext } from 'preact';

/** Opens the guide where it says what to do next; for whoever stands far below the page. */
export const HelpContext = createContext<() => void>(() => undefined);
