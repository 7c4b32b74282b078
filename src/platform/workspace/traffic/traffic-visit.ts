import { namedDivisions, isPlace, provinceOf, type Admdvs } from '../../../kernel/admdvs.ts';
import { must } from '../../../kernel/assert.ts';
import { addDays, daysBetween, instantOf, type Instant } from '../../../kernel/civil-time.ts';
import type { Random } from '../../../kernel/ports.ts';
import { firstDayOf, lastDayOf, type Period } from '../../../rules/clearing/period.ts';

/** What a history is made of. */
export type TrafficPlan = {
  readonly settlements: number;
  /** The months that it fills, oldest first. */
  readonly months: readonly Period[];
  /** The provinces between which people travel. */
  readonly provinces: readonly Admdvs[];
};

/** A visit of the history: who of which place goes where, when, for how much, and what comes of it. */
export type TrafficVisit = {
  readonly no: number;
  /** Which history of the workspace it belongs to, from 1 on: their numbers do not meet. */
  readonly run: number;
  readonly insuplc: Admdvs;
  readonly mdtrtarea: Admdvs;
  /** Number of the person in the population of its place. */
  readonly person: number;
  readonly at: Instant;
  /** Total in 元, a multiple of 20: what is split off it is whole 元. */
  readonly yuan: number;
  readonly then: 'stays' | 'refunded' | 'reversed';
  /** When it is taken back. */
  readonly backAt: Instant;
};

/** The place that stands for each province: its first named one. */
export const placesOf = (provinces: readonly Admdvs[]): Admdvs[] =>
  provinces.map((province) => {
    const place = namedDivisions().find(({ code }) => isPlace(code) && provinceOf(code) === province)?.code;
    must(place, `the province ${province} has a named place`);
    return place;
  });

/** Of a hundred settlements so many are refunded, and so many reversed (sandbox). */
const REFUNDED = 8;
const REVERSED = 2;
/** A person comes back after so many others of the same place. */
const PEOPLE = 5_000;

const HOUR = 3_600_000;

/**
 * When visit n of a history is, for how much, and what comes of it. Time runs evenly through the months, in the hours
 * in which counters are open.
 */
export const courseOf = (
  plan: Pick<TrafficPlan, 'settlements' | 'months'>,
  random: Random,
  no: number,
  run = 1,
): Pick<TrafficVisit, 'at' | 'yuan' | 'then' | 'backAt'> => {
  const draw = random.stream(run === 1 ? `traffic/${no}` : `traffic/${run}/${no}`);
  const upTo = (count: number): number => Math.floor(draw() * count);
  const [first, last] = [plan.months[0], plan.months.at(-1)];
  must(first && last, 'a history has a month');
  const days = daysBetween(firstDayOf(first), lastDayOf(last)) + 1;
  const day = addDays(firstDayOf(first), Math.floor((no * days) / plan.settlements));
  const at = instantOf(day) + 8 * HOUR + upTo(9 * 3_600) * 1_000;
  const fate = upTo(100);
  const then = fate < REFUNDED ? 'refunded' : fate < REFUNDED + REVERSED ? 'reversed' : 'stays';
  const later = then === 'refunded' ? addDays(day, upTo(20)) : day;
  const ends = instantOf(`${lastDayOf(last)} 23:00:00`);
  const backAt = Math.min(ends, Math.max(at + 60_000, instantOf(later) + 18 * HOUR));
  return { at, yuan: 20 * (1 + upTo(upTo(10) === 0 ? 400 : 40)), then, backAt };
};

/** A step that shares no divisor with the number of pairs, which is below 1,001: so all of them take their turns. */
const strideOf = (pairs: number): number => [7, 11, 13].find((step) => pairs % step !== 0) ?? 1;

/** Visit n of a history: a function of seed, plan, run and n alone. All pairs of provinces take their turns. */
export const trafficVisit = (
  plan: TrafficPlan,
  places: readonly Admdvs[],
  random: Random,
  no: number,
  run = 1,
): TrafficVisit => {
  const pairs = places.length * (places.length - 1);
  const pair = (no * strideOf(pairs)) % pairs;
  const from = Math.floor(pair / (places.length - 1));
  const to = pair % (places.length - 1);
  const [insuplc, mdtrtarea] = [places[from], places[to < from ? to : to + 1]];
  must(insuplc && mdtrtarea, 'a pair of places');
  return { no, run, insuplc, mdtrtarea, person: comingBack(no, places), ...courseOf(plan, random, no, run) };
};

/** Number of the person of visit n among those of its place. */
export const comingBack = (no: number, places: readonly Admdvs[]): number =>
  1 + (Math.floor(no / places.length) % PEOPLE);
