import { dateTimeOf } from '../../../../kernel/civil-time.ts';
import type { JournalHead } from '../../../sandbox.ts';
import type { ControlHandler } from '../control-env.ts';
import { droppedShown } from './search.ts';

/** `GET /journal/state`: how much the journal holds, how much retention has taken, how far the index has come. */
export const journalState: ControlHandler = async (c) => {
  const { workspace } = c.var;
  const journal = workspace.journal();
  await journal.written();
  const { reader } = workspace.world().store;
  const dropped = journal.dropped();
  const { journalRows, journalDays, bodiesMegabytes } = workspace.settings();
  return c.json({
    rows: reader.journalCount(0),
    oldest: edge(reader.journalAfter(0, 1)[0]),
    newest: edge(reader.journal(1)[0]),
    dropped: dropped ? droppedShown(dropped) : { rows: 0, upTo: 0, until: null },
    bodies: workspace.bodies().state(),
    index: { waiting: await journal.index.waiting() },
    followers: journal.followers(),
    keeps: { journalRows, journalDays, bodiesMegabytes },
  });
};

const edge = (row: JournalHead | undefined) => row && { seq: row.seq, at: dateTimeOf(row.at) };
