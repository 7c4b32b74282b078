import { describe, expect, it } from 'vitest';
import { lineOf, listInWords, type Row } from '../../../../src/platform/cli/maintenance/in-words.ts';

const row = (more: Partial<Row> = {}): Row => ({
  id: 'MT0001',
  name: '国家平台',
  from: '2026-09-01 22:00:00',
  to: '2026-09-02 06:00:00',
  text: '升级',
  state: 'planned',
  ...more,
});
const LEAD = { leadFrom: '2026-09-01 20:00:00', newBusiness: 'refused' } as const;

describe('a list of maintenance windows', () => {
  it.each([
    [{ state: 'planned', remainingMinutes: 720 }, '无', '未开始，12 小时后停机'],
    [
      { ...LEAD, state: 'planned', remainingMinutes: 3_001 },
      '2026-09-01 20:00 起停办新业务',
      '未开始，2 天 2 小时后进入提前期',
    ],
    [{ ...LEAD, state: 'lead', remainingMinutes: 61 }, '2026-09-01 20:00 起停办新业务', '提前期，1 小时 1 分后停机'],
    [
      { ...LEAD, newBusiness: 'warned', state: 'running', remainingMinutes: 1 },
      '2026-09-01 20:00 起新业务附提示',
      '进行中，1 分后恢复',
    ],
    [{ state: 'over' }, '无', '已结束'],
    [{ state: 'cancelled' }, '无', '已取消'],
  ] as const)('says lead time, state and what comes next: %j', (more, lead, state) => {
    const [, , first = ''] = listInWords([row(more)], 200).split('\n');
    expect(first.split(/ {2,}/)).toEqual(['MT0001', '国家平台', '2026-09-01 22:00', lead, state, '升级']);
  });

  it('fits a screen of 80 columns', () => {
    const wide = row({ ...LEAD, transactions: ['national/1106', 'national/1107'], remainingMinutes: 3_001 });
    for (const line of listInWords([wide], 80).split('\n')) {
      expect(line.replace(/[^\x20-\x7e─]/g, '..').length).toBeLessThanOrEqual(80);
    }
  });

  it('tells one of them in a line', () => {
    expect(lineOf(row({ ...LEAD, transactions: ['national/1301'] }))).toBe(
      'MT0001：国家平台 1301 2026-09-01 22:00 至 2026-09-02 06:00（2026-09-01 20:00 起停办新业务），升级',
    );
  });
});
