import type { Act } from '../evidence/act.ts';
import type { ActIndex } from '../evidence/act-index.ts';

/** What can be refunded or reversed of a disease now: what took effect and was not undone since; the latest of each. */
export type OpenBusiness = {
  readonly settlement?: Act;
  readonly refund?: Act;
  /** A settlement that is refunded. */
  readonly refunded?: Act;
};

export const openBusiness = (index: ActIndex, disease: string): OpenBusiness => {
  const effective = (infno: string) => index.of(infno, disease).filter((act) => act.effective);
  const reversed = new Set(effective('1301').flatMap(({ of }) => of ?? []));
  const refund = effective('1203').findLast((act) => !reversed.has(act));
  const refunded = new Set(effective('1203').flatMap((act) => (act.of && !reversed.has(act) ? [act.of] : [])));
  const settlement = effective('1107').findLast((act) => !reversed.has(act) && !refunded.has(act));
  return {
    ...(settlement && { settlement }),
    ...(refund && { refund }),
    ...(refund?.of && { refunded: refund.of }),
  };
};
