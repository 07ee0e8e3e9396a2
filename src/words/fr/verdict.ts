import type { Area } from '../area';
import type { verdict as english } from '../en/verdict';

export const verdict: Area<typeof english> = {
  'band.likelyAi': 'Probablement générée par IA',
  'band.cantTell': 'Impossible de trancher',
  'band.noTraces': 'Aucune trace d’IA trouvée',

  'caveat.likelyAi':
    'Un indice fort, pas une preuve. Une retouche lourde ou des filtres peuvent donner le même aspect.',
  'caveat.cantTell': 'Les traces ne penchent d’aucun côté assez nettement pour en dire plus.',
  'caveat.cantTellRare':
    'Rare pour de vraies photos, mais certains types l’atteignent plus souvent : pas assez pour en dire plus.',
  'caveat.noTraces':
    'Ne pas trouver de traces ne prouve pas que l’image vient d’un appareil photo. De nouveaux générateurs et un réenregistrement les cachent.',

  'abstain.blank': 'L’image est vide ou presque : il n’y a rien à juger.',
  'abstain.noise': 'L’image n’est guère que du bruit : il n’y a rien à juger.',
  'abstain.tooSmall': 'L’image est trop petite pour porter des traces fiables.',
  'abstain.contradiction':
    'Le modèle a argumenté dans un sens et répondu dans l’autre ; sa réponse est donc écartée.',
  'abstain.cropsDisagree': 'Différentes parties de l’image vont dans des sens opposés.',
  'abstain.unstable':
    'La réponse bascule quand on modifie un peu la même image, comme le montrent les essais ci-dessous ; elle est donc écartée.',

  'kind.art':
    'Cela ressemble à un dessin ou à une peinture. Le modèle a appris sur des photos, et un style n’est pas un signe d’IA.',
  'kind.render':
    'Cela ressemble à une image de synthèse. Le modèle a appris sur des photos, et un style n’est pas un signe d’IA.',
  'kind.page':
    'Cela ressemble à une capture d’écran ou à un document numérisé. Le modèle a appris sur des photos et peut manquer ce qu’une telle page montre.',

  'share.few': 'Moins de 1 photo réelle sur 100 atteint un score aussi élevé.',
  'share.some':
    'Sur 100 photos réelles, {count, plural, one {# atteint} other {# atteignent}} ce score ou un score plus élevé.',
  'share.all': 'Pratiquement toutes les photos réelles atteignent ce score ou un score plus élevé.',

  'effort.first': 'Premier verdict après {time}',
  'effort.thought': 'A réfléchi pendant {count, plural, one {# jeton} other {# jetons}}, {time}',
  'effort.thoughtOn':
    'A réfléchi pendant {count, plural, one {# jeton} other {# jetons}}, {time} sur {device}',
  'effort.atOnce': 'A répondu tout de suite, {time}',
  'effort.atOnceOn': 'A répondu tout de suite, {time} sur {device}',
  'effort.andFirst': '{effort} ; premier verdict après {time}',

  'outcome.waitModel': 'En attente du modèle',
  'outcome.waitTurn': 'En attente de son tour',
  'outcome.retried': 'Le modèle s’est arrêté ; nouvel essai',
  'outcome.looking': 'Examen en cours',
  'outcome.none': 'Pas de verdict',
  'outcome.stoppedWith': 'Arrêté ; c’était le verdict au premier regard',
  'outcome.stopped': 'Arrêté',
  'outcome.failed': 'Échec',
};
