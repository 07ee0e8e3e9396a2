import type { Area } from '../area';
import type { page as english } from '../en/page';

export const page: Area<typeof english> = {
  'page.title': 'Fake-HR1 nano: آثار الذكاء الاصطناعي في صورة',
  'page.description':
    'يبحث على هذا الجهاز عن آثار التوليد بالذكاء الاصطناعي في صورة. لا تغادره أي صورة أبدًا.',
  'page.skip': 'الانتقال إلى النتائج',
  'page.results': 'النتائج',
  'page.drop': 'أفلِت الصورة لفحصها',
  'page.newer': 'نسخة أحدث من هذه الصفحة جاهزة. التبديل إليها يزيل الصور المعروضة هنا.',
  'page.changeOver': 'التبديل',
  'page.pictures':
    '{count, plural, zero {لا صور} one {صورة واحدة} two {صورتان} few {# صور} many {# صورة} other {# صورة}}',
  'page.picturesLeft':
    '{count, plural, zero {لا صور} one {صورة واحدة} two {صورتان} few {# صور} many {# صورة} other {# صورة}}، لم تُفحص منها بعد {left, number}',
  'page.removeAll': 'إزالة الكل',
  'page.language': 'اللغة',
  'page.languageFailed': 'تعذّر تحميل هذه اللغة. تحقّق من الاتصال وحاول مرة أخرى.',

  'footer.can.title': 'ما يستطيعه',
  'footer.can.text':
    'يبحث عن الآثار الإحصائية التي تتركها مولّدات الصور في البكسلات، ويقول كم مرة تبدو صور فوتوغرافية ثبتت حقيقتها بالمظهر نفسه.',
  'footer.cannot.title': 'ما لا يستطيعه',
  'footer.cannot.text':
    'لا يستطيع أن يثبت أن صورة ما أصلية أو مولّدة. إنه نموذج صغير: تفوته المولّدات الجديدة، ويخطئ في الصور المعدّلة كثيرًا، ولا يعرف من صنع الصورة ولا لماذا. خذه خيطًا واحدًا بين خيوط عدة.',
  'footer.where.title': 'إلى أين تذهب صورك',
  'footer.where.text':
    'لا تذهب إلى أي مكان. تُفحص في علامة التبويب هذه، والمتصفح نفسه مأمور بأن يمنع هذه الصفحة من أي اتصال بغير موقعها. وبعد تحميلها تعمل من دون شبكة.',
};
