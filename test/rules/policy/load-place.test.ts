import { describe, expect, it } from 'vitest';
import { loadPlace } from '../../../src/rules/policy/load-place.ts';
import { printProblem } from '../../../src/rules/policy/problem.ts';
import { bent, GENERAL, SUPPLEMENT } from './policy-text.ts';

const general = { name: 'own/610100-xian/employee-general.yaml', text: GENERAL };
const supplement = { name: 'own/610100-xian/employee-supplement.yaml', text: SUPPLEMENT };

const complaints = (...[place, files]: Parameters<typeof loadPlace>): string[] => {
  const loaded = loadPlace(place, files);
  return loaded.ok ? [] : loaded.error.map(printProblem);
};

describe('the files of a place', () => {
  it('are an index of its policies; an insurance that the place leaves out is no fault', () => {
    const loaded = loadPlace('610100', [general, supplement]);
    expect(loaded.ok && [...loaded.value.keys()]).toEqual(['610100/310/general', '610100/310/supplement']);
  });

  it('have one of the six names', () => {
    const odd = { name: 'own/610100-xian/worker.yaml', text: GENERAL };
    expect(complaints('610100', [odd, general, supplement])).toEqual([
      'own/610100-xian/worker.yaml:1 文件名应为 employee-chronic.yaml、employee-general.yaml、' +
        'employee-supplement.yaml、resident-chronic.yaml、resident-general.yaml、resident-supplement.yaml 之一',
    ]);
  });

  it('belong to the place of their folder', () => {
    const elsewhere = { ...general, text: bent(GENERAL, 'place: 610100', '# 西安\nplace: 610200') };
    const beyond = { ...supplement, text: bent(SUPPLEMENT, 'place: 610100', 'place: 610200') };
    expect(complaints('610100', [elsewhere, beyond])).toEqual([
      'own/610100-xian/employee-general.yaml:2 统筹区 610200 与所在文件夹的 610100（西安市）不一致',
      'own/610100-xian/employee-supplement.yaml:1 统筹区 610200 与所在文件夹的 610100（西安市）不一致',
    ]);
  });

  it('hold what their names say', () => {
    const misnamed = { ...general, name: 'own/610100-xian/employee-chronic.yaml' };
    expect(complaints('610100', [misnamed, supplement])).toEqual([
      'own/610100-xian/employee-chronic.yaml:3 内容是职工医保普通门诊，文件名应为 employee-general.yaml',
    ]);
  });
});
