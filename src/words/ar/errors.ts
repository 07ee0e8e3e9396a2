import type { Area } from '../area';
import type { errors as english } from '../en/errors';

export const errors: Area<typeof english> = {
  'error.corrupt.title': 'هذه الصورة تالفة',
  'error.corrupt.advice': 'تبدأ كأي صورة لكن لا يمكن فك ترميزها حتى نهايتها. حاول تنزيلها أو نسخها من جديد.',
  'error.tooLarge.title': 'هذه الصورة كبيرة جدًا',
  'error.tooLarge.adviceLimit':
    'لا يتسع للذاكرة بأمان أكثر من {count, plural, zero {# ميغابكسل} one {ميغابكسل واحد} two {2 ميغابكسل} few {# ميغابكسل} many {# ميغابكسل} other {# ميغابكسل}}. اقتطع الجزء المقصود من دون تصغيره.',
  'error.tooLarge.advice': 'لا تتسع لها الذاكرة بأمان. اقتطع الجزء المقصود من دون تصغيره.',
  'error.tooSmall.title': 'هذه الصورة صغيرة جدًا',
  'error.tooSmall.adviceLimit':
    'ضلع أقل من {count, plural, zero {# بكسل} one {بكسل واحد} two {بكسلين} few {# بكسلات} many {# بكسلًا} other {# بكسل}} لا يحمل آثارًا. ابحث عن نسخة أكبر، والأفضل الأصل.',
  'error.tooSmall.advice': 'هذا العدد القليل من البكسلات لا يحمل آثارًا. ابحث عن نسخة أكبر، والأفضل الأصل.',
  'error.emptyFile.title': 'هذا الملف فارغ',
  'error.emptyFile.advice': 'له اسم وليس له محتوى. أحضر الصورة أو احفظها من جديد، ثم أفلِت الملف الجديد.',
  'error.noContent.title': 'لا شيء يُرى في هذه الصورة',
  'error.noContent.advice': 'إنها شفافة تمامًا. جرّب صورة أخرى.',
  'error.modelMissing.title': 'تعذّر جلب النموذج',
  'error.modelMissing.advice':
    'يُنزَّل مرة واحدة، من الموقع الذي جاءت منه هذه الصفحة. تحقّق من الاتصال وحاول مرة أخرى.',
  'error.modelTampered.title': 'النموذج ليس هو المطلوب',
  'error.modelTampered.advice':
    'اختلف ملف عن بصمته فلم يُستخدم. حاول مرة أخرى؛ وإن بقي الأمر كذلك فأبلغ القائمين على هذا الموقع.',
  'error.quota.title': 'لا مكان للنموذج',
  'error.quota.adviceNeeded':
    'يحتاج إلى {size} من تخزين هذا المتصفح. أخلِ بعض المساحة أو اخرج من التصفح الخاص، ثم حاول مرة أخرى.',
  'error.quota.advice': 'رفض هذا المتصفح حفظه. أخلِ بعض المساحة أو اخرج من التصفح الخاص، ثم حاول مرة أخرى.',
  'error.noDevice.title': 'لا يستطيع هذا المتصفح تشغيل النموذج',
  'error.noDevice.advice':
    'لا يوفر WebGPU ولا WebAssembly كما ينبغي. يكفي إصدار حديث من Chrome أو Edge أو Firefox أو Safari.',
  'error.deviceLost.title': 'توقفت بطاقة الرسوميات',
  'error.deviceLost.advice': 'جُرّبت الصورة مرتين. حاول مرة أخرى: قد تجري المحاولة التالية على المعالج.',
  'error.memory.title': 'لم تكفِ الذاكرة',
  'error.memory.advice': 'أغلق علامات تبويب أو برامج أخرى، ثم حاول مرة أخرى.',
  'error.timeout.title': 'لم يُجب النموذج في الوقت المناسب',
  'error.timeout.advice': 'قد يكون الجهاز مشغولًا. حاول مرة أخرى حين يقل عمله.',
  'error.selfTest.title': 'هذا الجهاز يحسب خطأً',
  'error.selfTest.advice':
    'لم تُعطِ صورة معروفة نتيجتها المعروفة، فلا يُعتمد هنا على أي حكم. جرّب متصفحًا أو جهازًا آخر.',
  'error.cancelled.title': 'أُوقف',
  'error.cancelled.advice': 'يمكنك أن تسأل من جديد في أي وقت.',
  'error.internal.title': 'حدث خلل في النموذج',
  'error.internal.advice': 'أعيد تشغيله. جرّب الصورة مرة أخرى؛ والتفاصيل أدناه تساعد من يتقصى الأمر.',
  'error.heic.title': 'لا يستطيع هذا المتصفح فتح صور HEIC',
  'error.heic.advice':
    'افتح الصورة في معرض هاتفك وشاركها أو صدّرها بصيغة JPEG. وانتبه إلى أن ذلك يضغطها من جديد، مما يُضعف الآثار. يفتح Safari صيغة HEIC كما هي.',
  'error.tiff.title': 'لا يمكن فتح صور TIFF',
  'error.tiff.advice': 'احفظ الصورة بصيغة PNG، فهي لا تُفقدها شيئًا، ثم أفلِتها.',
  'error.svg.title': 'هذا رسم وليس صورة فوتوغرافية',
  'error.svg.advice': 'تحوي ملفات SVG أشكالًا بدل البكسلات؛ فليس فيها آثار كاميرا أو مولّد يُبحث عنها.',
  'error.unreadable.title': 'تعذّرت قراءة هذا',
  'error.unreadable.advice': 'ربما نُقل أو يستخدمه برنامج آخر. أفلِته مرة أخرى وحده.',
  'error.link.title': 'هذا مجرد رابط إلى صورة',
  'error.link.advice': 'هذه الصفحة لا تجلب شيئًا من مكان آخر أبدًا. احفظ الصورة على هذا الجهاز وأفلِت الملف.',
  'error.unsupported.title': 'ليست هذه صورة يمكن فتحها',
  'error.unsupported.advice': 'تصلح صيغ JPEG وPNG وWebP وAVIF وGIF وBMP. والعبرة بمحتوى الملف لا باسمه.',
};
