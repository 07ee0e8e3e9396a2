import type { Area } from '../area';
import type { file as english } from '../en/file';

export const file: Area<typeof english> = {
  'origin.aiGenerated': 'Déclarée comme générée par IA',
  'origin.aiEdited': 'Déclarée comme retouchée avec une IA',
  'origin.aiPossible': 'Déclarée comme peut-être générée par IA',
  'origin.contradictory': 'Le fichier se contredit',

  'claim.aiGenerated': 'Faite par un générateur d’IA',
  'claim.aiEdited': 'Retouchée avec une IA, ou avec des parties faites par une IA',
  'claim.aiPossible': 'Étiquetée comme peut-être faite par une IA',
  'claim.camera': 'Prise avec un appareil photo',

  'declaredIn.credentials': 'Content Credentials',
  'declaredIn.iptc': 'métadonnées IPTC',
  'declaredIn.xmp': 'métadonnées XMP',
  'declaredIn.exif': 'métadonnées EXIF',
  'declaredIn.pngText': 'entrée de texte PNG',
  'declaredIn.comment': 'commentaire dans le fichier',
  'declaredIn.aigcLabel': 'étiquette AIGC exigée par la loi chinoise',

  'standing.damaged': 'Ne compte pas : le fichier est endommagé.',
  'standing.brokenSignature': 'Ne compte pas : la signature ne correspond pas au fichier.',
  'standing.contradicted': 'Ne compte pas : le fichier affirme aussi le contraire.',

  'backing.signer': 'son signataire',
  'backing.listed':
    'Signé par {signer}, dont le certificat mène à la liste de confiance C2PA, et inchangé depuis. Une déclaration ne peut guère être plus sûre.',
  'backing.unlisted':
    'La signature correspond à ces octets, mais personne sur la liste de confiance C2PA ne répond de {signer}. N’importe qui peut signer ainsi.',
  'backing.unsigned': 'Ce n’est pas signé. N’importe qui peut retirer ou falsifier des métadonnées.',

  'file.registered': 'le producteur enregistré sous {by}',
  'file.dayTime': '{day}, {time}',
  'file.kicker': 'Ce que dit le fichier lui-même',
  'file.apart': 'Le verdict ci-dessous porte sur les seuls pixels ; ceci n’y est pas entré.',
  'file.bothClaims':
    'Ses métadonnées nomment à la fois un appareil photo et un générateur d’IA, qui ne peuvent pas l’avoir faite tous les deux.',
  'file.neitherTaken':
    'Aucune des deux affirmations n’est reprise ici. Les détails ci-dessous montrent les deux.',
  'file.accordingTo': 'Selon le fichier : {places}.',
  'file.byAccordingTo': 'Par {by}, selon le fichier : {places}.',

  'integrity.unreadable': 'Illisibles ; rien de ce qu’ils contiennent ne compte.',
  'integrity.intact': 'Signature intacte : ce sont les octets qui ont été signés.',
  'integrity.broken':
    'Rompue : ce ne sont pas les octets qui ont été signés ; rien de ce qu’ils contiennent ne compte.',
  'integrity.unconfirmed': 'Impossibles à confirmer ; rien de ce qu’ils contiennent ne compte.',
  'signer.unknown': 'Inconnu',
  'signer.listed': '{signer}, sur la liste de confiance C2PA du {day}',
  'signer.unlisted': '{signer}, absent de la liste de confiance C2PA du {day}, celle que porte cette page',

  'file.says': 'Ce que le fichier dit de lui-même',
  'file.nothing': 'rien',
  'file.silent':
    'Ni Content Credentials, ni appareil, ni programme. C’est courant, car la plupart des services retirent ces données, et cela ne prouve rien.',
  'file.reading': 'Lecture de ce que le fichier dit de lui-même',
  'file.unread': 'Ce que le fichier dit de lui-même n’a pas pu être lu ({code}).',
  'file.camera': 'Appareil photo',
  'file.program': 'Programme',
  'file.lens': 'Objectif',
  'file.taken': 'Prise le',
  'file.exposure': 'Exposition',
  'file.programs': 'Programmes',
  'file.place': 'Lieu',
  'file.hasPlace': 'Contient un lieu',
  'file.showPlace': 'L’afficher',
  'file.asWritten':
    'Tel qu’écrit dans le fichier. De telles données se gardent, se perdent ou se falsifient facilement.',
  'file.declared': 'Origine déclarée',
  'file.claimBy': '{claim} : {by}',
  'file.in': '{place} : {field}',
  'file.credentials': 'Content Credentials',
  'file.signedBy': 'Signé par',
  'file.signedOn': 'Signé le',
  'file.writtenBy': 'Écrit par',
  'file.validator': 'Validateur',
  'file.notCounted': 'Ce qu’ils affirment, sans que cela compte :',
};
