import type { Area } from '../area';
import type { embed as english } from '../en/embed';

export const embed: Area<typeof english> = {
  'embed.region': 'KI-Spuren in diesem Bild',
  'embed.drop': 'Ein Bild hier ablegen',
  'embed.choose': 'Ein Bild wählen',
  'embed.another': 'Ein anderes Bild prüfen',
  'embed.picture': 'Das geprüfte Bild',
  'embed.reasoningNote': 'Vom Modell geschrieben; es kann sich in dem irren, was es nennt.',
  'embed.download': 'Herunterladen des Modells',
  'embed.privacy': 'Auf diesem Gerät untersucht. Das Bild wird nirgendwohin gesendet.',
  'embed.fetching': 'Das Bild wird geholt …',
  'embed.downloading': 'Das Modell wird einmalig heruntergeladen: {loaded} von {total}',
  'embed.startingModel': 'Das Modell startet …',
  'embed.checkingModel': 'Das Modell wird gesucht …',
  'embed.looking': 'Das Bild wird untersucht …',
  'embed.thinking': 'Das Modell überlegt …',
  'embed.thought': 'Mit Überlegung beantwortet.',
  'embed.atOnce': 'Sofort beantwortet.',
  'embed.oneThread':
    'Langsamer als möglich: Diese Seite ist nicht von anderen Ursprüngen isoliert, deshalb hat das Modell nur einen Thread.',
  'embed.unreachable.title': 'Das Bild ließ sich nicht holen',
  'embed.unreachable.advice':
    'Vielleicht stimmt seine Adresse nicht, oder die Website, auf der es liegt, lässt diese Seite es nicht lesen.',
};
