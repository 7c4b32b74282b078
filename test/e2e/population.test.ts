import { describe, expect, it, onTestFinished } from 'vitest';
import { must } from '../../src/kernel/assert.ts';
import { instantOf } from '../../src/kernel/civil-time.ts';
import { openSandbox, type Sandbox } from '../../src/platform/sandbox.ts';
import { jsonOf, openCounter } from '../platform/http/counter.ts';
import { settle, type Cardholder } from '../platform/http/settle.ts';
import { temporaryFolder } from '../platform/store/sqlite/temporary-file.ts';

const counter = openCounter();

type Entry = Cardholder & {
  readonly name: string;
  readonly shows: string;
  readonly certno: string;
  readonly ec_token: string;
  readonly diseases: readonly string[];
  readonly insurances: readonly { readonly insutype: string; readonly balc: number }[];
};
type Listed = { readonly people: readonly Entry[]; readonly place: string; readonly total: number };

const people = async (query: string, workspace = 'default') =>
  counter.control<Listed & { message?: string }>('GET', `/w/${workspace}/_sandbox/people?${query}`);

const numbered = async (n: number, workspace = 'default'): Promise<Entry> => {
  const { json } = await people(`place=610100&from=${n}&limit=1`, workspace);
  const [person] = json.people;
  must(person, `西安 has a person ${n}`);
  return person;
};

const read = async (credential: object, path = '/fsi/api/1101') => {
  const message = { infno: '1101', insuplc_admdvs: '610100', input: { data: credential } };
  const response = await counter.post(path, message);
  return jsonOf<{ infcode: number; output: { baseinfo: { psn_no: string }; insuinfo: { balc: number }[] } }>(response);
};

describe('the people of a place', () => {
  it('are listed as the personas are, page by page', async () => {
    const { json } = await people('place=610100&from=38&limit=2');
    expect(json).toMatchObject({ place: '610100', total: 197_232 });
    expect(json.people.map(({ id }) => id)).toEqual(['610100-38', '610100-39']);
    const [first] = json.people;
    expect(first).toMatchObject({
      name: '成国栋',
      psn_no: '6101009900800000000038',
      card_no: 'P61010012',
      diseases: ['M03900'],
      insurances: [expect.objectContaining({ insutype: '310', balc: 404_075 })],
    });
    expect(first?.shows).toBe('西安市退休，66 岁，备案长期居住深圳市，高血压');
  });

  it('come fifty at a time from the first on unless more is said, up to the last', async () => {
    const { json } = await people('place=320100');
    expect(json.people).toHaveLength(50);
    expect(json.people[0]?.id).toBe('320100-1');
    expect((await people('place=320100&from=197230')).json.people).toHaveLength(3);
  });

  it.each([
    ['', '缺少 place'],
    [
      'place=610000',
      'place “610000” 应为参保地（统筹区）的六位医保区划，如 610100（西安市）；省直辖县级行政区没有虚拟人群',
    ],
    ['place=610100&from=0', 'from “0” 应为 1 到 999999999 的整数'],
    ['place=610100&from=197233', 'from “197233” 应为 1 到 197232 的整数'],
    ['place=610100&limit=501', 'limit “501” 应为 1 到 500 的整数'],
    ['place=610100&page=2', '不认识的字段 page'],
  ])('are not listed for %j', async (query, message) => {
    expect(await people(query)).toEqual({
      status: 422,
      json: { message, errors: [expect.objectContaining({ message })] },
    });
  });
});

describe('one of the people', () => {
  it('is read by card, by token, by identity card and by certificate', async () => {
    const { psn_no, card_no, card_sn, ec_token, certno } = await numbered(67);
    for (const credential of [
      { mdtrt_cert_type: '03', mdtrt_cert_no: card_no, card_sn },
      { mdtrt_cert_type: '01', mdtrt_cert_no: ec_token },
      { mdtrt_cert_type: '02', mdtrt_cert_no: certno },
      { mdtrt_cert_type: '99', psn_cert_type: '01', certno },
    ]) {
      const { infcode, output } = await read(credential);
      expect(infcode).toBe(0);
      expect(output.baseinfo.psn_no).toBe(psn_no);
    }
    const other = await read({ mdtrt_cert_type: '03', mdtrt_cert_no: card_no, card_sn: card_sn.replace(/.$/, '0') });
    expect(other.infcode).toBe(-1);
    expect(counter.defects).toEqual([]);
  });

  it('of 西安 settles at the door of a hospital in 深圳, from the account and with what was used before', async () => {
    const person = await numbered(140);
    const settled = await settle(counter, person);
    const explained = await counter.control<{
      settlement: {
        shares: { acct_pay: number; fund_pay_sumamt: number; act_pay_dedc: number };
        visitor: { psn_name: string };
      };
    }>('GET', `/_sandbox/settlements/${settled.setl_id}/explanation`);
    const { shares, visitor } = explained.json.settlement;
    expect(visitor.psn_name).toBe('申屠榕融');
    expect(shares.fund_pay_sumamt).toBeGreaterThan(0);
    expect(shares.acct_pay).toBeGreaterThan(0);
    // 起付线: 612.83 of 700 元 had been paid before.
    expect(shares.act_pay_dedc).toBe(8_717);
    expect((await numbered(140)).insurances[0]?.balc).toBe(739_404 - shares.acct_pay);
    const { output } = await read({ mdtrt_cert_type: '03', mdtrt_cert_no: person.card_no, card_sn: person.card_sn });
    expect(output.insuinfo[0]?.balc).toBe((739_404 - shares.acct_pay) / 100);
    expect(counter.defects).toEqual([]);
  });
});

describe('the seed of a workspace', () => {
  const open = async (dataDir: string, seed?: string): Promise<Sandbox> => {
    const at = instantOf('2026-09-01 10:00:00');
    const sandbox = await openSandbox({
      dataDir,
      startClock: { mode: 'frozen', at },
      ...(seed !== undefined && { seed }),
    });
    onTestFinished(() => sandbox.close());
    return sandbox;
  };
  const first = (sandbox: Sandbox): string | undefined =>
    sandbox.workspaceOf('').population().numbered({ place: '610100', n: 1 })?.person.certno;

  it('makes its people, and is kept until a reset under another one', async () => {
    const dataDir = temporaryFolder();
    const sandbox = await open(dataDir, 'team-a');
    const hers = first(sandbox);
    await sandbox.close();

    expect(first(await open(temporaryFolder()))).not.toBe(hers);
    const again = await open(dataDir);
    expect(first(again)).toBe(hers);
    await again.workspaceOf('').reset();
    expect(first(again)).toBe(hers);
    await again.close();

    const other = await open(dataDir, 'team-b');
    expect(first(other)).toBe(hers);
    await other.workspaceOf('').reset();
    expect(first(other)).not.toBe(hers);
  });
});
