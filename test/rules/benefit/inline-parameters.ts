import { asFen, ZERO, type Fen } from '../../../src/kernel/money.ts';
import { parseRate, type Rate } from '../../../src/kernel/rate.ts';
import type { Basis } from '../../../src/rules/policy/basis.ts';
import type { Cases } from '../../../src/rules/policy/case.ts';
import type { BenefitParameters } from '../../../src/rules/policy/parameters.ts';
import type { Bands, ParameterName, ParameterValues } from '../../../src/rules/policy/values.ts';

/** `fen(12.5)` is 12.50 元. */
export const fen = (amount: number): Fen => asFen(Math.round(amount * 100));

export const rate = (text: string): Rate => {
  const value = parseRate(text);
  if (value === undefined) throw new Error(`no rate: ${text}`);
  return value;
};

export const flat = (text: string): Bands => [{ from: ZERO, ratio: rate(text) }];

const basis: Basis = {
  parameter: 'inline',
  from: '2026-01-01',
  source: '测试',
  mark: 'sandbox',
  status: 'illustrative',
};

/** A value without conditions. */
export const always = <T>(value: T): Cases<T> => [{ when: {}, value, basis }];

type Values = { readonly [Name in ParameterName]?: ParameterValues[Name] };

/** The policy of a place that has only what a test names: no deductible, no caps, no discount unless given. */
export const inlineParameters = (
  insutype: BenefitParameters['insutype'],
  ratio: Bands,
  values: Values = {},
): BenefitParameters => {
  const named: Record<string, Cases<unknown>> = {};
  for (const [name, value] of Object.entries(values)) named[name] = always(value);
  return {
    place: '420100',
    name: '测试政策',
    insutype,
    benefit: 'chronic',
    on: '2026-03-10',
    disease_class: always('A'),
    deductible: always({ amount: ZERO, per: 'year', counts: 'benefit' }),
    ratio: always(ratio),
    offsite: always('none'),
    year_cap: always('none'),
    pool_cap: always('none'),
    ...named,
  };
};
