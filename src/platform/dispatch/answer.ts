import { must } from '../../kernel/assert.ts';
import type { RememberedMessage, Write } from '../store/port.ts';
import { loadTable } from '../wire/load-table.ts';
import { read } from '../wire/read.ts';
import type { Table } from '../wire/table.ts';
import { write } from '../wire/write.ts';
import type { Decision, Definition, Download } from './definition.ts';
import type { Desk, Exchange, HopReply } from './desk.ts';
import { journalRow } from './journal-row.ts';
import { renderRefusal, renderSuccess } from './render.ts';

/** An answered message: the envelope's bytes for the caller, the decoded reply for an asking hop. */
export type Answered = {
  readonly bytes: string;
  readonly reply: () => HopReply;
  readonly committed: boolean;
  /** Leaves instead of the bytes. */
  readonly file?: Download;
  /** What a query leaves behind; must be durable before the bytes leave. */
  readonly marks?: readonly Write[];
};

export const tableOf = (definition: Definition): Table => {
  const { door, infno } = definition.table ?? definition;
  const table = loadTable(door, infno);
  must(table, `no table for ${door}/${infno}`);
  return table;
};

/** Renders the decision and writes everything that belongs to it: its writes, its journal row, its stored answer. */
export const answer = (desk: Desk, exchange: Exchange, decision: Decision<object | undefined>): Answered => {
  const stamped = { message: exchange.message, now: desk.now, seq: exchange.seq };
  const bytes = decision.ok
    ? renderSuccess(stamped, write(tableOf(exchange.definition), decision.output), decision.warn_msg)
    : renderRefusal(stamped, decision.refusal);
  commit(desk, exchange, decision, bytes);
  const reply: HopReply = decision.ok
    ? { ok: true, output: decision.output, ...(decision.warn_msg !== undefined && { warn_msg: decision.warn_msg }) }
    : { ok: false, refusal: decision.refusal };
  const { file, marks } = decision.ok ? decision : {};
  return { bytes, reply: () => reply, committed: decision.ok, ...(file && { file }), ...(marks && { marks }) };
};

const commit = (desk: Desk, exchange: Exchange, decision: Decision<object | undefined>, bytes: string): void => {
  const writes: Write[] = [...(decision.writes ?? [])];
  if (decision.ok && exchange.definition.kind === 'mutation') {
    const { door, sender, infno, msgid } = exchange.message;
    const content = exchange.canonical.hash();
    writes.push({
      kind: 'message.remember',
      message: { door, sender, infno, msgid, state: 'committed', content, answer: bytes },
    });
  }
  must(desk.writer ?? writes.length === 0, `query ${exchange.message.infno} wants to write`);
  desk.writer?.apply(writes);
  desk.journal(journalRow(desk, exchange, decision, writes, false));
};

/** The stored answer once more, byte for byte. */
export const repeat = (desk: Desk, exchange: Exchange, remembered: RememberedMessage): Answered => {
  desk.journal(journalRow(desk, exchange, { ok: true, output: undefined, writes: [] }, [], true));
  return {
    bytes: remembered.answer,
    committed: true,
    reply: () => {
      const { output, warn_msg } = JSON.parse(remembered.answer) as { output: unknown; warn_msg: string | null };
      const { value } = read(tableOf(exchange.definition), output, 'output');
      return { ok: true, output: value, ...(warn_msg !== null && { warn_msg }) };
    },
  };
};
