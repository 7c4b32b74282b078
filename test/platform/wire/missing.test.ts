import { describe, expect, it } from 'vitest';
import { missing, read } from '../../../src/platform/wire/read.ts';
import { hospital } from './table-of.ts';

const lacking = (infno: string, raw: unknown, needs: readonly string[]) =>
  missing(hospital(infno), read(hospital(infno), raw).value, needs).map(({ path, name }) => `${path} ${name}`);

describe('missing', () => {
  it('names every needed field that is unset, with its Chinese name', () => {
    expect(lacking('2601', { data: { psn_no: '1', omsgid: '' } }, ['data.omsgid', 'data.oinfno'])).toEqual([
      'input.data.omsgid 原发送方报文ID',
      'input.data.oinfno 原交易编号',
    ]);
  });

  it('is empty when nothing needed is missing, whatever the table requires', () => {
    expect(lacking('2601', { data: { omsgid: 'a' } }, ['data.omsgid'])).toEqual([]);
  });

  it('names the rows that lack something', () => {
    const feedetail = [{ cnt: 1, pric: 1 }, { cnt: 1 }, { pric: 'x', cnt: '' }];
    expect(lacking('2204', { feedetail }, ['feedetail[].cnt', 'feedetail[].pric'])).toEqual([
      'input.feedetail[2].cnt 数量',
      'input.feedetail[1].pric 单价',
      'input.feedetail[2].pric 单价',
    ]);
  });

  it('names a node once when all of it is missing', () => {
    expect(lacking('2204', {}, ['feedetail[].cnt', 'feedetail[].pric'])).toEqual(['input.feedetail feedetail']);
    expect(lacking('2203', {}, ['mdtrtinfo.psn_no', 'diseinfo[]'])).toEqual([
      'input.mdtrtinfo mdtrtinfo',
      'input.diseinfo diseinfo',
    ]);
  });

  it('looks at bare fields and into nested rows', () => {
    expect(lacking('2161', { ssn: '1' }, ['ssn', 'insuplc'])).toEqual(['input.insuplc 参保地统筹区']);
    const upload = { upldDetlList: [{ elecSetlCertNo: '1' }, {}] };
    expect(lacking('4901', upload, ['upldDetlList[].elecSetlCertNo'])).toEqual([
      'input.upldDetlList[1].elecSetlCertNo 电子结算凭证号码',
    ]);
  });

  it('says it in plain Chinese', () => {
    const [found] = missing(hospital('2601'), {}, ['data.omsgid']);
    expect(found?.text).toBe('data（input.data）为必填项，未传');
  });

  it('throws on a need that the table does not have', () => {
    expect(() => missing(hospital('2601'), {}, ['data.setl_id'])).toThrow('hospital 2601 needs data.setl_id');
  });
});
