import type { LedgerEvent } from '../types/ledger.ts';
import type { Blame, BlamedExchange } from '../types/verdict.ts';
import { REFUSAL_GROUNDS, type Ground } from './refusal-grounds.ts';

/** What is known of an interface table: its name, whence its facts come, and their mark. */
export type TableAbout = { readonly name: string; readonly source: string; readonly fidelity: string };

type Tables = (infno: string) => TableAbout | undefined;

/** Every exchange that failed, with whom it is laid to and the clause. */
export const blamesOf = (events: readonly LedgerEvent[], tables: Tables): BlamedExchange[] =>
  events.flatMap((event) => {
    const laid = blameOf(event, tables);
    if (!laid) return [];
    const { seq, trace, infno, refusal, err_msg } = event;
    return {
      seq, trace, infno, ...laid,
      ...(refusal !== undefined && { refusal }),
      ...(err_msg !== undefined && { err_msg }),
    }; // prettier-ignore
  });

type Laid = { readonly blame: Blame; readonly clause: string };

const blameOf = (event: LedgerEvent, tables: Tables): Laid | undefined => {
  const { says, seen, faults, refusal, delivery, copied } = event;
  if (says === 'done' && (seen === 'whole' || seen === 'late')) return undefined;
  if (copied) return undefined;
  if (faults.length > 0) return { blame: 'injected', clause: faults.map(faultInWords).join('；') };
  const ground = (REFUSAL_GROUNDS as Readonly<Record<string, Ground>>)[refusal ?? ''];
  if (ground) return grounded(ground, event.infno, tables);
  // The sandbox sent it whole; the other side hung up.
  return delivery === 'cut' ? { blame: 'his', clause: '答复发完之前，医院一侧断开了连接' } : undefined;
};

const faultInWords = ({ kind, scope, note }: LedgerEvent['faults'][number]): string =>
  `故障 ${kind}（${scope}）${note === undefined ? '' : `：${note}`}`;

/** What rests on a table that is not printed anywhere may be our own mistake. */
const grounded = ({ blame, clause }: Ground, infno: string, tables: Tables): Laid => {
  const table = tables(infno);
  if (!clause.includes('{table}')) return { blame, clause };
  const named = clause.replace('{table}', `接口表 ${infno} ${table?.name ?? ''}`.trim());
  const reconstructed = table === undefined || table.fidelity !== 'documented';
  const source = table ? `（${table.source}，${table.fidelity}）` : '';
  return { blame: reconstructed && blame === 'his' ? 'approximation' : blame, clause: `${named}${source}` };
};
