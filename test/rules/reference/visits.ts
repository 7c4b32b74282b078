import fc from 'fast-check';
import { policyOf } from './policy.ts';
import type { PolicyFile } from './policy-file.ts';
import { ALL_CARE, countedOver, monthOf, sumName, yearOf, type SumName } from './sums.ts';
import type { Person, Visit } from './visit.ts';
import { moneyOf, optional, type Written } from './written-value.ts';

const DISEASES = 'M03900 M01600 M07801 M00500 M08300 M08301 M08306 M05300 M06900 M04600 M00200 M07200'.split(' ');
const DAYS = ['2022-05-01', '2023-01-01', '2024-12-31', '2025-01-01', '2026-03-10', '2026-12-31'];
const IDENTITIES = ['2101', '2102', '2104', '2302', '2303', '2304', '2305', '2306'];

const fen = (yuan: number) => fc.integer({ min: 0, max: yuan * 100 }).map(BigInt);
/** Nothing as often as something. */
const perhaps = <T>(rare: fc.Arbitrary<T>, usual: T) => fc.oneof(fc.constant(usual), rare);

const person: fc.Arbitrary<Person> = fc.record({
  age: fc.oneof(fc.integer({ min: 0, max: 100 }), fc.constantFrom(49, 50, 59, 60, 69, 70, 79, 80, 90)),
  retired: fc.boolean(),
  student: fc.boolean(),
  civilServant: fc.boolean(),
  employerPlan: fc.boolean(),
  identities: perhaps(fc.subarray(IDENTITIES), []),
  grade: fc.constantFrom(undefined, '高', '中', '低', '一', '二'),
  insuredMonths: fc.constantFrom(0, 11, 12, 35, 36, 240),
  diseases: fc.subarray(DISEASES),
});

/** Every amount that a value names. */
const amountsIn = (value: Written | undefined): bigint[] => {
  if (value === undefined) return [];
  if (typeof value === 'string') return /^\d+(\.\d+)?$/.test(value) ? [moneyOf(value)] : [];
  return Object.values(value as Readonly<Record<string, Written>>).flatMap(amountsIn);
};

/** The parameters whose amounts bound a sum: near them things happen. */
const BOUNDS: Readonly<Record<string, readonly string[]>> = {
  已付起付线: ['deductible', 'offsite'],
  政策范围内费用: ['ratio', 'year_cap', 'month_cap'],
  统筹支付: ['year_cap', 'month_cap'],
  '统筹支付/各类就医': ['pool_cap'],
  大额支付: ['large_expense'],
  大病基数: ['serious_illness'],
  大病支付: ['serious_illness'],
  公务员补助支付: ['civil_servant'],
  企业补充支付: ['employer_supplement'],
  救助基数: ['assistance'],
  救助支付: ['assistance'],
};

const boundsOf = (files: readonly PolicyFile[], name: SumName): bigint[] => {
  const [summed = '', over = ''] = name.split('/');
  const parameters = BOUNDS[`${summed}/${over}`] ?? BOUNDS[summed] ?? [];
  return files.flatMap((file) => parameters.flatMap((parameter) => amountsIn(optional(file.parameters, parameter))));
};

/** An amount up to 500 元 away from one of these. */
const near = (amounts: readonly bigint[]) =>
  fc
    .tuple(fc.constantFrom(0n, ...amounts), fc.integer({ min: -50_000, max: 50_000 }))
    .map(([amount, off]) => (amount + BigInt(off) < 0n ? 0n : amount + BigInt(off)));

/** Every group that a file counts by. */
const groupsIn = (value: Written, name = ''): string[] => {
  if (typeof value === 'string') return name === 'counts' ? [value] : [];
  return Object.entries(value as Readonly<Record<string, Written>>).flatMap(([key, one]) => groupsIn(one, key));
};

type Where = Pick<Visit, 'benefit' | 'disease' | 'settled'>;

/** Every sum that the visit could ask for. */
const sumsFor = (groups: readonly string[], where: Where): SumName[] => {
  const year = yearOf(where.settled);
  const some = ['benefit', 'disease', ...groups].flatMap((counts) =>
    (['已付起付线', '统筹支付', '政策范围内费用'] as const).flatMap((summed) =>
      [year, monthOf(where.settled)].map((period) => sumName(summed, countedOver(counts, where), period)),
    ),
  );
  const all = (
    ['统筹支付', '大额支付', '大病基数', '大病支付', '公务员补助支付', '企业补充支付', '救助基数', '救助支付'] as const
  ).map((summed) => sumName(summed, ALL_CARE, year));
  return [...new Set([...some, ...all])];
};

/** Visits under one policy file (not a supplement) of a place, with sums partly used. */
const visitsUnder = (main: PolicyFile, supplement: PolicyFile): fc.Arbitrary<Visit> => {
  const amounts = [main, supplement].flatMap(({ parameters }) => amountsIn(parameters));
  const groups = [...new Set(groupsIn(main.parameters))];
  const money = fc.oneof(fen(2_000), fen(50_000), near(amounts), fc.constantFrom(0n, 1n, 36_764n, ...amounts));
  const days = DAYS.filter((day) =>
    [main, supplement].every(({ from, to }) => from <= day && (to === undefined || day <= to)),
  );
  const { place, insutype, benefit } = main as Pick<Visit, 'place' | 'insutype' | 'benefit'>;
  return fc
    .record({
      place: fc.constant(place),
      insutype: fc.constant(insutype),
      benefit: fc.constant(benefit),
      disease: benefit === 'general' ? fc.constant(undefined) : fc.constantFrom(...DISEASES),
      level: fc.constantFrom('三级', '二级', '一级', '基层'),
      filing: fc.constantFrom('local', 'resident', 'referral', 'emergency', 'other'),
      when: fc.tuple(fc.constantFrom(...days), perhaps(fc.boolean(), false)),
      person,
      cost: fc.record({
        inScope: money,
        preself: perhaps(fen(3_000), 0n),
        overLimit: perhaps(fen(500), 0n),
        ownPay: perhaps(fen(500), 0n),
      }),
      account: fc.record({ use: fc.boolean(), own: fen(3_000), family: perhaps(fen(1_000), 0n) }),
    })
    .chain(({ when: [treated, nextYear], ...rest }) => {
      const settled = nextYear ? `${Number(yearOf(treated)) + 1}-01-04` : treated;
      const names = sumsFor(groups, { ...rest, settled });
      const sums = names.map((name) =>
        perhaps(fc.oneof(fen(50_000), near(boundsOf([main, supplement], name))), 0n).map(
          (amount): [SumName, bigint] => [name, amount],
        ),
      );
      return fc.tuple(...sums).map((before): Visit => {
        const used = before.filter(([, amount]) => amount > 0n);
        return { ...rest, treated, settled, before: new Map(used) };
      });
    });
};

/** Whether the place has the benefit for the disease: the platform asks for no other. */
const hasBenefit = (files: readonly PolicyFile[], visit: Visit): boolean =>
  visit.benefit === 'general' || policyOf(files, visit)('disease_class') !== undefined;

/** Visits over every place, insurance and benefit of the files. */
export const visitsOver = (files: readonly PolicyFile[]): fc.Arbitrary<Visit> =>
  fc.oneof(
    ...files
      .filter(({ benefit }) => benefit !== 'supplement')
      .map((main) => {
        const supplement = files.find(
          ({ place, insutype, benefit }) =>
            benefit === 'supplement' && place === main.place && insutype === main.insutype,
        );
        if (supplement === undefined) throw new Error(`${main.place} ${main.insutype} has no supplement`);
        return visitsUnder(main, supplement).filter((visit) => hasBenefit(files, visit));
      }),
  );
