import type { Area } from '../area';
import type { errors as english } from '../en/errors';

export const errors: Area<typeof english> = {
  'error.corrupt.title': 'Cette image est endommagée',
  'error.corrupt.advice':
    'Elle commence comme une image mais ne peut pas être décodée jusqu’au bout. Essayez de la télécharger ou de la copier à nouveau.',
  'error.tooLarge.title': 'Cette image est trop grande',
  'error.tooLarge.adviceLimit':
    'Plus de {count, plural, one {# mégapixel ne tient pas} other {# mégapixels ne tiennent pas}} sans risque en mémoire. Découpez la partie en question, sans la réduire.',
  'error.tooLarge.advice':
    'Elle ne tient pas sans risque en mémoire. Découpez la partie en question, sans la réduire.',
  'error.tooSmall.title': 'Cette image est trop petite',
  'error.tooSmall.adviceLimit':
    'Un côté de moins de {count, plural, one {# pixel} other {# pixels}} ne porte pas de traces. Cherchez une copie plus grande, au mieux l’original.',
  'error.tooSmall.advice':
    'Si peu de pixels ne portent pas de traces. Cherchez une copie plus grande, au mieux l’original.',
  'error.emptyFile.title': 'Ce fichier est vide',
  'error.emptyFile.advice':
    'Il a un nom mais pas de contenu. Récupérez ou enregistrez l’image à nouveau, puis déposez le nouveau fichier.',
  'error.noContent.title': 'Il n’y a rien à voir sur cette image',
  'error.noContent.advice': 'Elle est entièrement transparente. Essayez une autre image.',
  'error.modelMissing.title': 'Le modèle n’a pas pu être récupéré',
  'error.modelMissing.advice':
    'Il est téléchargé une fois, depuis le site d’où vient cette page. Vérifiez la connexion et réessayez.',
  'error.modelTampered.title': 'Le modèle n’est pas celui qu’il devrait être',
  'error.modelTampered.advice':
    'Un fichier diffère de son empreinte et n’a pas été utilisé. Réessayez ; si cela persiste, prévenez les responsables de ce site.',
  'error.quota.title': 'Il n’y a pas de place pour le modèle',
  'error.quota.adviceNeeded':
    'Il lui faut {size} du stockage de ce navigateur. Libérez de l’espace ou quittez la navigation privée, puis réessayez.',
  'error.quota.advice':
    'Ce navigateur a refusé de le stocker. Libérez de l’espace ou quittez la navigation privée, puis réessayez.',
  'error.noDevice.title': 'Ce navigateur ne peut pas exécuter le modèle',
  'error.noDevice.advice':
    'Il n’offre ni WebGPU ni WebAssembly comme il le faudrait. Un Chrome, Edge, Firefox ou Safari récent convient.',
  'error.deviceLost.title': 'La carte graphique a lâché',
  'error.deviceLost.advice':
    'L’image a été essayée deux fois. Réessayez : la prochaine tentative se fera peut-être sur le processeur.',
  'error.memory.title': 'La mémoire n’a pas suffi',
  'error.memory.advice': 'Fermez d’autres onglets ou programmes, puis réessayez.',
  'error.timeout.title': 'Le modèle n’a pas répondu à temps',
  'error.timeout.advice': 'L’appareil est peut-être occupé. Réessayez quand il aura moins à faire.',
  'error.selfTest.title': 'Cet appareil calcule mal',
  'error.selfTest.advice':
    'Une image connue n’a pas donné son résultat connu ; aucun verdict n’est donc fiable ici. Essayez un autre navigateur ou un autre appareil.',
  'error.cancelled.title': 'Arrêté',
  'error.cancelled.advice': 'Vous pouvez redemander à tout moment.',
  'error.internal.title': 'Quelque chose s’est mal passé dans le modèle',
  'error.internal.advice':
    'Il a été redémarré. Réessayez l’image ; les détails ci-dessous aideront qui cherchera la cause.',
  'error.heic.title': 'Ce navigateur ne peut pas ouvrir les photos HEIC',
  'error.heic.advice':
    'Ouvrez la photo dans la galerie de votre téléphone et partagez-la ou exportez-la en JPEG. Attention : cela la compresse à nouveau, ce qui affaiblit les traces. Safari ouvre le HEIC tel quel.',
  'error.tiff.title': 'Les images TIFF ne peuvent pas être ouvertes',
  'error.tiff.advice': 'Enregistrez l’image en PNG, ce qui ne perd rien, et déposez celle-ci.',
  'error.svg.title': 'C’est un dessin, pas une photo',
  'error.svg.advice':
    'Les fichiers SVG contiennent des formes au lieu de pixels ; il n’y a pas de traces d’appareil photo ou de générateur à y chercher.',
  'error.unreadable.title': 'Lecture impossible',
  'error.unreadable.advice':
    'Le fichier a peut-être été déplacé ou est utilisé par un autre programme. Déposez-le de nouveau, seul.',
  'error.link.title': 'Ce n’est qu’un lien vers une image',
  'error.link.advice':
    'Cette page ne va jamais rien chercher ailleurs. Enregistrez l’image sur cet appareil et déposez le fichier.',
  'error.unsupported.title': 'Ce n’est pas une image qui puisse être ouverte',
  'error.unsupported.advice':
    'JPEG, PNG, WebP, AVIF, GIF et BMP conviennent. C’est le contenu du fichier qui compte, pas son nom.',
};
