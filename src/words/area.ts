/** A part of the catalogue in another language: the same keys as in English, no more and no fewer. */
export type Area<English> = Readonly<Record<keyof English, string>>;
