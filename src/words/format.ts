/** Numbers, sizes, times and lists as the present language writes them. */
import { locale, t } from './words';

/** Marks of direction that Intl puts around signs in Arabic; the page isolates its values instead. */
const MARKS = /[\u061c\u200e\u200f]/g;

const made = new Map<string, Intl.NumberFormat>();

function number(value: number, options: Intl.NumberFormatOptions): string {
  const key = locale() + JSON.stringify(options);
  let format = made.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale(), options);
    made.set(key, format);
  }
  return format.format(value).replace(MARKS, '');
}

/** A whole number, thousands apart. */
export const whole = (value: number): string => number(value, { maximumFractionDigits: 0 });

/** With so many digits behind the point, never more or fewer. */
export const fixed = (value: number, digits: number): string =>
  number(value, { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** With so many significant digits. */
export const significant = (value: number, digits: number): string =>
  number(value, { minimumSignificantDigits: digits, maximumSignificantDigits: digits });

/** As it is, with every digit it has. */
export const exact = (value: number): string => number(value, { maximumSignificantDigits: 17 });

/** "2.3%" of a share, 0..1. */
export const percent = (share: number, digits: number): string =>
  number(share, { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits });

/** "+1.3", "−0.4"; what rounds to zero has no sign. */
export function signed(value: number, digits: number): string {
  const size = fixed(Math.abs(value), digits);
  if (Number(Math.abs(value).toFixed(digits)) === 0) return size;
  return `${value < 0 ? '−' : '+'}${size}`;
}

/** Decimal units, as disks and downloads are labelled: "512 B", "48 kB", "41.3 MB". */
export function bytes(count: number): string {
  if (count < 1000) return t('units.bytes', { n: whole(count) });
  if (count < 999_500) return t('units.kilobytes', { n: whole(count / 1000) });
  if (count < 999_950_000) return t('units.megabytes', { n: fixed(count / 1e6, 1) });
  return t('units.gigabytes', { n: fixed(count / 1e9, 1) });
}

/** "0.4 s", "12 s", "2 min 5 s". */
export function duration(ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 9.95) return t('units.seconds', { n: fixed(seconds, 1) });
  if (seconds < 59.5) return t('units.seconds', { n: whole(seconds) });
  const all = Math.round(seconds);
  return t('units.minutes', { minutes: whole(Math.floor(all / 60)), seconds: whole(all % 60) });
}

/** "about 5 seconds left". */
export function secondsLeft(seconds: number): string {
  if (seconds < 90) return t('units.secondsLeft', { count: seconds });
  return t('units.minutesLeft', { count: Math.round(seconds / 60) });
}

/** "1800 × 1300": digits stand together, as in file names. */
export const dimensions = (width: number, height: number): string => `${width} × ${height}`;

const readable = (iso: string) => !Number.isNaN(Date.parse(iso));

/** "5 August 2026" from an ISO day or time; as it is, if it is neither. */
export function day(iso: string): string {
  if (!readable(iso)) return iso;
  return date(iso, { dateStyle: 'long' });
}

/** "26 November 2026 at 16:40:05 UTC"; as it is, if it is no time. */
export function instant(iso: string): string {
  return readable(iso) ? date(iso, { dateStyle: 'long', timeStyle: 'long' }) : iso;
}

function date(iso: string, style: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale(), { ...style, timeZone: 'UTC' })
    .format(new Date(iso))
    .replace(MARKS, '');
}

/** "A, B and C". */
export const listed = (items: readonly string[]): string =>
  new Intl.ListFormat(locale(), { type: 'conjunction' }).format(items);
