import type { CivilDate } from '../../../kernel/civil-time.ts';
import { livesOn, valueOn } from '../at.ts';
import type { Mark, Status } from '../basis.ts';
import type { When } from '../case.ts';
import type { Dated, Policy } from '../load-policy.ts';
import { PARAMETER_TITLES } from '../titles.ts';
import type { ParameterName } from '../values.ts';
import { conditionInWords, type Names } from './condition-in-words.ts';
import { valueInWords } from './value-in-words.ts';

/** One figure of a policy, in words that stand beside the official text. */
export type SheetRow = {
  readonly parameter: ParameterName;
  /** What people call the parameter. */
  readonly title: string;
  readonly when: When;
  /** `退休，三级医疗机构`; 全部 for a value without cases, 其余 for the last of several. */
  readonly condition: string;
  /** With its unit: `700元，每年`. */
  readonly value: string;
  readonly from: CivilDate;
  /** Last day; absent: until the next value. */
  readonly to?: CivilDate;
  /** Titles of the sources. */
  readonly source: string;
  readonly mark: Mark;
  readonly status: Status;
  /** The last day on which somebody confirmed the value. */
  readonly checked_on: CivilDate;
  readonly note?: string;
  /** File and path in it. */
  readonly path: string;
};

/** What a policy file says, figure by figure. */
export type Sheet = Omit<Policy, 'parameters'> & { readonly rows: readonly SheetRow[] };

/** Every value that a policy ever had, the oldest first. */
export const wholeSheet = (policy: Policy, names: Names): Sheet => sheetOf(policy, names, (values) => values);

/** The values of a policy on a day; none on a day outside its life. */
export const sheetOn = (policy: Policy, names: Names, date: CivilDate): Sheet =>
  sheetOf(policy, names, (values) => {
    const value = livesOn(policy, date) ? valueOn(values, date) : undefined;
    return value === undefined ? [] : [value];
  });

type Choice = (values: readonly Dated<unknown>[]) => readonly Dated<unknown>[];

const sheetOf = ({ parameters, ...head }: Policy, names: Names, choose: Choice): Sheet => ({
  ...head,
  rows: (Object.keys(parameters) as ParameterName[]).flatMap((name) =>
    choose(parameters[name] ?? []).flatMap((dated) => rowsOf(name, dated, names)),
  ),
});

const rowsOf = (parameter: ParameterName, { cases, checked_on, to }: Dated<unknown>, names: Names): SheetRow[] =>
  cases.map(({ when, value, basis }) => {
    const { parameter: path, from, source, mark, status, note } = basis;
    return {
      parameter,
      title: PARAMETER_TITLES[parameter],
      when,
      condition: conditionInWords(when, names) || (cases.length === 1 ? '全部' : '其余'),
      value: valueInWords(parameter, value),
      from,
      ...(to !== undefined && { to }),
      source,
      mark,
      status,
      checked_on,
      ...(note !== undefined && { note }),
      path,
    };
  });
