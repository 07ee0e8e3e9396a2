import type { Area } from '../area';
import type { embed as english } from '../en/embed';

export const embed: Area<typeof english> = {
  'embed.region': 'Traces d’IA dans cette image',
  'embed.drop': 'Déposez une image ici',
  'embed.choose': 'Choisir une image',
  'embed.another': 'Vérifier une autre image',
  'embed.picture': 'L’image vérifiée',
  'embed.reasoningNote': 'Écrit par le modèle ; il peut se tromper sur ce qu’il nomme.',
  'embed.download': 'Téléchargement du modèle',
  'embed.privacy': 'Examinée sur cet appareil. L’image n’est envoyée nulle part.',
  'embed.fetching': 'Récupération de l’image …',
  'embed.downloading': 'Téléchargement du modèle, une seule fois : {loaded} sur {total}',
  'embed.startingModel': 'Démarrage du modèle …',
  'embed.checkingModel': 'Recherche du modèle …',
  'embed.looking': 'Examen de l’image …',
  'embed.thinking': 'Raisonnement …',
  'embed.thought': 'Répondu après raisonnement.',
  'embed.atOnce': 'Répondu aussitôt.',
  'embed.oneThread':
    'Plus lent que possible : cette page n’est pas isolée des autres origines, le modèle n’a donc qu’un seul fil d’exécution.',
  'embed.unreachable.title': 'L’image n’a pas pu être récupérée',
  'embed.unreachable.advice':
    'Son adresse est peut-être erronée, ou le site où elle se trouve ne permet pas à cette page de la lire.',
};
