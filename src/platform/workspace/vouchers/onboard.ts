import { placeOf } from '../../../kernel/admdvs.ts';
import { dateOf } from '../../../kernel/civil-time.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import type { World } from '../../dispatch/world.ts';
import type { Cell } from '../../domain/voucher/onboarding/matrix.ts';
import { MOVES } from '../../domain/voucher/onboarding/moves.ts';
import type { Onboarding, OnboardingState, StepName } from '../../domain/voucher/onboarding/onboarding.ts';
import { standingOf } from '../../domain/voucher/onboarding/standing.ts';
import { placedIn, stepTaken, type Given } from '../../domain/voucher/onboarding/take-step.ts';
import type { Reader, Write } from '../../store/port.ts';

const SERIES = 'voucher-order';

/** A step for these institutions. */
export type Step = { readonly step: StepName; readonly institutions: readonly string[]; readonly given: Given };

/** Where each of them stands afterwards, or all that is in the way; then nothing has happened. */
export type Stepped = Result<readonly Onboarding[], readonly { readonly message: string }[]>;

/**
 * Takes a step of the flow 接入 for one or several institutions of a place: all of them, or none. `cellsOf` is asked in
 * the turn: what was gathered beside it may belong to a test, or a launch, that is over by now.
 */
export const onboardStep = (
  world: World,
  { step, institutions, given }: Step,
  cellsOf: (standing: Onboarding) => readonly Cell[],
): Promise<Stepped> =>
  world.queue.submit((writer): Stepped => {
    const { reader } = writer;
    const strange = strangers(reader, institutions);
    if (strange.length > 0) return fail(strange);
    const serial = reader.serial(SERIES) + 1;
    const now = world.clock.now();
    const order = `GD${dateOf(now).replaceAll('-', '')}${String(serial).padStart(4, '0')}`;
    const facts = { now, order, afterSeq: reader.lastJournalSeq() };
    const after = institutions.map((code) => {
      const before = standingOf(code, reader.voucherOnboarding(code), world.settings());
      return { code, taken: stepTaken(before, step, given, { ...facts, cells: cellsOf(before) }) };
    });
    const faults = after.flatMap(({ code, taken }) =>
      typeof taken === 'string' ? [{ message: `${code}：${taken}` }] : [],
    );
    if (faults.length > 0) return fail(faults);
    const stepped = after.flatMap(({ taken }) => (typeof taken === 'string' ? [] : [taken]));
    const opened = MOVES.some((move) => move.step === step && move.opens !== undefined);
    writer.apply([
      ...(opened ? [{ kind: 'serial.take', key: SERIES, value: serial } as const] : []),
      ...stepped.map(put),
    ]);
    return ok(stepped);
  });

/** Those that nobody knows, and those of another place: a city bureau speaks for its own alone. */
const strangers = (reader: Reader, institutions: readonly string[]): { message: string }[] => {
  const known = institutions.map((code) => ({ code, place: placed(reader, code) }));
  const unknown = known.filter(({ place }) => place === undefined).map(({ code }) => ({ message: `没有机构 ${code}` }));
  if (unknown.length > 0) return unknown;
  const places = new Set(known.map(({ place }) => place));
  return places.size > 1 ? [{ message: '几家机构不在同一统筹区，一张工单只汇总一个统筹区的机构' }] : [];
};

const placed = (reader: Reader, code: string): string | undefined => {
  const institution = reader.institution(code);
  return institution && placeOf(institution.admdvs);
};

/** Puts an institution into a state without papers (sandbox); undefined for one that nobody knows. */
export const onboardInto = (
  world: World,
  fixmedins_code: string,
  state: OnboardingState,
): Promise<Onboarding | undefined> =>
  world.queue.submit((writer) => {
    const { reader } = writer;
    if (!reader.institution(fixmedins_code)) return undefined;
    const before = standingOf(fixmedins_code, reader.voucherOnboarding(fixmedins_code), world.settings());
    const after = placedIn(before, state, { now: world.clock.now(), afterSeq: reader.lastJournalSeq() });
    writer.apply([put(after)]);
    return after;
  });

const put = (onboarding: Onboarding): Write => ({ kind: 'voucher-onboarding.put', onboarding });
