import { ok, type Result } from '../../../../kernel/result.ts';
import type { Address } from '../../demo/control-request.ts';
import { askControl } from '../play/ask-control.ts';

/** A message that the HIS sent, and what it can have had of the answer. */
export type Recorded = {
  readonly infno: string;
  readonly msgid: string;
  /** Civil time of the workspace. */
  readonly at: string;
  /** As sent. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly infcode: number;
  readonly err_msg?: string;
  readonly output: unknown;
  /** A fault struck it: certainly no answer, or none that says what the platform said. */
  readonly struck?: 'lost' | 'altered';
};

/** All messages of a HIS, oldest first. */
export type Recording = readonly Recorded[];

type Row = {
  readonly trace: string;
  readonly door: string;
  readonly infno: string;
  readonly msgid: string;
  readonly at: string;
  readonly infcode: number;
  readonly err_msg?: string;
};

type Firing = { readonly trace: string; readonly scope: string; readonly kind: string; readonly delivered?: string };

/** Reads back from the journal what a HIS said to a workspace. */
export const recorded = async (address: Address): Promise<Result<Recording, string>> => {
  const listed = await askControl<{ readonly exchanges: readonly Row[] }>(address, 'GET', '/exchanges?limit=500');
  if (!listed.ok) return listed;
  const fired = await askControl<{ readonly firings: readonly Firing[] }>(address, 'GET', '/faults/firings?limit=1000');
  if (!fired.ok) return fired;
  const messages: Recorded[] = [];
  for (const row of listed.value.exchanges.filter(({ door }) => door === 'hospital').toReversed()) {
    const bodies = await askControl<Bodies>(address, 'GET', `/exchanges/${row.trace}`);
    if (!bodies.ok) return bodies;
    messages.push(messageOf(row, bodies.value, fired.value.firings));
  }
  return ok(messages);
};

type Bodies = {
  readonly request: { readonly text?: string } | null;
  readonly answer: { readonly text?: string } | null;
};

const messageOf = (row: Row, { request, answer }: Bodies, firings: readonly Firing[]): Recorded => {
  const { infno, msgid, at, infcode, err_msg } = row;
  const struck = struckBy(firings.filter(({ trace }) => trace === row.trace));
  return {
    infno,
    msgid,
    at,
    infcode,
    ...(err_msg !== undefined && { err_msg }),
    input: partOf(request?.text, 'input') as Recorded['input'],
    output: partOf(answer?.text, 'output'),
    ...(struck && { struck }),
  };
};

/** What is delayed comes all the same. */
const struckBy = (firings: readonly Firing[]): Recorded['struck'] => {
  const [first] = firings.filter(({ kind }) => kind !== 'delay');
  if (!first) return undefined;
  return firings.some(({ delivered }) => delivered === 'cut') ? 'lost' : 'altered';
};

const partOf = (text: string | undefined, part: 'input' | 'output'): unknown => {
  try {
    return (JSON.parse(text ?? '') as Record<string, unknown>)[part] ?? {};
  } catch {
    return {};
  }
};
