import { z } from 'zod';
import { dateTimeOf } from '../../../../kernel/civil-time.ts';
import type { JournalFilter, Workspace } from '../../../sandbox.ts';
import { readForm } from '../../../wire/read-form.ts';
import { misfit } from '../answers.ts';
import type { ControlHandler } from '../control-env.ts';
import { filterFields, filterOf } from './filter-form.ts';
import { NDJSON, pulledResponse, type Piece } from './pulled.ts';

const FORMAT = 1;

const form = z.strictObject({ ...filterFields, bodies: z.enum(['0', '1']) }).partial();

/**
 * `GET /journal/export`: a line that says whose journal it is and what another workspace must be made from to be the
 * same, then a line for each row, oldest first: decoded input, answer, and with `bodies=1` the bytes of both sides as
 * base64. Rows that come meanwhile are not in it. Takes the filters of the search.
 */
export const exportJournal: ControlHandler = async (c) => {
  const asked = readForm(form, c.req.query());
  if (!asked.ok) return misfit(c, asked.error);
  const { bodies = '0', ...wanted } = asked.value;
  const { workspace } = c.var;
  await workspace.journal().written();
  workspace.bodies().flush();
  return pulledResponse(NDJSON, slices(workspace, filterOf(workspace, wanted), bodies === '1'));
};

const slices = (workspace: Workspace, filter: JournalFilter, bodies: boolean) => {
  const journal = workspace.journal();
  const before = workspace.world().store.reader.lastJournalSeq() + 1;
  let head = `${JSON.stringify(headOf(workspace))}\n`;
  let after = 0;
  return async (): Promise<Piece> => {
    const { lines, rows, last } = await journal.index.export({ ...filter, after, before }, bodies);
    const text = head + lines;
    head = '';
    after = last;
    return { text, last: rows === 0 };
  };
};

/** Whose journal it is, and how its world was made. */
const headOf = (workspace: Workspace) => {
  const { mode } = workspace.clockwork().state();
  const { provinceKeys: _keys, gatewayKeys: _secrets, ...settings } = workspace.settings();
  return {
    kind: 'kuasheng-journal',
    format: FORMAT,
    workspace: workspace.name,
    ...workspace.origin(),
    clock: { mode, now: dateTimeOf(workspace.world().clock.now()) },
    settings,
  };
};
