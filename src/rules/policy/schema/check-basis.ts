import type { z } from 'zod';
import type { Mark, Status } from '../basis.ts';

type Founded = {
  readonly source?: readonly string[];
  readonly mark?: Mark;
  readonly status?: Status;
  readonly note?: string;
};
type Entry = Founded & { readonly cases?: readonly Founded[] };

/** A figure is real or it says why it is not; a case that names an own source names mark and status with it. */
export const checkBasis = (entry: Entry, context: z.core.$RefinementCtx<unknown>): void => {
  const check = (founded: Founded, path: PropertyKey[]): void => {
    const message = complaint(founded);
    if (message !== undefined) context.addIssue({ code: 'custom', message, path });
  };
  check(entry, ['status']);
  entry.cases?.forEach((one, index) => {
    const own = [one.source, one.mark, one.status].filter((part) => part !== undefined);
    const path = ['cases', index];
    if (own.length === 3) check(one, [...path, 'status']);
    else if (own.length > 0) {
      context.addIssue({ code: 'custom', message: 'source、mark、status 要么都写，要么都不写', path });
    }
  });
};

const complaint = ({ mark, status, note }: Founded): string | undefined => {
  if (status === 'real' && mark === 'sandbox') return '沙箱设定的值不能标为 real';
  if (status === 'illustrative' && note === undefined) return 'illustrative 的值必须用 note 说明';
  return undefined;
};
