import { expect, it } from 'vitest';
import { must } from '../../../../src/kernel/assert.ts';
import { instantOf } from '../../../../src/kernel/civil-time.ts';
import { CELLS, type Cell } from '../../../../src/platform/domain/voucher/onboarding/matrix.ts';
import type { Onboarding } from '../../../../src/platform/domain/voucher/onboarding/onboarding.ts';
import { launchPaper } from '../../../../src/platform/features/voucher/papers/launch-paper.ts';
import { paperText } from '../../../../src/platform/features/voucher/papers/paper.ts';
import { testReportData } from '../../../../src/platform/features/voucher/papers/test-report.ts';
import { testReportPaper } from '../../../../src/platform/features/voucher/papers/test-report-paper.ts';
import { HOSPITAL, openTestWorld } from '../../../support/world.ts';

const [first, last, now] = ['2026-09-01 10:00:00', '2026-09-03 09:00:00', '2026-09-04 08:00:00'].map(instantOf) as [
  number,
  number,
  number,
];
const passed: readonly Cell[] = CELLS.map((cell) => ({
  ...cell,
  state: 'passed',
  remark: '通过 1 次',
  evidence: ['T7'],
  begunAt: first,
  endedAt: last,
}));
const broken: readonly Cell[] = CELLS.map((cell, index) =>
  index === 0
    ? { ...cell, state: 'failed', remark: '未通过 1 次，最近：校验码', evidence: [] }
    : { ...cell, state: 'untested', remark: '', evidence: [] },
);
const report = { compiledBy: '信息科', problems: '首次压缩包命名有误，已改正', cells: passed, issuedAt: last };
const standing = (more: Partial<Onboarding>): Onboarding => ({
  fixmedins_code: HOSPITAL, stage: 'test', orders: [], history: [], ...more,
}); // prettier-ignore

const hospital = async () => {
  const world = await openTestWorld();
  const institution = world.world.store.reader.institution(HOSPITAL);
  must(institution, 'the seeds have it');
  return { world, institution };
};

it('a test report that was issued stays as it was, whatever comes later', async () => {
  const { institution } = await hospital();
  const data = testReportData(institution, standing({ stage: 'reported', report }), broken, now);
  expect(data).toMatchObject({
    reportedOn: '2026-09-03', compiledBy: '信息科', from: '2026-09-01', to: '2026-09-03', passed: 12,
    problems: ['首次压缩包命名有误，已改正'], conclusion: expect.stringContaining('联调通过') as string,
  }); // prettier-ignore
  const html = paperText(testReportPaper(data, 'http://127.0.0.1:8686'), 'html');
  expect(html).not.toContain('草稿');
  expect(html.match(/href="http:\/\/127\.0\.0\.1:8686\/_sandbox\/exchanges\/T7"/g)).toHaveLength(12);
  expect(html.match(/<td>通过<\/td>/g)).toHaveLength(12);
});

it('a draft says what has not passed, and concludes nothing', async () => {
  const { institution } = await hospital();
  const data = testReportData(institution, standing({}), broken, now);
  expect(data).toMatchObject({
    passed: 0,
    problems: ['实时票据 4901：未通过 1 次，最近：校验码'],
    conclusion: expect.stringContaining('还有 12 项未通过或未测试') as string,
  });
  expect(data.reportedOn).toBeUndefined();
  expect(testReportPaper(data, '').complete).toBe(false);
});

it('the confirmation of a launch names who is live, and what its check showed', async () => {
  const { world } = await hospital();
  const live = standing({
    stage: 'verified',
    launch: { cells: passed.slice(0, 4), issuedAt: last },
    history: [{ step: 'launch', from: 'launch-ordered', to: 'live', at: first, afterSeq: 0 }],
  });
  await world.add({ kind: 'voucher-onboarding.put', onboarding: live });
  const paper = launchPaper(world.world.store.reader, '440300', now);
  expect(paper.complete).toBe(true);
  expect(paper.data).toMatchObject({
    unit: '深圳市医疗保障局',
    institutions: [{ launchedOn: '2026-09-01', summary: '上线后功能验证通过：4901、4902、4905、5501' }],
  });
  expect(launchPaper(world.world.store.reader, '610100', now)).toMatchObject({ complete: false });
});
