import type { Area } from '../area';
import type { verdict as english } from '../en/verdict';

export const verdict: Area<typeof english> = {
  'band.likelyAi': 'Wahrscheinlich KI-generiert',
  'band.cantTell': 'Nicht zu entscheiden',
  'band.noTraces': 'Keine KI-Spuren gefunden',

  'caveat.likelyAi':
    'Ein starker Hinweis, kein Beweis. Starke Bearbeitung oder Filter können genauso aussehen.',
  'caveat.cantTell': 'Die Spuren weisen in keine Richtung deutlich genug, um mehr zu sagen.',
  'caveat.cantTellRare':
    'Selten bei echten Fotos, doch manche Arten erreichen das öfter: zu wenig, um mehr zu sagen.',
  'caveat.noTraces':
    'Keine Spuren zu finden beweist nicht, dass eine Kamera das Bild aufgenommen hat. Neue Generatoren und erneutes Speichern verbergen sie.',

  'abstain.blank': 'Das Bild ist leer oder fast leer: Es gibt darin nichts zu beurteilen.',
  'abstain.noise': 'Das Bild ist kaum mehr als Rauschen: Es gibt darin nichts zu beurteilen.',
  'abstain.tooSmall': 'Das Bild ist zu klein, um verlässliche Spuren zu tragen.',
  'abstain.contradiction':
    'Das Modell hat in die eine Richtung begründet und in die andere geantwortet; seine Antwort gilt deshalb nicht.',
  'abstain.cropsDisagree': 'Verschiedene Teile des Bildes weisen in entgegengesetzte Richtungen.',
  'abstain.unstable':
    'Die Antwort kippt, wenn dasselbe Bild ein wenig verändert wird, wie die Versuche unten zeigen; sie gilt deshalb nicht.',

  'kind.art':
    'Es sieht nach einer Zeichnung oder einem Gemälde aus. Das Modell hat an Fotos gelernt, und ein Stil ist kein Anzeichen für KI.',
  'kind.render':
    'Es sieht nach einer Computergrafik aus. Das Modell hat an Fotos gelernt, und ein Stil ist kein Anzeichen für KI.',
  'kind.page':
    'Es sieht nach einem Screenshot oder Scan aus. Das Modell hat an Fotos gelernt und übersieht womöglich, was darauf zu sehen ist.',

  'share.few': 'Weniger als 1 von 100 echten Fotos erreicht einen so hohen Wert.',
  'share.some':
    'Von 100 echten Fotos {count, plural, one {erreicht #} other {erreichen #}} einen so hohen Wert oder einen höheren.',
  'share.all': 'Praktisch alle echten Fotos erreichen diesen Wert oder einen höheren.',

  'effort.first': 'Erster Befund nach {time}',
  'effort.thought': '{count, plural, one {# Token} other {# Tokens}} lang nachgedacht, {time}',
  'effort.thoughtOn': '{count, plural, one {# Token} other {# Tokens}} lang nachgedacht, {time} auf {device}',
  'effort.atOnce': 'Sofort geantwortet, {time}',
  'effort.atOnceOn': 'Sofort geantwortet, {time} auf {device}',
  'effort.andFirst': '{effort}; erster Befund nach {time}',

  'outcome.waitModel': 'Wartet auf das Modell',
  'outcome.waitTurn': 'Wartet, bis es an der Reihe ist',
  'outcome.retried': 'Das Modell ist stehen geblieben; zweiter Versuch',
  'outcome.looking': 'Wird angesehen',
  'outcome.none': 'Kein Befund',
  'outcome.stoppedWith': 'Angehalten; dies war der Befund auf den ersten Blick',
  'outcome.stopped': 'Angehalten',
  'outcome.failed': 'Fehlgeschlagen',
};
