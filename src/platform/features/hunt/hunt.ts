import { fail, ok, type Result } from '../../../kernel/result.ts';
import type { Address } from '../demo/control-request.ts';
import type { Campaign } from './campaign.ts';
import { drawCampaign } from './draw/draw-campaign.ts';
import type { Driver } from './driver.ts';
import { findings, signatureOf, type Judge } from './play/findings.ts';
import { closeGround, openGround, type Ground } from './play/ground.ts';
import { playCampaign, type Outcome } from './play/play-campaign.ts';

/** How a HIS is hunted. */
export type Hunting = {
  readonly server: Omit<Address, 'workspace'>;
  readonly driver: Driver;
  readonly seed: string;
  readonly campaigns: number;
  /** So many at once, each in a workspace of its own. */
  readonly jobs: number;
  /** Begins the names of workspaces. */
  readonly prefix: string;
  readonly judge?: Judge;
  /** Each campaign that was played, as it ends. */
  readonly played?: (outcome: Outcome) => void;
};

/** One way in which the HIS fails: the first campaign that showed it, and how many did. */
export type Caught = { readonly signature: string; readonly first: Outcome; readonly times: number };

/** What a hunt came to. */
export type Hunted = {
  readonly played: number;
  /** Campaigns in which the driver did not come to its end. */
  readonly broken: readonly Outcome[];
  readonly caught: readonly Caught[];
  /** Campaigns in which a settlement came. */
  readonly settled: number;
};

/** Plays campaigns 1 to n of a seed against a driver, several at once. The failure: the sandbox cannot be had. */
export const hunt = async (hunting: Hunting): Promise<Result<Hunted, string>> => {
  const outcomes: Outcome[] = [];
  let [next, problem] = [1, ''];
  const work = async (_: unknown, job: number): Promise<void> => {
    const trouble = await onGround(hunting, job + 1, async (ground) => {
      while (next <= hunting.campaigns && problem === '') {
        const campaign = drawCampaign(hunting.seed, next++);
        const played = await playCampaign(ground, hunting.driver, campaign, hunting.judge ?? findings);
        if (!played.ok) return `第 ${campaign.n} 次：${played.error}`;
        outcomes[campaign.n - 1] = played.value;
        hunting.played?.(played.value);
      }
      return '';
    });
    if (problem === '') problem = trouble;
  };
  await Promise.all(Array.from({ length: Math.min(hunting.jobs, hunting.campaigns) }, work));
  if (problem !== '') return fail(problem);
  return ok({
    played: outcomes.length,
    broken: outcomes.filter(({ end }) => !end.ended),
    caught: caughtIn(outcomes),
    settled: outcomes.filter(({ settled }) => settled).length,
  });
};

/** Does something on a ground of its own, which is gone afterwards; what it says, or why there is none. */
export const onGround = async (
  { server, prefix }: Pick<Hunting, 'server' | 'prefix'>,
  job: number,
  act: (ground: Ground) => Promise<string>,
): Promise<string> => {
  const ground = await openGround({ ...server, workspace: `${prefix}-${job}` });
  if (!ground.ok) return ground.error;
  try {
    return await act(ground.value);
  } finally {
    await closeGround(ground.value);
  }
};

const caughtIn = (outcomes: readonly Outcome[]): readonly Caught[] => {
  const ways = new Map<string, Outcome[]>();
  for (const outcome of outcomes.filter(({ found }) => found.length > 0)) {
    const signature = signatureOf(outcome.found);
    ways.set(signature, [...(ways.get(signature) ?? []), outcome]);
  }
  return [...ways].flatMap(([signature, [first, ...others]]) =>
    first ? [{ signature, first, times: 1 + others.length }] : [],
  );
};

/** Plays one campaign of a seed once more. */
export const playAgain = async (hunting: Hunting, campaign: Campaign): Promise<Result<Outcome, string>> => {
  let played: Result<Outcome, string> = fail('没有走');
  const trouble = await onGround(hunting, 1, async (ground) => {
    played = await playCampaign(ground, hunting.driver, campaign, hunting.judge ?? findings);
    return '';
  });
  return trouble === '' ? played : fail(trouble);
};
