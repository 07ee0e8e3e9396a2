import type { Area } from '../area';
import type { picture as english } from '../en/picture';

export const picture: Area<typeof english> = {
  'picture.none': 'Pas d’aperçu',
  'picture.heat': 'Carte de chaleur',
  'picture.magnifier': 'Loupe',
  'picture.show': 'Montrer {count, plural, one {l’endroit regardé} other {les # endroits regardés}} de près',
  'picture.hide': 'Cacher {count, plural, one {l’endroit regardé} other {les # endroits regardés}} de près',

  'heat.fewer': '{value} : moins de traces d’IA',
  'heat.more': '{value} : davantage',
  'heat.scores': 'Scores des endroits',
  'heat.place': 'Endroit {count, number} : {value}',
  'heat.note':
    'Chaque carré est un endroit que le modèle a regardé de près, avec le score propre à cet endroit (logit) : au-dessus de 0 il penche vers l’IA, au-dessous il s’en éloigne. La réponse pèse aussi l’image entière et ses mesures ; elle peut donc différer des carrés. Ce qui n’a pas de couleur n’a pas été regardé de près ; cela ne le rend pas net. Là où des carrés se chevauchent, le score le plus éloigné de 0 est au-dessus.',
  'heat.explain': '« Expliquer » lui fait regarder davantage d’endroits.',

  'lens.role': 'loupe',
  'lens.label':
    'Loupe sur {name}. Les flèches la déplacent, d’un pixel avec Maj ; plus et moins changent l’agrandissement ; Échap la range.',
  'lens.smaller': 'Réduire',
  'lens.larger': 'Agrandir',
  'lens.where': '{zoom}×, pixel {x}, {y}',
  'lens.note':
    'Les pixels mêmes de l’image, sans lissage. Déplacez le pointeur ou un doigt sur l’image, ou utilisez les flèches.',
};
