import type { Admdvs } from '../../../kernel/admdvs.ts';
import type { Fen } from '../../../kernel/money.ts';
import { advanced } from '../../../rules/clearing/pool.ts';
import { heldIn, poolAccounts, type PoolEntry } from '../../domain/clearing/national/prepayment/pool-of.ts';
import type { ClearingSource } from './status.ts';

/** The prepayments in the hands of a treatment province, and every move of them. Amounts in 分. */
export type PoolShown = {
  readonly province: Admdvs;
  /** Prepaid by payers and not given back. */
  readonly held: Fen;
  readonly cleared: Fen;
  readonly paidOut: Fen;
  readonly balance: Fen;
  /** What the province had to advance 垫付 of its own. */
  readonly advanced: Fen;
  readonly entries: readonly PoolEntry[];
};

/** The pools 预付金 of all treatment provinces, or of one. */
export const poolsShown = ({ reader }: ClearingSource, province?: Admdvs): PoolShown[] =>
  poolAccounts(reader)
    .filter((one) => province === undefined || one.province === province)
    .map(({ province: of, pool, entries }) => {
      const { cleared, paidOut, balance } = pool;
      return { province: of, held: heldIn(pool), cleared, paidOut, balance, advanced: advanced(pool), entries };
    });
