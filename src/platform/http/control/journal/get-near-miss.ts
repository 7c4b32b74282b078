import { nearMisses, type JournalDesk, type JournalFilter, type JournalRow } from '../../../sandbox.ts';
import { problem } from '../answers.ts';
import type { ControlHandler } from '../control-env.ts';

/** Other messages that a refused one is compared with. */
const COMPARED = 200;

/**
 * `GET /journal/{trace}/near-miss`: of a refused message, field by field, what came, what is allowed, where that is
 * written, and the nearest valid values, from the tables and from the books as they are now.
 */
export const getNearMiss: ControlHandler = async (c) => {
  const trace = c.req.param('trace') ?? '';
  const { workspace } = c.var;
  const journal = workspace.journal();
  await journal.written();
  const world = workspace.world();
  const row = world.store.reader.journalOfTrace(trace).find(({ hop }) => hop === 0);
  if (!row) return problem(c, 404, `没有追踪号 ${trace} 的报文；追踪号见应答头 x-kuasheng-trace`);
  const { infcode, refusal, err_msg } = row;
  if (infcode === 0) return problem(c, 409, `追踪号 ${trace} 的报文已成功，没有需要改的`);
  const request = workspace.bodies().find(row.seq)?.request;
  const definition = world.definitionOf(row.door, row.infno);
  const misses = nearMisses({
    reader: world.store.reader,
    row,
    others: await othersOf(journal, row),
    ...(request && { request }),
    ...(definition && { definition }),
  });
  return c.json({ trace, infno: row.infno, refusal, err_msg, bodyLost: request === undefined, misses });
};

/** Messages that the refused one may be a copy of, or may have meant. */
const othersOf = async (journal: JournalDesk, row: JournalRow): Promise<readonly JournalRow[]> => {
  const { sender, infno, msgid, seq, refusal = '' } = row;
  const own: JournalFilter = { sender: [sender], hop: 0, before: seq, infcode: 0 };
  if (refusal.startsWith('msgid-')) {
    return journal.rows(
      await journal.index.find({ ...own, infno: [infno], msgid: [msgid] }, { order: 'oldest', limit: 1 }),
    );
  }
  if (!refusal.startsWith('original-')) return [];
  return journal.rows(await journal.index.find(own, { order: 'newest', limit: COMPARED }));
};
