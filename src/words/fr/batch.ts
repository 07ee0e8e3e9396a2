import type { Area } from '../area';
import type { batch as english } from '../en/batch';

export const batch: Area<typeof english> = {
  'intake.chooseFolder': 'Choisir un dossier',
  'folder.reading': 'Lecture du dossier',
  'folder.none': 'Aucune image n’a été trouvée dans le dossier.',
  'folder.others':
    '{count, plural, one {# fichier qui, d’après son nom, n’est pas une image a été laissé} other {# fichiers qui, d’après leur nom, ne sont pas des images ont été laissés}} de côté.',
  'folder.cut':
    'Seules les {count, number} premières images ont été prises ; déposez le reste quand celles-ci seront terminées.',
  'folder.back':
    '{count, plural, one {# image d’une visite précédente est de nouveau complète.} other {# images d’une visite précédente sont de nouveau complètes.}}',

  'run.progress': '{position, number} sur {count, number} examinées',
  'run.progressTime': '{position, number} sur {count, number} examinées, {time}',
  'run.paused': 'en pause',
  'run.pausing': 'pause après cette image',
  'run.pause': 'Pause',
  'run.resume': 'Reprendre',
  'run.cancel': 'Annuler le reste',
  'run.again': 'Examiner {count, plural, one {l’image omise (#)} other {les # images omises}}',
  'run.announce': '{n} examinées',

  'layout.legend': 'Afficher en',
  'layout.cards': 'Fiches',
  'layout.table': 'Tableau',

  'tally.part': '{label} :\u00a0{value}',
  'tally.failed': 'Échecs',
  'tally.declared': 'Déclarées comme IA d’une façon ou d’une autre',
  'tally.checked': 'Vérifiées par vous',

  'flag.sameFile': 'Même fichier',
  'flag.nearSame': 'Presque identique',
  'flag.unstable': 'Réponse qui bascule',
  'flag.contradiction': 'Se contredit',
  'flag.damaged': 'Endommagé',
  'flag.wrongExtension': 'Extension inexacte',
  'flag.credentialsBroken': 'Credentials rompus',
  'flag.screenshot': 'Capture d’écran',
  'flag.recompressed': 'Recompressée',
  'flag.platform': 'Vient d’une plateforme',
  'flag.note': 'Note',
  'flag.noOriginal': 'Aperçu seulement',

  'originShort.aiGenerated': 'Générée par IA',
  'originShort.aiEdited': 'Retouchée avec IA',
  'originShort.aiPossible': 'Peut-être IA',
  'originShort.contradictory': 'Se contredit',

  'standing.failed': 'Échec',
  'standing.stopped': 'Pas examinée',
  'standing.queued': 'En attente',
  'standing.running': 'Examen en cours',
  'standing.setAside': 'abstention',
  'standing.score': 'Score {n}',

  'table.caption': 'Images, une par ligne',
  'table.picture': 'Image',
  'table.name': 'Nom',
  'table.verdict': 'Verdict',
  'table.origin': 'Le fichier déclare',
  'table.flags': 'Signalements',
  'table.checked': 'Vérifiée',
  'table.nothing': 'Aucune image ne passe les filtres.',
  'table.showAll': 'Tout afficher',
  'table.open': 'Ouvrir {name}',
  'table.check': '{name} est vérifiée',
  'table.group': 'Groupe {n}',
  'table.keys': 'Touches du tableau : ↑ ↓ se déplacer, Entrée ouvre, C vérifie, N note.',

  'filter.legend': 'Filtrer et trier',
  'filter.text': 'Chercher un nom ou une note',
  'filter.sort': 'Trier par',
  'filter.descending': 'Inversé',
  'filter.shown': '{left, number} sur {count, plural, one {# image} other {# images}}',
  'filter.any': 'Peu importe',
  'filter.open': 'Pas encore examinées',
  'filter.declared': 'IA d’une façon ou d’une autre',
  'filter.undeclared': 'Rien sur l’IA',
  'filter.unchecked': 'Encore à vérifier',
  'filter.duplicates': 'Tous les doublons',
  'sort.arrival': 'Ordre d’arrivée',
  'sort.origin': 'Ce que déclare le fichier',
  'sort.flags': 'Nombre de signalements',
  'sort.group': 'Doublons ensemble',

  'review.region': 'Revue',
  'review.back': 'Retour au tableau',
  'review.previous': 'Précédente',
  'review.next': 'Suivante',
  'review.position': '{position, number} sur {count, number}',
  'review.note': 'Note',
  'review.keys': 'Touches : J ou → suivante, K ou ← précédente, C vérifie, N note, Échap retour au tableau.',
  'review.sameFile': 'Le même fichier, octet pour octet :',
  'review.nearSame': 'Presque la même image :',

  'gone.title': 'L’image elle-même n’a pas été conservée',
  'gone.text':
    'Le verdict, le raisonnement, la note et le rapport sont ici. Pour expliquer, essayer, agrandir ou redemander, donnez à nouveau le même fichier à cette page ; il est reconnu à son contenu.',
  'gone.unfinished':
    'Elle n’était pas encore examinée quand la page a été fermée. Donnez à nouveau le même fichier à cette page ; il est reconnu à son contenu.',
  'gone.choose': 'Choisir le fichier',

  'kept.title': 'Résultats conservés sur cet appareil',
  'kept.what':
    'Les verdicts, les notes et de petits aperçus restent dans ce navigateur jusqu’à ce que vous les effaciez ; fermer la page ne fait donc rien perdre. Les images elles-mêmes ne sont jamais conservées, et rien n’est envoyé nulle part.',
  'kept.private': 'Privé : ne rien conserver',
  'kept.privateWhat':
    'Supprime ce qui est conservé et ne conserve plus rien désormais. Ce qui est sur la page reste jusqu’à ce que vous la fermiez.',
  'kept.clear': 'Effacer tous les résultats',
  'kept.clearWhat': 'Retire toutes les images de la page et supprime tout ce qui en est conservé.',
  'kept.cleared': 'Tout a été effacé.',
  'kept.isPrivate': 'Privé : les résultats disparaissent avec cet onglet.',
  'kept.refused':
    'Ce navigateur ne conserve rien pour cette page ; les résultats disparaissent avec cet onglet. Enregistrez un rapport sur ce qui compte.',
  'kept.full':
    'Il n’y a plus de place sur cet appareil pour conserver des résultats. Les plus récents disparaissent avec cet onglet ; enregistrez un rapport ou effacez-en d’anciens.',
  'kept.restored':
    '{count, plural, one {# image de visites précédentes est affichée} other {# images de visites précédentes sont affichées}}.',
  'kept.unreadable':
    '{count, plural, one {# résultat conservé n’a pas pu être lu et a été omis} other {# résultats conservés n’ont pas pu être lus et ont été omis}}.',
};
