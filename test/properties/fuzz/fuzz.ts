import fc from 'fast-check';
import { expect } from 'vitest';
import { decodeBody } from '../../../src/platform/dispatch/decode-body.ts';
import { loadEnvelope, loadTable } from '../../../src/platform/wire/load-table.ts';
import { sendDecoded, type Answer } from '../../support/world.ts';
import { billOf, bills, claimOf, claims } from './amounts.ts';
import { faultsOfAnswer } from './answer-faults.ts';
import { anyValue, type Living } from './field-values.ts';
import type { LivingWorld } from './living-world.ts';
import { conversations, hold } from './mutated-conversation.ts';
import { rawBodies } from './raw-bodies.ts';
import { envelopesOf, inputsOf } from './table-inputs.ts';

/** How long, and from which seed where it is not everybody's. */
type Runs = { readonly numRuns: number; readonly seed?: number };

const sound = (answer: Pick<Answer, 'bytes'>): void => expect(faultsOfAnswer(answer)).toEqual([]);

/** Values of all kinds, as if for fields of each of these types. */
const anything = fc.oneof(
  ...['string(6) of codes', 'number(16,2)', 'datetime'].map((line) => {
    const [type = 'string'] = /^\w+/.exec(line) ?? [];
    return anyValue({
      code: 'any', name: '任意', type: type as 'string', scale: type === 'number' ? 2 : 0,
      length: type === 'number' ? '16,2' : '30',
      required: false, toEndOfDay: false, fidelity: 'sandbox',
    }); // prettier-ignore
  }),
);

type Key = { readonly door: string; readonly infno: string };

/** Inputs made of the transaction's own table, under envelopes that are mostly right. */
export const fuzzTable = ({ world }: LivingWorld, { door, infno }: Key, values: Living, runs: Runs): Promise<void> => {
  const table = loadTable(door, infno);
  if (!table) throw new Error(`${door}/${infno} has a table`);
  const send = door === 'national' ? world.national : world.call;
  const [insuplc_admdvs] = values['insuplc'] ?? [];
  const envelopes = envelopesOf(loadEnvelope());
  const property = fc.asyncProperty(inputsOf(table, values), envelopes, async (input, envelope) => {
    sound(await send(infno, input, { insuplc_admdvs, ...envelope }));
  });
  return fc.assert(property, runs);
};

/** Working conversations with a few mishaps: values changed, messages left out, messages sent twice. */
export const fuzzConversations = (living: LivingWorld, runs: Runs): Promise<void> => {
  let held = 0;
  const property = fc.asyncProperty(conversations(anything), async (conversation) => {
    held += 1;
    const { answers, unequal } = await hold(living.world, conversation, `TALK${held}`);
    answers.forEach(sound);
    expect(unequal).toEqual([]);
  });
  return fc.assert(property, runs);
};

/** Claims and bills that add up, of amounts that are large, negative or nothing. */
export const fuzzAmounts = async (living: LivingWorld, runs: Runs): Promise<void> => {
  let claimed = 0;
  const ofProvince = fc.asyncProperty(claims, async (parts) => {
    claimed += 1;
    (await claimOf(living, parts, `440300AMOUNTS${claimed}`)).forEach(sound);
  });
  const ofHospital = fc.asyncProperty(bills, async (amounts) => (await billOf(living, amounts)).forEach(sound));
  await fc.assert(ofProvince, runs);
  await fc.assert(ofHospital, runs);
};

/** Bytes that are no message, or once were one. */
export const fuzzBytes = (living: LivingWorld, messages: readonly string[], runs: Runs): Promise<void> => {
  const doors = fc.constantFrom('hospital' as const, 'national' as const);
  const property = fc.asyncProperty(rawBodies(messages), doors, async (body, door) => {
    sound(await sendDecoded(living.world.world, door, decodeBody(body)));
  });
  return fc.assert(property, runs);
};
