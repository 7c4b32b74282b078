import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dateOf, instantOf } from '../../../../../src/kernel/civil-time.ts';
import type { Acceptance } from '../../../../../src/platform/features/acceptance/acceptance.ts';
import { breachesOf } from '../../../../../src/platform/features/acceptance/breaches.ts';
import type { Exchange } from '../../../../../src/platform/features/acceptance/evidence/exchange.ts';
import { formOf, type Form } from '../../../../../src/platform/features/acceptance/report/form.ts';
import { formHtml } from '../../../../../src/platform/features/acceptance/report/html.ts';
import { junitOf } from '../../../../../src/platform/features/acceptance/report/junit.ts';
import { resultsOf } from '../../../../../src/platform/features/acceptance/results.ts';
import { SIDES, type Side } from '../../../../../src/platform/features/acceptance/side.ts';
import { statusOf } from '../../../../../src/platform/features/acceptance/status.ts';
import type { Write } from '../../../../../src/platform/store/port.ts';
import { seedLibrary } from '../../../../../src/platform/workspace/library.ts';
import { openMapStore } from '../../../../support/map-store.ts';
import { groundsOf, openTape, RETIREE, trafficOf, WORKER, type Tape } from '../../../../support/acceptance-tape.ts';
import { wellFormed } from './well-formed.ts';

const NOW = instantOf('2026-09-01 12:00:00');
const ADDRESS = { url: 'http://127.0.0.1:8686', signIn: (province: string) => `${province}:kuasheng-${province}` };

const HOSPITAL: Write = {
  kind: 'institution.put',
  institution: {
    fixmedins_code: 'H44030099001', fixmedins_name: '深圳市沙箱第一人民医院 <甲>', uscc: '12449900MB9900013G',
    fixmedins_type: '1', hosp_lv: '2', admdvs: '440300', outOfArea: 'national', real_name: true,
    openedDiseases: [
      { opsp_dise_code: 'M06900', begndate: '2025-06-01' },
      { opsp_dise_code: 'M00200', begndate: '2025-06-01', enddate: '2026-01-01' },
    ],
  },
}; // prettier-ignore

const readerOf = (...writes: readonly Write[]) => {
  const store = openMapStore();
  store.writer.begin();
  store.writer.apply([HOSPITAL, ...writes]);
  void store.writer.commit();
  return store.reader;
};

type Played = Partial<Record<Side, { readonly own?: Tape; readonly rehearsal?: Tape }>>;

const acceptanceOf = (played: Played, explained: Record<string, string>): Acceptance => {
  const explanations = new Map(Object.entries(explained));
  const sides = SIDES.map((side) => {
    const { own = openTape(side), rehearsal = openTape(side) } = played[side] ?? {};
    const clean: readonly Exchange[] = own.exchanges.filter(({ violations }) => violations.length === 0);
    const traffic = {
      counting: trafficOf({ exchanges: clean }),
      rehearsal: trafficOf(rehearsal),
      own: trafficOf(own),
    };
    const results = resultsOf(traffic, groundsOf({ side, today: dateOf(NOW) }), explanations, () => undefined);
    return { side, results, traffic, breaches: breachesOf(own.exchanges) };
  });
  return { province: '440000', sides, explanations };
};

const sourceOf = (...writes: readonly Write[]) => ({
  reader: readerOf(...writes),
  library: seedLibrary(),
  now: NOW,
  answerOf: () => undefined,
  onDefect: () => undefined,
});

const formWith = (played: Played, explained: Record<string, string> = {}, ...writes: readonly Write[]): Form =>
  formOf(acceptanceOf(played, explained), sourceOf(...writes));

const answerTo = ({ transactions, diseases }: Form, id: string) =>
  [...transactions, ...diseases].find((row) => row.id === id);

/** Every disease settled by card as often as the standard wants, on both sides. */
const settledByCard = (side: Side): Tape => {
  const tape = openTape(side);
  for (const disease of ['M08300', 'M05300', 'M06900', 'M04600', 'M00200', 'M07200']) {
    const data = { fixmedins_code: 'H44030099001' };
    tape.settle(WORKER, disease, { data, ...(side === 'insured' && { mdtrtarea: '110000', insuplc: '440300' }) });
    tape.settle(RETIREE, disease, { data, ...(side === 'insured' && { mdtrtarea: '110000', insuplc: '440300' }) });
  }
  return tape;
};

const CARD = { treatment: { own: settledByCard('treatment') }, insured: { own: settledByCard('insured') } };

describe('the form', () => {
  it('says 是 when both sides have what the standard wants, with the messages that it rests on', () => {
    const row = answerTo(formWith(CARD), '3.1107-03');
    expect(row).toMatchObject({ answer: '是', remark: '就医省已完成；参保省已完成' });
    expect(row?.evidence).toHaveLength(24);
  });

  it('says 否 when one side lacks something that has begun, 未测试 where nothing came', () => {
    const form = formWith({ treatment: CARD.treatment });
    expect(answerTo(form, '3.1107-03')).toMatchObject({ answer: '否', evidence: [] });
    expect(answerTo(form, '3.1107-03')?.remark).toBe('就医省已完成；参保省没有数据');
    expect(answerTo(form, '3.1603')).toMatchObject({ answer: '未测试', remark: '就医省没有数据' });
  });

  it('never says 是 for a rehearsal, and marks the page when nothing else came', () => {
    const form = formWith({ treatment: { rehearsal: settledByCard('treatment') } });
    expect(answerTo(form, '3.1107-03')).toMatchObject({ answer: '未测试' });
    expect(answerTo(form, '3.1107-03')?.remark).toContain('就医省没有数据，自检 6');
    expect(form.rehearsalOnly).toBe(true);
    expect(formHtml(form, ADDRESS)).toContain('<div class="watermark">自检</div>');
    expect(formHtml(formWith(CARD), ADDRESS)).not.toContain('class="watermark"');
  });

  it('says 未验证 of benefits that nobody could hold against anything, with what the province states', () => {
    const stated = answerTo(formWith(CARD, { '3.1107-benefit': '已逐笔核对' }), '3.1107-benefit');
    expect(stated).toMatchObject({ answer: '未验证', remark: expect.stringContaining('已逐笔核对') as string });
  });

  it('prints explanations beside the lines that rest on them', () => {
    const explained = { '2.M06900.17': '本院没有超限价床位费', residents: '居民未开通' };
    const remark = answerTo(formWith(CARD, explained), '3.M06900')?.remark ?? '';
    expect(remark).toContain('情况说明：本院没有超限价床位费');
    expect(remark).toContain('情况说明：居民未开通');
  });

  it('counts places, institutions, transactions and diseases, and says from when to when', () => {
    const { figures, startedAt, finishedAt, passed, opened } = formWith(CARD);
    expect(figures).toEqual({ places: ['深圳市'], institutions: 1, transactions: 1, messages: 24, diseases: 0 });
    expect([startedAt, finishedAt]).toEqual(['2026-09-01 10:00:01', '2026-09-01 10:00:12']);
    expect(passed).toBe(false);
    expect(opened).toMatchObject([{ place: '440300', institutions: [{ diseases: ['M06900 类风湿关节炎'] }] }]);
  });

  it('says whose notice has been uploaded', () => {
    const kept = JSON.stringify({ uploadedAt: NOW, hash: 'x' });
    const notice: Write = { kind: 'setting.put', key: 'notice:440300', value: kept };
    expect(formWith({}).notices).toEqual([{ place: '440300', name: '深圳市' }]);
    const uploaded = { place: '440300', name: '深圳市', uploadedAt: '2026-09-01 12:00:00' };
    expect(formWith({}, {}, notice).notices).toEqual([uploaded]);
  });

  it('has the statistics of 附件1 for both sides', () => {
    const { statistics } = formWith(CARD);
    expect(statistics).toHaveLength(64);
    expect(statistics.find(({ disease, no }) => disease.startsWith('M06900') && no === 3)).toMatchObject({
      treatment: { title: '门诊慢特病结算（社会保障卡）', required: 2, seen: 2, rehearsed: 0 },
      insured: { required: 2, seen: 2 },
    });
  });
});

describe('the printed page', () => {
  // To write it anew after a change that is meant: UPDATE_GOLDEN=1 npx vitest run test/platform/features/acceptance
  it('is what it was', () => {
    const file = join(import.meta.dirname, 'form.html');
    const html = formHtml(formWith(CARD, { '2.M06900.17': '本院没有 <超限价> 床位费' }), ADDRESS);
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, html);
    expect(html).toBe(existsSync(file) ? readFileSync(file, 'utf8') : 'no golden file yet: UPDATE_GOLDEN=1');
  });

  it('stands alone: no script, nothing fetched, every text escaped', () => {
    const html = formHtml(formWith(CARD, { '2.M06900.17': '<script>alert(1)</script>' }), ADDRESS);
    expect(html).not.toMatch(/<script|<link|<img|@import|url\(/);
    expect(html).toContain('&#60;甲&#62;');
    expect(html).toContain('@page { size: A4');
  });

  it('links every 是 to its evidence', () => {
    const html = formHtml(formWith(CARD), ADDRESS);
    const yes = [...html.matchAll(/<tr id="[^"]+">.*?<\/tr>/gs)]
      .map(([row]) => row)
      .filter((row) => row.includes('☑是'));
    expect(yes).toHaveLength(1);
    for (const row of yes) expect(row).toMatch(/<a href="http:\/\/127\.0\.0\.1:8686\/_sandbox\/exchanges\/T1">T1<\/a>/);
  });
});

describe('JUnit', () => {
  const report = (explained: Record<string, string> = {}) => {
    const acceptance = acceptanceOf(CARD, explained);
    return junitOf(statusOf(acceptance, sourceOf(), ADDRESS));
  };

  it('is well-formed XML, whatever stands in it', () => {
    const nasty = '<a> & "b" \u0007 ]]>';
    expect(wellFormed(report({ '1.2.3': nasty }))).toBeUndefined();
    expect(report({ '1.2.3': nasty })).toContain('&#60;a&#62; &#38; &#34;b&#34;  ]]&#62;');
  });

  it('has a case for each requirement: what blocks is a failure, what was explained is skipped', () => {
    const xml = report({ '1.2.3': '用 PSAM 卡读卡' });
    const rows = acceptanceOf(CARD, {}).sides.reduce((count, { results }) => count + results.length, 0);
    expect(xml.match(/<testcase /g)).toHaveLength(rows);
    expect(xml).toMatch(/name="1\.2\.2\.M06900\.3 [^"]*"><\/testcase>/);
    expect(xml).toMatch(/name="1\.2\.3 [^"]*"><skipped message="不需测 0\/1；还差 1；用 PSAM 卡读卡"><\/skipped>/);
    expect(xml).toMatch(/name="1\.2\.2\.M06900\.2 [^"]*"><failure type="wait" message="待测 0\/2；还差 2">/);
  });
});
