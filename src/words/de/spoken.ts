import type { Area } from '../area';
import type { spoken as english } from '../en/spoken';

export const spoken: Area<typeof english> = {
  'said.of': '{name}: {what}',
  'said.verdict': '{band}. {why}',
  'said.declared': 'Die Datei selbst sagt: {title}. {what}',
  'said.failed': '{title}. {what}',
  'said.stays': 'Die Begründung ist fertig; die Antwort blieb, wie sie war.',
  'said.stopped': 'Angehalten.',
  'said.added': '{count, plural, one {# Bild} other {# Bilder}} hinzugefügt.',
  'said.cleared': 'Alle Bilder entfernt.',
  'said.all': '{count, plural, one {# Bild ist} other {Alle # Bilder sind}} untersucht: {what}.',
  'said.band': '{n} {band}',
  'said.without': '{n} ohne Antwort',
  'said.reasoning': 'Begründung zu {name}:',
  'said.model.downloading': 'Das Modell wird heruntergeladen, {size}.',
  'said.model.half': 'Die Hälfte des Modells ist heruntergeladen.',
  'said.model.ready': 'Das Modell ist bereit.',
  'said.model.stopped': 'Das Modell ist stehen geblieben; es startet neu.',
};
