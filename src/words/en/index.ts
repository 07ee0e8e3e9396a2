/** The English catalogue: the one that keys and arguments of all others are typed by. ICU MessageFormat. */
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

export const en = {
  ...units,
  ...page,
  ...intake,
  ...model,
  ...verdict,
  ...card,
  ...picture,
  ...trials,
  ...embed,
  ...errors,
  ...file,
  ...steps,
  ...received,
  ...report,
  ...batch,
  ...guide,
  ...spoken,
} as const;
