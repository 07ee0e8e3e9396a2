/** French. */
import type { Catalogue } from '../catalogue';
import { batch } from './batch';
import { card } from './card';
import { embed } from './embed';
import { errors } from './errors';
import { file } from './file';
import { guide } from './guide';
import { intake } from './intake';
import { model } from './model';
import { page } from './page';
import { picture } from './picture';
import { received } from './received';
import { report } from './report';
import { spoken } from './spoken';
import { steps } from './steps';
import { trials } from './trials';
import { units } from './units';
import { verdict } from './verdict';

export const fr: Catalogue = {
  ...batch,
  ...card,
  ...embed,
  ...errors,
  ...file,
  ...guide,
  ...intake,
  ...model,
  ...page,
  ...picture,
  ...received,
  ...report,
  ...spoken,
  ...steps,
  ...trials,
  ...units,
  ...verdict,
};
