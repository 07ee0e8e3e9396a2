import type { Area } from '../area';
import type { received as english } from '../en/received';

export const received: Area<typeof english> = {
  'received.title': 'Ce qui a été reçu',
  'received.type': 'Type',
  'received.size': 'Taille',
  'received.nothing': 'Rien remarqué qui aurait usé les traces.',

  'wrongExtension.what': 'Nommé {detail}, mais le contenu est du {format}',
  'wrongExtension.means': 'C’est le contenu qui compte. Le fichier a été renommé ou converti en chemin.',
  'damaged.what': 'Le fichier est endommagé : {detail}',
  'damaged.means': 'Ce qu’il dit de lui-même ne compte pas.',
  'damaged.cutOff': 'une partie est coupée',
  'damaged.checkSum': 'une somme de contrôle ne correspond pas',
  'damaged.noPicture': 'il n’y a pas de données d’image',
  'damaged.structure': 'sa structure est défectueuse',
  'appended.what': '{detail} suivent la fin de l’image',
  'appended.means': 'Ils n’en font pas partie et n’ont pas été lus.',
  'strongCompression.what': 'Forte compression, qualité JPEG d’environ {detail}',
  'strongCompression.means':
    'Après une telle compression, les traces de générateurs ont pour la plupart disparu. « {none} » ne veut pas dire grand-chose.',
  'someCompression.what': 'Compression, qualité JPEG d’environ {detail}',
  'someCompression.means':
    'Les traces fines sont affaiblies. Une trace absente en dit moins que dans un original.',
  'compressedTwice.what': 'Déjà compressée avant, plus fortement que maintenant',
  'compressedTwice.means':
    'Elle paraît mieux enregistrée qu’elle ne l’est : les traces étaient déjà usées dès la première fois.',
  'savedBySoftware.what': 'Enregistrée par {detail}',
  'savedBySoftware.means':
    'Elle n’est plus telle qu’un appareil ou un générateur l’a laissée ; des retouches peuvent cacher des traces ou y ressembler.',
  'savedBySoftware.retouching': 'une application de retouche',
  'savedBySoftware.viewer': 'une visionneuse de photos',
  'savedBySoftware.gd': 'GD, la bibliothèque d’images de nombreux sites web',
  'resized.what': 'Ses données d’appareil parlent de {detail} pixels',
  'resized.means':
    'Elle a été redimensionnée ou recadrée depuis. Le redimensionnement brouille les traces sur lesquelles reposent les verdicts.',
  'platformSize.what': 'Son grand côté fait {detail} pixels, une taille à laquelle des services réduisent',
  'platformSize.means': 'Probablement une copie réduite. Cherchez l’original : il porte plus de traces.',
  'screenshot.what': 'Une capture d’écran, d’après {detail}',
  'screenshot.means':
    'Le verdict porte sur l’image de l’écran. Les traces de ce qui y était affiché survivent rarement.',
  'screenshot.metadata': 'ses métadonnées',
  'screenshot.name': 'son nom',
  'screenSize.what': 'Exactement de la taille d’un écran ({detail})',
  'screenSize.means':
    'C’est peut-être une capture d’écran, où les traces de ce qui était affiché survivent rarement.',
  'noMetadata.what': 'Aucune métadonnée',
  'noMetadata.means': 'Courant pour les images du web. Cela ne prouve rien.',
  'platformTrace.what': 'Porte une marque de {detail}',
  'platformTrace.means': 'Elle est passée par ce service, qui réduit et compresse : les traces sont usées.',
  'platform.facebook': 'Facebook ou Instagram',
  'platformName.what': 'Nommée comme {detail} nomme ses images',
  'platformName.means':
    'De tels services compressent fortement et retirent les métadonnées. Mais un nom se change facilement.',
  'credentialsElsewhere.what': 'Ses Content Credentials sont conservés sur un serveur',
  'credentialsElsewhere.means':
    'Cette page ne va jamais rien chercher ailleurs ; ils n’ont donc pas été consultés.',

  'jpeg.quality': 'qualité {detail}',
  'jpeg.qualityAbout': 'qualité d’environ {detail}, tables propres à l’encodeur',
  'jpeg.colour': 'couleur {detail}',
  'jpeg.grey': 'gris',
  'jpeg.progressive': 'progressif',
  'jpeg.baseline': 'séquentiel',
};
