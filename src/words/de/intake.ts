import type { Area } from '../area';
import type { intake as english } from '../en/intake';

export const intake: Area<typeof english> = {
  'intake.title': 'Ist dieses Bild mit KI entstanden?',
  'intake.titleNext': 'Ein weiteres Bild untersuchen',
  'intake.lead':
    'Geben Sie dieser Seite ein Bild. Sie untersucht es auf diesem Gerät nach Spuren, die Bildgeneratoren hinterlassen; das Bild verlässt das Gerät nie.',
  'intake.hint': 'Bilder oder einen Ordner irgendwo auf dieser Seite ablegen oder eines einfügen.',
  'intake.choose': 'Bilder auswählen',

  'ask.how': 'Wie soll geantwortet werden?',
  'ask.question': 'Frage',
  'ask.suggested': 'Vorgeschlagene Fragen',
  'ask.suggestions': 'Vorschläge',
  'ask.forAnswer': 'Für eine Antwort',
  'ask.forReasons': 'Für eine Begründung',
  'ask.english': 'Das Modell versteht nur Englisch; die Vorschläge sind deshalb englisch.',
  'ask.again': 'Noch einmal fragen, auf andere Weise',
  'ask.submit': 'Fragen',

  'mode.auto.name': 'Das Modell entscheiden lassen',
  'mode.auto.what': 'Es begründet nur, wo es das für lohnend hält.',
  'mode.answer.name': 'Sofort antworten',
  'mode.answer.what': 'Ein Befund ohne Begründung; am schnellsten.',
  'mode.explain.name': 'Erklären',
  'mode.explain.what': 'Es sieht sich mehr Stellen an und sagt, wonach es geht; dauert länger.',
};
