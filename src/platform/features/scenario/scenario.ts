import type { Head } from './file/scenario-form.ts';
import type { AnyStep } from './file/step-forms.ts';

/** A step as it is played: what it says, and where it stands. */
export type Step = AnyStep & {
  /** Line of the file, from 1. */
  readonly line: number;
  /** Name of the scenario in whose file it stands: another one where it came by `use`. */
  readonly of: string;
};

/** A scenario with the steps of those that it uses in front. */
export type Scenario = Omit<Head, 'steps'> & { readonly file: string; readonly steps: readonly Step[] };

/** True where it pauses for the HIS under test: it is not played without one. */
export const needsHis = ({ steps }: Scenario): boolean => steps.some(({ kind }) => kind === 'wait');

/** True where the sandbox itself must be stopped and started. */
export const needsRestart = ({ steps }: Scenario): boolean => steps.some(({ kind }) => kind === 'restart');
