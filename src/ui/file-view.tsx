/** Two sections beside the verdict: what the file says of itself, and what was received. */

import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Credentials, Declaration, FileReport, Place } from '../contract';
import type { Card } from '../state/card';
import { bytes, day, dimensions, fixed, t } from '../words';
import {
  actionWords,
  CLAIM_WORDS,
  cameraName,
  DECLARED_IN_WORDS,
  exifTime,
  ingredientWords,
  integrityWords,
  makerName,
  signerWords,
  standingWords,
} from './file-words';
import { findingWords, jpegWords } from './received-words';
import { useWide } from './use-wide';
import { Verbatim } from './verbatim';
import { formatName } from './words';

export function FileSections({ card }: { readonly card: Card }) {
  const { file } = card;
  if (!file) return null;
  if (file.phase === 'reading') return <p class="note file-reading">{t('file.reading')}</p>;
  if (file.phase === 'failed')
    return <p class="note file-reading">{t('file.unread', { code: file.error.code })}</p>;
  // No picture, then: what is wrong was said above.
  if (file.report.format === 'unknown') return null;
  return (
    <>
      <Says report={file.report} />
      <Received report={file.report} />
    </>
  );
}

function Says({ report }: { readonly report: FileReport }) {
  const { origin, declarations, credentials, camera, software, place } = report;
  // What EXIF says of a camera stands under Camera, unless something in the file speaks against it.
  const told = declarations.filter(
    ({ claim, declaredIn }) => claim !== 'camera' || declaredIn !== 'exif' || origin === 'contradictory',
  );
  const wide = useWide();
  const silent = told.length === 0 && !credentials && !camera && software.length === 0 && !place;
  return (
    <details class="fold file-says" open={wide && !silent} data-testid="file-says">
      <summary>
        <span>
          {t('file.says')} {silent && <span class="summary-now">{t('file.nothing')}</span>}
        </span>
      </summary>
      {silent ? (
        <p class="note">{t('file.silent')}</p>
      ) : (
        <div class="file-parts">
          {told.length > 0 && <Declarations list={told} />}
          {credentials && <CredentialsPart credentials={credentials} />}
          {(camera || software.length > 0 || place) && (
            <Part title={camera ? t('file.camera') : t('file.program')}>
              <dl>
                {camera && (
                  <>
                    <Row term={t('file.camera')} verbatim>
                      {cameraName(camera)}
                    </Row>
                    <Row term={t('file.lens')} verbatim>
                      {camera.lens}
                    </Row>
                    <Row term={t('file.taken')}>{camera.takenAt && exifTime(camera.takenAt)}</Row>
                    <Row term={t('file.exposure')} verbatim>
                      {camera.exposure}
                    </Row>
                  </>
                )}
                <Row term={t('file.programs')} verbatim>
                  {software.join(', ') || null}
                </Row>
                {place && <PlaceRow place={place} />}
              </dl>
              <p class="note">{t('file.asWritten')}</p>
            </Part>
          )}
        </div>
      )}
    </details>
  );
}

function Declarations({ list }: { readonly list: readonly Declaration[] }) {
  return (
    <Part title={t('file.declared')}>
      <ul class="plain">
        {list.map((one) => (
          <li key={`${one.field}${one.quote}`} class={one.standing === 'counts' ? undefined : 'discounted'}>
            <p>
              {one.by
                ? t('file.claimBy', { claim: CLAIM_WORDS[one.claim], by: makerName(one.by) })
                : CLAIM_WORDS[one.claim]}
            </p>
            <p class="where">
              {t('file.in', { place: DECLARED_IN_WORDS[one.declaredIn], field: one.field })}
            </p>
            <p class="quote" translate={false} dir="auto">
              {one.quote}
            </p>
            <Standing of={one.standing} />
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Standing({ of }: { readonly of: Declaration['standing'] }) {
  const words = standingWords(of);
  return words && <p class="standing">{words}</p>;
}

function CredentialsPart({ credentials }: { readonly credentials: Credentials }) {
  const { intact, signedAt, maker, actions, ingredients, failures } = credentials;
  return (
    <Part title={t('file.credentials')}>
      <p class={intact ? 'integrity' : 'integrity integrity-bad'}>{integrityWords(credentials)}</p>
      <dl>
        {intact !== null && <Row term={t('file.signedBy')}>{signerWords(credentials)}</Row>}
        <Row term={t('file.signedOn')}>{signedAt && day(signedAt)}</Row>
        <Row term={t('file.writtenBy')} verbatim>
          {maker}
        </Row>
        {!intact && (
          <Row term={t('file.validator')} verbatim>
            {failures.join(', ') || null}
          </Row>
        )}
      </dl>
      {!intact && actions.length > 0 && <p class="note">{t('file.notCounted')}</p>}
      {(actions.length > 0 || ingredients.length > 0) && (
        <ol class="steps">
          {ingredients.map((one, i) => (
            <li key={`i${i}`}>{ingredientWords(one)}</li>
          ))}
          {actions.map((one, i) => (
            <li key={`a${i}`}>{actionWords(one)}</li>
          ))}
        </ol>
      )}
    </Part>
  );
}

/** A place is shown only on wish: it may be somebody's home, and others may look at this screen. */
function PlaceRow({ place }: { readonly place: Place }) {
  const [shown, setShown] = useState(false);
  return (
    <Row term={t('file.place')}>
      {shown ? (
        `${fixed(place.latitude, 5)}, ${fixed(place.longitude, 5)}`
      ) : (
        <>
          {t('file.hasPlace')}{' '}
          <button type="button" class="quiet inline" onClick={() => setShown(true)}>
            {t('file.showPlace')}
          </button>
        </>
      )}
    </Row>
  );
}

function Received({ report }: { readonly report: FileReport }) {
  const { size, jpeg, findings, format } = report;
  const wide = useWide();
  return (
    <details class="fold file-received" open={wide} data-testid="file-received">
      <summary>{t('received.title')}</summary>
      <dl>
        <Row term={t('received.type')}>
          {[formatName(format), ...(jpeg ? [jpegWords(jpeg)] : [])].join(t('units.comma'))}
        </Row>
        <Row term={t('received.size')}>
          {[
            ...(size ? [t('units.pixels', { size: dimensions(size.width, size.height) })] : []),
            bytes(report.bytes),
          ].join(t('units.comma'))}
        </Row>
      </dl>
      {findings.length > 0 ? (
        <ul class="plain findings">
          {findings.map((finding) => {
            const { what, means } = findingWords(finding, format);
            return (
              <li key={finding.kind} data-finding={finding.kind}>
                <p>{what}</p>
                <p class="where">{means}</p>
              </li>
            );
          })}
        </ul>
      ) : (
        <p class="note">{t('received.nothing')}</p>
      )}
    </details>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <section class="file-part">
      <h3 class="small-head">{title}</h3>
      {children}
    </section>
  );
}

interface RowProps {
  readonly term: string;
  /** As it is written in the file, in whatever language. */
  readonly verbatim?: boolean;
  readonly children: ComponentChildren;
}

function Row({ term, verbatim = false, children }: RowProps) {
  if (children === null) return null;
  return (
    <div class="row">
      <dt>{term}</dt>
      <dd>{verbatim ? <Verbatim>{children}</Verbatim> : <bdi>{children}</bdi>}</dd>
    </div>
  );
}
