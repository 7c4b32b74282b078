import { reach } from '../../../kernel/admdvs.ts';
import { dateOf } from '../../../kernel/civil-time.ts';
import type { Clock } from '../../../kernel/ports.ts';
import { periodOf } from '../../../rules/clearing/period.ts';
import { firstUncollected } from '../../domain/clearing/national/first-open.ts';
import type { Due } from '../../domain/due.ts';
import { REIMBURSED } from '../../domain/reimbursement.ts';
import type { Settlement } from '../../domain/settlement.ts';
import type { Settings } from '../../domain/settings.ts';
import type { Reader, Store, Write } from '../../store/port.ts';
import { dueDay, dueStep } from './moments.ts';

/**
 * A store in which clearing falls due by itself: the night after a national settlement, and the 20th after a month in
 * which something was confirmed. Where nothing is settled nothing is due. Rows of a month that is over are history that
 * somebody brings along, and puts its due work with it.
 */
export const puttingClearingDue = (store: Store, clock: Clock, settings: () => Settings): Store => ({
  ...store,
  writer: {
    ...store.writer,
    apply: (writes) => {
      store.writer.apply(writes);
      const { reader } = store.writer;
      const current = periodOf(dateOf(clock.now()));
      const figures = settings();
      const due = dueOf(reader, writes, current, figures);
      if (due.length > 0) store.writer.apply(due.map((one) => ({ kind: 'due.put', due: one })));
      const late = writes.flatMap((write) => lateIn(reader, write, current, figures));
      if (late.length > 0) store.writer.apply(late);
    },
  },
});

const dueOf = (reader: Reader, writes: readonly Write[], current: string, settings: Settings): Due[] => {
  const days = new Set<string>();
  const months = new Set<string>();
  for (const write of writes) {
    if (write.kind === 'settlement.add' && isReconciled(write.settlement)) {
      const { setl_time } = write.settlement;
      if (periodOf(setl_time) >= current) days.add(setl_time.slice(0, 10));
    }
    if (write.kind === 'confirmation.put' && write.confirmation.confirmed) months.add(write.confirmation.period);
  }
  const open = [...months].filter((period) => !reader.clearingRecord('month', period));
  return [...[...days].map(dueDay), ...open.map((period) => dueStep('collect', period, settings))];
};

/** A row that an insured place has dated into a month that is collected: it is filed with the first that is not. */
const lateIn = (reader: Reader, write: Write, current: string, settings: Settings): Write[] => {
  if (write.kind !== 'settlement.add' || write.settlement.book !== 'national') return [];
  const { setl_id, setl_time, byHospital } = write.settlement;
  const period = periodOf(setl_time);
  if (period >= current || byHospital === true || !reader.clearingRecord('month', period)) return [];
  return [
    { kind: 'clearing.put', record: 'late', key: setl_id, body: { setl_id } },
    { kind: 'due.put', due: dueStep('collect', firstUncollected(reader, period), settings) },
  ];
};

/** In whosever book: a day on which one party alone has something is reconciled as well. */
const isReconciled = ({ mdtrtarea, insuplc, infno }: Settlement): boolean =>
  reach(mdtrtarea, insuplc) === 'cross-province' && infno !== REIMBURSED;
