import type { World } from '../dispatch/world.ts';
import { droppedOf } from '../journal/dropped.ts';
import type { Follower, JournalDesk } from '../journal/journal-desk.ts';
import { journalKeeper } from '../journal/journal-keeper.ts';
import { recentRows } from '../journal/recent-rows.ts';
import type { Told } from '../journal/telling-store.ts';
import type { JournalIndex } from '../store/port/journal-index.ts';

/** Rows whose order of coming is remembered: whoever was away for less goes on without a gap. */
const REMEMBERED = 10_000;

/** The desk over an open world, and what must be told of every commit. */
export const openJournal = (world: World, index: JournalIndex): { readonly desk: JournalDesk; readonly told: Told } => {
  const { reader } = world.store;
  const followers = new Set<Follower>();
  const recent = recentRows(REMEMBERED);
  const keeper = journalKeeper({
    reader,
    join: world.queue.join,
    settings: world.settings,
    now: world.clock.now,
    onDefect: (defect) => world.onDefect(defect, 'journal'),
  });

  const hangUp = (): void => {
    for (const follower of [...followers]) follower.ended();
    followers.clear();
  };

  const told: Told = ({ rows, dropped }) => {
    const seqs = rows.map(({ seq }) => seq);
    recent.add(seqs);
    index.told(seqs);
    if (dropped.length > 0) {
      index.dropped(dropped);
      keeper.aged();
    }
    for (const follower of followers) follower.told(rows);
    keeper.grew(rows.length);
  };

  return {
    told,
    desk: {
      index,
      written: () => world.queue.submit(() => undefined),
      follow: (follower) => {
        followers.add(follower);
        return () => void followers.delete(follower);
      },
      followers: () => followers.size,
      hangUp,
      recent,
      rows: reader.journalRows,
      dropped: () => droppedOf(reader),
      shortened: keeper.idle,
      close: async () => {
        hangUp();
        await keeper.close();
        await index.close();
      },
    },
  };
};
