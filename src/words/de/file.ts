import type { Area } from '../area';
import type { file as english } from '../en/file';

export const file: Area<typeof english> = {
  'origin.aiGenerated': 'Als KI-generiert deklariert',
  'origin.aiEdited': 'Als mit KI bearbeitet deklariert',
  'origin.aiPossible': 'Als möglicherweise KI-generiert deklariert',
  'origin.contradictory': 'Die Datei widerspricht sich',

  'claim.aiGenerated': 'Von einem KI-Generator erzeugt',
  'claim.aiEdited': 'Mit KI bearbeitet oder mit Teilen aus KI',
  'claim.aiPossible': 'Als möglicherweise mit KI erzeugt gekennzeichnet',
  'claim.camera': 'Mit einer Kamera aufgenommen',

  'declaredIn.credentials': 'Content Credentials',
  'declaredIn.iptc': 'IPTC-Metadaten',
  'declaredIn.xmp': 'XMP-Metadaten',
  'declaredIn.exif': 'EXIF-Metadaten',
  'declaredIn.pngText': 'PNG-Texteintrag',
  'declaredIn.comment': 'Kommentar in der Datei',
  'declaredIn.aigcLabel': 'AIGC-Kennzeichen nach chinesischem Recht',

  'standing.damaged': 'Zählt nicht: Die Datei ist beschädigt.',
  'standing.brokenSignature': 'Zählt nicht: Die Signatur passt nicht zur Datei.',
  'standing.contradicted': 'Zählt nicht: Die Datei sagt auch das Gegenteil.',

  'backing.signer': 'die signierende Stelle',
  'backing.listed':
    'Signiert von: {signer}. Das Zertifikat führt zur C2PA-Vertrauensliste, und seither wurde nichts geändert. Sicherer wird eine Erklärung nicht.',
  'backing.unlisted':
    'Die Signatur passt zu diesen Bytes, aber niemand auf der C2PA-Vertrauensliste steht ein für: {signer}. So signieren kann jeder.',
  'backing.unsigned': 'Es ist nicht signiert. Metadaten kann jeder entfernen oder fälschen.',

  'file.registered': 'der Anbieter mit der Registriernummer {by}',
  'file.dayTime': '{day}, {time}',
  'file.kicker': 'Was die Datei selbst sagt',
  'file.apart': 'Der Befund unten betrifft allein die Pixel; dies ging nicht in ihn ein.',
  'file.bothClaims':
    'Ihre Metadaten nennen sowohl eine Kamera als auch einen KI-Generator; beide zugleich können das Bild nicht gemacht haben.',
  'file.neitherTaken': 'Keine der Angaben wird hier übernommen. Die Einzelheiten unten zeigen beide.',
  'file.accordingTo': 'Angabe in der Datei: {places}.',
  'file.byAccordingTo': 'Von {by}. Angabe in der Datei: {places}.',

  'integrity.unreadable': 'Nicht lesbar; nichts darin zählt.',
  'integrity.intact': 'Signatur unversehrt: Dies sind die Bytes, die signiert wurden.',
  'integrity.broken': 'Gebrochen: Dies sind nicht die Bytes, die signiert wurden; nichts darin zählt.',
  'integrity.unconfirmed': 'Nicht zu bestätigen; nichts darin zählt.',
  'signer.unknown': 'Unbekannt',
  'signer.listed': '{signer}, auf der C2PA-Vertrauensliste vom {day}',
  'signer.unlisted': '{signer}, nicht auf der C2PA-Vertrauensliste vom {day}, die diese Seite mitbringt',

  'file.says': 'Was die Datei über sich sagt',
  'file.nothing': 'nichts',
  'file.silent':
    'Keine Content Credentials, keine Kamera, kein Programm. Das ist üblich, weil die meisten Dienste solche Angaben entfernen, und es belegt nichts.',
  'file.reading': 'Lese, was die Datei über sich sagt',
  'file.unread': 'Was die Datei über sich sagt, ließ sich nicht lesen ({code}).',
  'file.camera': 'Kamera',
  'file.program': 'Programm',
  'file.lens': 'Objektiv',
  'file.taken': 'Aufgenommen',
  'file.exposure': 'Belichtung',
  'file.programs': 'Programme',
  'file.place': 'Ort',
  'file.hasPlace': 'Enthält einen Ort',
  'file.showPlace': 'Anzeigen',
  'file.asWritten':
    'Wie in der Datei geschrieben. Solche Angaben bleiben leicht erhalten, gehen leicht verloren und sind leicht gefälscht.',
  'file.declared': 'Erklärte Herkunft',
  'file.claimBy': '{claim}: {by}',
  'file.in': '{place}: {field}',
  'file.credentials': 'Content Credentials',
  'file.signedBy': 'Signiert von',
  'file.signedOn': 'Signiert am',
  'file.writtenBy': 'Geschrieben von',
  'file.validator': 'Prüfprogramm',
  'file.notCounted': 'Was sie angeben, ohne zu zählen:',
};
