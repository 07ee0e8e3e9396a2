import type { Area } from '../area';
import type { intake as english } from '../en/intake';

export const intake: Area<typeof english> = {
  'intake.title': 'هل صُنعت هذه الصورة بالذكاء الاصطناعي؟',
  'intake.titleNext': 'فحص صورة أخرى',
  'intake.lead':
    'أعطِ الصفحة صورة. تُفحص على هذا الجهاز بحثًا عن الآثار التي تتركها مولّدات الصور، ولا تغادره أبدًا.',
  'intake.hint': 'أفلِت الصور أو مجلدًا في أي موضع من هذه الصفحة، أو ألصق صورة.',
  'intake.choose': 'اختيار صور',

  'ask.how': 'كيف تريد الجواب؟',
  'ask.question': 'السؤال',
  'ask.suggested': 'أسئلة مقترحة',
  'ask.suggestions': 'اقتراحات',
  'ask.forAnswer': 'طلبًا لجواب',
  'ask.forReasons': 'طلبًا للأسباب',
  'ask.english': 'لا يفهم النموذج إلا الإنجليزية، ولذلك جاءت الاقتراحات بها.',
  'ask.again': 'السؤال من جديد بطريقة أخرى',
  'ask.submit': 'اسأل',

  'mode.auto.name': 'اترك القرار للنموذج',
  'mode.auto.what': 'لا يعلّل إلا حيث يرى ذلك مفيدًا.',
  'mode.answer.name': 'أجب فورًا',
  'mode.answer.what': 'حكم بلا تعليل؛ وهو الأسرع.',
  'mode.explain.name': 'اشرح',
  'mode.explain.what': 'ينظر إلى مواضع أكثر ويقول علامَ يستند؛ ويستغرق وقتًا أطول.',
};
