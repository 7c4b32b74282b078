import { must } from '../../../kernel/assert.ts';
import type { Admdvs } from '../../../kernel/admdvs.ts';
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

/** A new application; `applied` waits for the clerk, `approved` holds at once. */
export const newApplication = (
  draft: Draft,
  { trt_dcla_detl_sn, key, value }: NextNumber,
  until: 'applied' | 'approved',
  deed: Deed,
): Ruling => {
  const { person, insuplc, now, note } = deed;
  const application = {
    ...draft,
    trt_dcla_detl_sn,
    psn_no: person.psn_no,
    insuplc,
    appliedOn: dateOf(now),
    steps: [{ state: 'applied', at: now, ...(note !== undefined && { note }) }],
  } as Application;
  const ruling: Ruling | Refusal =
    until === 'applied'
      ? { application, writes: [{ kind: 'application.put', application }] }
      : approved({ application: stepped(application, 'accepted', now), held: undefined }, deed);
  must(!isRefusal(ruling), 'what has just been accepted can be approved');
  return { ...ruling, writes: [{ kind: 'serial.take', key, value }, ...ruling.writes] };
};
