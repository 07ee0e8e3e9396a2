/** What a source file imports, read by the parser that also builds the page. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

export interface Import {
  /** Importing file, from the root. */
  readonly from: string;
  /** A file or folder from the root without extension, or the name of a package. */
  readonly to: string;
  readonly ours: boolean;
  /** Gone after compiling. */
  readonly typeOnly: boolean;
}

/** Source files under a folder of the project, tests excepted. */
export function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/(\.test|-kit)\.tsx?$/.test(name))
    .map((name) => join(folder, name));
}

export function importsOf(file: string, text = readFileSync(join(ROOT, file), 'utf8')): Import[] {
  const { module, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0]?.message}`);
  const found: { specifier: string; typeOnly: boolean }[] = [];
  for (const { moduleRequest, entries } of module.staticImports)
    found.push({
      specifier: moduleRequest.value,
      typeOnly: entries.length > 0 && entries.every(({ isType }) => isType),
    });
  for (const { entries } of module.staticExports)
    for (const { moduleRequest, isType } of entries)
      if (moduleRequest) found.push({ specifier: moduleRequest.value, typeOnly: isType });
  for (const { moduleRequest } of module.dynamicImports) {
    const literal = text.slice(moduleRequest.start, moduleRequest.end);
    // A computed import could reach anything; there is none, and this keeps it so.
    const name = /^(['"`])([^'"`$]+)\1$/.exec(literal)?.[2];
    if (name === undefined) throw new Error(`${file} imports a computed module: ${literal}`);
    found.push({ specifier: name, typeOnly: false });
  }
  return found.map(({ specifier, typeOnly }) => {
    const ours = specifier.startsWith('.');
    const to = ours
      ? relative(ROOT, resolve(ROOT, dirname(file), specifier)).replace(/\.tsx?(\?.*)?$/, '')
      : specifier.replace(/^(@[^/]+\/[^/]+|[^/]+).*$/, '$1');
    return { from: file, to, ours, typeOnly };
  });
}
