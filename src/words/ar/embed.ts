import type { Area } from '../area';
import type { embed as english } from '../en/embed';

export const embed: Area<typeof english> = {
  'embed.region': 'آثار الذكاء الاصطناعي في هذه الصورة',
  'embed.drop': 'أفلِت صورة هنا',
  'embed.choose': 'اختر صورة',
  'embed.another': 'افحص صورة أخرى',
  'embed.picture': 'الصورة قيد الفحص',
  'embed.reasoningNote': 'كتبه النموذج، وقد يخطئ في ما يذكره.',
  'embed.download': 'تنزيل النموذج',
  'embed.privacy': 'تُفحَص على هذا الجهاز. لا تُرسَل الصورة إلى أي مكان.',
  'embed.fetching': 'يجري جلب الصورة …',
  'embed.downloading': 'يجري تنزيل النموذج، مرة واحدة: {loaded} من {total}',
  'embed.startingModel': 'يجري تشغيل النموذج …',
  'embed.checkingModel': 'يجري البحث عن النموذج …',
  'embed.looking': 'يجري فحص الصورة …',
  'embed.thinking': 'يجري التعليل …',
  'embed.thought': 'أُجيب بعد تعليل.',
  'embed.atOnce': 'أُجيب فورًا.',
  'embed.oneThread': 'أبطأ مما يمكن: هذه الصفحة غير معزولة عن مصادر أخرى، فليس للنموذج إلا خيط واحد.',
  'embed.unreachable.title': 'تعذّر جلب الصورة',
  'embed.unreachable.advice':
    'قد يكون عنوانها خاطئًا، أو أن الموقع الذي توجد فيه لا يسمح لهذه الصفحة بقراءتها.',
};
