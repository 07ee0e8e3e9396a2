/** Two sections beside the verdict: what the file says of itself, and what was received. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Credentials, Declaration, FileReport, Place } from '../contract';
import type { Card } from '../state/card';
import {
  actionWords,
  CLAIM_WORDS,
  cameraName,
  DECLARED_IN_WORDS,
  day,
  exifTime,
  ingredientWords,
  integrityWords,
  makerName,
  STANDING_WORDS,
  signerWords,
} from './file-words';
import { findingWords, jpegWords } from './received-words';
import { bytes, formatName } from './words';

export function FileSections({ card }: { readonly card: Card }) {
  const { file } = card;
  if (!file) return null;
  if (file.phase === 'reading') return <p class="note file-reading">Reading what the file says of itself</p>;
  if (file.phase === 'failed')
    return (
      <p class="note file-reading">What the file says of itself could not be read ({file.error.code}).</p>
    );
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
  const silent = told.length === 0 && !credentials && !camera && software.length === 0 && !place;
  return (
    <details class="fold file-says" open={!silent} data-testid="file-says">
      <summary>What the file says of itself{silent && <span class="summary-now">nothing</span>}</summary>
      {silent ? (
        <p class="note">
          No credentials, no camera, no program. That is usual, since most services remove such data, and it
          is evidence of nothing.
        </p>
      ) : (
        <div class="file-parts">
          {told.length > 0 && <Declarations list={told} />}
          {credentials && <CredentialsPart credentials={credentials} />}
          {(camera || software.length > 0 || place) && (
            <Part title={camera ? 'Camera' : 'Program'}>
              <dl>
                {camera && (
                  <>
                    <Row term="Camera">{cameraName(camera)}</Row>
                    <Row term="Lens">{camera.lens}</Row>
                    <Row term="Taken">{camera.takenAt && exifTime(camera.takenAt)}</Row>
                    <Row term="Exposure">{camera.exposure}</Row>
                  </>
                )}
                <Row term="Programs">{software.join(', ') || null}</Row>
                {place && <PlaceRow place={place} />}
              </dl>
              <p class="note">As written in the file. Such data are kept, lost or forged with ease.</p>
            </Part>
          )}
        </div>
      )}
    </details>
  );
}

function Declarations({ list }: { readonly list: readonly Declaration[] }) {
  return (
    <Part title="Declared origin">
      <ul class="plain">
        {list.map((one) => (
          <li key={`${one.field}${one.quote}`} class={one.standing === 'counts' ? undefined : 'discounted'}>
            <p>
              {CLAIM_WORDS[one.claim]}
              {one.by && `: ${makerName(one.by)}`}
            </p>
            <p class="where">
              In {DECLARED_IN_WORDS[one.declaredIn]}: {one.field}
            </p>
            <p class="quote">{one.quote}</p>
            {STANDING_WORDS[one.standing] && <p class="standing">{STANDING_WORDS[one.standing]}</p>}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function CredentialsPart({ credentials }: { readonly credentials: Credentials }) {
  const { intact, signedAt, maker, actions, ingredients, failures } = credentials;
  return (
    <Part title="Content Credentials">
      <p class={intact ? 'integrity' : 'integrity integrity-bad'}>{integrityWords(credentials)}</p>
      <dl>
        {intact !== null && <Row term="Signed by">{signerWords(credentials)}</Row>}
        <Row term="Signed on">{signedAt && day(signedAt)}</Row>
        <Row term="Written by">{maker}</Row>
        {!intact && <Row term="Validator">{failures.join(', ') || null}</Row>}
      </dl>
      {!intact && actions.length > 0 && <p class="note">What they state, not counted:</p>}
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
    <Row term="Place">
      {shown ? (
        `${place.latitude.toFixed(5)}, ${place.longitude.toFixed(5)}`
      ) : (
        <>
          Contains a location{' '}
          <button type="button" class="quiet inline" onClick={() => setShown(true)}>
            Show it
          </button>
        </>
      )}
    </Row>
  );
}

function Received({ report }: { readonly report: FileReport }) {
  const { size, jpeg, findings, format } = report;
  return (
    <details class="fold file-received" open data-testid="file-received">
      <summary>What was received</summary>
      <dl>
        <Row term="Type">
          {formatName(format)}
          {jpeg && `, ${jpegWords(jpeg)}`}
        </Row>
        <Row term="Size">
          {size && `${size.width} × ${size.height} px, `}
          {bytes(report.bytes)}
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
        <p class="note">Nothing noticed that would have worn traces down.</p>
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

function Row({ term, children }: { readonly term: string; readonly children: ComponentChildren }) {
  if (children === null) return null;
  return (
    <div class="row">
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
