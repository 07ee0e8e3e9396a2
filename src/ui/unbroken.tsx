/** Words in which a hyphen does not end a line: "KI-" alone on one reads as another word. */
import { Fragment } from 'preact';

export function Unbroken({ children }: { readonly children: string }) {
  if (!children.includes('-')) return <>{children}</>;
  return (
    <>
      {children.split(' ').map((word, index) => (
        <Fragment key={index}>
          {index > 0 && ' '}
          {word.includes('-') ? <span class="unbroken">{word}</span> : word}
        </Fragment>
      ))}
    </>
  );
}
