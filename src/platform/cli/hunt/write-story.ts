import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Caught, Hunting } from '../../features/hunt/hunt.ts';
import { shrinkCaught } from '../../features/hunt/shrink/shrink-caught.ts';
import { shrinkStory } from '../../features/hunt/story/shrink-story.ts';
import { storyOf, storyText } from '../../features/hunt/story/story.ts';
import type { Told } from './words.ts';

/** Makes a way of failing as small as it goes and writes it as a scenario file into the folder. */
export const writeStory = async (hunting: Hunting, caught: Caught, out: string): Promise<Told> => {
  const { campaign, found } = caught.first;
  const smallest = await shrinkCaught(hunting, caught.first);
  if (!smallest.ok) return { caught, faults: campaign.faults, problem: smallest.error };
  const { outcome, recording } = smallest.value;
  const said = `${found[0]?.verdict ?? 'found'}-${campaign.seed}-${campaign.n}`;
  const name = said.replace(/[^a-z0-9-]+/gi, '-').toLowerCase();
  const server = { ...hunting.server, workspace: `${hunting.prefix}-story` };
  const story = storyOf(name, outcome, recording);
  const least = await shrinkStory(server, story);
  const { faults } = outcome.campaign;
  const file = join(out, `${name}.yaml`);
  await mkdir(out, { recursive: true });
  await writeFile(file, storyText(least.ok ? least.value : story));
  return { caught, faults, file, ...(!least.ok && { problem: `没有 HIS 时重放不出同样的裁决：${least.error}` }) };
};
