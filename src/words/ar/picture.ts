import type { Area } from '../area';
import type { picture as english } from '../en/picture';

export const picture: Area<typeof english> = {
  'picture.none': 'لا معاينة',
  'picture.heat': 'خريطة حرارية',
  'picture.magnifier': 'مكبّرة',
  'picture.show':
    'إظهار {count, plural, zero {المواضع التي} one {الموضع الذي} two {الموضعين اللذين} few {المواضع الـ# التي} many {المواضع الـ# التي} other {المواضع الـ# التي}} نُظر فيها عن قرب',
  'picture.hide':
    'إخفاء {count, plural, zero {المواضع التي} one {الموضع الذي} two {الموضعين اللذين} few {المواضع الـ# التي} many {المواضع الـ# التي} other {المواضع الـ# التي}} نُظر فيها عن قرب',

  'heat.fewer': '{value}: آثار أقل للذكاء الاصطناعي',
  'heat.more': '{value}: أكثر',
  'heat.scores': 'درجات المواضع',
  'heat.place': 'الموضع {count, number}: {value}',
  'heat.note':
    'كل مربع موضع نظر إليه النموذج عن قرب، وفيه درجة ذلك الموضع (لوجِت). ولم ينظر في غير هذه المواضع: ما لا لون له ليس سليمًا، بل لم يُنظر إليه فحسب. وحيث تتداخل المربعات تكون الدرجة الأبعد عن 0 في الأعلى.',
  'heat.explain': 'زر «اشرح» يجعله ينظر إلى مواضع أكثر.',

  'lens.role': 'مكبّرة',
  'lens.label':
    'مكبّرة فوق {name}. تحركها مفاتيح الأسهم، ومع Shift بمقدار بكسل واحد؛ ويغيّر زرا الزائد والناقص التكبير؛ ويبعدها Escape.',
  'lens.smaller': 'تصغير',
  'lens.larger': 'تكبير',
  'lens.where': '{zoom}×، البكسل {x}، {y}',
  'lens.note': 'بكسلات الصورة نفسها بلا تنعيم. حرّك المؤشر أو إصبعك فوق الصورة، أو استخدم مفاتيح الأسهم.',
};
