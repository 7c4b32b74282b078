import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { jsonOf, openCounter } from './counter.ts';
import { settle } from './settle.ts';

const counter = openCounter();

type Numbered = { readonly output: { readonly file_qury_no: string } };
type Made = { readonly output: { readonly fileinfo: { readonly file_qury_no: string; readonly filename: string } } };

it('a hospital uploads its day, has it compared and fetches the verdicts as a zip', async () => {
  const { setl_id, mdtrt_id, psn_no } = await settle(counter);
  const zip = zipSync({ 'detail.txt': strToU8(`${setl_id}\t${mdtrt_id}\t${psn_no}\t0.01\t0.00\t0.00\t0\n`) });
  const send = (infno: string, input: object) =>
    counter.post(`/fsi/api/${infno}`, { infno, msgid: `STATEMENT${infno}`, input });
  const fsUploadIn = { in: [...zip], filename: 'detail.zip', fixmedins_code: 'H44030099001' };
  const uploaded = await jsonOf<Numbered>(await send('9101', { fsUploadIn }));
  const data = {
    setl_optins: '610100', stmt_begndate: '2026-09-01', stmt_enddate: '2026-09-01', clr_type: '11',
    file_qury_no: uploaded.output.file_qury_no,
  }; // prettier-ignore
  const { output } = await jsonOf<Made>(await send('3202', { data }));
  const { file_qury_no, filename } = output.fileinfo;
  const fsDownloadIn = { file_qury_no, filename, fixmedins_code: 'H44030099001' };
  const fetched = await send('9102', { fsDownloadIn });
  expect(fetched.headers.get('content-type')).toBe('application/octet-stream');
  const files = unzipSync(new Uint8Array(await fetched.arrayBuffer()));
  expect(Object.keys(files)).toEqual(['result.txt']);
  const row = strFromU8(files['result.txt'] ?? new Uint8Array()).split('\t');
  expect([row[2], row[4]]).toEqual([setl_id, '1']);
  expect(row[6]).toContain('医疗费总额不符：机构 0.01，中心 ');
  expect(counter.defects).toEqual([]);
});
