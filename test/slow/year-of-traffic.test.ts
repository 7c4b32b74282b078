import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { instantOf } from '../../src/kernel/civil-time.ts';
import { sandboxApp } from '../../src/platform/http/app.ts';
import { openSandbox } from '../../src/platform/sandbox.ts';
import { openHis, openVisit, patientOf, type His } from '../support/his.ts';
import { HOSPITAL, signedInAs } from '../support/world.ts';

/** Heap in MB that three quarters of a year may add: less than 1 kB a message, were all of it a leak. */
const MOST = 4;
const DAYS = 365;
const A_DAY = 4;
const PLACES = ['610100', '320100', '440300'];
/** Of the journal, and no workspace may keep fewer: retention is at work from the first month on. */
const ROWS = 1_000;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Bytes that live after everything that can go has gone. */
const living = async (): Promise<number> => {
  // Twice, with the loop between: finalizers and settled promises let go of the rest.
  for (let round = 0; round < 2; round += 1) {
    collect();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

type State = { readonly rows: number; readonly dropped: { readonly rows: number }; readonly followers: number };

/** A few persons of the population whom nobody has seen before: registered, settled; some refunded or reversed. */
const playDay = async (his: His, day: number): Promise<void> => {
  for (let visit = 0; visit < A_DAY; visit += 1) {
    const patient = await patientOf(his, PLACES[visit % PLACES.length] ?? '', day * A_DAY + visit + 1);
    const { certno, insuplc_admdvs } = patient;
    await his.send('1101', { data: { mdtrt_cert_type: '02', mdtrt_cert_no: certno } }, { insuplc_admdvs });
    const { settle, refund, reverse } = await openVisit(his, patient, 10_000 + day);
    const msgid = `${HOSPITAL}DAY${day}VISIT${visit}`;
    const setl_id = (await settle(msgid)).output?.setlinfo?.setl_id;
    if (visit % 4 === 0 && setl_id !== undefined) await refund(setl_id);
    if (visit % 4 === 1) await reverse(msgid);
  }
};

/** Somebody searches the journal, follows it and goes away, and saves the state. */
const playWeek = async (app: ReturnType<typeof sandboxApp>, his: His): Promise<void> => {
  await his.control('GET', '/journal?text=psn_no');
  await (await app.request('/_sandbox/journal/live')).body?.cancel();
  await his.control('POST', '/snapshots', { name: 'weekly' });
};

/** A province asks the national node. */
const askAsProvince = (app: ReturnType<typeof sandboxApp>) =>
  app.request('/national/1406', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...signedInAs('110000') },
    body: JSON.stringify({
      infno: '1406',
      msgid: 'PROVINCE1',
      input: { data: { mdtrtarea: '110000', insuplc: '610100' } },
    }),
  });

describe('a year in which every day a few persons come', () => {
  it("takes no more memory at its end than in spring; its journal stays short, with the provinces' rows", async () => {
    const start = instantOf('2026-01-01 08:00:00');
    const sandbox = await openSandbox({ startClock: { mode: 'frozen', at: start }, settings: { journalRows: ROWS } });
    const app = sandboxApp(sandbox);
    const his = openHis(app.request);
    const spring = { heap: 0 };
    await askAsProvince(app);
    try {
      for (let day = 0; day < DAYS; day += 1) {
        await playDay(his, day);
        if (day % 7 === 0) await playWeek(app, his);
        await his.control('POST', '/clock/advance', { to: '+1d' });
        if (day === 90) spring.heap = await living();
      }
      const grown = ((await living()) - spring.heap) / 1_048_576;
      expect(grown).toBeLessThan(MOST);
      const state = await his.control<State>('GET', '/journal/state');
      expect(state.rows).toBeLessThan(ROWS + 250);
      expect(state.dropped.rows).toBeGreaterThan(DAYS * A_DAY);
      expect(state.followers).toBe(0);
      const { rows } = await his.control<{ rows: { at: string }[] }>('GET', '/journal?sender=110000&door=national');
      expect(rows.map(({ at }) => at)).toEqual(['2026-01-01 08:00:00']);
    } finally {
      await sandbox.close();
    }
  });
});
