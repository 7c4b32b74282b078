import type { CivilDate } from '../../../kernel/civil-time.ts';
import { relativeDate, type RelativeDate } from './relative-date.ts';

type Validity = { readonly begndate: RelativeDate; readonly enddate?: RelativeDate };

/** First and last day of a row in a workspace started on that day. */
export const between = ({ begndate, enddate }: Validity, start: CivilDate) => ({
  begndate: relativeDate(begndate, start),
  ...(enddate === undefined ? {} : { enddate: relativeDate(enddate, start) }),
});
