import { dateTimeOf } from '../../../../kernel/civil-time.ts';
import type { JournalRow, Workspace } from '../../../sandbox.ts';

type World = ReturnType<Workspace['world']>;

/** A row of the journal as the control API tells it: virtual time in words, the transaction's title, no input. */
export const rowShown = (world: World, { input: _left, at, ...row }: JournalRow) => ({
  ...row,
  at: dateTimeOf(at),
  title: world.definitionOf(row.door, row.infno)?.title ?? '',
});

const AROUND = 40;

/** What stands around a text in a row's message or refusal. */
export const excerptOf = ({ input, err_msg = '' }: JournalRow, text: string): string => {
  const whole = input.includes(text) ? input : err_msg;
  const at = Math.max(0, whole.indexOf(text));
  return whole.slice(Math.max(0, at - AROUND), at + text.length + AROUND);
};
