import { add, sum, yuan } from '../../../../kernel/money.ts';
import { amountAt, rowsAt } from '../../demo/answer-values.ts';
import { isList, isMap, textOf, treeAt, type Tree, type TreeMap } from '../tree.ts';

/** A message and its answer, as later steps look at them. */
export type Exchanged = {
  readonly infno: string;
  readonly msgid: string;
  /** The bytes that were sent. */
  readonly request: string;
  /** Where it was sent, to be repeated. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly input: Tree;
  /** The bytes that came; absent where none did. */
  readonly bytes?: string;
  readonly answer?: Tree;
};

/**
 * An exchange as a variable: the fields of its main node directly (`visit.mdtrt_id`, `paid.setl_id`), the whole as
 * `output`, `input`, `msgid`, `infno`, `err_msg`.
 */
export const savedAnswer = ({ infno, msgid, input, answer, request, path, headers, bytes }: Exchanged): TreeMap => {
  const output = treeAt(answer, 'output');
  return {
    ...(mainNode(output) ?? mainNode(input)),
    ...(infno === '2204' && isMap(output) && feeSums(input, output)),
    infno,
    msgid,
    infcode: (treeAt(answer, 'infcode') as Tree | undefined) ?? null,
    err_msg: (treeAt(answer, 'err_msg') as Tree | undefined) ?? null,
    input,
    output: (output as Tree | undefined) ?? null,
    sent: { request, path, headers },
    bytes: bytes ?? null,
  };
};

/** The first object of a message: `data`, `setlinfo`, `baseinfo`. */
const mainNode = (message: unknown): TreeMap | undefined =>
  isMap(message) ? Object.values(message).find((node): node is TreeMap => isMap(node)) : undefined;

const SPLIT = {
  fulamt_ownpay_amt: 'fulamt_ownpay_amt',
  overlmt_selfpay: 'overlmt_amt',
  preselfpay_amt: 'preselfpay_amt',
  inscp_scp_amt: 'inscp_scp_amt',
} as const;

/** What the lines of a 2204 come to, for the claim that follows. */
const feeSums = (input: Tree, output: TreeMap): TreeMap => {
  const lines = rowsAt(input, 'feedetail');
  const rows = rowsAt(output, 'result');
  const total = sum(lines.map((line) => amountAt(texts(line), 'det_item_fee_sumamt')));
  const parts = Object.entries(SPLIT).map(([name, code]) => [
    name,
    yuan(add(...rows.map((row) => amountAt(row, code)))),
  ]);
  const batch = textOf(treeAt(lines[0], 'chrg_bchno'));
  return { total: yuan(total), chrg_bchno: batch ?? null, ...(Object.fromEntries(parts) as TreeMap) };
};

/** Numbers as their digits. */
const texts = (value: unknown): unknown => {
  if (isList(value)) return value.map(texts);
  if (isMap(value)) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, texts(inner)]));
  return textOf(value) ?? value;
};
