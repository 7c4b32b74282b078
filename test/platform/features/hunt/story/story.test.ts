import { expect, it } from 'vitest';
import { readScenario } from '../../../../../src/platform/features/scenario/file/read-scenario.ts';
import { drawCampaign } from '../../../../../src/platform/features/hunt/draw/draw-campaign.ts';
import { campaignIn } from '../../../../../src/platform/features/hunt/story/campaign-line.ts';
import type { Recorded } from '../../../../../src/platform/features/hunt/story/recording.ts';
import { storyOf, storyText } from '../../../../../src/platform/features/hunt/story/story.ts';

const said = (infno: string, msgid: string, more: Partial<Recorded> = {}): Recorded => ({
  infno, msgid, at: '2026-09-01 10:00:00', input: {}, infcode: 0, output: {}, ...more,
}); // prettier-ignore

const RECORDING = [
  said('9001', 'M0'),
  said('2201', 'M1', { struck: 'lost', output: { data: { mdtrt_id: 'V1' } } }),
  said('2201', 'M1', { at: '2026-09-01 10:00:05', output: { data: { mdtrt_id: 'V1' } } }),
  said('2207', 'M2', { at: '2026-09-01 10:00:05', input: { data: { mdtrt_id: 'V1' } }, struck: 'altered' }),
  said('2601', 'M3', {
    at: '2026-09-01 10:01:05', input: { data: { omsgid: 'M2' } }, infcode: -1, err_msg: '[国家平台] 该交易已冲正',
  }),
]; // prettier-ignore

const outcome = {
  campaign: drawCampaign('a', 3),
  end: { ended: true, text: '', book: [{ msgid: 'M2', mdtrt_id: 'V1', state: 'paid' }] },
  settled: true,
  found: [{ verdict: 'double-charged', rules: ['one-charge'], why: '收了两次' }],
};

it('tells what a HIS said as a scenario: repetitions, time, numbers by name, what it can have had', () => {
  const { steps } = storyOf('found', outcome, RECORDING);
  expect(steps.filter((step) => !('fault' in step))).toEqual([
    { call: '2201', input: {}, save: 'm1', timeout: '2s', expect: { lost: true } },
    { clock: '+5s' },
    { call: '2201', repeats: 'm1', save: 'm2' },
    {
      call: '2207', input: { data: { mdtrt_id: '${m2.output.data.mdtrt_id}' } }, save: 'm3', timeout: '2s',
      expect: { any: true },
    },
    { clock: '+60s' },
    { call: '2601', input: { data: { omsgid: '${m3.msgid}' } }, save: 'm4', expect: { refused: '该交易已冲正' } },
    {
      control: 'POST /verdict/his-book?institution=H44030099001',
      title: '被测系统自己的账',
      with: { rows: [{ msgid: '${m3.msgid}', mdtrt_id: '${m2.output.data.mdtrt_id}', state: 'paid' }] },
    },
  ]); // prettier-ignore
});

it('writes a file that is a scenario, and holds the campaign for another run', () => {
  const text = storyText(storyOf('found', outcome, RECORDING));
  const read = readScenario('found.yaml', text);
  expect(read).toMatchObject({ ok: true, value: { name: 'found', who: outcome.campaign.patient.persona } });
  expect(campaignIn(text)).toEqual(outcome.campaign);
  expect(text).toContain('/w/hunt?seed=hunt&now=2026-09-01%2010:00:00&persona=');
  expect(campaignIn('name: other')).toBeUndefined();
});
