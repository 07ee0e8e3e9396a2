/** Everything that was computed, word for word and digit for digit. */
import type { ComponentChildren } from 'preact';
import type { Card } from '../state/card';
import { duration, placeWords, STANCE_WORDS } from './words';

const digits = (value: number) => value.toFixed(3);

export function Numbers({ card }: { readonly card: Card }) {
  const { verdict, gate, final, error, retried } = card;
  return (
    <details class="fold numbers">
      <summary>{verdict ? 'Numbers and raw output' : 'Details'}</summary>
      <dl>
        {verdict && (
          <>
            <Row term="Model’s score for “AI-generated”">{digits(verdict.pFake)}</Row>
            <Row term="Calibrated logit">{digits(verdict.logit)}</Row>
            <Row term="Language model’s logit, fake − real">{digits(verdict.languageLogit)}</Row>
            <Row term="Detector logit">{digits(verdict.detectorLogit)}</Row>
            <Row term="Real photos scoring this high">{(verdict.realShare * 100).toFixed(1)} %</Row>
            <Row term="Crop logits">
              {verdict.crops.map(({ logit }, index) => `${index + 1}: ${logit.toFixed(2)}`).join(', ')}
            </Row>
          </>
        )}
        {gate && (
          <Row term="Wish to think">
            {digits(gate.pThink)}
            {gate.decidedBy === 'request' ? ' (mode was set by you)' : ''}
          </Row>
        )}
        {final && (
          <>
            <Row term="Tokens">{final.tokens}</Row>
            <Row term="Time">{duration(final.ms)}</Row>
            {final.stance && <Row term="The reasoning argues for">{STANCE_WORDS[final.stance]}</Row>}
          </>
        )}
        <Row term="Question">{card.request.question}</Row>
        {error && (
          <Row term="Error">
            {error.code}: {error.detail}
          </Row>
        )}
        {retried && (
          <Row term="First try ended with">
            {retried.code}: {retried.detail}
          </Row>
        )}
      </dl>
      {card.evidence.length > 0 && <EvidenceTable card={card} />}
      {verdict?.output && (
        <>
          <h3 class="small-head">Raw output</h3>
          <pre class="raw" data-testid="raw-output">
            {verdict.output}
          </pre>
        </>
      )}
    </details>
  );
}

function Row({ term, children }: { readonly term: string; readonly children: ComponentChildren }) {
  return (
    <div class="row">
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function EvidenceTable({ card }: { readonly card: Card }) {
  return (
    <table class="evidence">
      <caption>Measured in the picture, against real photos with as much compression</caption>
      <thead>
        <tr>
          <th scope="col">Measurement</th>
          <th scope="col">Value</th>
          <th scope="col">Among real photos</th>
        </tr>
      </thead>
      <tbody>
        {card.evidence.map(({ id, name, value, bin, reportable }) => (
          <tr key={id} class={reportable ? 'evidence-out' : undefined}>
            <th scope="row">{name}</th>
            <td>{value.toPrecision(3)}</td>
            <td>{placeWords(bin)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
