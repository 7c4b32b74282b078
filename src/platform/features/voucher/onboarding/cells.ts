import { CELLS, type Cell, type Operation } from '../../../domain/voucher/onboarding/matrix.ts';
import type { JournalRow } from '../../../store/port.ts';
import { seenInStatus } from './seen-status.ts';
import { seenInResult, seenInUpload } from './seen-uploads.ts';
import type { Seen, Traffic } from './seen.ts';

const SEEN: Readonly<Record<Operation, (traffic: Traffic, row: JournalRow) => Seen[]>> = {
  '4901': seenInUpload,
  '4902': seenInResult,
  '4905': seenInUpload,
  '5501': seenInStatus,
};

/** The twelve lines of the test report, from what an institution sent and nothing else. */
export const cellsOf = (traffic: Traffic): Cell[] => {
  const seen = traffic.rows.flatMap((row) => SEEN[row.infno as Operation](traffic, row));
  return CELLS.map((place) => {
    const own = seen.filter(({ ticket, infno }) => ticket === place.ticket && infno === place.infno);
    return { ...place, ...stateOf(own) };
  });
};

/** Traces that are named; the others are in the journal. */
const NAMED = 5;

const stateOf = (seen: readonly Seen[]): Omit<Cell, 'ticket' | 'infno'> => {
  if (seen.length === 0) return { state: 'untested', remark: '', evidence: [] };
  const passed = seen.filter(({ outcome }) => outcome === 'passed');
  const times = seen.map(({ at }) => at);
  return {
    state: passed.length > 0 ? 'passed' : 'failed',
    remark: remarkOf(seen),
    evidence: [...new Set(passed.map(({ trace }) => trace))].slice(0, NAMED),
    begunAt: Math.min(...times),
    endedAt: Math.max(...times),
  };
};

const remarkOf = (seen: readonly Seen[]): string => {
  const of = (outcome: Seen['outcome']) => seen.filter((one) => one.outcome === outcome);
  const [passed, failed, pending] = [of('passed'), of('failed'), of('pending')];
  const parts = [
    ...(passed.length > 0 ? [`通过 ${passed.length} 次`] : []),
    ...(failed.length > 0 ? [`未通过 ${failed.length} 次，最近：${failed.at(-1)?.text ?? ''}`] : []),
    ...(pending.length > 0 ? [`校验中 ${pending.length} 次`] : []),
  ];
  return parts.join('；');
};
