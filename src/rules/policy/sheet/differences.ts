import type { Insutype } from '../parameters.ts';
import type { Policy } from '../load-policy.ts';
import type { Sheet, SheetRow } from './sheet.ts';

/** One figure that is not the same on both sides. A side that does not have it is absent. */
export type Difference = {
  readonly insutype: Insutype;
  readonly benefit: Policy['benefit'];
  readonly title: string;
  readonly condition: string;
  readonly left?: string;
  readonly right?: string;
};

type Key = Pick<Sheet, 'insutype' | 'benefit'>;

/** What differs between two sets of sheets, parameter by parameter: conditions and values, not where they come from. */
export const differences = (left: readonly Sheet[], right: readonly Sheet[]): Difference[] =>
  keysOf([...left, ...right]).flatMap(({ insutype, benefit }) => {
    const rowsIn = (sheets: readonly Sheet[]) =>
      sheets.find((sheet) => sheet.insutype === insutype && sheet.benefit === benefit)?.rows ?? [];
    const before = rowsIn(left);
    const after = rowsIn(right);
    const titles = new Set([...before, ...after].map(({ title }) => title));
    return [...titles]
      .flatMap((title) => inParameter(title, before.filter(isOf(title)), after.filter(isOf(title))))
      .map((found) => ({ insutype, benefit, ...found }));
  });

const keysOf = (sheets: readonly Key[]): Key[] => {
  const keys = new Map(sheets.map(({ insutype, benefit }) => [`${insutype}/${benefit}`, { insutype, benefit }]));
  return [...keys.values()];
};

const isOf =
  (title: string) =>
  (row: SheetRow): boolean =>
    row.title === title;

type Found = Omit<Difference, keyof Key>;

const inParameter = (title: string, before: readonly SheetRow[], after: readonly SheetRow[]): Found[] => {
  const left = new Map(before.map(({ condition, value }) => [condition, value]));
  const right = new Map(after.map(({ condition, value }) => [condition, value]));
  const conditions = [...new Set([...left.keys(), ...right.keys()])];
  const found = conditions
    .filter((condition) => left.get(condition) !== right.get(condition))
    .map((condition) => sides(title, condition, left.get(condition), right.get(condition)));
  return found.length > 0 ? found : inOrder(title, [...left.keys()], [...right.keys()]);
};

/** The first case that fits counts: the same cases in another order may be another rule. */
const inOrder = (title: string, left: readonly string[], right: readonly string[]): Found[] =>
  left.join() === right.join() ? [] : [sides(title, '先后次序', left.join(' → '), right.join(' → '))];

const sides = (title: string, condition: string, left: string | undefined, right: string | undefined): Found => ({
  title,
  condition,
  ...(left !== undefined && { left }),
  ...(right !== undefined && { right }),
});
