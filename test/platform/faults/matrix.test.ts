import { expect, it, onTestFinished } from 'vitest';
import { FAULT_KINDS } from '../../../src/platform/faults/kinds.ts';
import { rawClient } from '../http/raw-client.ts';
import { openHospital, type AtTheWindow, type Posted } from './hospital.ts';
import { AFTER_COMMIT } from './matrix/after.ts';
import { BEFORE_COMMIT, HANDLED } from './matrix/before.ts';
import { IN_THE_RESPONSE } from './matrix/response.ts';
import type { Row, Struck } from './matrix/row.ts';
import { seenOf } from './seen.ts';

const MATRIX = [...BEFORE_COMMIT, ...HANDLED, ...AFTER_COMMIT, ...IN_THE_RESPONSE];

const hospital = openHospital();

const INFNO: Readonly<Record<Struck, string>> = { settlement: '2207', refund: '2208', reversal: '2601', query: '5203' };

/** The message, after what must have gone before it. */
const messageOf = async (patient: AtTheWindow, struck: Struck): Promise<Posted> => {
  if (struck === 'settlement') return patient.settlement;
  const setl_id = await patient.settled();
  if (struck === 'query') return patient.query(setl_id);
  return struck === 'refund' ? patient.refund(setl_id) : patient.reversal();
};

/** Arms it for this one message. */
const armed = async ({ kind, scope, struck = 'settlement', ...row }: Row, psn_no: string): Promise<string> => {
  const id = await hospital.arm({
    kind,
    scope,
    when: { infno: [INFNO[struck]], psn_no },
    count: 1,
    note: '矩阵',
    ...(row.with && { with: row.with }),
  });
  onTestFinished(() => hospital.disarm(id));
  return id;
};

it('has every kind in every one of its scopes', () => {
  const all = FAULT_KINDS.flatMap(({ kind, scopes }) => scopes.map((scope) => `${kind} ${scope}`));
  expect(new Set(MATRIX.map(({ kind, scope }) => `${kind} ${scope}`))).toEqual(new Set(all));
});

it.each(MATRIX)('$kind $scope $with', async (row) => {
  const patient = await hospital.patient();
  const posted = await messageOf(patient, row.struck ?? 'settlement');
  const id = await armed(row, patient.psn_no);
  const { reader } = hospital.world().store;
  const firings = () => reader.firingsAfter(0, 1_000).filter(({ fault }) => fault === id);

  const client = await rawClient(hospital.url());
  await client.write(hospital.http(posted));
  await expect.poll(() => seenOf(client), { timeout: 3_000 }).toMatchObject(row.seen);
  row.body?.(seenOf(client).bytes);

  await expect.poll(() => firings().length, { timeout: 3_000 }).toBe(1);
  const [firing] = firings();
  expect(firing).toMatchObject({ kind: row.kind, scope: row.scope, nth: 1, note: '矩阵' });
  expect(firing).toMatchObject({ infno: INFNO[row.struck ?? 'settlement'], fixmedins_code: 'H44030099001' });
  await expect.poll(() => patient.standing(), { timeout: 3_000 }).toEqual(row.book);
  // A silent connection ends when the client gives up.
  expect(seenOf(client)).toMatchObject(row.seen);
  client.socket.destroy();
  await expect.poll(() => reader.delivery(firing?.seq ?? 0)?.state, { timeout: 3_000 }).toBe(row.delivery);
  expect(reader.journalOfTrace(`T${String(firing?.seq).padStart(10, '0')}`).length).toBeGreaterThan(0);
  expect(hospital.defects).toEqual([]);
});
