import type { Area } from '../area';
import type { intake as english } from '../en/intake';

export const intake: Area<typeof english> = {
  'intake.title': 'Cette image a-t-elle été faite par une IA ?',
  'intake.titleNext': 'Examiner une autre image',
  'intake.lead':
    'Donnez une image à cette page. Elle est examinée sur cet appareil, à la recherche des traces que laissent les générateurs d’images ; l’image ne quitte jamais l’appareil.',
  'intake.hint': 'Déposez des images ou un dossier n’importe où sur cette page, ou collez une image.',
  'intake.choose': 'Choisir des images',

  'ask.how': 'Comment répondre ?',
  'ask.question': 'Question',
  'ask.suggested': 'Questions suggérées',
  'ask.suggestions': 'Suggestions',
  'ask.forAnswer': 'Pour une réponse',
  'ask.forReasons': 'Pour des raisons',
  'ask.english': 'Le modèle ne comprend que l’anglais ; les suggestions sont donc en anglais.',
  'ask.again': 'Poser une autre question',
  'ask.submit': 'Demander',

  'mode.auto.name': 'Laisser le modèle décider',
  'mode.auto.what': 'Il ne raisonne que là où il le juge utile.',
  'mode.answer.name': 'Répondre tout de suite',
  'mode.answer.what': 'Un verdict sans raisonnement ; le plus rapide.',
  'mode.explain.name': 'Expliquer',
  'mode.explain.what': 'Il regarde davantage d’endroits et dit sur quoi il se fonde ; plus long.',
};
