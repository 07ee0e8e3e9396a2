import type { Area } from '../area';
import type { trials as english } from '../en/trials';

export const trials: Area<typeof english> = {
  'trials.title': 'La réponse tient-elle ?',
  'trials.note':
    'Réduite de moitié, compressée, en miroir, regardée à d’autres endroits : une réponse qui vaut quelque chose reste la même.',
  'trials.stop': 'Arrêter les essais',
  'trials.rest': 'Essayer le reste',
  'trials.start': 'Essayer de quatre façons',
  'trials.caption': 'Réponses immédiates, chacune pour soi',
  'trials.picture': 'L’image',
  'trials.score': 'Score, de 0 à 1',
  'trials.answer': 'Réponse',

  'variant.halfSize': 'À la moitié de sa taille',
  'variant.jpeg70': 'Enregistrée en JPEG 70',
  'variant.otherCrops': 'Regardée ailleurs',
  'variant.mirrored': 'En miroir',
  'variant.asItIs': 'Telle quelle',
  'variant.reasoned': 'Telle quelle, avec raisonnement',

  'trials.waiting': 'En attente',
  'trials.looking': 'Examen en cours',
  'trials.stopped': 'Pas essayé',
  'trials.failed': 'Essai impossible',
  'trials.tooSmall': '{band} : trop petite',
  'trials.setAside': '{band} : écartée',

  'trials.flips':
    'La réponse bascule : « {likely} » sous certaines formes de l’image et pas sous d’autres. Une réponse qui tient à si peu est écartée.',
  'trials.progress': 'Essai {position, number} sur {count, number} : {way}.',
  'trials.way.halfSize': 'à la moitié de sa taille',
  'trials.way.jpeg70': 'enregistrée en JPEG 70',
  'trials.way.otherCrops': 'regardée ailleurs',
  'trials.way.mirrored': 'en miroir',
  'trials.turn': 'En attente de son tour.',
  'trials.open': '{left, plural, one {# essai} other {# essais}} sur {count, number} sans réponse.',
  'trials.unjudged': 'Aucune des images modifiées n’a pu être jugée.',
  'trials.steady': 'La réponse est restée la même sous chaque forme qui a pu être jugée.',
  'trials.moves':
    'La réponse varie entre « {cant} » et « {none} », et n’arrive sous aucune forme à « {likely} ».',
  'trials.halfTooSmall': 'À la moitié de sa taille : {why}',
  'trials.samePlaces': 'L’image n’a pas de place pour d’autres endroits ; les mêmes ont donc été regardés.',
};
