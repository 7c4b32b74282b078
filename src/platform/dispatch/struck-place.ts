import type { Admdvs } from '../../kernel/admdvs.ts';
import type { PlaceFault } from '../../kernel/fault/effect.ts';
import { refuse } from '../domain/refusals.ts';
import type { LegQuestion } from '../store/port.ts';
import { answerApart } from './answer-apart.ts';
import { isEngines, type InsuredPlace, type Returned } from './insured-place.ts';
import { pause } from './pause.ts';
import type { World } from './world.ts';

/**
 * An insured place that a fault has struck. It takes the way of one that must be waited for, whoever answers for it; a
 * province's own system cannot be made to forget.
 */
export const struckPlace = (world: World, insuplc: Admdvs, fault: PlaceFault): InsuredPlace => {
  const place = world.insuredPlace(insuplc);
  const answer = async (question: LegQuestion): Promise<Returned> =>
    place.kind === 'waiting' ? place.send(question) : { said: await answerApart(world, question, fault.forgets) };
  return {
    kind: 'waiting',
    timeoutMs: fault.timeoutMs,
    ...(isEngines(place) && { engine: true }),
    send: async (question) => {
      if (fault.refuses !== undefined) {
        return {
          said: { ok: false, refusal: refuse({ role: 'insured', place: insuplc }, 'fault-ordered', fault.refuses) },
        };
      }
      await pause(fault.beforeMs ?? 0);
      if (fault.lost) throw new Error('lost on its way to the place');
      const returned = await answer(question);
      if (fault.silent) throw new Error('the answer of the place is lost');
      await pause(fault.afterMs ?? 0);
      return returned;
    },
  };
};
