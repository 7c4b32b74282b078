import fc from 'fast-check';
import { hrtime } from 'node:process';
import seedrandom from 'seedrandom';
import { expect, it } from 'vitest';
import type { Leg } from '../../src/platform/store/port.ts';
import { conversations, hold } from '../properties/fuzz/mutated-conversation.ts';
import { openLivingWorld, type LivingWorld } from '../properties/fuzz/living-world.ts';
import { slowPlace, type Pace } from '../support/slow-place.ts';

/**
 * An insured place that loses or delays one message or answer in five, and windows that do what they are told: reverse
 * what is unknown, or send it once more. In the end the three books agree, whatever was lost. The seed is new every
 * time and printed: `KUASHENG_FUZZ_SEED=<seed> npm run test:slow` runs a red run again, as far as timing lets it.
 */
const seed = Number(process.env['KUASHENG_FUZZ_SEED'] ?? hrtime.bigint() % 2_147_483_647n);
console.info(`KUASHENG_FUZZ_SEED=${seed}`);

const never = new Promise<void>(() => undefined);

/** Loses one in ten, and delays another one beyond the time that is waited for it. */
const losing =
  (draw: () => number): Pace =>
  async () => {
    const drawn = draw();
    if (drawn < 0.1) await never;
    if (drawn < 0.2) await new Promise((resolve) => setTimeout(resolve, 12));
  };

type Settled = { readonly door: string; readonly infno: string };
const ofHospital = ({ outer }: Leg): boolean => outer.door === 'hospital';
const reversible = ({ infno }: Settled): boolean => infno === '2207' || infno === '2208';

/**
 * Reverses a settlement or refund of unknown outcome; anything else, and what cannot be reversed, is sent once more.
 */
const settleLeg = async ({ world }: LivingWorld, leg: Leg, round: number): Promise<void> => {
  const { reader } = world.world.store;
  const { infno, msgid } = leg.outer;
  const envelope = { insuplc_admdvs: leg.questions[0]?.insuplc };
  if (reversible(leg.outer)) {
    const data = { psn_no: reader.visit(leg.mdtrt_id)?.visitor.psn_no, omsgid: msgid, oinfno: infno };
    const reversal = await world.call('2601', { data }, { ...envelope, msgid: `REVERSAL${round}OF${msgid}` });
    if (reversal.infcode === 0) return;
  }
  const sent = reader.journal(Number.MAX_SAFE_INTEGER).filter((row) => row.hop === 0 && row.input !== '');
  for (const row of sent.filter((one) => one.infno === infno && one.msgid === msgid)) {
    await world.call(infno, JSON.parse(row.input), { ...envelope, msgid });
  }
};

it.each([
  ['the window reverses', false],
  ['the national node reverses by itself', true],
])(
  'a place that loses and delays messages leaves the books sound once all is settled: %s',
  async (_who, autoReverse) => {
    const draw = seedrandom(String(seed));
    const living = await openLivingWorld({
      insuredPlace: (_insuplc, running) =>
        slowPlace(running, { before: losing(draw), after: losing(draw), timeoutMs: 5 }),
      settings: { autoReverse },
    });
    const { reader } = living.world.world.store;
    const held = fc.sample(conversations(fc.constantFrom<unknown>(null, 'x', 1)), { numRuns: 200, seed });
    for (const [index, conversation] of held.entries()) await hold(living.world, conversation, `LOST${index}`);

    const unknown = () => reader.legsInState('unknown').filter(ofHospital);
    expect(unknown().length).toBeGreaterThan(0);
    for (let round = 0; round < 100 && unknown().length > 0; round += 1) {
      for (const leg of unknown()) await settleLeg(living, leg, round);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
    await living.world.world.queue.idle();
    expect(unknown().map(({ outer }) => `${outer.infno} ${outer.msgid}`)).toEqual([]);
    expect(living.faults()).toEqual([]);
    await living.world.close();
  },
);
