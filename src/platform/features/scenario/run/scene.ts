import type { CivilDateTime } from '../../../../kernel/civil-time.ts';
import type { Scenario } from '../scenario.ts';
import type { Tree } from '../tree.ts';
import type { Address } from '../../demo/control-request.ts';

/** Where a scenario is played unless it says otherwise: everything works there. */
export const USUAL_INSTITUTION = 'H44030099001';

/** What is done outside of HTTP, where somebody can. */
export type Stagehand = {
  /** Says something to whoever watches. */
  readonly tell: (text: string) => void;
  /** Stops the sandbox and starts it again on the same data, and says where it is now. Absent: nobody can. */
  readonly restart?: () => Promise<string>;
};

/** All that a scenario knows while it is played. Everything in it belongs to this one play. */
export type Scene = {
  readonly scenario: Scenario;
  readonly stagehand: Stagehand;
  /** Another address after a restart. */
  server: Address;
  /** Civil time of the workspace, as the last answer told it. */
  now: CivilDateTime;
  /** Messages so far: the last four digits of msgid. */
  serial: number;
  /** The row of the journal behind which the next `wait` begins. */
  seen: number;
  /** Streams of the journal that are open: the server ends them with the workspace. */
  readonly followed: Set<AbortController>;
  readonly variables: Map<string, Tree>;
  /** sign_no of an institution; empty after a sign-out. */
  readonly signedIn: Map<string, string>;
  /** What the control API has told, asked once. */
  readonly known: Map<string, Tree>;
};

/** What a step came to. */
export type Outcome = {
  readonly verdict: 'passed' | 'failed' | 'skipped';
  /** What was done, in short. */
  readonly did: string;
  /** Where it is not as expected; of a step that was skipped, why. */
  readonly problems: readonly string[];
  /** The refusal in the platform's words, where there was one. */
  readonly answered?: string;
};

export const passed = (did: string): Outcome => ({ verdict: 'passed', did, problems: [] });
export const skipped = (did: string, why: string): Outcome => ({ verdict: 'skipped', did, problems: [why] });
export const judged = (did: string, problems: readonly string[]): Outcome => ({
  verdict: problems.length === 0 ? 'passed' : 'failed',
  did,
  problems,
});
