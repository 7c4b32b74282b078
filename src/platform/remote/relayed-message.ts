import { must } from '../../kernel/assert.ts';
import { dateTimeOf, type Instant } from '../../kernel/civil-time.ts';
import type { LegQuestion } from '../store/port.ts';
import { loadTable } from '../wire/load-table.ts';
import type { Table } from '../wire/table.ts';
import { write } from '../wire/write.ts';

/** The insured place reads the tables of the national door. */
export const tableOfRelayed = (infno: string): Table => {
  const table = loadTable('national', infno);
  must(table, `what is relayed has a table: ${infno}`);
  return table;
};

/**
 * A message as the national node relays it: the envelope of the national door without what only a hospital has, the
 * input by its table. Name of the receiver and version are ours (sandbox).
 */
export const relayedMessage = ({ infno, msgid, mdtrtarea, insuplc, input }: LegQuestion, now: Instant): string => {
  const envelope = {
    infno,
    msgid,
    mdtrtarea_admvs: mdtrtarea,
    insuplc_admdvs: insuplc,
    recer_sys_code: 'CBD',
    infver: '1.0.0',
    inf_time: dateTimeOf(now),
  };
  const head = JSON.stringify(envelope).slice(0, -1);
  return `${head},"input":${write(tableOfRelayed(infno), input, 'input')}}`;
};
