import type { Area } from '../area';
import type { spoken as english } from '../en/spoken';

export const spoken: Area<typeof english> = {
  'said.of': '{name} : {what}',
  'said.verdict': '{band}. {why}',
  'said.declared': 'Le fichier lui-même dit : {title}. {what}',
  'said.failed': '{title}. {what}',
  'said.stays': 'Le raisonnement est terminé ; la réponse reste la même.',
  'said.stopped': 'Arrêté.',
  'said.added': '{count, plural, one {# image ajoutée} other {# images ajoutées}}.',
  'said.cleared': 'Toutes les images ont été retirées.',
  'said.all':
    '{count, plural, one {# image est examinée} other {Les # images sont toutes examinées}} : {what}.',
  'said.band': '{n} {band}',
  'said.without': '{n} sans réponse',
  'said.reasoning': 'Raisonnement sur {name} :',
  'said.model.downloading': 'Téléchargement du modèle, {size}.',
  'said.model.half': 'La moitié du modèle est téléchargée.',
  'said.model.ready': 'Le modèle est prêt.',
  'said.model.stopped': 'Le modèle s’est arrêté ; il redémarre.',
};
