import { expect, it } from 'vitest';
import { yuan, ZERO } from '../../../src/kernel/money.ts';
import { settle } from '../../../src/rules/benefit/settle.ts';
import { seedPolicyFiles } from '../seed-policies.ts';
import { examples } from './case-file.ts';

const files = new Map(seedPolicyFiles().map(({ name, text }) => [name, text]));

it('accounts for every 分 of every example, from the whole claim down to nothing', () => {
  for (const { request } of examples) {
    const { explanation, shares } = settle(request);
    let open = shares.medfee_sumamt;
    for (const step of explanation) {
      expect(step.before).toBe(open);
      open = step.after;
    }
    expect(open).toBe(ZERO);
  }
});

it('names the parameter, its day and its source wherever a policy decided', () => {
  for (const { request } of examples) {
    const decided = settle(request).explanation.filter((step) => step.rule !== 'claim' && step.rule !== 'cash');
    for (const { parameter = '', source, status, from = '' } of decided) {
      const [file = '', path = ''] = parameter.split('#');
      const [name = ''] = path.split('.');
      expect(files.get(file)).toContain(`  ${name}:`);
      expect(files.get(file)).toContain(`- from: ${from}`);
      expect([source, status]).not.toContain(undefined);
    }
  }
});

it('reads like a cashier explaining the slip', () => {
  const example = examples.find(({ name }) => name.startsWith('例A'));
  const texts = example && settle(example.request).explanation.map((step) => `${step.title}：${step.text}`);
  expect(texts).toEqual([
    '费用分割：医疗费总额499.50元：全自费58.00元，超限价自费44.50元，先行自付29.36元，符合政策范围367.64元。',
    '起付线：年度起付线1000.00元，此前已负担900.00元，本次负担100.00元，累计1000.00元。',
    '支付比例：起付线以上267.64元按60%计算，应支付160.58元。',
    '年度限额：年度限额2000.00元，本年统筹已支付200.00元，还可支付1800.00元。',
    '统筹基金最高支付限额：统筹基金年度最高支付限额360000.00元，本年已支付0.00元，还可支付360000.00元。',
    '城镇职工基本医疗保险统筹基金：起付线以上267.64元按60%计算为160.58元，由统筹基金支付。',
    '职工大病补助基金：本年合规自付累计207.06元，大病起付线15000.00元，未达到起付线。',
    '个人现金：其余338.92元由个人用现金支付。',
  ]);
});

it('shows what was chosen, each parameter with its own source and how far it can be trusted', () => {
  const steps = examples.flatMap(({ name, request }) => (name.startsWith('例B') ? settle(request).explanation : []));
  expect(steps.find((step) => step.rule === 'tier-ratio')).toMatchObject({
    parameter: '610100-xian/employee-chronic.yaml#ratio.values[0].cases[1]',
    from: '2022-01-01',
    value: '70%',
    mark: 'single',
    status: 'real',
    amount: 25_735,
  });
  expect(steps.find((step) => step.rule === 'offsite-ratio')).toMatchObject({
    parameter: '610100-xian/employee-chronic.yaml#offsite.values[0].cases[1]',
    source: 'CityInsuranceData 城市医保数据集（公开 TypeScript 数据）',
    value: '50%',
    amount: 18_382,
    text: '其他临时外出，支付比例下降20个百分点：367.64元按50%计算，应支付183.82元。',
  });
});

it('spells out the bands that a cost ran through', () => {
  const example = examples.find(({ name }) => name === '职工大病，跨过5万元分段');
  const texts = example && settle(example.request).explanation.map((step) => step.text);
  expect(texts).toContain(
    '本年合规自付累计65700.00元，大病起付线15000.00元，' +
      '本次超过部分800.00元分段计算（100.00元按60%，700.00元按70%），支付550.00元。',
  );
});

it('puts the sentence of each fund into its row', () => {
  for (const { request } of examples) {
    const { funds, explanation } = settle(request);
    for (const row of funds) {
      const step = explanation.find((one) => one.text === row.setl_proc_info);
      expect(step && yuan(step.amount)).toBe(yuan(row.fund_payamt));
      expect(row.setl_proc_info.length).toBeLessThanOrEqual(4_000);
    }
  }
});
