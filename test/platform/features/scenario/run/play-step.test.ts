import { describe, expect, it } from 'vitest';
import { runningServer } from '../../../cli/running-server.ts';
import { play, problemsOf, scenarioOf } from './playing.ts';
import { isUnknownPath } from '../../../../../src/platform/features/scenario/run/said.ts';

describe('a step', () => {
  const server = runningServer();
  const played = (steps: string, head?: string) => play(server.url(), scenarioOf(steps, head));

  it('moves the clock, and messages carry its time', async () => {
    const steps = `  - clock: +3d
  - expect: { today: 2026-09-04 }
  - call: 2201
  - expect: { visit.input.data.begntime: '2026-09-04 10:00:00' }
  - clock: { mode: stepped, step: 60000 }
  - call: 1101
  - call: 1101
  - expect: { now: { gte: '2026-09-04 10:01:00' } }
  - clock: '2026-09-01'
`;
    expect(problemsOf(await played(steps))).toEqual([expect.stringContaining('时间不能倒退')]);
  });

  it('announces maintenance and calls it off', async () => {
    const steps = `  - maintenance: { node: national, to: '2026-09-01 12:00', text: 升级 }
    save: window
  - call: 2201
    save: refused
    expect: { refused: 系统停机维护 }
  - maintenance: { cancel: '\${window.id}' }
  - call: 2201
  - maintenance: { node: nowhere, to: '2026-09-01 12:00', text: 升级 }
`;
    expect(problemsOf(await played(steps))).toEqual([expect.stringMatching(/^沙箱拒绝：.*应为 national/)]);
  });

  it('saves the state and goes back to it, clock included', async () => {
    const steps = `  - snapshot: { save: morning }
  - clock: +1d
  - snapshot: { restore: morning }
  - expect: { today: 2026-09-01 }
  - snapshot: { restore: evening }
`;
    expect(problemsOf(await played(steps))).toEqual([expect.stringContaining('没有快照 evening')]);
  });

  it('does what a clerk does, and expects a refusal where one is due', async () => {
    const steps = `  - call: 1101
  - control: POST /filings
    with: { person: '\${person.psn_no}', kind: other, mdtrtarea_admdvs: '440300', approve: true }
    save: filing
    expect: { state: approved, psn_no: '\${person.psn_no}' }
  - control: POST /filings
    with: { person: '\${person.psn_no}', kind: other, mdtrtarea_admdvs: '440300', approve: true }
    refused: 请勿重复办理
  - control: GET /filings?person=\${person.psn_no}
    refused: 没有
`;
    const result = await played(steps, 'who: xian-worker-no-filing');
    expect(problemsOf(result)).toEqual(['应被拒绝（没有），实为成功']);
  });

  it('lets the journal be judged', async () => {
    const steps = `  - call: 1101
  - verify: [{ count: { match: { infno: 1101 }, equals: 1 } }, { none: { match: { infno: 2207 } } }]
  - verify: [{ count: { match: { infno: 1101 }, equals: 2 } }]
`;
    const result = await played(steps);
    expect(result.steps.map(({ outcome }) => outcome.verdict)).toEqual(['passed', 'passed', 'failed']);
    expect(problemsOf(result)).toEqual(['共 1 条，应等于 2']);
  });

  it('at a device says what came of it; a server without devices is not one that lacks this device', async () => {
    const read = `  - device: reader-1
    do: commands
    client: 一号窗
    with: { command: read-card }
    save: card
    expect: { ok: false, error: no-card }
  - expect: { card.code: -2 }
  - device: R1
    do: insert
    with: { card: A1 }
    refused: 没有设备 R1
  - device: R1
    do: remove
`;
    const result = await played(read);
    expect(result.steps.map(({ outcome }) => outcome.verdict)).toEqual(['passed', 'passed', 'passed', 'failed']);
    expect(problemsOf(result)).toEqual([expect.stringContaining('没有设备 R1')]);
    expect(isUnknownPath({ status: 404, body: { message: '控制接口没有 POST /devices/R1/insert' } })).toBe(true);
    expect(isUnknownPath({ status: 404, body: { message: '没有设备 R1' } })).toBe(false);
  });

  it('that restarts the sandbox is skipped where nobody can, and what follows is played', async () => {
    const result = await played('  - restart: true\n  - call: 1101\n');
    expect(result.verdict).toBe('skipped');
    expect(result.steps.map(({ outcome }) => outcome.verdict)).toEqual(['skipped', 'passed']);
  });

  it('sends as a province at the national door', async () => {
    const steps = `  - call: 1803
    as: 440000
    input: { data: { startrow: 1 } }
    expect: { infcode: 0 }
`;
    const result = await played(steps, 'who: xian-retiree-coronary');
    expect(problemsOf(result).join()).not.toContain('未登录');
  });

  it('tells a note to whoever watches', async () => {
    const told: string[] = [];
    await play(server.url(), scenarioOf('  - note: 请看\n'), { tell: (text) => told.push(text) });
    expect(told).toEqual(['请看']);
  });
});
