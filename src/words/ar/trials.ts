import type { Area } from '../area';
import type { trials as english } from '../en/trials';

export const trials: Area<typeof english> = {
  'trials.title': 'هل يصمد الجواب؟',
  'trials.note':
    'مصغّرة إلى النصف، ومضغوطة، ومعكوسة، ومنظورًا إليها في مواضع أخرى: الجواب الجدير بالثقة يصمد أمام ذلك.',
  'trials.stop': 'إيقاف المحاولات',
  'trials.rest': 'تجربة الباقي',
  'trials.start': 'التجربة بأربع طرق',
  'trials.caption': 'أجوبة فورية، كل منها على حدة',
  'trials.picture': 'الصورة',
  'trials.score': 'الدرجة، من 0 إلى 1',
  'trials.answer': 'الجواب',

  'variant.halfSize': 'بنصف الحجم',
  'variant.jpeg70': 'محفوظة بصيغة JPEG 70',
  'variant.otherCrops': 'منظورًا إليها في مواضع أخرى',
  'variant.mirrored': 'معكوسة',
  'variant.asItIs': 'كما هي',
  'variant.reasoned': 'كما هي، مع التعليل',

  'trials.waiting': 'بالانتظار',
  'trials.looking': 'جارٍ النظر',
  'trials.stopped': 'لم تُجرَّب',
  'trials.failed': 'تعذّرت تجربتها',
  'trials.tooSmall': '{band}: صغيرة جدًا',
  'trials.setAside': '{band}: نُحّي جانبًا',

  'trials.flips':
    'ينقلب الجواب: «{likely}» في بعض أشكال الصورة دون بعضها الآخر. والجواب الذي يتوقف على القليل إلى هذا الحد يُنحّى جانبًا.',
  'trials.progress': 'المحاولة {position, number} من {count, number}: {way}.',
  'trials.way.halfSize': 'بنصف الحجم',
  'trials.way.jpeg70': 'محفوظة بصيغة JPEG 70',
  'trials.way.otherCrops': 'منظورًا إليها في مواضع أخرى',
  'trials.way.mirrored': 'معكوسة',
  'trials.turn': 'بانتظار دورها.',
  'trials.open': 'محاولات بلا جواب: {left, number} من {count, number}.',
  'trials.unjudged': 'لم يمكن الحكم على أي من الصور المغيّرة.',
  'trials.steady': 'كان الجواب نفسه في كل شكل أمكن الحكم عليه.',
  'trials.moves': 'يتنقل الجواب بين «{cant}» و«{none}»، ولا يبلغ «{likely}» في أي شكل.',
  'trials.halfTooSmall': 'بنصف الحجم: {why}',
  'trials.samePlaces': 'لا تتسع الصورة لمواضع أخرى، فنُظر إلى المواضع نفسها.',
};
