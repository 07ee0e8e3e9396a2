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

  it('keeps files and hands on folders of the same drop', () => {
    const file = new File(['x'], 'a.png');
    const { incoming, folders } = fromTransfer(transfer([{ folder: 'holiday' }, { file }]));
    expect(incoming).toEqual([{ kind: 'file', file }]);
    expect(folders.map(({ name }) => name)).toEqual(['holiday']);
  });

  it('names a link that came without a file, and ignores one that came with it', () => {
    const link = 'https://a.test/b.jpg';
    expect(fromTransfer(transfer([{ text: 'url' }], link)).incoming).toMatchObject([
      { kind: 'refused', name: link, error: { facts: { format: 'link' } } },
    ]);
    expect(fromTransfer(transfer([{ file: new File(['x'], 'a.png') }], link)).incoming).toHaveLength(1);
    expect(fromTransfer(transfer([{ folder: 'holiday' }], link)).incoming).toEqual([]);
  });

  it('leaves pasted text alone', () => {
    expect(fromTransfer(transfer([{ text: 'hello' }]))).toEqual({ incoming: [], folders: [] });
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
