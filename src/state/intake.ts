/**
 * What people drop, paste and pick, as things a card can be made of. Nothing is lost: what cannot be a picture becomes a
 * refused card that says why. Whether a file is a picture is for the worker to say; names and types prove nothing.
 */
import { type AppError, appError } from '../contract';

export type Incoming =
  | {
      readonly kind: 'file';
      readonly file: File;
      /** Path of the folder it came with, without the name. */
      readonly folder?: string;
    }
  | {
      readonly kind: 'refused';
      readonly name: string;
      readonly error: AppError;
      readonly folder?: string;
    };

const refused = (name: string, error: AppError): Incoming => ({ kind: 'refused', name, error });

export function fromFiles(files: Iterable<File>): Incoming[] {
  return Array.from(files, (file) =>
    file.size === 0
      ? refused(file.name, appError('NO_CONTENT', 'the file has no bytes', { bytes: 0 }))
      : { kind: 'file', file },
  );
}

/** A drop: what can be had at once, and folders, which take time to read (folders.ts). */
export interface Dropped {
  readonly incoming: readonly Incoming[];
  readonly folders: readonly FileSystemDirectoryEntry[];
}

const isFolder = (entry: FileSystemEntry | null): entry is FileSystemDirectoryEntry =>
  entry?.isDirectory ?? false;

/**
 * Of a drop or a paste; to be called while its event lasts. A picture dragged out of another page may come as a mere
 * link, which is not followed: that would tell its server who looks at what.
 */
export function fromTransfer(transfer: DataTransfer): Dropped {
  const incoming: Incoming[] = [];
  const folders: FileSystemDirectoryEntry[] = [];
  for (const item of transfer.items) {
    if (item.kind !== 'file') continue;
    const entry = item.webkitGetAsEntry();
    const file = item.getAsFile();
    if (isFolder(entry)) folders.push(entry);
    else if (file) incoming.push(...fromFiles([file]));
  }
  const link = transfer.getData('text/uri-list');
  if (incoming.length === 0 && folders.length === 0 && link)
    incoming.push(refused(link, appError('UNSUPPORTED_FORMAT', 'a link', { format: 'link' })));
  return { incoming, folders };
}
