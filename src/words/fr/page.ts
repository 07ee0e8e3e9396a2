import type { Area } from '../area';
import type { page as english } from '../en/page';

export const page: Area<typeof english> = {
  'page.title': 'Fake-HR1 nano : traces d’IA dans une image',
  'page.description':
    'Cherche dans une image, sur cet appareil, des traces de génération par IA. Aucune image ne le quitte jamais.',
  'page.skip': 'Aller aux résultats',
  'page.results': 'Résultats',
  'page.drop': 'Déposez pour examiner',
  'page.newer':
    'Une version plus récente de cette page est prête. Le changement retire les images de la page ; les résultats conservés reviennent.',
  'page.changeOver': 'Changer de version',
  'page.pictures': '{count, plural, one {# image} other {# images}}',
  'page.picturesLeft': '{count, plural, one {# image} other {# images}}, encore {left, number} à examiner',
  'page.removeAll': 'Tout retirer',
  'page.language': 'Langue',
  'page.languageFailed': 'Cette langue n’a pas pu être chargée. Vérifiez la connexion et réessayez.',

  'footer.can.title': 'Ce que l’outil peut faire',
  'footer.can.text':
    'Il cherche les traces statistiques que les générateurs d’images laissent dans les pixels, et dit à quelle fréquence des photos dont l’authenticité est établie ont la même apparence.',
  'footer.cannot.title': 'Ce qu’il ne peut pas faire',
  'footer.cannot.text':
    'Il ne peut pas prouver qu’une image est authentique ou générée. C’est un petit modèle : il passe à côté des nouveaux générateurs, se trompe sur les photos très retouchées et ne sait ni qui a fait une image ni pourquoi. Voyez-y une piste parmi d’autres.',
  'footer.where.title': 'Où vont vos images',
  'footer.where.text':
    'Nulle part. Elles sont examinées dans cet onglet et jamais conservées ; les résultats et de petits aperçus restent dans ce navigateur jusqu’à ce que vous les effaciez. Le navigateur lui-même a pour consigne d’interdire à cette page toute connexion autre qu’à son propre site. Une fois chargée, elle fonctionne sans réseau.',
};
