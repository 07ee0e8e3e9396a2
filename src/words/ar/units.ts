import type { Area } from '../area';
import type { units as english } from '../en/units';

export const units: Area<typeof english> = {
  'units.bytes': '{n} بايت',
  'units.kilobytes': '{n} ك.ب',
  'units.megabytes': '{n} م.ب',
  'units.gigabytes': '{n} غ.ب',
  'units.seconds': '{n} ث',
  'units.minutes': '{minutes} د {seconds} ث',
  'units.secondsLeft':
    'بقي نحو {count, plural, zero {# ثانية} one {ثانية واحدة} two {ثانيتين} few {# ثوانٍ} many {# ثانية} other {# ثانية}}',
  'units.minutesLeft':
    'بقي نحو {count, plural, zero {# دقيقة} one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}',
  'units.threads':
    '{device}، {count, plural, zero {# مسار} one {مسار واحد} two {مساران} few {# مسارات} many {# مسارًا} other {# مسار}}',
  'units.pixels': '{size} بكسل',
  'units.comma': '، ',
};
