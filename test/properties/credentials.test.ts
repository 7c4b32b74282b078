import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dateTimeOf, instantOf } from '../../src/kernel/civil-time.ts';
import { decodeBody } from '../../src/platform/dispatch/decode-body.ts';
import { loadTable, tableNumbers } from '../../src/platform/wire/load-table.ts';
import { openCode } from '../support/phone.ts';
import { HOSPITAL, openTestWorld, sendCredential, type CredentialAnswer, type TestWorld } from '../support/world.ts';
import { rawBodies } from './fuzz/raw-bodies.ts';
import { inputsOf } from './fuzz/table-inputs.ts';

/** Whatever comes to the credential door is answered in its envelope; a code and a token are good when they must be. */

const WHO = 'xian-worker-hypertension-diabetes';
const START = instantOf('2026-09-01 10:00:00');
let world: TestWorld;

beforeAll(async () => {
  world = await openTestWorld();
});

afterAll(async () => {
  await world.close();
  expect(world.defects).toEqual([]);
});

const sound = ({ code, message, bytes }: CredentialAnswer): void => {
  expect([0, -1, -2]).toContain(code);
  expect(message).not.toBe('');
  expect(message).not.toContain('系统异常');
  expect(Object.keys(JSON.parse(bytes) as object)).toEqual(['code', 'message', 'orgId', 'data', 'extra']);
};

describe('anything that a table has room for', () => {
  it.each(tableNumbers('credential'))('%s', async (transType) => {
    const table = loadTable('credential', transType);
    if (!table) throw new Error(`${transType} has a table`);
    const { certno, ec_token } = world.persona(WHO);
    const values = { idNo: [certno], ecToken: [ec_token], outBizNo: ['B1'], medicalSettleState: ['SUCCESS', 'FAIL'] };
    const envelopes = fc.record(
      { orgId: fc.constantFrom<unknown>(HOSPITAL, '', 1, null, {}), extra: fc.jsonValue() },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(inputsOf(table, values), envelopes, async (data, envelope) => {
        sound(await world.credential(transType, data, envelope));
      }),
      { numRuns: 60 },
    );
  });

  it('any data, any transType', async () => {
    const types = fc.oneof(fc.constantFrom(...tableNumbers('credential')), fc.string(), fc.jsonValue());
    await fc.assert(
      fc.asyncProperty(types, fc.jsonValue(), async (transType, data) => {
        sound(await world.credential(transType as string, data));
      }),
      { numRuns: 150 },
    );
  });
});

describe('bytes that are no message', () => {
  it('are answered too', async () => {
    const messages = [JSON.stringify({ orgId: HOSPITAL, transType: 'ec.query', data: { ecQrCode: '1' }, extra: '' })];
    await fc.assert(
      fc.asyncProperty(rawBodies(messages), async (body) => {
        sound(await sendCredential(world.world, decodeBody(body)));
      }),
      { numRuns: 150 },
    );
  });
});

/** A minute and a half around what may matter. */
const seconds = fc.integer({ min: 0, max: 150 });

describe('a code', () => {
  it('is good exactly once, and only within its minute', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(seconds, { minLength: 1, maxLength: 4 }), seconds, async (tries, opens) => {
        const from = START + opens * 1000;
        const code = await openCode(world, WHO, { from, until: from + 60_000 });
        let used = false;
        for (const second of [...tries].sort((a, b) => a - b)) {
          const now = START + second * 1000;
          world.setClock(dateTimeOf(now));
          const good: boolean = !used && now >= from && now <= from + 60_000;
          const answer = await world.credential('ec.query', { ecQrCode: code });
          expect(answer.code === 0).toBe(good);
          used ||= good;
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a token', () => {
  it('opens 1101 from its first moment to the last before its end, at its own institution', async () => {
    const minutes = fc.integer({ min: 0, max: 40 });
    const windows = fc.constantFrom(HOSPITAL, 'H44030099004');
    await fc.assert(
      fc.asyncProperty(minutes, windows, async (minute, fixmedins_code) => {
        world.setClock(dateTimeOf(START));
        const scanned = await world.credential('ec.query', { ecQrCode: await openCode(world, WHO) });
        const mdtrt_cert_no = scanned.data.ecToken;
        world.setClock(dateTimeOf(START + minute * 60_000));
        const { infcode } = await world.call(
          '1101',
          { data: { mdtrt_cert_type: '01', mdtrt_cert_no } },
          { fixmedins_code },
        );
        expect(infcode === 0).toBe(minute < 30 && fixmedins_code === HOSPITAL);
      }),
      { numRuns: 40 },
    );
  });
});
