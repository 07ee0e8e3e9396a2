/**
 * Text that is shown as it came: the model's English, what a file or a person wrote, an error's technical detail. Marked
 * for screen readers, for translating browsers and for the test that looks for words outside the catalogue.
 */
import type { ComponentChildren } from 'preact';

interface VerbatimProps {
  /** Written in English by the model or a program of ours; otherwise the language is unknown. */
  readonly english?: boolean;
  readonly children: ComponentChildren;
}

export function Verbatim({ english = false, children }: VerbatimProps) {
  return english ? (
    <bdi translate={false} lang="en" dir="ltr">
      {children}
    </bdi>
  ) : (
    <bdi translate={false}>{children}</bdi>
  );
}
