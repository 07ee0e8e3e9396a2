import { describe, expect, it } from 'vitest';
import { fromFiles, fromTransfer } from './intake';
import { Rate } from './rate';

/** The part of DataTransfer that the intake reads. */
function transfer(
  items: ({ file: File } | { folder: string } | { text: string })[],
  link = '',
): DataTransfer {
  return {
    items: items.map((item) => ({
      kind: 'text' in item ? 'string' : 'file',
      getAsFile: () => ('file' in item ? item.file : null),
      webkitGetAsEntry: () =>
        'folder' in item ? { isDirectory: true, name: item.folder } : { isDirectory: false },
    })),
    getData: (type: string) => (type === 'text/uri-list' ? link : ''),
  } as unknown as DataTransfer;
}

describe('intake', () => {
  it('takes any file, whatever its name says', () => {
    const file = new File(['hello'], 'notes.txt', { type: 'text/plain' });
    expect(fromFiles([file])).toEqual([{ kind: 'file', file }]);
  });

  it('refuses an empty file by name', () => {
    expect(fromFiles([new File([], 'empty.jpg')])).toMatchObject([
      { kind: 'refused', name: 'empty.jpg', error: { code: 'NO_CONTENT', facts: { bytes: 0 } } },
    ]);
  });

  it('keeps files and names folders of the same drop', () => {
    const file = new File(['x'], 'a.png');
    expect(fromTransfer(transfer([{ folder: 'holiday' }, { file }]))).toMatchObject([
      {
        kind: 'refused',
        name: 'holiday',
        error: { code: 'UNSUPPORTED_FORMAT', facts: { format: 'folder' } },
      },
      { kind: 'file', file },
    ]);
  });

  it('names a link that came without a file, and ignores one that came with it', () => {
    expect(fromTransfer(transfer([{ text: 'url' }], 'https://a.test/b.jpg'))).toMatchObject([
      { kind: 'refused', name: 'https://a.test/b.jpg', error: { facts: { format: 'link' } } },
    ]);
    expect(fromTransfer(transfer([{ file: new File(['x'], 'a.png') }], 'https://a.test/b.jpg'))).toHaveLength(
      1,
    );
  });

  it('leaves pasted text alone', () => {
    expect(fromTransfer(transfer([{ text: 'hello' }]))).toEqual([]);
  });
});

describe('seconds left', () => {
  it('says nothing before it knows', () => {
    expect(new Rate().secondsLeft(0, 100, 0)).toBeNull();
  });

  it('follows the speed of the last seconds', () => {
    const rate = new Rate();
    rate.secondsLeft(0, 100_000, 0);
    expect(rate.secondsLeft(1_000, 100_000, 1_000)).toBe(99);
    for (let s = 2; s <= 30; s++) rate.secondsLeft(1_000 + (s - 1) * 3_000, 100_000, s * 1_000);
    expect(rate.secondsLeft(91_000, 100_000, 31_000)).toBe(3);
  });

  it('says nothing when nothing moves', () => {
    const rate = new Rate();
    rate.secondsLeft(50, 100, 0);
    expect(rate.secondsLeft(50, 100, 5_000)).toBeNull();
  });
});
