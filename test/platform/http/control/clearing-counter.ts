import type { ClearingDocument } from '../../../../src/platform/features/clearing/documents/document.ts';
import { settlementRow } from '../../store/rows.ts';
import { openCounter } from '../counter.ts';

/** Settlements of somebody of 西安 in 深圳 that a province sent itself: they are filed on the 20th. */
const ROUTE = { mdtrtarea: '440300', insuplc: '610100' };

/** A counter whose control API is asked about clearing. */
export const openClearingCounter = () => {
  const counter = openCounter();
  const control = <T = { readonly message: string }>(method: string, path: string, body?: unknown) =>
    counter.control<T>(method, `/_sandbox/clearing${path}`, body);
  const add = (setl_id: string, setl_time: string, fund: number, more: object = {}) =>
    counter.sandbox().workspaceOf('').world().queue.submit((writer) => {
      const row = settlementRow({ setl_id, setl_time, book: 'national', ...ROUTE, ...more });
      const shares = { ...row.shares, medfee_sumamt: fund, fund_pay_sumamt: fund, acct_pay: 0 };
      writer.apply([{ kind: 'settlement.add', settlement: { ...row, shares: shares as typeof row.shares } }]);
    }); // prettier-ignore
  const documents = async (query: string): Promise<readonly ClearingDocument[]> =>
    (await control<{ readonly documents: readonly ClearingDocument[] }>('GET', `/documents?${query}`)).json.documents;
  return { counter, control, add, documents };
};

/** The amount in a cell of a document. */
export const fenOf = (cell: unknown): number => (cell as { readonly fen: number }).fen;
