/** What the file declares of its origin, above the verdict and never part of it. */

import type { FileReport } from '../contract';
import type { Card } from '../state/card';
import { t } from '../words';
import { declaredWords } from './file-words';
import { Unbroken } from './unbroken';

export function Declared({ card }: { readonly card: Card }) {
  const report = card.file?.phase === 'done' ? card.file.report : null;
  return (
    <div class="declared-slot">{report && <Banner report={report} judged={card.phase !== 'failed'} />}</div>
  );
}

/** `judged`: a verdict stands below, or is to come. */
function Banner({ report, judged }: { readonly report: FileReport; readonly judged: boolean }) {
  const words = declaredWords(report);
  if (!words) return null;
  return (
    <section class="declared" data-origin={report.origin} data-testid="declared">
      <p class="declared-kicker">{t('file.kicker')}</p>
      <h2 class="declared-title">
        <Unbroken>{words.title}</Unbroken>
      </h2>
      <p>{words.what}</p>
      <p class="declared-trust">{words.trust}</p>
      {judged && <p class="declared-apart">{t('file.apart')}</p>}
    </section>
  );
}
