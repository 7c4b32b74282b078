import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { instantOf } from '../../../../src/kernel/civil-time.ts';
import { fileEnd } from '../../../../src/platform/time/file-end.ts';
import type { Output } from '../../../../src/platform/transactions/hospital/3202-detail-statement/wire.gen.ts';
import type { Output as Uploaded } from '../../../../src/platform/transactions/hospital/9101-upload-file/wire.gen.ts';
import { openClearingDesk } from '../../../support/clearing.ts';
import { openWindow } from '../../../support/window.ts';
import { HOSPITAL, openTestWorld, type TestWorld } from '../../../support/world.ts';

const OTHER = 'H44030099004';

/** Three settlements of a visitor from 西安. */
const threeSettled = async (world: TestWorld) => {
  const window = await openWindow(world, { persona: 'xian-worker-hypertension-diabetes', dise_codg: 'M03900' });
  const settle = async (batch: string, yuan: number) => {
    await window.upload(batch, yuan);
    return (await window.settle(batch, yuan, `MSG-${batch}`)).output.setlinfo;
  };
  const rows = [await settle('B1', 1000), await settle('B2', 200), await settle('B3', 300)] as const;
  return { window, rows };
};

type Row = {
  readonly setl_id: string;
  readonly mdtrt_id: string;
  readonly psn_no: string;
  readonly medfee_sumamt: number;
  readonly fund_pay_sumamt: number;
  readonly acct_pay: number;
};

const line = (row: Row, more: Partial<Row> = {}): string => {
  const { setl_id, mdtrt_id, psn_no, medfee_sumamt, fund_pay_sumamt, acct_pay } = { ...row, ...more };
  return [setl_id, mdtrt_id, psn_no, medfee_sumamt.toFixed(2), fund_pay_sumamt, acct_pay, '0'].join('\t');
};

const zipOf = (text: string): string => Buffer.from(zipSync({ 'detail.txt': strToU8(text) })).toString('base64');

const upload = async (world: TestWorld, content: string, fixmedins_code = HOSPITAL) =>
  world.call<Uploaded>(
    '9101',
    { fsUploadIn: { in: content, filename: 'detail.zip', fixmedins_code } },
    { fixmedins_code },
  );

const GROUP = {
  clr_type: '11', setl_optins: '610100', stmt_begndate: '2026-09-01', stmt_enddate: '2026-09-01',
  fixmedins_refd_setl_flag: '0',
}; // prettier-ignore

const reconcile = (world: TestWorld, data: object, envelope: object = {}) =>
  world.call<Output>('3202', { data: { ...GROUP, ...data } }, { ...envelope });

/** The verdicts on a text: each row of result.txt by its columns. */
const verdictsOn = async (world: TestWorld, text: string, group: object = {}) => {
  const { file_qury_no } = (await upload(world, zipOf(text))).output;
  const { output } = await reconcile(world, { file_qury_no, ...group });
  return resultOf(world, output.fileinfo.file_qury_no);
};

const resultOf = (world: TestWorld, file_qury_no: string): string[][] => {
  const { content = '' } = world.world.store.reader.file(file_qury_no) ?? {};
  const rows = content.split('\n').filter((row) => row !== ''); // prettier-ignore
  return rows.map((row) => row.split('\t'));
};

/** setl_id, stmt_rslt and memo of each row. */
const said = (rows: string[][]) => rows.map((row) => [row[2], row[4], row[6]]);

describe('3202 医药机构费用结算对明细账', () => {
  it('agrees with a file that holds the same settlements', async () => {
    const world = await openTestWorld();
    const { rows } = await threeSettled(world);
    const verdicts = await verdictsOn(world, rows.map((row) => line(row)).join('\r\n'));
    expect(said(verdicts)).toEqual(rows.map(({ setl_id }) => [setl_id, '0', '一致']));
    const [first] = rows;
    expect(verdicts[0]).toEqual([
      first.psn_no, first.mdtrt_id, first.setl_id, 'MSG-B1', '0', '0', '一致', first.medfee_sumamt.toFixed(2),
      first.fund_pay_sumamt.toFixed(2), first.acct_pay.toFixed(2),
    ]); // prettier-ignore
  });

  it('says row by row who lacks what and which amount differs, with the amounts of the centre', async () => {
    const world = await openTestWorld();
    const { rows } = await threeSettled(world);
    const [a, b, c] = rows;
    const text = [
      line(a, { medfee_sumamt: 999 }), line(b, { fund_pay_sumamt: 1 }), line(a, { setl_id: 'HIS-ONLY' }), line(b),
    ].join('\n'); // prettier-ignore
    const verdicts = await verdictsOn(world, text);
    expect(said(verdicts)).toEqual([
      [a.setl_id, '1', '医疗费总额不符：机构 999.00，中心 1000.00'],
      [b.setl_id, '1', `基金支付总额不符：机构 1.00，中心 ${b.fund_pay_sumamt.toFixed(2)}`],
      ['HIS-ONLY', '1', '仅机构有：中心没有该结算ID的结算'],
      [b.setl_id, '1', '文件内结算ID重复，以第一行为准'],
      [c.setl_id, '1', '仅中心有：机构未收到应答的，用本行报文ID以 2601 冲正，或补记该笔结算'],
    ]);
    expect(verdicts[2]?.slice(7)).toEqual(['null', 'null', 'null']);
    expect(verdicts[2]?.[3]).toBe('null');
    expect(verdicts[4]?.[3]).toBe('MSG-B3');
  });

  it('tells to reverse only what 2601 would take: not what is confirmed, not what is refunded', async () => {
    const world = await openTestWorld();
    const desk = await openClearingDesk(world);
    const numbers = [
      await desk.settle('B1', 1000, 'MSG-B1'), await desk.settle('B2', 200, 'MSG-B2'), await desk.settle('B3', 300),
    ] as const; // prettier-ignore
    const refund = (await desk.window.refund(numbers[1], 'MSG-R2')).output.setlinfo.setl_id;
    world.setClock('2026-10-05 09:00:00');
    const rows = await desk.details('202609');
    const paid = rows.filter(({ setl_sn }) => setl_sn === numbers[0]);
    await desk.confirm('202609', paid);
    const memos = async () => {
      const rows = await verdictsOn(world, '', { refd_setl_flag: '1', stmt_enddate: '2026-10-05' });
      return new Map(rows.map((row) => [row[2], row[6]]));
    };
    const before = await memos();
    expect([...numbers, refund].map((setl_id) => before.get(setl_id))).toEqual([
      '仅中心有：已在 202609 清分中确认，不能冲正，请补记该笔结算；不应收费的用 2208 退费，负数进入退费当月的清分',
      '仅中心有：该笔结算已退费，不能再冲正，请补记该笔结算和它的退费',
      '仅中心有：机构未收到应答的，用本行报文ID以 2601 冲正，或补记该笔结算',
      '仅中心有：机构未收到应答的，用本行报文ID以 2601 冲正，或补记该笔退费',
    ]);
    expect((await desk.window.reverse('MSG-B1', '2207')).err_msg).toContain('不能冲正');
    expect((await desk.window.reverse('MSG-B2', '2207')).err_msg).toContain('已退费');
    const taken = rows.filter(({ setl_sn }) => [numbers[1], refund].includes(setl_sn));
    await desk.confirm('202609', taken);
    expect((await memos()).get(refund)).toBe(
      '仅中心有：已在 202609 清分中确认，不能冲正，请补记该笔退费；需要恢复的请重新结算',
    );
  });

  it('says why a settlement of ours is not among those that are reconciled', async () => {
    const world = await openTestWorld();
    const { window, rows } = await threeSettled(world);
    const [a, b] = rows;
    await window.reverse('MSG-B1', '2207');
    const reversed = await verdictsOn(world, line(a));
    expect(said(reversed)[0]?.[2]).toBe('仅机构有：中心的该笔结算不在对账范围内（已冲正）');
    const elsewhere = await verdictsOn(world, line(b), { setl_optins: '320100' });
    expect(said(elsewhere)).toEqual([
      [b.setl_id, '1', '仅机构有：中心的该笔结算不在对账范围内（结算经办机构 clr_optins 为 610100）'],
    ]);
  });

  it('has refunds as rows of their own, both flagged, or neither', async () => {
    const world = await openTestWorld();
    const { window, rows } = await threeSettled(world);
    const [a, b, c] = rows;
    const refund = (await window.refund(a.setl_id)).output.setlinfo;
    const all = await verdictsOn(world, [a, b, c, refund].map((row) => line(row)).join('\n'));
    expect(all.map((row) => [row[2], row[4], row[5]])).toEqual([
      [a.setl_id, '0', '1'], [b.setl_id, '0', '0'], [c.setl_id, '0', '0'], [refund.setl_id, '0', '1'],
    ]); // prettier-ignore
    const without = await verdictsOn(world, [b, c].map((row) => line(row)).join('\n'), { refd_setl_flag: '0' });
    expect(without.map((row) => row[4])).toEqual(['0', '0']);
  });

  it('warns of totals in the message that are not those of its file', async () => {
    const world = await openTestWorld();
    const { rows } = await threeSettled(world);
    const { file_qury_no } = (await upload(world, zipOf(rows.map((row) => line(row)).join('\n')))).output;
    const answer = await reconcile(world, { file_qury_no, medfee_sumamt: 1500, fixmedins_setl_cnt: 4 });
    expect(answer.warn_msg).toBe('报文与对账文件不一致：结算笔数 fixmedins_setl_cnt（报文 4，文件 3）');
  });

  it('refuses a file that it cannot read, naming line and column', async () => {
    const world = await openTestWorld();
    await threeSettled(world);
    const refused = async (content: string) => {
      const { file_qury_no } = (await upload(world, content)).output;
      return (await reconcile(world, { file_qury_no })).err_msg;
    };
    expect(await refused(zipOf('S1\tV1\tP1\t1.00\n\nS2\tV1\tP1\t一元\t0\t0\t0\n'))).toBe(
      '[就医地 深圳市] 对账文件不能读取：第 1 行有 4 列，应为 7 列（制表符分隔）；' +
        '第 3 行的金额（一元、0、0）应为两位小数的元，请改正后重新用 9101 上传',
    );
    expect(await refused('UEsDBA==')).toContain('压缩包内没有文件，或不是完整的 zip');
    expect(world.defects).toEqual([]);
  });

  it('knows no file of another hospital, none that was not uploaded, and none whose time is over', async () => {
    const world = await openTestWorld();
    const { file_qury_no } = (await upload(world, zipOf(''))).output;
    const unknown = (number: string) =>
      `[就医地 深圳市] 没有文件查询号 file_qury_no（${number}）的上传文件，或已过截止时间，请先用 9101 上传对账文件`;
    const theirs = await reconcile(world, { file_qury_no }, { fixmedins_code: OTHER });
    expect(theirs.err_msg).toBe(unknown(file_qury_no));
    const result = (await reconcile(world, { file_qury_no })).output.fileinfo;
    expect((await reconcile(world, { file_qury_no: result.file_qury_no })).err_msg).toBe(unknown(result.file_qury_no));
    world.setClock('2026-09-08 10:00:00');
    expect((await reconcile(world, { file_qury_no })).err_msg).toBe(unknown(file_qury_no));
  });

  it('falls due when its time is over, and is gone', async () => {
    const world = await openTestWorld();
    const { file_qury_no, dld_endtime } = (await upload(world, zipOf(''))).output;
    expect(dld_endtime).toBe('2026-09-08 10:00:00');
    const at = instantOf('2026-09-08 10:00:00');
    const due = world.world.store.reader.nextDue(at);
    expect(due).toEqual({ kind: 'file-end', key: file_qury_no, at });
    expect(fileEnd(world.world.store.reader, due as never, {} as never)).toEqual([{ kind: 'file.drop', file_qury_no }]);
  });

  it('is uploaded by the institution itself', async () => {
    const world = await openTestWorld();
    const { err_msg } = await world.call('9101', {
      fsUploadIn: { in: 'QQ==', filename: 'a.txt', fixmedins_code: OTHER },
    });
    expect(err_msg).toBe(`[就医地 深圳市] 机构编号 fixmedins_code（${OTHER}）与报文头的 ${HOSPITAL} 不符，请核对`);
  });
});
