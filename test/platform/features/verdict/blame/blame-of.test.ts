import { describe, expect, it } from 'vitest';
import { blamesOf } from '../../../../../src/platform/features/verdict/blame/blame-of.ts';
import { event, type Step } from '../synthetic.ts';

const TABLES: Readonly<Record<string, { name: string; source: string; fidelity: string }>> = {
  2207: { name: '门诊结算', source: '接口规范', fidelity: 'documented' },
  2208: { name: '门诊结算撤销', source: '一家公开来源', fidelity: 'reconstructed' },
};
const blamed = (step: Partial<Step>) =>
  blamesOf([event({ deed: 'charge', msgid: 'M1', ...step }, 1, 0)], (infno) => TABLES[infno]).map(
    ({ blame, clause }) => `${blame}: ${clause}`,
  );
const refusedFor = (refusal: string, infno = '2207') => blamed({ says: 'not-done', refusal, infno });

describe('a failed exchange is laid', () => {
  it('to the fault that struck it, whatever the answer was', () => {
    const faults = [{ kind: 'answer-lost', scope: 'after-commit', note: '演练' }];
    expect(blamed({ seen: 'none', faults })).toEqual(['injected: 故障 answer-lost（after-commit）：演练']);
  });

  it('to the HIS where the printed table says so, with the clause', () => {
    expect(refusedFor('fields-missing')).toEqual([
      'his: 接口表 2207 门诊结算 的字段、类型与代码（接口规范，documented）',
    ]);
  });

  it('to the sandbox where the table is reconstructed, or it has no behaviour', () => {
    expect(refusedFor('fields-missing', '2208')).toEqual([
      'approximation: 接口表 2208 门诊结算撤销 的字段、类型与代码（一家公开来源，reconstructed）',
    ]);
    expect(refusedFor('platform-error')[0]).toMatch(/^approximation: /);
  });

  it('to the specification where it does not say', () => {
    expect(refusedFor('original-refunded')[0]).toMatch(/^ambiguous: 接口表 2601/);
    expect(refusedFor('msgid-reused')[0]).toMatch(/^ambiguous: /);
  });

  it('to the HIS that hung up before the answer was out, and to nobody where that is not known', () => {
    expect(blamed({ seen: 'none', delivery: 'cut' })[0]).toMatch(/^his: .*医院一侧/);
    expect(blamed({ seen: 'doubtful', delivery: 'unknown' })).toEqual([]);
  });

  it('to nobody where the refusal is the right answer, or all is well', () => {
    expect(refusedFor('filing-missing')).toEqual([]);
    expect(blamed({})).toEqual([]);
  });
});
