import type { Area } from '../area';
import type { file as english } from '../en/file';

export const file: Area<typeof english> = {
  'origin.aiGenerated': 'مصرّح بأنها مولّدة بالذكاء الاصطناعي',
  'origin.aiEdited': 'مصرّح بأنها معدّلة بالذكاء الاصطناعي',
  'origin.aiPossible': 'مصرّح بأنها ربما وُلّدت بالذكاء الاصطناعي',
  'origin.contradictory': 'الملف يناقض نفسه',

  'claim.aiGenerated': 'صنعها مولّد ذكاء اصطناعي',
  'claim.aiEdited': 'عُدّلت بالذكاء الاصطناعي، أو فيها أجزاء صنعها',
  'claim.aiPossible': 'موسومة بأنها ربما صُنعت بالذكاء الاصطناعي',
  'claim.camera': 'التُقطت بكاميرا',

  'declaredIn.credentials': 'Content Credentials',
  'declaredIn.iptc': 'بيانات IPTC الوصفية',
  'declaredIn.xmp': 'بيانات XMP الوصفية',
  'declaredIn.exif': 'بيانات EXIF الوصفية',
  'declaredIn.pngText': 'مُدخل نصي في PNG',
  'declaredIn.comment': 'تعليق في الملف',
  'declaredIn.aigcLabel': 'وسم AIGC الذي يطلبه القانون الصيني',

  'standing.damaged': 'لا يُحتسب: الملف تالف.',
  'standing.brokenSignature': 'لا يُحتسب: التوقيع لا يطابق الملف.',
  'standing.contradicted': 'لا يُحتسب: الملف يقول العكس أيضًا.',

  'backing.signer': 'الموقّع',
  'backing.listed':
    'وقّعه {signer}، وتقود شهادته إلى قائمة الثقة C2PA، ولم يتغيّر منذ ذلك. هذا أوثق ما يكون عليه تصريح.',
  'backing.unlisted':
    'يطابق التوقيع هذه البايتات، لكن لا أحد في قائمة الثقة C2PA يضمن {signer}. يستطيع أي شخص أن يوقّع هكذا.',
  'backing.unsigned': 'ليس موقّعًا. يستطيع أي شخص إزالة البيانات الوصفية أو تزويرها.',

  'file.registered': 'المُنتِج المسجّل برقم {by}',
  'file.dayTime': '{day}، {time}',
  'file.kicker': 'ما يقوله الملف عن نفسه',
  'file.apart': 'الحكم أدناه يخص البكسلات وحدها؛ ولم يدخل هذا فيه.',
  'file.bothClaims':
    'تذكر بياناته الوصفية كاميرا ومولّد ذكاء اصطناعي معًا، ولا يمكن أن يكون كلاهما قد صنع الصورة.',
  'file.neitherTaken': 'لا يؤخذ هنا بأي من القولين. والتفاصيل أدناه تعرضهما.',
  'file.accordingTo': 'المصدر في الملف: {places}.',
  'file.byAccordingTo': 'بواسطة {by}. المصدر في الملف: {places}.',

  'integrity.unreadable': 'تعذّرت قراءتها، فلا يُحتسب شيء مما فيها.',
  'integrity.intact': 'التوقيع سليم: هذه هي البايتات التي وُقّعت.',
  'integrity.broken': 'التوقيع مكسور: ليست هذه البايتات التي وُقّعت، فلا يُحتسب شيء مما فيها.',
  'integrity.unconfirmed': 'تعذّر تأكيدها، فلا يُحتسب شيء مما فيها.',
  'signer.unknown': 'غير معروف',
  'signer.listed': '{signer}، في قائمة الثقة C2PA بتاريخ {day}',
  'signer.unlisted': '{signer}، غير موجود في قائمة الثقة C2PA بتاريخ {day}، وهي التي تحملها هذه الصفحة',

  'file.says': 'ما يقوله الملف عن نفسه',
  'file.nothing': 'لا شيء',
  'file.silent':
    'لا Content Credentials ولا كاميرا ولا برنامج. هذا معتاد، إذ تزيل معظم الخدمات هذه البيانات، ولا يدل على شيء.',
  'file.reading': 'جارٍ قراءة ما يقوله الملف عن نفسه',
  'file.unread': 'تعذّرت قراءة ما يقوله الملف عن نفسه ({code}).',
  'file.camera': 'الكاميرا',
  'file.program': 'البرنامج',
  'file.lens': 'العدسة',
  'file.taken': 'التُقطت في',
  'file.exposure': 'التعريض',
  'file.programs': 'البرامج',
  'file.place': 'المكان',
  'file.hasPlace': 'يحوي موقعًا جغرافيًا',
  'file.showPlace': 'إظهاره',
  'file.asWritten': 'كما هو مكتوب في الملف. يسهل أن تبقى هذه البيانات أو تضيع أو تُزوَّر.',
  'file.declared': 'المنشأ المصرّح به',
  'file.claimBy': '{claim}: {by}',
  'file.in': '{place}: {field}',
  'file.credentials': 'Content Credentials',
  'file.signedBy': 'وقّعه',
  'file.signedOn': 'تاريخ التوقيع',
  'file.writtenBy': 'كتبه',
  'file.validator': 'المدقّق',
  'file.notCounted': 'ما تصرّح به، ولا يُحتسب:',
};
