import { describe, expect, it } from 'vitest';
import { absentFrom } from '../../../src/platform/wire/absent.ts';
import { loadTable } from '../../../src/platform/wire/load-table.ts';
import { read } from '../../../src/platform/wire/read.ts';
import { write } from '../../../src/platform/wire/write.ts';
import type { Table } from '../../../src/platform/wire/table.ts';

const national = (infno: string): Table => {
  const table = loadTable('national', infno);
  if (!table) throw new Error(infno);
  return table;
};

const paths = (infno: string, raw: unknown): string[] =>
  absentFrom(national(infno), read(national(infno), raw, 'output').value).map(({ path }) => path);

describe('what a value lacks of what its table requires', () => {
  it('is every field of a node that is not there', () => {
    expect(paths('1005', {})).toContain('data.mdtrt_regno');
    expect(paths('1005', { data: null })).toContain('data.psn_no');
  });

  it('is looked for in every row, and in rows of rows', () => {
    const row = { psn_no: '1', opsp_dise_name: '高血压', poolarea_dise_code: 'M03900', begndate: '2026-01-01' };
    expect(paths('1406', { opspinfo: [] })).toEqual([]);
    expect(paths('1406', { opspinfo: [row] })).toEqual([]);
    expect(paths('1406', { opspinfo: [row, { ...row, psn_no: '', fixmedinsinfo: [{ fix_srt_no: '1' }] }] })).toEqual([
      'opspinfo[1].psn_no',
      'opspinfo[1].fixmedinsinfo[0].fixmedins_code',
    ]);
  });

  it('is a value too that cannot be used', () => {
    const row = { psn_no: '1', opsp_dise_name: '高血压', poolarea_dise_code: 'M03900', begndate: '昨天' };
    expect(paths('1406', { opspinfo: [row] })).toEqual(['opspinfo[0].begndate']);
  });

  it('is exactly what could not be written', () => {
    const { value } = read(national('1005'), { data: { mdtrt_regno: 'S1' } }, 'output');
    expect(absentFrom(national('1005'), value)[0]).toEqual({ path: 'data.psn_no', name: '个人管理码' });
    expect(() => write(national('1005'), value)).toThrow('psn_no is absent');
  });
});

describe('an input', () => {
  it('is relayed without what its sender left out', () => {
    const data = { mdtrtarea: '440300', insuplc: '610100', mdtrtsn: '1', setl_sn: 'A1' };
    expect(write(national('1203'), { data }, 'input')).toContain('"fixmedins_code":null');
  });
});
