import { http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { instantOf } from '../../../src/kernel/civil-time.ts';
import { changePlace, openSandbox, type Arrival } from '../../../src/platform/sandbox.ts';
import { temporaryFolder } from '../store/sqlite/temporary-file.ts';

const wire = setupServer(http.post('http://silent.test/:infno', () => new Promise<never>(() => undefined)));
beforeAll(() => wire.listen({ onUnhandledRequest: 'bypass' }));
afterAll(() => wire.close());

const REGISTRATION = {
  infno: '2201',
  msgid: 'H44030099001CLOSING',
  mdtrtarea_admvs: '440300',
  insuplc_admdvs: '610100',
  fixmedins_code: 'H44030099001',
  input: {
    data: {
      psn_no: '6101009900000000000001', insutype: '310', ipt_otp_no: '1', mdtrt_cert_type: '03',
      mdtrt_cert_no: 'K99000001',
    },
  },
}; // prettier-ignore

const arrival: Arrival = {
  door: 'hospital',
  bytes: Buffer.from(JSON.stringify(REGISTRATION)),
  contentType: 'application/json',
  header: () => undefined,
};

const open = async (dataDir: string, defects: unknown[]) => {
  const startClock = { mode: 'frozen', at: instantOf('2026-09-01 10:00:00') } as const;
  const sandbox = await openSandbox({ dataDir, startClock, onDefect: (defect) => defects.push(defect) });
  const world = sandbox.workspace('default')?.world();
  if (!world) throw new Error('there is a default workspace');
  return { sandbox, world };
};

it.each(['close', 'reset'] as const)(
  'a workspace whose message waits for a remote place answers it as unknown at a %s',
  async (ending) => {
    const [dataDir, defects] = [temporaryFolder(), [] as unknown[]];
    const { sandbox, world } = await open(dataDir, defects);
    await changePlace(world, '610100', { remote: { url: 'http://silent.test', timeoutMs: 60_000 } });
    const waiting = sandbox.receive(arrival);
    while (world.store.reader.legsInState('sent').length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await (ending === 'close' ? sandbox.close() : sandbox.workspace('default')?.reset());
    const answered = await waiting;
    expect(answered.kind === 'answered' && answered.bytes).toContain('参保地无应答，结果未知');
    expect(defects).toEqual([]);
    if (ending === 'reset') return sandbox.close();

    const again = await open(dataDir, defects);
    expect(again.world.store.reader.legsInState('unknown')).toHaveLength(1);
    return again.sandbox.close();
  },
);
