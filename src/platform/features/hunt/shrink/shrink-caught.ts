import { fail, ok, type Result } from '../../../../kernel/result.ts';
import { onGround, type Hunting } from '../hunt.ts';
import { findings, type Finding } from '../play/findings.ts';
import { playCampaign, type Outcome } from '../play/play-campaign.ts';
import { recorded, type Recording } from '../story/recording.ts';
import { shrink } from './shrink.ts';
import { smallerCampaigns } from './smaller-campaigns.ts';

/** The smallest campaign that fails in the same way, and the conversation in which it does. */
export type Smallest = { readonly outcome: Outcome; readonly recording: Recording };

/** Campaigns that are tried for one way of failing. */
const MOST_TRIES = 60;

/** True where the second failure has the gravest verdict of the first, for one of the same reasons. */
export const isSameFailure = (one: readonly Finding[], other: readonly Finding[]): boolean => {
  const [wanted] = one;
  if (!wanted) return false;
  const sharesRule = ({ rules }: Finding) =>
    wanted.rules.length === 0 || rules.some((rule) => wanted.rules.includes(rule));
  return other.some((found) => found.verdict === wanted.verdict && sharesRule(found));
};

/** Makes a campaign smaller as long as it fails in the same way; what could not fail again is told as a failure. */
export const shrinkCaught = async (hunting: Hunting, first: Outcome): Promise<Result<Smallest, string>> => {
  let smallest: Smallest | undefined;
  const trouble = await onGround(hunting, 1, async (ground) => {
    const fails = async (campaign: Outcome['campaign']): Promise<boolean> => {
      const played = await playCampaign(ground, hunting.driver, campaign, hunting.judge ?? findings);
      if (!played.ok || !isSameFailure(first.found, played.value.found)) return false;
      const recording = await recorded(ground.address);
      if (!recording.ok) return false;
      smallest = { outcome: played.value, recording: recording.value };
      return true;
    };
    if (!(await fails(first.campaign)))
      return `第 ${first.campaign.n} 次再走一遍没有同样的问题（与时间有关），没有缩小`;
    await shrink(first.campaign, smallerCampaigns, fails, MOST_TRIES);
    return '';
  });
  return smallest ? ok(smallest) : fail(trouble);
};
