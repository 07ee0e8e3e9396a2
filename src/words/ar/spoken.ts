import type { Area } from '../area';
import type { spoken as english } from '../en/spoken';

export const spoken: Area<typeof english> = {
  'said.of': '{name}: {what}',
  'said.verdict': '{band}. {why}',
  'said.declared': 'يقول الملف نفسه: {title}. {what}',
  'said.failed': '{title}. {what}',
  'said.stays': 'انتهى التعليل؛ وبقي الجواب كما كان.',
  'said.stopped': 'أُوقف.',
  'said.added':
    '{count, plural, zero {لم تُضف صور} one {أُضيفت صورة واحدة} two {أُضيفت صورتان} few {أُضيفت # صور} many {أُضيفت # صورة} other {أُضيفت # صورة}}.',
  'said.cleared': 'أُزيلت كل الصور.',
  'said.all':
    '{count, plural, zero {لا صور للفحص} one {فُحصت الصورة} two {فُحصت الصورتان} few {فُحصت الصور كلها وعددها #} many {فُحصت الصور كلها وعددها #} other {فُحصت الصور كلها وعددها #}}: {what}.',
  'said.band': '{n} {band}',
  'said.without': '{n} بلا جواب',
  'said.reasoning': 'التعليل بشأن {name}:',
  'said.model.downloading': 'جارٍ تنزيل النموذج، {size}.',
  'said.model.half': 'نُزّل نصف النموذج.',
  'said.model.ready': 'النموذج جاهز.',
  'said.model.stopped': 'توقف النموذج؛ ويعاد تشغيله.',
};
