import { afterEach, expect } from 'vitest';
import { must } from '../../../src/kernel/assert.ts';
import type { Book, Settlement } from '../../../src/platform/domain/settlement.ts';
import type { JournalRow } from '../../../src/platform/store/port.ts';
import type { Output as Settled } from '../../../src/platform/transactions/hospital/2207-outpatient-settle/wire.gen.ts';
import { openRemoteProvince, type RemoteOptions, type RemoteProvince } from '../../support/remote-province.ts';
import { openWindow, type Window } from '../../support/window.ts';
import type { Answer, TestWorld } from '../../support/world.ts';

/** A window in 深圳 whose visitor's insured place 西安市 is a system of its own; 1000 元 are uploaded. */
export type RemoteWindow = {
  readonly open: (options?: RemoteOptions) => Promise<void>;
  readonly remote: RemoteProvince;
  readonly window: Window;
  /** 2207 of the 1000 元 under MSGID. */
  readonly settle: () => Promise<Answer<Settled>>;
  /** The effective settlements of the visit in a book. */
  readonly effective: (world: TestWorld, book: Book) => Settlement[];
  /** The journal rows of what the province said to a transaction, once everything is written. */
  readonly rowsOf: (infno: string) => Promise<JournalRow[]>;
};

export const MSGID = 'H44030099001REMOTE1';

/** One window for each test of a file; at its end nothing may have broken inside. */
export const remoteWindow = (): RemoteWindow => {
  let opened: { readonly remote: RemoteProvince; readonly window: Window } | undefined;
  const at = () => {
    must(opened, 'the window is open');
    return opened;
  };
  afterEach(async () => {
    const { nation, province, close } = at().remote;
    await close();
    expect([...nation.defects, ...province.defects]).toEqual([]);
  });
  return {
    open: async (options = {}) => {
      const remote = await openRemoteProvince(options);
      const window = await openWindow(remote.nation, {
        persona: 'xian-worker-hypertension-diabetes',
        dise_codg: 'M03900',
      });
      await window.upload('B1', 1000);
      opened = { remote, window };
    },
    get remote() {
      return at().remote;
    },
    get window() {
      return at().window;
    },
    settle: () => at().window.settle('B1', 1000, MSGID),
    effective: ({ world }, book) =>
      world.store.reader
        .settlementsOfVisit(book, at().window.mdtrt_id)
        .filter((row) => row.state === 'effective' && row.refundOf === undefined),
    rowsOf: async (infno) => {
      const { world } = at().remote.nation;
      await world.queue.submit(() => undefined);
      return world.store.reader.journalOfDoors(['insured']).filter((row) => row.infno === infno);
    },
  };
};

/** Waits until it is so, for two seconds at most. */
export const soon = async (condition: () => boolean): Promise<void> => {
  for (let tries = 0; tries < 400 && !condition(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(condition()).toBe(true);
};
