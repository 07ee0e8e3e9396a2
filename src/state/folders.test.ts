import { describe, expect, it } from 'vitest';
import { fromFolderFiles, MAX_FOLDER_PICTURES, readFolders } from './folders';

const file = (name: string, type = 'image/jpeg', content = 'x') => new File([content], name, { type });

type Tree = { readonly [name: string]: Tree | File | Error };

/** Entries as a browser gives them: in pieces of `AT_ONCE`, until none are left. */
const AT_ONCE = 2;
function entry(path: string, node: Tree | File | Error): FileSystemEntry {
  const name = path.split('/').at(-1) ?? '';
  const facts = { name, fullPath: path };
  if (node instanceof File || node instanceof Error)
    return {
      ...facts,
      isFile: true,
      isDirectory: false,
      file: (done: (file: File) => void, fail: (error: Error) => void) =>
        node instanceof File ? done(node) : fail(node),
    } as unknown as FileSystemFileEntry;
  return {
    ...facts,
    isFile: false,
    isDirectory: true,
    createReader: () => {
      const left = Object.entries(node).map(([child, inside]) => entry(`${path}/${child}`, inside));
      return { readEntries: (done: (entries: FileSystemEntry[]) => void) => done(left.splice(0, AT_ONCE)) };
    },
  } as unknown as FileSystemDirectoryEntry;
}
const folder = (name: string, tree: Tree) => entry(`/${name}`, tree) as FileSystemDirectoryEntry;
const found = (incoming: Awaited<ReturnType<typeof readFolders>>['incoming']) =>
  incoming.map((one) => `${one.folder}/${one.kind === 'file' ? one.file.name : `${one.name} refused`}`);

describe('a dropped folder', () => {
  it('gives its pictures with their paths, those of nested folders included, in the order of names', async () => {
    const { incoming, others, cut } = await readFolders([
      folder('trip', {
        'c.jpg': file('c.jpg'),
        'a.heic': file('a.heic', ''),
        'b.png': file('b.png', 'image/png'),
        day2: { deep: { 'd.jpg': file('d.jpg') }, 'e.jpg': file('e.jpg') },
      }),
    ]);
    expect(found(incoming)).toEqual([
      'trip/a.heic',
      'trip/b.png',
      'trip/c.jpg',
      'trip/day2/deep/d.jpg',
      'trip/day2/e.jpg',
    ]);
    expect({ others, cut }).toEqual({ others: 0, cut: false });
  });

  it('leaves out what is no picture by its name, and counts it', async () => {
    const { incoming, others } = await readFolders([
      folder('x', {
        '.DS_Store': file('.DS_Store', ''),
        'a.jpg': file('a.jpg'),
        'a.xmp': file('a.xmp', ''),
        'film.mp4': file('film.mp4', 'video/mp4'),
        'list.txt': file('list.txt', 'text/plain'),
      }),
    ]);
    expect(found(incoming)).toEqual(['x/a.jpg']);
    expect(others).toBe(4);
  });

  it('names an empty file and one that cannot be read, and goes on', async () => {
    const { incoming } = await readFolders([
      folder('x', {
        'a.jpg': file('a.jpg', 'image/jpeg', ''),
        'b.jpg': new Error('locked'),
        'c.jpg': file('c.jpg'),
      }),
    ]);
    expect(found(incoming)).toEqual(['x/a.jpg refused', 'x/b.jpg refused', 'x/c.jpg']);
    expect(incoming[1]).toMatchObject({ error: { facts: { format: 'unreadable' } } });
  });

  it('stops at the limit and says so', async () => {
    const tree = Object.fromEntries(
      Array.from({ length: MAX_FOLDER_PICTURES + 3 }, (_, i) => [`${i}.jpg`, file(`${i}.jpg`)]),
    );
    const { incoming, cut } = await readFolders([folder('x', tree), folder('y', { 'a.jpg': file('a.jpg') })]);
    expect(incoming).toHaveLength(MAX_FOLDER_PICTURES);
    expect(cut).toBe(true);
  });
});

it('a picked folder gives the same', () => {
  const withPath = (path: string, one: File) =>
    Object.defineProperty(one, 'webkitRelativePath', { value: path });
  const { incoming, others } = fromFolderFiles([
    withPath('trip/day2/a.jpg', file('a.jpg')),
    withPath('trip/notes.md', file('notes.md', 'text/markdown')),
  ]);
  expect(found(incoming)).toEqual(['trip/day2/a.jpg']);
  expect(others).toBe(1);
});
