import type { Fen } from '../../kernel/money.ts';

/** A settlement or refund as one side of a reconciliation 对账 has it. */
export type Entry = {
  readonly setl_id: string;
  readonly medfee_sumamt: Fen;
  readonly fund_pay_sumamt: Fen;
  /** Absent where this side does not name it: then it is not compared. */
  readonly acct_pay?: Fen;
};

/**
 * What comes out for a row; the classes that hospitals meet: 一致, 中心单边, 机构单边, 总金额不符, 基金不符, 个人账户不符. repeated:
 * named twice by the other side.
 */
export type EntryVerdict =
  'agree' | 'ours-only' | 'theirs-only' | 'total-differs' | 'fund-differs' | 'account-differs' | 'repeated';

export type Reconciled<Ours extends Entry, Theirs extends Entry> =
  | { readonly verdict: 'ours-only'; readonly ours: Ours; readonly theirs?: undefined }
  | { readonly verdict: 'theirs-only' | 'repeated'; readonly ours?: undefined; readonly theirs: Theirs }
  | {
      readonly verdict: 'agree' | 'total-differs' | 'fund-differs' | 'account-differs';
      readonly ours: Ours;
      readonly theirs: Theirs;
    };

const compared = (ours: Entry, theirs: Entry): 'agree' | 'total-differs' | 'fund-differs' | 'account-differs' => {
  if (ours.medfee_sumamt !== theirs.medfee_sumamt) return 'total-differs';
  if (ours.fund_pay_sumamt !== theirs.fund_pay_sumamt) return 'fund-differs';
  const named = ours.acct_pay !== undefined && theirs.acct_pay !== undefined;
  return named && ours.acct_pay !== theirs.acct_pay ? 'account-differs' : 'agree';
};

/** One verdict for each row of either side: theirs in their order, then what only we have. */
export const reconcile = <Ours extends Entry, Theirs extends Entry>(
  ours: readonly Ours[],
  theirs: readonly Theirs[],
): Reconciled<Ours, Theirs>[] => {
  const left = new Map(ours.map((row) => [row.setl_id, row]));
  const seen = new Set<string>();
  const named = theirs.map((row): Reconciled<Ours, Theirs> => {
    if (seen.has(row.setl_id)) return { verdict: 'repeated', theirs: row };
    seen.add(row.setl_id);
    const own = left.get(row.setl_id);
    if (!own) return { verdict: 'theirs-only', theirs: row };
    left.delete(row.setl_id);
    return { verdict: compared(own, row), ours: own, theirs: row };
  });
  return [...named, ...[...left.values()].map((row) => ({ verdict: 'ours-only', ours: row }) as const)];
};
