import type { Area } from '../area';
import type { received as english } from '../en/received';

export const received: Area<typeof english> = {
  'received.title': 'Was angekommen ist',
  'received.type': 'Art',
  'received.size': 'Größe',
  'received.nothing': 'Nichts bemerkt, was Spuren abgenutzt hätte.',

  'wrongExtension.what': 'Heißt {detail}, ist aber {format}',
  'wrongExtension.means': 'Es zählt der Inhalt. Die Datei wurde unterwegs umbenannt oder umgewandelt.',
  'damaged.what': 'Die Datei ist beschädigt: {detail}',
  'damaged.means': 'Was sie über sich sagt, zählt nicht.',
  'damaged.cutOff': 'ein Teil ist abgeschnitten',
  'damaged.checkSum': 'eine Prüfsumme stimmt nicht',
  'damaged.noPicture': 'es sind keine Bilddaten darin',
  'damaged.structure': 'ihr Aufbau ist gestört',
  'appended.what': '{detail} folgen auf das Ende des Bildes',
  'appended.means': 'Sie gehören nicht dazu und wurden nicht gelesen.',
  'strongCompression.what': 'Stark komprimiert, JPEG-Qualität etwa {detail}',
  'strongCompression.means':
    'So stark komprimiert sind Spuren von Generatoren meist verschwunden. „{none}“ besagt wenig.',
  'someCompression.what': 'Komprimiert, JPEG-Qualität etwa {detail}',
  'someCompression.means':
    'Feine Spuren sind geschwächt. Eine fehlende Spur besagt weniger als in einem Original.',
  'compressedTwice.what': 'Früher schon komprimiert, stärker als jetzt',
  'compressedTwice.means':
    'Es sieht besser gespeichert aus, als es ist: Die Spuren waren schon beim ersten Mal abgenutzt.',
  'savedBySoftware.what': 'Gespeichert von: {detail}',
  'savedBySoftware.means':
    'Es ist nicht mehr, wie eine Kamera oder ein Generator es hinterließ; Bearbeitung kann Spuren verbergen oder wie welche aussehen.',
  'savedBySoftware.retouching': 'Retusche-App',
  'savedBySoftware.viewer': 'Fotobetrachter',
  'savedBySoftware.gd': 'GD, die Bildbibliothek vieler Websites',
  'resized.what': 'Die Kameradaten sprechen von {detail} Pixeln',
  'resized.means':
    'Seither wurde es skaliert oder beschnitten. Skalieren verwischt die Spuren, auf denen Befunde beruhen.',
  'platformSize.what': 'Die lange Seite hat {detail} Pixel, ein Maß, auf das Dienste skalieren',
  'platformSize.means': 'Wahrscheinlich eine kleinere Kopie. Suchen Sie das Original: Es trägt mehr Spuren.',
  'screenshot.what': 'Ein Screenshot, laut: {detail}',
  'screenshot.means':
    'Der Befund betrifft das Bild des Bildschirms. Spuren dessen, was dort zu sehen war, überstehen das selten.',
  'screenshot.metadata': 'Metadaten',
  'screenshot.name': 'Dateiname',
  'screenSize.what': 'Genau so groß wie ein Bildschirm ({detail})',
  'screenSize.means': 'Es kann ein Screenshot sein; Spuren dessen, was zu sehen war, überstehen das selten.',
  'noMetadata.what': 'Gar keine Metadaten',
  'noMetadata.means': 'Üblich bei Bildern aus dem Netz. Es belegt nichts.',
  'platformTrace.what': 'Trägt ein Merkmal von {detail}',
  'platformTrace.means': 'Es lief über diesen Dienst, der skaliert und komprimiert: Spuren sind abgenutzt.',
  'platform.facebook': 'Facebook oder Instagram',
  'platformName.what': 'Benannt, wie {detail} Bilder benennt',
  'platformName.means':
    'Solche Dienste komprimieren stark und entfernen Metadaten. Ein Name ist allerdings leicht geändert.',
  'credentialsElsewhere.what': 'Die Content Credentials liegen auf einem Server',
  'credentialsElsewhere.means':
    'Diese Seite holt nie etwas von anderswo; sie wurden deshalb nicht angesehen.',

  'jpeg.quality': 'Qualität {detail}',
  'jpeg.qualityAbout': 'Qualität etwa {detail}, eigene Tabellen des Encoders',
  'jpeg.colour': 'Farbe {detail}',
  'jpeg.grey': 'grau',
  'jpeg.progressive': 'progressiv',
  'jpeg.baseline': 'Baseline',
};
