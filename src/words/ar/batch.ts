import type { Area } from '../area';
import type { batch as english } from '../en/batch';

export const batch: Area<typeof english> = {
  'intake.chooseFolder': 'اختيار مجلد',
  'folder.reading': 'جارٍ قراءة المجلد',
  'folder.none': 'لم يُعثر على صور في المجلد.',
  'folder.others':
    'تُرك {count, plural, zero {# ملف ليس صورة بحسب اسمه} one {ملف واحد ليس صورة بحسب اسمه} two {ملفان ليسا صورتين بحسب اسميهما} few {# ملفات ليست صورًا بحسب أسمائها} many {# ملفًا ليست صورًا بحسب أسمائها} other {# ملف ليست صورًا بحسب أسمائها}}.',
  'folder.cut': 'لم تؤخذ إلا أول {count, number} صورة؛ أفلِت البقية حين تنتهي هذه.',
  'folder.back':
    '{count, plural, zero {لم تكتمل أي صورة من زيارة سابقة.} one {اكتملت من جديد صورة واحدة من زيارة سابقة.} two {اكتملت من جديد صورتان من زيارة سابقة.} few {اكتملت من جديد # صور من زيارة سابقة.} many {اكتملت من جديد # صورة من زيارة سابقة.} other {اكتملت من جديد # صورة من زيارة سابقة.}}',

  'run.progress': 'فُحص {position, number} من {count, number}',
  'run.progressTime': 'فُحص {position, number} من {count, number}، {time}',
  'run.paused': 'متوقف مؤقتًا',
  'run.pausing': 'يتوقف مؤقتًا بعد هذه الصورة',
  'run.pause': 'إيقاف مؤقت',
  'run.resume': 'استئناف',
  'run.cancel': 'إلغاء الباقي',
  'run.again':
    'فحص {count, plural, zero {المتروكة} one {الصورة المتروكة} two {الصورتين المتروكتين} few {الصور المتروكة (#)} many {الصور المتروكة (#)} other {الصور المتروكة (#)}}',
  'run.announce': 'فُحص {n}',

  'layout.legend': 'العرض',
  'layout.cards': 'بطاقات',
  'layout.table': 'جدول',

  'tally.part': '{label}:\u00a0{value}',
  'tally.failed': 'فشلت',
  'tally.declared': 'مصرّح بالذكاء الاصطناعي فيها على نحو ما',
  'tally.checked': 'راجعتها أنت',

  'flag.sameFile': 'الملف نفسه',
  'flag.nearSame': 'شبه مطابقة',
  'flag.unstable': 'الجواب ينقلب',
  'flag.contradiction': 'يناقض نفسه',
  'flag.damaged': 'تالف',
  'flag.wrongExtension': 'امتداد غير مطابق',
  'flag.credentialsBroken': 'Credentials مكسورة',
  'flag.screenshot': 'لقطة شاشة',
  'flag.recompressed': 'مضغوطة من جديد',
  'flag.platform': 'من منصة',
  'flag.note': 'ملاحظة',
  'flag.noOriginal': 'معاينة فقط',

  'originShort.aiGenerated': 'مولّدة بالذكاء الاصطناعي',
  'originShort.aiEdited': 'معدّلة بالذكاء الاصطناعي',
  'originShort.aiPossible': 'ربما ذكاء اصطناعي',
  'originShort.contradictory': 'يناقض نفسه',

  'standing.failed': 'فشل',
  'standing.stopped': 'لم تُفحص',
  'standing.queued': 'بالانتظار',
  'standing.running': 'جارٍ النظر',
  'standing.setAside': 'امتنع عن الجواب',
  'standing.score': 'الدرجة {n}',

  'table.caption': 'الصور، واحدة في كل صف',
  'table.picture': 'الصورة',
  'table.name': 'الاسم',
  'table.verdict': 'الحكم',
  'table.origin': 'الملف يصرّح',
  'table.flags': 'العلامات',
  'table.checked': 'رُوجعت',
  'table.nothing': 'لا صورة توافق المرشّحات.',
  'table.showAll': 'إظهار الكل',
  'table.open': 'فتح {name}',
  'table.check': 'رُوجعت {name}',
  'table.group': 'المجموعة {n}',
  'table.keys': 'مفاتيح الجدول: ↑ ↓ للتنقل، Enter للفتح، C للمراجعة، N للملاحظة.',

  'filter.legend': 'الترشيح والفرز',
  'filter.text': 'البحث في الاسم أو الملاحظة',
  'filter.sort': 'الفرز بحسب',
  'filter.descending': 'معكوس',
  'filter.shown':
    '{left, number} من {count, plural, zero {# صورة} one {صورة واحدة} two {صورتين} few {# صور} many {# صورة} other {# صورة}}',
  'filter.any': 'أيًّا كان',
  'filter.open': 'لم تُفحص بعد',
  'filter.declared': 'ذكاء اصطناعي على نحو ما',
  'filter.undeclared': 'لا شيء عن الذكاء الاصطناعي',
  'filter.unchecked': 'بانتظار المراجعة',
  'filter.duplicates': 'كل المكررات',
  'sort.arrival': 'ترتيب الوصول',
  'sort.origin': 'ما يصرّح به الملف',
  'sort.flags': 'عدد العلامات',
  'sort.group': 'المكررات معًا',

  'review.region': 'المراجعة',
  'review.back': 'العودة إلى الجدول',
  'review.previous': 'السابقة',
  'review.next': 'التالية',
  'review.position': '{position, number} من {count, number}',
  'review.note': 'ملاحظة',
  'review.keys': 'المفاتيح: J أو ← للتالية، K أو → للسابقة، C للمراجعة، N للملاحظة، Esc للعودة إلى الجدول.',
  'review.sameFile': 'الملف نفسه، بايتًا ببايت:',
  'review.nearSame': 'الصورة نفسها تقريبًا:',

  'gone.title': 'لم تُحفظ الصورة نفسها',
  'gone.text':
    'الحكم والتعليل والملاحظة والتقرير هنا. للشرح أو التجربة أو التكبير أو السؤال من جديد، أعطِ هذه الصفحة الملف نفسه مرة أخرى؛ فهي تتعرّف إليه من محتواه.',
  'gone.unfinished':
    'لم تكن قد فُحصت حين أُغلقت الصفحة. أعطِ هذه الصفحة الملف نفسه مرة أخرى؛ فهي تتعرّف إليه من محتواه.',
  'gone.choose': 'اختيار الملف',

  'kept.title': 'النتائج المحفوظة على هذا الجهاز',
  'kept.what':
    'تبقى الأحكام والملاحظات والمعاينات الصغيرة في هذا المتصفح حتى تمسحها، فلا يضيع شيء بإغلاق الصفحة. أما الصور نفسها فلا تُحفظ أبدًا، ولا يُرسل شيء إلى أي مكان.',
  'kept.private': 'وضع خاص: لا تحفظ شيئًا',
  'kept.privateWhat': 'يحذف المحفوظ ولا يحفظ شيئًا من الآن. وما في الصفحة يبقى حتى تغلقها.',
  'kept.clear': 'مسح كل النتائج',
  'kept.clearWhat': 'يزيل كل الصور من الصفحة ويحذف كل ما حُفظ عنها.',
  'kept.cleared': 'مُسح كل شيء.',
  'kept.isPrivate': 'وضع خاص: تنتهي النتائج مع علامة التبويب هذه.',
  'kept.refused':
    'لا يحفظ هذا المتصفح شيئًا لهذه الصفحة، فتنتهي النتائج مع علامة التبويب هذه. احفظ تقريرًا عمّا يهمك.',
  'kept.full':
    'لم يبقَ على هذا الجهاز مكان لحفظ النتائج. أحدثها ينتهي مع علامة التبويب هذه؛ احفظ تقريرًا أو امسح القديمة.',
  'kept.restored':
    '{count, plural, zero {لا صور معروضة من زيارات سابقة.} one {صورة واحدة من زيارات سابقة معروضة.} two {صورتان من زيارات سابقة معروضتان.} few {# صور من زيارات سابقة معروضة.} many {# صورة من زيارات سابقة معروضة.} other {# صورة من زيارات سابقة معروضة.}}',
  'kept.unreadable':
    'تعذّرت قراءة {count, plural, zero {# نتيجة محفوظة فتُركت} one {نتيجة محفوظة واحدة فتُركت} two {نتيجتين محفوظتين فتُركتا} few {# نتائج محفوظة فتُركت} many {# نتيجة محفوظة فتُركت} other {# نتيجة محفوظة فتُركت}}.',
};
