import { z } from 'zod';
import { dateTimeOf } from '../../../../kernel/civil-time.ts';
import type { Dropped, JournalDesk } from '../../../sandbox.ts';
import { readForm } from '../../../wire/read-form.ts';
import { misfit } from '../answers.ts';
import type { ControlHandler } from '../control-env.ts';
import { filterFields, filterOf, whole } from './filter-form.ts';
import { excerptOf, rowShown } from './row-shown.ts';

const USUAL = 50;
const MOST = 500;
const HIGHEST = Number.MAX_SAFE_INTEGER;

const form = z.strictObject({ ...filterFields, limit: whole(1, MOST), before: whole(1, HIGHEST) }).partial();

/**
 * `GET /journal?infno=&door=&sender=&institution=&psn_no=&person=&mdtrt_id=&setl_id=&infcode=&refusal=&violations=
 * &fault=&text=&since=&until=&trace=&limit=&before=`: rows newest first. `next` is the `before` of the next page.
 * Where a page reaches what retention has taken away, `dropped` says how much.
 */
export const searchJournal: ControlHandler = async (c) => {
  const asked = readForm(form, c.req.query());
  if (!asked.ok) return misfit(c, asked.error);
  const { limit = USUAL, before, ...wanted } = asked.value;
  const { workspace } = c.var;
  const journal = workspace.journal();
  await journal.written();
  const filter = { ...filterOf(workspace, wanted), ...(before !== undefined && { before }) };
  // One more than asked for tells whether there is a next page.
  const seqs = await journal.index.find(filter, { order: 'newest', limit: limit + 1 });
  const world = workspace.world();
  const rows = journal.rows(seqs.slice(0, limit)).map((row) => ({
    ...rowShown(world, row),
    ...(filter.text !== undefined && { excerpt: excerptOf(row, filter.text) }),
  }));
  const next = seqs.length > limit ? (seqs[limit - 1] ?? null) : null;
  return c.json({ rows, next, dropped: next === null ? reached(journal, filter.since) : null });
};

/** What was dropped, where the page goes back as far as that. */
const reached = (journal: JournalDesk, since: number | undefined) => {
  const dropped = journal.dropped();
  return dropped && (since === undefined || since <= dropped.at) ? droppedShown(dropped) : null;
};

export const droppedShown = ({ rows, upTo, at }: Dropped) => ({ rows, upTo, until: dateTimeOf(at) });
