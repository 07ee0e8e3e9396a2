/** Everything that was computed, word for word and digit for digit. */

import type { ComponentChildren } from 'preact';
import type { Card } from '../state/card';
import { duration, fixed, percent, significant, t, whole } from '../words';
import { Verbatim } from './verbatim';
import { measurementName, placeWords, STANCE_WORDS } from './words';

const digits = (value: number) => fixed(value, 3);

export function Numbers({ card }: { readonly card: Card }) {
  const { verdict, gate, final, error, retried } = card;
  return (
    <details class="fold numbers">
      <summary>{verdict ? t('numbers.title') : t('numbers.details')}</summary>
      <dl>
        {verdict && (
          <>
            <Row term={t('numbers.score')}>{digits(verdict.pFake)}</Row>
            <Row term={t('numbers.logit')}>{digits(verdict.logit)}</Row>
            <Row term={t('numbers.languageLogit')}>{digits(verdict.languageLogit)}</Row>
            <Row term={t('numbers.detectorLogit')}>{digits(verdict.detectorLogit)}</Row>
            <Row term={t('numbers.share')}>{percent(verdict.realShare, 1)}</Row>
            <Row term={t('numbers.crops')}>
              {verdict.crops
                .map(({ logit }, index) => `${whole(index + 1)}:\u00a0${fixed(logit, 2)}`)
                .join(t('units.comma'))}
            </Row>
          </>
        )}
        {gate && (
          <Row term={t('numbers.think')}>
            {gate.decidedBy === 'request'
              ? t('numbers.thinkSet', { value: digits(gate.pThink) })
              : digits(gate.pThink)}
          </Row>
        )}
        {final && (
          <>
            <Row term={t('numbers.tokens')}>{whole(final.tokens)}</Row>
            <Row term={t('numbers.time')}>{duration(final.ms)}</Row>
            {final.stance && <Row term={t('numbers.stance')}>{STANCE_WORDS[final.stance]}</Row>}
          </>
        )}
        <Row term={t('ask.question')}>
          <Verbatim>{card.request.question}</Verbatim>
        </Row>
        {error && (
          <Row term={t('numbers.error')}>
            <Verbatim english>
              {error.code}: {error.detail}
            </Verbatim>
          </Row>
        )}
        {retried && (
          <Row term={t('numbers.retried')}>
            <Verbatim english>
              {retried.code}: {retried.detail}
            </Verbatim>
          </Row>
        )}
      </dl>
      {card.evidence.length > 0 && <EvidenceTable card={card} />}
      {verdict?.output && (
        <>
          <h3 class="small-head">{t('numbers.raw')}</h3>
          <pre class="raw" data-testid="raw-output" translate={false} lang="en" dir="ltr">
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
      <dd>
        <bdi>{children}</bdi>
      </dd>
    </div>
  );
}

function EvidenceTable({ card }: { readonly card: Card }) {
  return (
    <table class="evidence">
      <caption>{t('evidence.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('evidence.measurement')}</th>
          <th scope="col">{t('evidence.value')}</th>
          <th scope="col">{t('evidence.among')}</th>
        </tr>
      </thead>
      <tbody>
        {card.evidence.map(({ id, name, value, bin, reportable }) => (
          <tr key={id} class={reportable ? 'evidence-out' : undefined}>
            <th scope="row">{measurementName({ id, name })}</th>
            <td>
              <bdi>{significant(value, 3)}</bdi>
            </td>
            <td>{placeWords(bin)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
