import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { instantOf } from '../../../src/kernel/civil-time.ts';
import { kuasheng } from './command-line.ts';
import { runningServer } from './running-server.ts';

const server = runningServer({ startClock: { mode: 'frozen', at: instantOf('2026-09-04 10:00:00') } });
const folder = mkdtempSync(join(tmpdir(), 'kuasheng-settlements-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = (words: string) => kuasheng(`${words} --base ${server.url()}`);
const AUGUST = 'institution settlements H44030099001 --from 2026-08-01 --to 2026-08-31';

describe('kuasheng institution settlements', () => {
  it('tells the book of a history, and writes it for a spreadsheet', async () => {
    expect((await at(AUGUST)).out).toBe('这些日期没有结算和退费');
    await at('traffic --settlements 12 --months 1 --provinces 630000 --hospital H44030099001');
    const { out } = await at(AUGUST);
    const rows = Number(/共 (\d+) 行/.exec(out)?.[1]);
    expect(rows).toBeGreaterThan(0);
    expect(out).toMatch(/2026-08-\d\d \d\d:\d\d:\d\d +A\d+/);
    const file = join(folder, 'august.csv');
    expect(await at(`${AUGUST} --out ${file}`)).toMatchObject({ code: 0, out: `已写入 ${file}` });
    const text = readFileSync(file, 'utf8');
    expect(text.startsWith('\uFEFFsetl_id,refund_of,msgid,')).toBe(true);
    expect(text.trimEnd().split('\r\n')).toHaveLength(rows + 1);
    const { settlements } = JSON.parse((await at(`${AUGUST} --json`)).out) as { settlements: unknown[] };
    expect(settlements).toHaveLength(rows);
  });

  it('says why not', async () => {
    const unknown = await at('institution settlements H44030012345 --from 2026-08-01 --to 2026-08-31');
    expect(unknown).toMatchObject({ code: 1, out: '' });
    expect(unknown.err).toContain('没有机构 H44030012345');
    const long = await at(
      `institution settlements H44030099001 --from 2025-01-01 --to 2026-08-31 --out ${folder}/x.csv`,
    );
    expect(long.err).toContain('一次最多一年');
  });
});
