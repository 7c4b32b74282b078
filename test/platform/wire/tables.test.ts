import { describe, expect, it } from 'vitest';
import { aliasesOf } from '../../../src/platform/wire/aliases.ts';
import { loadEnvelope, loadTable, tableNumbers } from '../../../src/platform/wire/load-table.ts';
import { fold, topNodes, type Node, type Table } from '../../../src/platform/wire/table.ts';
import { unitOf } from '../../../src/platform/wire/unit.ts';
import { hospital, tableOf } from './table-of.ts';

const all = ['hospital', 'national', 'credential'].flatMap((door) =>
  tableNumbers(door).map((infno) => tableOf(door, infno)),
);
const sides = (table: Table): readonly (readonly Node[])[] => [
  table.input,
  table.output,
  ...Object.values(table.files),
];
const nameOf = (table: Table) => `${table.door} ${table.infno}`;

/** Names of the tables that break a rule. */
const breakers = (rule: (nodes: readonly Node[], table: Table) => boolean): string[] =>
  all.filter((table) => sides(table).some((nodes) => !rule(nodes, table))).map(nameOf);

const isUnique = (names: readonly string[]): boolean => new Set(names).size === names.length;

describe('the tables', () => {
  it('are the 212 of the interface document, and ours with a mark', () => {
    const printed = all.filter(({ fidelity }) => fidelity === 'documented');
    expect(printed).toHaveLength(212);
    expect(printed.every(({ door, source }) => door === 'hospital' && source.endsWith('接口规范 V1.1.27'))).toBe(true);
    expect(
      all.filter(({ fidelity }) => fidelity !== 'documented').map((table) => `${nameOf(table)} ${table.fidelity}`),
    ).toEqual([
      'hospital 2206A reconstructed',
      'hospital 2207A reconstructed',
      'hospital 3260 reconstructed',
      'hospital 3261 reconstructed',
      'hospital 3262 reconstructed',
      'hospital 90100 reconstructed',
      'hospital 9201 sandbox',
      'national 1005 sandbox',
      'national 1106 reconstructed',
      'national 1107 reconstructed',
      'national 1203 reconstructed',
      'national 1301 reconstructed',
      'national 1404 reconstructed',
      'national 1406 reconstructed',
      'national 1603 reconstructed',
      'national 1610 reconstructed',
      'national 1620 reconstructed',
      'national 1625 sandbox',
      'national 1803 reconstructed',
      'national 1824 reconstructed',
      'national 1825 reconstructed',
      'national 1840 reconstructed',
      'national 1903 reconstructed',
      'national 1904 reconstructed',
      'credential cn.nhsa.auth.check reconstructed',
      'credential cn.nhsa.cert.get reconstructed',
      'credential cn.nhsa.ec.auth reconstructed',
      'credential cn.nhsa.qrcode.get reconstructed',
      'credential cn.nhsa.settle.notify reconstructed',
      'credential ec.query reconstructed',
      'credential localEcTokenCheck reconstructed',
    ]);
  });

  it('have a name, a chapter and a source', () => {
    expect(all.filter(({ name, chapter, source }) => [name, chapter, source].includes('')).map(nameOf)).toEqual([]);
  });

  it('name every node and every field once, in whatever spelling', () => {
    expect(breakers((nodes) => isUnique(nodes.map((node) => node.name)))).toEqual([]);
    // 4701 prints mdtrt_sn and mdtrtsn in one node.
    expect(breakers((nodes) => nodes.every(({ fields }) => isUnique(fields.map((field) => fold(field.code)))))).toEqual(
      ['hospital 4701'],
    );
    expect(breakers((nodes) => nodes.every(({ fields }) => isUnique(fields.map((field) => field.code))))).toEqual([]);
  });

  it('use no name that every object has', () => {
    expect(
      breakers((nodes) =>
        nodes.every(({ name, fields }) => ![name, ...fields.map(({ code }) => code)].some((code) => code in {})),
      ),
    ).toEqual([]);
  });

  it('have rows without a name only where nothing stands beside them', () => {
    expect(
      breakers(
        (nodes) => topNodes(nodes).length === 1 || !topNodes(nodes).some(({ name, many }) => name === '' && many),
      ),
    ).toEqual([]);
  });

  it('nest only nodes that they have, and never one in itself', () => {
    const named = (nodes: readonly Node[], name: string) => nodes.find((node) => node.name === name);
    const isSound = (nodes: readonly Node[], node: Node | undefined, above: readonly string[]): boolean =>
      node !== undefined &&
      !above.includes(node.name) &&
      node.fields.every(({ of }) => of === undefined || isSound(nodes, named(nodes, of), [...above, node.name]));
    expect(breakers((nodes) => topNodes(nodes).every((node) => isSound(nodes, node, [])))).toEqual([]);
  });

  it('copy only from siblings', () => {
    const has = (names: readonly string[], sameAs: string | undefined) =>
      sameAs === undefined || names.includes(sameAs);
    expect(
      breakers((nodes) =>
        nodes.every(
          (node) =>
            has(nodes.map(({ name }) => name), node.sameAs) &&
            node.fields.every((field) => has(node.fields.map(({ code }) => code), field.sameAs)),
        ),
      ),
    ).toEqual([]); // prettier-ignore
  });

  it('give numbers a scale that a safe integer carries', () => {
    expect(
      breakers((nodes) => nodes.every(({ fields }) => fields.every(({ scale }) => scale >= 0 && scale <= 6))),
    ).toEqual([]);
  });

  it('are looked up by name, never by path', () => {
    for (const infno of ['../national/1301', '/etc/passwd', '', 'toString', '9999', '1301.json']) {
      expect(loadTable('hospital', infno)).toBeUndefined();
    }
    expect(loadTable('..', 'envelope')).toBeUndefined();
    expect(loadTable('mobile', '1301')).toBeUndefined();
    expect(loadTable('hospital', '1301')).toBe(loadTable('hospital', '1301'));
  });
});

describe('what the print says otherwise is kept', () => {
  const field = (table: Table, node: string, code: string) =>
    [...table.input, ...table.output].find((one) => one.name === node)?.fields.find((one) => one.code === code);

  it('the printed type beside ours', () => {
    expect(field(hospital('1901'), 'list', 'sort')).toMatchObject({
      type: 'number',
      length: '30',
      printedType: '整型',
    });
    expect(field(hospital('2204'), 'feedetail', 'feedetl_sn')).toMatchObject({ type: 'string', printedType: 'number' });
    expect(field(hospital('9001'), 'signinoutb', 'sign_time')).toMatchObject({ type: 'datetime', printedType: 'date' });
  });

  it('the printed code where columns changed places', () => {
    expect(field(hospital('1304'), 'data', 'med_list_codg')).toMatchObject({
      name: '医疗目录编码',
      printedCode: '医疗目录编码',
    });
  });

  it('many rows as our correction', () => {
    for (const [infno, name] of [['5201', 'mdtrtinfo'], ['5206', 'cuminfo'], ['1901', 'list'], ['5204', '']] as const) {
      const node = hospital(infno).output.find((one) => one.name === name);
      expect(node).toMatchObject({ many: true, rowsCorrected: true });
    } // prettier-ignore
    expect(hospital('2204').input[0]).toMatchObject({ many: true, rowsCorrected: false });
  });

  it('files that travel beside a message', () => {
    expect(hospital('3202').files['output_file']?.[0]?.fields.map(({ code }) => code)).toEqual([
      'psn_no', 'mdtrt_id', 'setl_id', 'msgid', 'stmt_rslt', 'refd_setl_flag', 'memo', 'medfee_sumamt',
      'fund_pay_sumamt', 'acct_pay',
    ]); // prettier-ignore
    expect(hospital('4901').files['xml_file']?.map(({ name }) => name)).toEqual([
      'billInfo', 'mdtrtInfo', 'feeDetlList/feeDetl', 'diagList/diag', 'oprnList/oprn', '',
    ]); // prettier-ignore
  });
});

describe('the national tables', () => {
  const settle = tableOf('national', '1107');

  it('carry the routing, the split lines and the six items that acceptance demands', () => {
    const data = settle.input.find(({ name }) => name === 'data');
    const marked = data?.fields.filter(({ fidelity }) => fidelity === 'sandbox').map(({ name }) => name);
    expect(data?.fields.slice(0, 2).map(({ code }) => code)).toEqual(['mdtrtarea', 'insuplc']);
    expect(marked).toEqual([
      '急诊标志',
      '统筹基金支付范围内费用其中甲类费用合计',
      '乙类先自付费用其中药品费用合计',
      '乙类先自付费用其中诊疗费用合计',
      '乙类先自付费用其中材料费用合计',
      '超限价自付费用其中床位费费用',
    ]);
    expect(settle.input.map(({ name }) => name)).toEqual(['data', 'feedetail', 'diseinfo']);
  });

  it('ask the same for a trial as for a settlement', () => {
    expect(tableOf('national', '1106').input).toEqual(settle.input);
  });
});

describe('aliases', () => {
  it('hold for the transactions that they name', () => {
    expect(aliasesOf('nodes', 'data', 'hospital', '2207')).toEqual(['mdtrtinfo']);
    expect(aliasesOf('nodes', 'data', 'hospital', '2601')).toEqual([]);
    expect(aliasesOf('fields', 'opsp_dise_code', 'hospital', '5301')).toEqual(['opspdisecod']);
    expect(aliasesOf('fields', 'ssn', 'national', '1107')).toEqual([]);
  });

  it('reach the envelope', () => {
    expect(aliasesOf('fields', 'insuplc_admdvs', loadEnvelope().door, 'envelope')).toEqual(['insuplcadmvs']);
  });
});

describe('units', () => {
  it('follow the printed length', () => {
    const units = (infno: string, node: string) =>
      hospital(infno)
        .input.find(({ name }) => name === node)
        ?.fields.flatMap((field) => unitOf(field) ?? []);
    expect(units('2204', 'feedetail')).toEqual(['Fen', 'Quantity', 'Price']);
    expect(
      hospital('2207')
        .output[0]?.fields.filter((field) => unitOf(field) === 'Rate')
        .map(({ code }) => code),
    ).toEqual(['pool_prop_selfpay']);
  });
});
