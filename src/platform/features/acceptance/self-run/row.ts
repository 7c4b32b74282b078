import type { Case, Role, Stage } from './scene.ts';
import type { Disease } from './diseases.ts';
import type { Step } from './step.ts';

/** A row of the script: who plays it, message by message. */
export type Row = {
  readonly key: string;
  /** Its number 序号 in the script, by the role of the tested province; absent: the data requirements ask for it. */
  readonly number?: Readonly<Record<Role, string>>;
  readonly title: string;
  /** Only for these diseases; absent: for all. */
  readonly only?: readonly string[];
  /** Each plays the steps once. */
  readonly cases: (stage: Stage, disease: Disease) => readonly Case[];
  /** Why there may be no case. */
  readonly without?: string;
  readonly steps: readonly Step[];
};
