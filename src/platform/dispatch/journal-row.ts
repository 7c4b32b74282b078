import { maskRealNumbers } from '../../kernel/identity-number.ts';
import type { JournalRow, Write } from '../store/port.ts';
import type { Decision, Subject } from './definition.ts';
import type { Desk, Exchange } from './desk.ts';
import { errorText } from './render.ts';

/** The thin journal row of an exchange or hop; numbers that may be a real person's are masked. */
export const journalRow = (
  desk: Desk,
  exchange: Exchange,
  decision: Decision<object | undefined>,
  writes: readonly Write[],
  repeated: boolean,
): JournalRow => {
  const { door, sender, infno, msgid } = exchange.message;
  return {
    seq: exchange.seq,
    trace: desk.trace,
    hop: exchange.hop,
    door,
    infno,
    sender,
    msgid,
    at: desk.now,
    infcode: decision.ok ? 0 : -1,
    ...(!decision.ok && { err_msg: maskRealNumbers(errorText(decision.refusal)), refusal: decision.refusal.refused }),
    ...subjectOf(decision.subject),
    input: exchange.relayed === true ? '' : exchange.canonical.masked(),
    violations: exchange.violations,
    writes: writes.map((write) => write.kind),
    repeated,
    ...(exchange.via && { via: exchange.via }),
    ...(exchange.faults && { faults: exchange.faults }),
  };
};

/** Nothing but the three numbers: transactions may hand over more than they need to. */
const subjectOf = ({ mdtrt_id, setl_id, psn_no }: Subject = {}): Subject => ({
  ...(mdtrt_id !== undefined && { mdtrt_id }),
  ...(setl_id !== undefined && { setl_id }),
  ...(psn_no !== undefined && { psn_no }),
});
