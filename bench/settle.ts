/**
 * How many claims the rules settle in a second on one core: ten lines split by the catalogue, totalled, and settled
 * by a policy of the seeds. Run: `npx tsx bench/settle.ts`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asFen } from '../src/kernel/money.ts';
import { asPrice, asQuantity, lineAmount } from '../src/kernel/quantity.ts';
import { asRate } from '../src/kernel/rate.ts';
import { settle } from '../src/rules/benefit/settle.ts';
import type { SettleRequest } from '../src/rules/benefit/request.ts';
import type { CatalogueItem } from '../src/rules/catalogue/catalogue-item.ts';
import { splitLine, type FeeLine } from '../src/rules/catalogue/split-line.ts';
import { totalLines } from '../src/rules/catalogue/total-lines.ts';
import { findParameters } from '../src/rules/policy/find-parameters.ts';
import { loadPolicies } from '../src/rules/policy/load-policies.ts';

const SECONDS = 3;
const LINES = 10;
const DATE = '2026-03-10';

const itemOf = (index: number): CatalogueItem => ({
  med_list_codg: `bench-${index}`,
  name: `item ${index}`,
  list_type: '101',
  chrgitm_lv: index % 4 === 0 ? '01' : '02',
  med_chrgitm_type: index % 3 === 0 ? '08' : '09',
  selfpay_prop: asRate(index % 4 === 0 ? 0 : 1_000),
  limits: { 三级: asPrice(30_000_000) },
  lmt_used_flag: '0',
  bas_medn_flag: '0',
  hi_nego_drug_flag: '0',
  chld_medc_flag: '0',
});

const lineOf = (index: number): FeeLine => {
  const cnt = asQuantity(20_000 + index * 5_000);
  const pric = asPrice(12_345_600 + index * 4_000_000);
  return { cnt, pric, det_item_fee_sumamt: lineAmount(cnt, pric) };
};

const policies = () => {
  const root = join(import.meta.dirname, '../seeds/policies/320100-nanjing');
  const files = readdirSync(root).map((name) => ({ name, text: readFileSync(join(root, name), 'utf8') }));
  const loaded = loadPolicies(files);
  if (!loaded.ok) throw new Error('the seeds do not load');
  return loaded.value;
};

const lines = Array.from({ length: LINES }, (_, index) => [lineOf(index), itemOf(index)] as const);
const query = { place: '320100', insutype: '310', benefit: 'chronic', date: DATE } as const;

const settleOnce = (index: ReturnType<typeof policies>): number => {
  const found = findParameters(index, query);
  if (found.outcome !== 'found') throw new Error(found.text);
  const claim = totalLines(lines.map(([line, item]) => splitLine(line, item, '三级'))).claim;
  const request: SettleRequest = {
    parameters: found.parameters,
    claim,
    person: { insutype: '310', retired: true, age: 66, civilServant: true, identities: ['2303'] },
    visit: {
      benefit: 'chronic',
      disease: 'M03900',
      level: '三级',
      filing: 'other',
      serviceDate: DATE,
      settlementDate: DATE,
    },
    used: { 'Q000B_14@2026': asFen(70_000), 'TS310301@2026': asFen(1_500_000) },
    account: { use: true, balance: asFen(10_000) },
  };
  return settle(request).shares.fund_pay_sumamt;
};

const index = policies();
for (let warm = 0; warm < 20_000; warm++) settleOnce(index);

// Processor time of this process, so that a busy machine does not count.
const begin = process.cpuUsage();
const spent = (): number => {
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1_000_000;
};

let settled = 0;
let total = 0;
while (spent() < SECONDS) {
  for (let batch = 0; batch < 500; batch++) total += settleOnce(index);
  settled += 500;
}
const perSecond = Math.round(settled / spent());
const detail = `${LINES} lines each, ${settled} settled, checksum ${total}`;
process.stdout.write(`${perSecond} settlements a second (${detail})\n`);
