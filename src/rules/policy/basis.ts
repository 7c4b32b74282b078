import type { CivilDate } from '../../kernel/civil-time.ts';

/** How well a figure is founded, and how it is said to people. */
export const MARKS = {
  primary: '主管部门文件',
  agreed: '多个公开来源一致',
  single: '单一公开来源',
  common: '行业常识，未见原文',
  disputed: '公开来源不一致，待核实',
  sandbox: '沙箱设定，非政策数字',
} as const;
export type Mark = keyof typeof MARKS;

/** `real`: the figure stands in a source. `illustrative`: somebody chose it; it must never pass for policy. */
export const STATUSES = ['real', 'illustrative'] as const;
export type Status = (typeof STATUSES)[number];

/** Where a value comes from: everything that a reader needs to find and to judge it. */
export type Basis = {
  /** Path in the policy file: `610100-xian/employee-chronic.yaml#ratio.values[0].cases[1]`. */
  readonly parameter: string;
  /** First day on which the value holds. */
  readonly from: CivilDate;
  /** Titles of the sources. */
  readonly source: string;
  readonly mark: Mark;
  readonly status: Status;
  readonly note?: string;
};
