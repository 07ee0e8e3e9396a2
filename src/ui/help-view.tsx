/** The guide: a dialog of a few steps, and the invitation to it on the first visit. */
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { whole } from '../words';
import { HELP_WORDS, type HelpNumbers, type HelpStep, helpSteps, stepAt, stepNamed } from './help-words';

interface GuideProps {
  /** Step shown, from 0; null while the guide is closed. */
  readonly at: number | null;
  readonly numbers: HelpNumbers;
  readonly onStep: (at: number) => void;
  readonly onClose: () => void;
}

/**
 * A modal dialog of the browser's own: it holds the focus inside, closes by Escape and gives the focus back to whatever
 * had it before.
 */
export function Guide({ at, numbers, onStep, onClose }: GuideProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const open = at !== null;
  useLayoutEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open && dialog.current?.open) dialog.current.close();
  }, [open]);
  useEffect(() => {
    // Also after "Next": the new step is read from its title on.
    if (at === null) return;
    title.current?.focus({ preventScroll: true });
    dialog.current?.querySelector('.guide-body')?.scrollTo(0, 0);
  }, [at]);
  const steps = helpSteps(numbers);
  const step = steps[at ?? 0];
  return (
    <dialog ref={dialog} class="guide" aria-labelledby="guide-title" onClose={onClose} data-testid="guide">
      {at !== null && step && (
        <>
          <div class="guide-head">
            <p id="guide-title">{HELP_WORDS.title}</p>
            <button type="button" onClick={onClose}>
              {HELP_WORDS.close}
            </button>
          </div>
          <nav aria-label={HELP_WORDS.steps}>
            <ol class="guide-steps">
              {steps.map(({ id, title: name }, index) => (
                <li key={id}>
                  <button
                    type="button"
                    aria-current={index === at ? 'step' : undefined}
                    aria-label={stepNamed(index, name)}
                    onClick={() => onStep(index)}
                  >
                    {whole(index + 1)}
                  </button>
                </li>
              ))}
            </ol>
          </nav>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <section class="guide-body" aria-labelledby="guide-step" tabIndex={0}>
            <p class="guide-at">{stepAt(at, steps.length)}</p>
            <h2 id="guide-step" ref={title} tabIndex={-1}>
              {step.title}
            </h2>
            <StepBody step={step} />
          </section>
          <div class="guide-foot">
            <button type="button" aria-disabled={at === 0} onClick={() => onStep(Math.max(0, at - 1))}>
              {HELP_WORDS.back}
            </button>
            <button
              type="button"
              class="primary"
              onClick={() => (at + 1 < steps.length ? onStep(at + 1) : onClose())}
            >
              {at + 1 < steps.length ? HELP_WORDS.next : HELP_WORDS.done}
            </button>
          </div>
        </>
      )}
    </dialog>
  );
}

function StepBody({ step }: { readonly step: HelpStep }) {
  const items = step.items.map(({ term, text }) => (
    <li key={term}>
      <strong>{term}</strong> {text}
    </li>
  ));
  return (
    <>
      {step.text.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {items.length > 0 && (step.ordered ? <ol>{items}</ol> : <ul>{items}</ul>)}
    </>
  );
}

/** Shown until it was taken up or declined once. */
export function Invitation({
  onStart,
  onLater,
}: {
  readonly onStart: () => void;
  readonly onLater: () => void;
}) {
  return (
    <aside class="invitation" aria-label={HELP_WORDS.open}>
      <p>{HELP_WORDS.invitation}</p>
      <div class="actions">
        <button type="button" onClick={onStart}>
          {HELP_WORDS.start}
        </button>
        <button type="button" class="quiet" onClick={onLater}>
          {HELP_WORDS.later}
        </button>
      </div>
    </aside>
  );
}
