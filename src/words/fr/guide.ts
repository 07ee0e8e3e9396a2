import type { Area } from '../area';
import type { guide as english } from '../en/guide';

export const guide: Area<typeof english> = {
  'guide.open': 'Guide',
  'guide.title': 'Que faire d’une réponse',
  'guide.close': 'Fermer',
  'guide.back': 'Retour',
  'guide.next': 'Suivant',
  'guide.done': 'Terminé',
  'guide.at': 'Étape {position, number} sur {count, number}',
  'guide.steps': 'Étapes du guide',
  'guide.stepNamed': '{n} : {title}',
  'guide.invitation':
    'Première visite ? Quelques courtes étapes : ce que veulent dire les réponses, pourquoi elles peuvent se tromper, que faire ensuite.',
  'guide.start': 'Commencer le guide',
  'guide.later': 'Pas maintenant',

  'guide.lead.title': 'Une piste, pas un juge',
  'guide.lead.what':
    'Donnez une image à cette page : elle cherche les traces statistiques que les générateurs d’images laissent dans les pixels. L’image reste sur cet appareil ; rien n’est envoyé.',
  'guide.lead.pixels':
    'Elle ne juge que des pixels. Qui a fait l’image, quand et où, et si la légende est exacte, elle ne peut pas le savoir : une photo prise par un appareil, avec une légende mensongère, trompe tout autant.',
  'guide.lead.declared':
    'Au-dessus de la réponse figure ce que le fichier lui-même déclare, s’il déclare quelque chose. Cela reste à part, car cela peut être falsifié ou retiré.',

  'guide.answers.title': 'Ce que veulent dire les trois réponses',
  'guide.answers.share':
    'Sous chaque réponse figure combien de photos réelles sur 100 ont un score aussi élevé. Cette ligne vaut plus que les mots.',
  'guide.answers.likely':
    'Les pixels ressemblent plus au travail d’un générateur que ceux de presque toutes les photos réelles. Un indice fort, jamais une preuve.',
  'guide.answers.likelyTest':
    'Lors du test, {real, plural, =0 {moins de 1} one {environ #} other {environ #}} image réelle sur 100 l’a reçue malgré tout.',
  'guide.answers.cant':
    'Les traces ne vont dans aucun sens, ou la réponse a été écartée pour une raison que nomme la fiche. Poursuivez par d’autres moyens.',
  'guide.answers.none':
    'Rien n’a été trouvé qui plaide pour un générateur. Cela ne prouve rien sur l’origine.',
  'guide.answers.noneTest':
    'Lors du test, {generated, plural, =0 {moins de 1} one {environ #} other {environ #}} image d’IA sur 100 a reçu cette réponse.',

  'guide.wrong.title': 'Pourquoi cela peut être inexact',
  'guide.wrong.test':
    'Essayé sur {count, plural, one {# image} other {# images}} jamais vues auparavant, le modèle a jugé « {likely} » {generated, plural, =0 {moins de 1} one {environ #} other {environ #}} image d’IA sur 100, et {real, plural, =0 {moins de 1} one {environ #} other {environ #}} image réelle sur 100.',
  'guide.wrong.heldOut':
    'Sur {count, plural, one {# image réelle} other {# images réelles}} tenues à l’écart de l’apprentissage, {real, plural, =0 {moins de 1} one {environ #} other {environ #}} sur 100 a été jugée « {likely} ».',
  'guide.wrong.copies': 'Copies transférées',
  'guide.wrong.copiesText':
    'Les messageries et les réseaux sociaux réduisent et recompressent les images, et la plupart des traces partent avec.',
  'guide.wrong.editing': 'Retouche',
  'guide.wrong.editingText':
    'Les filtres, la retouche, l’agrandissement et les modes nuit des téléphones laissent leurs propres traces, qui peuvent ressembler à celles d’un générateur.',
  'guide.wrong.newer': 'Nouveaux générateurs',
  'guide.wrong.newerText': 'Il connaît ceux dont il a appris. Ce qui est venu après peut passer inaperçu.',
  'guide.wrong.kinds': 'Autres sortes d’images',
  'guide.wrong.kindsText':
    'Il a appris sur des photographies. Dessins, images de synthèse, captures d’écran et numérisations sont en dehors de cela.',
  'guide.wrong.parts': 'Parties modifiées',
  'guide.wrong.partsText':
    'Il regarde de près peu d’endroits. La carte de chaleur montre lesquels ; une partie modifiée ailleurs peut lui échapper.',

  'guide.todo.title': 'Que faire ensuite',
  'guide.todo.text': 'Comme pour toute image qui compte, quelle que soit la réponse :',
  'guide.todo.original': 'Cherchez l’original',
  'guide.todo.originalText':
    'Qui l’a publiée en premier ? Demandez le fichier tel qu’il est sorti de l’appareil, pas une copie transférée, et examinez celui-là.',
  'guide.todo.search': 'Cherchez des copies antérieures',
  'guide.todo.searchText':
    'La recherche d’image inversée, comme Google Lens, TinEye, Bing ou Yandex, en trouve de plus anciennes et de plus grandes. Elle envoie l’image à cette entreprise : pas avec du matériel confidentiel.',
  'guide.todo.source': 'Interrogez la source',
  'guide.todo.sourceText':
    'Qui l’a prise, avec quoi, d’où ? Y a-t-il des images juste avant et juste après ?',
  'guide.todo.place': 'Vérifiez le lieu et l’heure',
  'guide.todo.placeText':
    'Comparez bâtiments, panneaux, ombres et météo avec des cartes, des vues de rue et des relevés météo.',
  'guide.todo.look': 'Regardez de près',
  'guide.todo.lookText':
    'Mains, inscriptions, reflets, motifs qui se répètent : utilisez la loupe. Les bizarreries sont des questions, pas des preuves.',
  'guide.todo.second': 'Faites regarder une deuxième personne',
  'guide.todo.secondText':
    'Enregistrez le rapport avec votre note. N’accusez personne sur la seule foi de cette page.',

  'guide.page.title': 'Autour de la page',
  'guide.page.key': 'F1',
  'guide.page.keyText': 'Ouvre ce guide à tout moment ; Échap le ferme.',
  'guide.page.paste': 'Coller',
  'guide.page.pasteText': 'Une image copiée peut être collée n’importe où sur la page.',
  'guide.page.explain': 'Expliquer',
  'guide.page.explainText': 'Le modèle regarde davantage d’endroits et dit sur quoi il se fonde.',
  'guide.page.tries': 'Essayer de quatre façons',
  'guide.page.triesText':
    'Réduite, compressée, en miroir, regardée ailleurs : une réponse qui bascule est écartée.',
  'guide.page.print': 'Imprimer',
  'guide.page.printText':
    'Les images avec tout ce qui a été trouvé à leur sujet, volets ouverts, rien à presser.',
  'guide.page.offline': 'Sans connexion',
  'guide.page.offlineText': 'Une fois chargé, tout ici fonctionne sans réseau.',

  'now.title': 'Et maintenant ?',
  'now.more': 'Le guide en dit plus',
  'now.likely.ask':
    'Ne publiez pas et n’accusez pas sur cette seule base. Demandez le fichier original à qui l’a diffusée, et examinez celui-là.',
  'now.likely.try': 'Essayez la réponse de quatre façons : une réponse qui bascule ne vaut rien.',
  'now.cant.none':
    'Prenez cela pour ce que c’est : pas de réponse. Une copie plus grande ou antérieure en donnera peut-être une.',
  'now.cant.goOn': 'Poursuivez comme pour toute autre image : source, copies antérieures, lieu et heure.',
  'now.none.bill':
    'N’y voyez pas un blanc-seing : des traces se perdent en chemin, et de nouveaux générateurs en laissent d’autres.',
  'now.none.ask':
    'Demandez qui l’a prise, où et quand ; l’exactitude de la légende ne se voit pas dans les pixels.',
  'now.search':
    'Cherchez des copies antérieures et plus grandes par recherche d’image inversée, et vérifiez le lieu et l’heure.',
  'now.little.none': 'Il y a trop peu dans ces pixels pour une réponse quelconque.',
  'now.little.larger': 'Cherchez une copie plus grande, au mieux le fichier original, et examinez celle-là.',
};
