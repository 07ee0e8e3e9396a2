export function parse(text: string): unknown;
export function placeholders(text: string): string[];
export function literals(text: string): string;
export function complaints(
  english: Readonly<Record<string, string>>,
  other: Readonly<Record<string, string | undefined>>,
  locale: string,
): string[];
export function unusedKeys(english: Readonly<Record<string, string>>, folder: string): string[];
