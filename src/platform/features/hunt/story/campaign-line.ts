import type { Campaign } from '../campaign.ts';

const BEGINNING = '# campaign: ';

/** The campaign of a story in one line of its file, for whoever lets a HIS go through it once more. */
export const campaignLine = (campaign: Campaign): string => `${BEGINNING}${JSON.stringify(campaign)}`;

/** The campaign that a file was written for; undefined where it is no file of a hunt. */
export const campaignIn = (text: string): Campaign | undefined => {
  const line = text.split('\n').find((one) => one.startsWith(BEGINNING));
  try {
    return line === undefined ? undefined : (JSON.parse(line.slice(BEGINNING.length)) as Campaign);
  } catch {
    return undefined;
  }
};
