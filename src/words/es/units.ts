import type { Area } from '../area';
import type { units as english } from '../en/units';

export const units: Area<typeof english> = {
  'units.bytes': '{n} B',
  'units.kilobytes': '{n} kB',
  'units.megabytes': '{n} MB',
  'units.gigabytes': '{n} GB',
  'units.seconds': '{n} s',
  'units.minutes': '{minutes} min {seconds} s',
  'units.secondsLeft': '{count, plural, one {falta # segundo} other {faltan # segundos}} aproximadamente',
  'units.minutesLeft': '{count, plural, one {falta # minuto} other {faltan # minutos}} aproximadamente',
  'units.threads': '{device}, {count, plural, one {# hilo} other {# hilos}}',
  'units.pixels': '{size} px',
  'units.comma': ', ',
};
