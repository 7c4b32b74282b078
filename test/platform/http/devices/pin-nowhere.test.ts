import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { jsonOf, openCounter } from '../counter.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'kuasheng-pin-'));
const counter = openCounter({ dataDir });
afterAll(() => rmSync(dataDir, { recursive: true }));

const QIN = 'xian-worker-hypertension-diabetes';
const PINS = ['907563', '318642', '888888'];

const at = (path: string, body: object) => counter.control<Record<string, unknown>>('POST', `/_sandbox${path}`, body);
const bytesBelow = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');

it('a PIN that is typed, wrong or right or new, is in no file, no journal, no event and no state', async () => {
  await at('/devices/reader-1/insert', { card: QIN });
  const type = async (pin: string) => {
    await expect
      .poll(async () => (await counter.control<{ device: object }>('GET', '/_sandbox/devices/reader-1')).json.device)
      .toMatchObject({ asksPin: expect.any(String) as string });
    expect((await at('/devices/reader-1/pin', { pin })).status).toBe(200);
  };
  const [wrong = '', fresh = '', usual = ''] = PINS;
  const verified = at('/devices/reader-1/commands', { command: 'verify-pin' });
  await type(wrong);
  expect((await verified).json).toMatchObject({ error: 'pin-wrong' });
  const changed = at('/devices/reader-1/commands', { command: 'change-pin' });
  await type(usual);
  await type(fresh);
  await type(fresh);
  expect((await changed).json).toMatchObject({ ok: true });
  // Something is written after it, so that an empty journal does not pass for a discreet one.
  const data = { mdtrt_cert_type: '03', mdtrt_cert_no: 'K99000001', card_sn: '610100D15600000500FFFF0000000001' };
  await counter.post('/fsi/api/1101', { infno: '1101', insuplc_admdvs: '610100', input: { data } });
  await counter.sandbox().workspace('default')?.world().queue.idle();
  const told = [
    bytesBelow(dataDir),
    JSON.stringify(await jsonOf(await counter.request('/devices/events?after=0'))),
    JSON.stringify((await counter.control('GET', '/_sandbox/devices')).json),
    JSON.stringify((await counter.control('GET', '/_sandbox/journal')).json),
  ];
  expect(told[0]).toContain('K99000001');
  for (const text of told) for (const pin of PINS) expect(text.includes(pin), pin).toBe(false);
  expect(counter.defects).toEqual([]);
});
