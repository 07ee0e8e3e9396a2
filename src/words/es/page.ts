import type { Area } from '../area';
import type { page as english } from '../en/page';

export const page: Area<typeof english> = {
  'page.title': 'Fake-HR1 nano: rastros de IA en una imagen',
  'page.description':
    'Busca en una imagen, en este dispositivo, rastros de generación por IA. Ninguna imagen sale nunca de él.',
  'page.skip': 'Ir a los resultados',
  'page.results': 'Resultados',
  'page.drop': 'Suelte para examinar',
  'page.newer':
    'Hay lista una versión más reciente de esta página. Al cambiar, las imágenes desaparecen de la página; los resultados guardados vuelven.',
  'page.changeOver': 'Cambiar',
  'page.pictures': '{count, plural, one {# imagen} other {# imágenes}}',
  'page.picturesLeft':
    '{count, plural, one {# imagen} other {# imágenes}}, {left, plural, one {falta #} other {faltan #}}',
  'page.removeAll': 'Quitar todas',
  'page.language': 'Idioma',
  'page.languageFailed': 'No se pudo cargar este idioma. Compruebe la conexión e inténtelo de nuevo.',

  'footer.can.title': 'Lo que puede hacer',
  'footer.can.text':
    'Busca los rastros estadísticos que los generadores de imágenes dejan en los píxeles y dice con qué frecuencia fotos de autenticidad comprobada tienen el mismo aspecto.',
  'footer.cannot.title': 'Lo que no puede hacer',
  'footer.cannot.text':
    'No puede demostrar que una imagen sea auténtica o generada. Es un modelo pequeño: se le escapan los generadores nuevos, se equivoca con fotos muy editadas y no sabe quién hizo una imagen ni por qué. Tómelo como una pista entre varias.',
  'footer.where.title': 'Adónde van sus imágenes',
  'footer.where.text':
    'A ninguna parte. Se examinan en esta pestaña y nunca se guardan; los resultados y pequeñas vistas previas quedan en este navegador hasta que los borre. El propio navegador tiene la orden de prohibir a esta página cualquier conexión que no sea con su propio sitio. Una vez cargada, funciona sin red.',
};
