import type { Admdvs } from '../../../kernel/admdvs.ts';
import { must } from '../../../kernel/assert.ts';
import { dateOf, type Instant } from '../../../kernel/civil-time.ts';
import type { Application, ApplicationKind } from '../application.ts';
import { isRefusal, type Refusal } from '../refusals.ts';
import { applicationSeries } from '../serial-numbers.ts';
import { stepped } from './moves.ts';
import { approved, type Deed, type Ruling } from './ruling.ts';

type Given = 'trt_dcla_detl_sn' | 'psn_no' | 'insuplc' | 'steps' | 'appliedOn';
type Without<T> = T extends unknown ? Omit<T, Given> : never;

/** What is applied for; number, person, place and the first step are added. */
export type Draft = Without<Application>;

/** The number that the next application of a kind gets, and the place in its series that it takes. */
export type NextNumber = { readonly key: string; readonly value: number; readonly trt_dcla_detl_sn: string };

export const nextNumber = (
  reader: { readonly serial: (key: string) => number },
  insuplc: Admdvs,
  kind: ApplicationKind,
  now: Instant,
): NextNumber => {
  const { key, print } = applicationSeries(insuplc, kind, now);
  const value = reader.serial(key) + 1;
  return { key, value, trt_dcla_detl_sn: print(value) };
};

/** A new application, which waits for the clerk. */
export const newApplication = (
  draft: Draft,
  { trt_dcla_detl_sn, key, value }: NextNumber,
  { person, insuplc, now, note }: Deed,
): Ruling => {
  const application = {
    ...draft,
    trt_dcla_detl_sn,
    psn_no: person.psn_no,
    insuplc,
    appliedOn: dateOf(now),
    steps: [{ state: 'applied', at: now, ...(note !== undefined && { note }) }],
  } as Application;
  return {
    application,
    writes: [
      { kind: 'serial.take', key, value },
      { kind: 'application.put', application },
    ],
  };
};

/** An act on what has just been applied for: both or neither. */
export const andThen = (
  { application, writes }: Ruling,
  act: (application: Application) => Ruling | Refusal,
): Ruling | Refusal => {
  const next = act(application);
  return isRefusal(next) ? next : { ...next, writes: [...writes, ...next.writes] };
};

/** 受理 and 审核通过 in the moment of the application. */
export const approvedAtOnce = (ruling: Ruling, { note: _said, ...deed }: Deed): Ruling => {
  const next = andThen(ruling, (application) =>
    approved({ application: stepped(application, 'accepted', deed.now), held: undefined }, deed),
  );
  must(!isRefusal(next), 'what has just been accepted can be approved');
  return next;
};

/** What a hospital sends for a person holds at once unless the place's clerk is to decide (a setting of the workspace). */
export const sentByHospital = (ruling: Ruling, applications: 'approved' | 'reviewed', deed: Deed): Ruling =>
  applications === 'approved' ? approvedAtOnce(ruling, deed) : ruling;
