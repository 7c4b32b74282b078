import { describe, expect, it } from 'vitest';
import { exportTables } from '../../../src/platform/wire/export.ts';

describe('the export', () => {
  const tables = exportTables(['hospital', 'national']);
  const table = (infno: string) => tables.find((one) => one.door === 'hospital' && one.infno === infno);

  it('holds every table of the doors that are asked for', () => {
    expect(tables.filter(({ door }) => door === 'hospital')).toHaveLength(219);
    expect(exportTables(['national']).map(({ infno }) => infno)).toEqual([
      '1005', '1106', '1107', '1203', '1301', '1404', '1406', '1603', '1610', '1620', '1625', '1803', '1824', '1825',
      '1840', '1903', '1904',
    ]); // prettier-ignore
  });

  it('gives the facts as printed, and what we read instead', () => {
    expect(table('2204')?.input[0]).toMatchObject({ node: 'feedetail', rows: 'many' });
    expect(table('2204')?.input[0]?.fields[0]).toEqual({
      code: 'feedetl_sn',
      name: '费用明细流水号',
      type: 'number',
      length: '30',
      required: true,
      fidelity: 'documented',
      reads: { type: 'string' },
    });
    expect(table('4101')?.input[1]?.node).toBe('opspdiseinfo，多行数据');
    expect(table('4262')?.output[1]?.fields[0]).toMatchObject({
      code: 'data.stmtResult',
      reads: { code: 'stmtResult' },
    });
  });
});
