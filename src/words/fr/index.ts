/** French. */
import type { Translation } from '../catalogue';
import { card } from './card';
import { errors } from './errors';
import { file } from './file';
import { intake } from './intake';
import { model } from './model';
import { page } from './page';
import { picture } from './picture';
import { received } from './received';
import { report } from './report';
import { steps } from './steps';
import { trials } from './trials';
import { units } from './units';
import { verdict } from './verdict';

export const fr: Translation = {
  ...card,
  ...errors,
  ...file,
  ...intake,
  ...model,
  ...page,
  ...picture,
  ...received,
  ...report,
  ...steps,
  ...trials,
  ...units,
  ...verdict,
};
