import type { Violation } from '../../wire/violation.ts';
import { clauseOf, fieldAt } from './clause.ts';
import type { Facts, NearMiss } from './facts.ts';
import { formOf, nearestForms } from './form-of-field.ts';

/** What a field was understood as, where it was understood at all. */
const understood = (input: Facts['input'], path: string): unknown =>
  path
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .slice(1)
    .reduce<unknown>((value, key) => (value as Readonly<Record<string, unknown>> | undefined)?.[key], input);

/** Each breach of the table as a near miss; `examples` are values of fields that did not come at all. */
export const ofViolations = (
  { table, input }: Facts,
  violations: readonly Violation[],
  example: (code: string) => string | undefined,
): NearMiss[] =>
  violations.map(({ path, name, kind, got, allowed }) => {
    const spot = fieldAt(table, path);
    const shown = spot ? formOf(spot.field) : allowed;
    const sample = kind === 'missing' ? example(path.split('.').at(-1) ?? '') : undefined;
    const near = spot ? nearestForms(spot.field, got, understood(input, path)) : [];
    return {
      field: path,
      name,
      came: got,
      allowed: shown,
      clause: clauseOf(spot),
      closest: kind === 'missing' ? (sample === undefined ? [] : [sample]) : near,
    };
  });
