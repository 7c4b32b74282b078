import { z } from 'zod';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import type { TransactionName } from '../../domain/maintenance.ts';
import { loadTable } from '../../wire/load-table.ts';

const SIDES = ['hospital', 'national'] as const;

/** Transactions as a person names them: `2207`, `1107`; `national/1301` where both doors have that number. */
export const transactionsMeant = z
  .array(z.string())
  .min(1)
  .max(100)
  .transform((list, context): TransactionName[] => {
    const names = list.map(nameMeant);
    for (const name of names) if (!name.ok) context.addIssue({ code: 'custom', message: name.error });
    return [...new Set(names.flatMap((name) => (name.ok ? [name.value] : [])))];
  });

const nameMeant = (raw: string): Result<TransactionName, string> => {
  const [, side, infno = ''] = /^(?:(hospital|national)\/)?([0-9A-Z]+)$/.exec(raw.trim()) ?? [];
  const [door, other] = SIDES.filter((each) => (side ?? each) === each && loadTable(each, infno));
  if (door && !other) return ok<TransactionName>(`${door}/${infno}`);
  return fail(
    other
      ? `“${raw}” 两个接口都有，请写明 hospital/${infno} 或 national/${infno}`
      : `“${raw}” 没有这个交易，应为交易编号，如 2207、national/1301`,
  );
};
