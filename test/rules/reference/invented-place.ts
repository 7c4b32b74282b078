import fc from 'fast-check';
import type { NamedText } from '../../../src/rules/policy/load-policies.ts';

const yuan = (max: number) =>
  fc.oneof(
    fc.integer({ min: 0, max }).map(String),
    fc.integer({ min: 0, max: max * 100 }).map((fen) => String(fen / 100)),
  );
const rate = fc.oneof(
  fc.integer({ min: 0, max: 20 }).map((twentieth) => `${twentieth * 5}%`),
  fc.integer({ min: 0, max: 10_000 }).map((units) => `${units / 100}%`),
);
/** Whole percents: a product of two has four decimals, as many as a ratio on the wire. */
const percent = fc.integer({ min: 0, max: 100 }).map((points) => `${points}%`);
const orNone = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 1, arbitrary: fc.constant('none') }, { weight: 3, arbitrary: value });

const bands = (ratio: fc.Arbitrary<string>, max: number) =>
  fc
    .tuple(
      ratio,
      fc.uniqueArray(fc.integer({ min: 1, max }), { maxLength: 3 }),
      fc.array(ratio, { minLength: 3, maxLength: 3 }),
    )
    .map(([first, steps, ratios]) => [
      { from: '0', ratio: first },
      ...steps.sort((a, b) => a - b).map((from, index) => ({ from: String(from), ratio: ratios[index] })),
    ]);

const cappedShare = orNone(fc.record({ ratio: rate, cap: orNone(yuan(20_000)) }));
const share = orNone(fc.record({ ratio: rate }));

/** Which mechanisms may meet in one benefit. */
type Meeting = { readonly firstSelfPay: boolean; readonly otherDeductible: boolean; readonly onCost: boolean };

/**
 * Two meetings are left out, for no source says what they come to: a lowered deductible with another one for 异地就医, and a
 * first self-pay with a cap on cost.
 */
const MEETINGS: readonly Meeting[] = [
  { firstSelfPay: true, otherDeductible: true, onCost: false },
  { firstSelfPay: true, otherDeductible: false, onCost: false },
  { firstSelfPay: false, otherDeductible: true, onCost: true },
  { firstSelfPay: false, otherDeductible: false, onCost: true },
];

/** A mechanism that may be there. */
const maybe = <T extends object>(allowed: boolean, value: fc.Arbitrary<T>): fc.Arbitrary<Partial<T>> =>
  allowed ? fc.oneof(fc.constant({}), value) : fc.constant({});

const offsite = ({ firstSelfPay, otherDeductible }: Meeting) =>
  orNone(
    fc
      .tuple(
        maybe(true, fc.oneof(fc.record({ points: rate }), fc.record({ factor: percent }))),
        maybe(firstSelfPay, fc.record({ first_self_pay: rate })),
        maybe(otherDeductible, fc.record({ deductible: yuan(2_000) })),
      )
      .map(([ratio, selfPay, deductible]) => ({ ...ratio, ...selfPay, ...deductible }))
      .filter((value) => Object.keys(value).length > 0),
  );

const counts = (benefit: string) =>
  fc.constantFrom('benefit', 'inpatient', 'A', 'B', ...(benefit === 'chronic' ? ['disease'] : []));

const cap = (benefit: string, { onCost }: Meeting, max: number) =>
  orNone(
    fc
      .tuple(
        fc.record({ amount: yuan(max), counts: counts(benefit) }),
        maybe(onCost, fc.record({ on: fc.constant('cost') })),
        maybe(true, fc.record({ above: rate })),
      )
      .map(([plain, on, above]) => ({ ...plain, ...on, ...above })),
  );

const severalDiseases = orNone(
  fc.oneof(
    fc.record({ plus: yuan(2_000) }),
    fc.record({ plus_each: yuan(1_000), most: orNone(yuan(8_000)) }),
    fc.record({ second_share: rate }),
  ),
);

const when = (benefit: string) =>
  fc.oneof(
    fc.record({ age_from: fc.constantFrom('50', '70') }),
    fc.record({ level: fc.constantFrom('三级', '基层') }),
    fc.record({ filing: fc.constant(['referral', 'other']) }),
    fc.record({ identity: fc.constant(['2303', '2304']) }),
    fc.record({ civil_servant: fc.constantFrom('yes', 'no'), employer_plan: fc.constantFrom('yes', 'no') }),
    fc.record({ grade: fc.constant(['高', '一']) }),
    fc.record({ insured_months_from: fc.constantFrom('12', '36') }),
    ...(benefit === 'chronic' ? [fc.record({ class: fc.constantFrom('I', 'II') })] : []),
  );

const BASIS = { source: ['invented'], mark: 'sandbox', status: 'illustrative', note: '测试', checked_on: '2026-11-22' };

const parameter = <T>(unit: string, benefit: string, value: fc.Arbitrary<T>) =>
  fc
    .oneof(
      value.map((one) => ({ value: one })),
      fc.tuple(when(benefit), value, value).map(([condition, one, other]) => ({
        cases: [{ when: condition, value: one }, { value: other }],
      })),
    )
    .map((stated) => ({ unit, values: [{ from: '2022-01-01', ...stated, ...BASIS }] }));

/** The caps of classes that count together, as 门慢 I to III do. */
const capsByClass = fc
  .tuple(yuan(10_000), yuan(10_000), yuan(10_000))
  .map(([first, second, third]) => [
    { when: { class: 'I' }, value: { amount: first, counts: 'B' } },
    { when: { class: 'II' }, value: { amount: second, counts: 'B' } },
    { value: { amount: third, counts: 'B' } },
  ])
  .map((cases) => ({ unit: 'yuan', values: [{ from: '2022-01-01', cases, ...BASIS }] }));

const basics = (benefit: string, meeting: Meeting) => ({
  deductible: parameter(
    'yuan',
    benefit,
    fc.record({ amount: yuan(2_000), per: fc.constantFrom('year', 'month', 'visit'), counts: counts(benefit) }),
  ),
  deductible_factor: parameter(
    'rate',
    benefit,
    meeting.otherDeductible ? fc.constant('none') : orNone(fc.record({ factor: rate })),
  ),
  ratio: parameter('rate', benefit, fc.oneof(percent, bands(percent, 40_000))),
  ratio_bonus: parameter('rate', benefit, orNone(fc.record({ points: percent }))),
  offsite: parameter('rate or yuan', benefit, offsite(meeting)),
  year_cap: parameter('yuan', benefit, cap(benefit, meeting, 10_000)),
  month_cap: parameter('yuan', benefit, cap(benefit, meeting, 2_000)),
});

const CLASSES = [
  { when: { disease: ['M03900', 'M05300', 'M00500', 'M08300'] }, value: 'I' },
  { when: { disease: ['M01600', 'M04600', 'M06900', 'M07801'] }, value: 'II' },
  { value: 'III' },
];

const DISEASE_CLASS = { unit: 'class', values: [{ from: '2022-01-01', cases: CLASSES, ...BASIS }] };

const chronic = fc.oneof(
  ...MEETINGS.map((meeting) =>
    fc.record({
      disease_class: fc.constant(DISEASE_CLASS),
      ...basics('chronic', meeting),
      year_cap: fc.oneof(capsByClass, parameter('yuan', 'chronic', cap('chronic', meeting, 10_000))),
      several_diseases: parameter('yuan', 'chronic', severalDiseases),
    }),
  ),
);

const general = fc.oneof(...MEETINGS.map((meeting) => fc.record(basics('general', meeting))));

const beyond = {
  pool_cap: parameter('yuan', 'supplement', orNone(yuan(30_000))),
  serious_illness: parameter(
    'rate and yuan',
    'supplement',
    orNone(
      fc.record({
        threshold: yuan(20_000),
        bands: fc.oneof(rate, bands(rate, 20_000)),
        cap: orNone(yuan(20_000)),
        base_includes_preself: fc.constantFrom('yes', 'no'),
      }),
    ),
  ),
  disabled_soldier: parameter('rate', 'supplement', share),
  preferential: parameter('rate', 'supplement', share),
  assistance: parameter(
    'rate and yuan',
    'supplement',
    orNone(fc.record({ threshold: yuan(10_000), ratio: rate, cap: orNone(yuan(20_000)) })),
  ),
};

const employeeSupplement = fc.record({
  ...beyond,
  large_expense: parameter('rate and yuan', 'supplement', cappedShare),
  civil_servant: parameter('rate and yuan', 'supplement', cappedShare),
  employer_supplement: parameter('rate and yuan', 'supplement', cappedShare),
  account: parameter('scope', 'supplement', fc.constantFrom('all', 'in-scope', 'none')),
});

const text = (insutype: string, benefit: string, parameters: object): NamedText => ({
  name: `420100-invented/${insutype}-${benefit}.yaml`,
  // JSON is YAML.
  text: JSON.stringify({
    place: '420100',
    name: '测试政策',
    insutype,
    benefit,
    from: '2022-01-01',
    sources: { invented: { title: '测试', dated: '2026-11', trust: '随机数字，不是政策' } },
    parameters,
  }),
});

/** The six policy files of a place that does not exist, with every mechanism that files can write. */
export const inventedPlace: fc.Arbitrary<readonly NamedText[]> = fc
  .record({
    chronic: fc.tuple(chronic, chronic),
    general: fc.tuple(general, general),
    employee: employeeSupplement,
    resident: fc.record(beyond),
  })
  .map((place) => [
    text('310', 'chronic', place.chronic[0]),
    text('310', 'general', place.general[0]),
    text('310', 'supplement', place.employee),
    text('390', 'chronic', place.chronic[1]),
    text('390', 'general', place.general[1]),
    text('390', 'supplement', place.resident),
  ]);
