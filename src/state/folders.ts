/**
 * Pictures out of folders, dropped or picked, nested ones included.
 *
 * A folder holds more than pictures: notes, sidecars, films. Files whose type, by their name, is something else are left
 * out and counted; whatever might be a picture is taken, since only the worker can tell. Nothing is left out silently.
 */
import { appError } from '../contract';
import { fromFiles, type Incoming } from './intake';

/** Most pictures taken of one drop; the table stays quick with as many. */
export const MAX_FOLDER_PICTURES = 2000;
/** Deepest nesting that is followed: more is a loop of links or no folder of pictures. */
const MAX_DEPTH = 12;

/** Names without a registered type that stand beside pictures and are none. */
const SIDECARS = /\.(xmp|aae|thm|pp3|dop|cos|cop|ini|db|lnk|ds_store|nomedia|json|txt|xml|csv|html?|js|md)$/i;

export interface FolderPictures {
  readonly incoming: readonly Incoming[];
  /** Files that are something else by their name. */
  readonly others: number;
  /** The limit was reached, and the rest not looked at. */
  readonly cut: boolean;
}

const mayBePicture = ({ name, type }: File): boolean =>
  !name.startsWith('.') && !SIDECARS.test(name) && (type === '' || type.startsWith('image/'));

/** Gathers pictures up to the limit, whichever way the files come. */
class Basket {
  readonly incoming: Incoming[] = [];
  others = 0;
  cut = false;

  get full(): boolean {
    return this.incoming.length >= MAX_FOLDER_PICTURES;
  }

  put(file: File, folder: string): void {
    if (!mayBePicture(file)) this.others++;
    else if (this.full) this.cut = true;
    else this.incoming.push(...fromFiles([file]).map((one) => ({ ...one, folder })));
  }

  refuse(name: string, folder: string, cause: unknown): void {
    const detail = cause instanceof Error ? cause.message : String(cause);
    const error = appError('UNSUPPORTED_FORMAT', `could not be read: ${detail}`, { format: 'unreadable' });
    this.incoming.push({ kind: 'refused', name, error, folder });
  }
}

/** From `<input webkitdirectory>`, whose files carry their path. */
export function fromFolderFiles(files: Iterable<File>): FolderPictures {
  const basket = new Basket();
  for (const file of files) basket.put(file, file.webkitRelativePath.split('/').slice(0, -1).join('/'));
  return basket;
}

/** Of a drop. Never rejects: what cannot be read becomes a refused card. */
export async function readFolders(folders: readonly FileSystemDirectoryEntry[]): Promise<FolderPictures> {
  const basket = new Basket();
  for (const folder of folders) await read(folder, basket, 1);
  return basket;
}

async function read(folder: FileSystemDirectoryEntry, basket: Basket, depth: number): Promise<void> {
  if (basket.cut) return;
  const path = folder.fullPath.replace(/^\//, '');
  try {
    const entries = await entriesOf(folder);
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      if (basket.cut) return;
      if (entry.isFile) await take(entry as FileSystemFileEntry, path, basket);
      else if (depth < MAX_DEPTH) await read(entry as FileSystemDirectoryEntry, basket, depth + 1);
    }
  } catch (cause) {
    basket.refuse(folder.name, path, cause);
  }
}

async function take(entry: FileSystemFileEntry, folder: string, basket: Basket): Promise<void> {
  try {
    basket.put(await new Promise<File>((resolve, reject) => entry.file(resolve, reject)), folder);
  } catch (cause) {
    basket.refuse(entry.name, folder, cause);
  }
}

/** All entries: a reader gives them in pieces of a hundred, and none when it is through. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const piece = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (piece.length === 0) return all;
    all.push(...piece);
  }
}
