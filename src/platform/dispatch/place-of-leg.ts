import { must } from '../../kernel/assert.ts';
import type { Leg, LegQuestion } from '../store/port.ts';
import { answerApart } from './answer-apart.ts';
import { isEngines, type InsuredPlace, type WaitingPlace } from './insured-place.ts';
import type { World } from './world.ts';

/** Milliseconds. The engine answers in its next turn: this runs out only where the writer stands still. */
const ENGINE_TIMEOUT = 30_000;

/**
 * Where the message of a leg goes: to the system that got it the first time, whose book alone knows what became of it.
 * Undefined where another one answers for the place by now. An engine that no fault slows down any more answers in a
 * turn of its own, from its book if it has done it.
 */
export const placeOfLeg = (world: World, leg: Pick<Leg, 'questions' | 'engine'>): WaitingPlace | undefined => {
  const place = placeAsked(world, leg.questions);
  if (isEngines(place) !== (leg.engine ?? false)) return undefined;
  if (place.kind === 'waiting') return place;
  const send = async (question: LegQuestion) => ({ said: await answerApart(world, question) });
  return { kind: 'waiting', engine: true, timeoutMs: ENGINE_TIMEOUT, send };
};

/** Who answers by now for the place that the innermost of the messages is for. */
export const placeAsked = (world: World, questions: readonly LegQuestion[]): InsuredPlace => {
  const question = questions.at(-1);
  must(question, 'a leg has a message');
  return world.insuredPlace(question.insuplc);
};
