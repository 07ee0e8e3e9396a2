/** What tests on both sides of the contract start from: an undecided verdict, and a file that says nothing of itself. */
import type { VerdictData } from './contract';
import type { FileReport } from './file-report';

export const UNDECIDED: VerdictData = {
  band: 'cant-tell',
  abstained: null,
  kind: null,
  pFake: 0.5,
  logit: 0,
  languageLogit: 0,
  detectorLogit: 0,
  realShare: 0.3,
  crops: [],
  output: '',
};

export const SILENT_FILE: FileReport = {
  format: 'jpeg',
  bytes: 1,
  size: null,
  origin: null,
  declarations: [],
  credentials: null,
  camera: null,
  place: null,
  software: [],
  jpeg: null,
  findings: [],
};
