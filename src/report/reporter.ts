/**
 * Makes reports of cards and hands them to the browser to be saved. What touches files, canvases and clocks is given
 * from outside (src/main.tsx), so nothing here needs a document.
 */
import { appError, err, ok, type Result } from '../contract';
import type { Card } from '../state/card';
import { language } from '../words';
import { buildPicture, isSettled } from './build';
import { reportCsv } from './csv';
import { reportHtml } from './html';
import { type PictureReport, REPORT_SCHEMA, REPORT_VERSION, type Report, type Thumbnail } from './schema';
import { reportName } from './text';
import { weightsSha256 } from './weights-hash';

export const REPORT_FORMS = ['html', 'json', 'csv'] as const;
export type ReportForm = (typeof REPORT_FORMS)[number];

const MEDIA: Readonly<Record<ReportForm, string>> = {
  html: 'text/html;charset=utf-8',
  json: 'application/json',
  csv: 'text/csv;charset=utf-8',
};

export interface ReporterParts {
  /** SHA-256 of a card's file; null where it has none. Rejects where it can no longer be read. */
  readonly sha256: (id: string) => Promise<string | null>;
  /** A small copy of a card's picture; null where there is none to show. */
  readonly thumbnail: (id: string) => Promise<Thumbnail | null>;
  /** Gives a file to the user. */
  readonly save: (name: string, media: string, text: string) => void;
  readonly now: () => Date;
  /** Git commit of the page. */
  readonly build: string;
}

export class Reporter {
  readonly #p: ReporterParts;

  constructor(parts: ReporterParts) {
    this.#p = parts;
  }

  /** Cards about which nothing more is to come. */
  reportable(cards: readonly Card[]): readonly Card[] {
    return cards.filter(isSettled);
  }

  /** Saves one report on the settled ones of `cards`; returns the file's name. */
  async save(cards: readonly Card[], form: ReportForm, withPixels: boolean): Promise<Result<string>> {
    const settled = this.reportable(cards);
    const [first] = settled;
    if (!first) return err(appError('NO_CONTENT', 'nothing has been examined yet'));
    const pictures: PictureReport[] = [];
    try {
      // One after another: a hundred large files at once would fill the memory.
      for (const card of settled) pictures.push(await this.#picture(card, withPixels && form !== 'csv'));
    } catch (cause) {
      return err(appError('INTERNAL', cause instanceof Error ? cause.message : String(cause)));
    }
    const report: Report = {
      schema: REPORT_SCHEMA,
      version: REPORT_VERSION,
      createdAt: this.#p.now().toISOString(),
      build: this.#p.build,
      language: language(),
      pictures,
    };
    const name = reportName(settled.length === 1 ? first.name : `${settled.length} pictures`, form);
    this.#p.save(name, MEDIA[form], write(report, form));
    return ok(name);
  }

  async #picture(card: Card, withPixels: boolean): Promise<PictureReport> {
    return buildPicture(card, {
      sha256: await this.#p.sha256(card.id),
      weightsSha256: card.engine && (await weightsSha256(card.engine.manifest.files)),
      thumbnail: withPixels && card.received ? await this.#p.thumbnail(card.id) : null,
    });
  }
}

function write(report: Report, form: ReportForm): string {
  switch (form) {
    case 'html':
      return reportHtml(report);
    case 'json':
      return `${JSON.stringify(report, null, 1)}\n`;
    case 'csv':
      return reportCsv(report);
  }
}
