import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { parseScaled } from '../../../src/kernel/decimal.ts';
import { add, asFen, ZERO } from '../../../src/kernel/money.ts';
import { parseRate } from '../../../src/kernel/rate.ts';
import type { SettleRequest } from '../../../src/rules/benefit/request.ts';
import { LEVEL_GROUPS } from '../../../src/rules/catalogue/hospital-level.ts';
import type { Used } from '../../../src/rules/ledger/accumulator.ts';
import { BENEFITS, FILINGS } from '../../../src/rules/policy/case.ts';
import { findParameters } from '../../../src/rules/policy/find-parameters.ts';
import { claimL } from '../claim-l.ts';
import { seedPolicies } from '../seed-policies.ts';

const text = <T>(parse: (raw: string) => T | undefined) =>
  z.string().transform((raw, context): T => {
    const value = parse(raw);
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', message: `cannot read ${raw}` });
    return z.NEVER;
  });
const yuan = text((raw) => {
  const amount = parseScaled(raw, 2);
  return amount === undefined ? undefined : asFen(amount);
});
const yes = z.literal('yes').transform(() => true);
const amounts = z.record(z.string(), yuan);

const claim = z.union([
  z.literal('L').transform(() => claimL),
  z
    .strictObject({ scope: yuan, preself: yuan.default(ZERO), over: yuan.default(ZERO), full: yuan.default(ZERO) })
    .transform(({ scope, preself, over, full }) => ({
      medfee_sumamt: add(scope, preself, over, full),
      fulamt_ownpay_amt: full,
      overlmt_selfpay: over,
      preselfpay_amt: preself,
      inscp_scp_amt: scope,
    })),
]);

const person = z.strictObject({
  age: z.coerce.number().default(45),
  retired: yes.default(false),
  student: yes.default(false),
  civil_servant: yes.default(false),
  identities: z.array(z.string()).default([]),
  diseases: z.array(z.string()).exactOptional(),
  employer_plan: yes.exactOptional(),
  /** 缴费档次 */
  grade: z.string().exactOptional(),
  insured_months: z.coerce.number().exactOptional(),
});

/** One worked example: a visit under a policy of the seeds, and the shares that must come out. */
const example = z.strictObject({
  name: z.string(),
  benefit: z.enum(BENEFITS).exactOptional(),
  disease: z.string().exactOptional(),
  level: z.enum(LEVEL_GROUPS).default('三级'),
  filing: z.enum(FILINGS).default('resident'),
  /** Day of treatment, and of settlement unless `settled` names another. */
  date: z.string().default('2026-03-10'),
  settled: z.string().exactOptional(),
  person: person.prefault({}),
  claim,
  /** By code, in the year of settlement; `code@period` for another period. */
  used: amounts.default({}),
  account: z.strictObject({ balance: yuan, family: yuan.exactOptional() }).exactOptional(),
  expect: z.record(
    z.string(),
    text((raw) => (raw.endsWith('%') ? parseRate(raw) : parseScaled(raw, 2))),
  ),
  /** Deltas that must be among those of the settlement. */
  deltas: amounts.default({}),
});

const caseFile = z.strictObject({
  place: z.string(),
  insutype: z.enum(['310', '390']),
  benefit: z.enum(BENEFITS),
  cases: z.array(example).min(1),
});

type CaseFile = z.output<typeof caseFile>;
export type Example = CaseFile['cases'][number] & { readonly file: string; readonly request: SettleRequest };

const keyed = (used: Record<string, number>, year: string): Used =>
  Object.fromEntries(
    Object.entries(used).map(([code, amount]) => [code.includes('@') ? code : `${code}@${year}`, asFen(amount)]),
  );

const requestOf = (file: CaseFile, one: CaseFile['cases'][number]): SettleRequest => {
  const { place, insutype } = file;
  const benefit = one.benefit ?? file.benefit;
  const found = findParameters(seedPolicies, { place, insutype, benefit, date: one.date });
  if (found.outcome === 'noPolicy') throw new Error(`${one.name}: ${found.text}`);
  const { age, retired, student, civil_servant, identities, diseases, employer_plan, grade, insured_months } =
    one.person;
  const settlementDate = one.settled ?? one.date;
  return {
    parameters: found.parameters,
    claim: one.claim,
    person: {
      insutype,
      age,
      retired,
      student,
      civilServant: civil_servant,
      identities,
      ...(diseases === undefined ? {} : { diseases }),
      ...(employer_plan === undefined ? {} : { employerPlan: employer_plan }),
      ...(grade === undefined ? {} : { grade }),
      ...(insured_months === undefined ? {} : { insuredMonths: insured_months }),
    },
    visit: {
      benefit,
      ...(one.disease === undefined ? {} : { disease: one.disease }),
      level: one.level,
      filing: one.filing,
      serviceDate: one.date,
      settlementDate,
    },
    used: keyed(one.used, settlementDate.slice(0, 4)),
    account: { use: one.account !== undefined, balance: ZERO, ...one.account },
  };
};

/** Every worked example of the YAML files beside this one. */
export const examples: readonly Example[] = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .flatMap((file) => {
    const raw: unknown = parseDocument(readFileSync(join(import.meta.dirname, file), 'utf8'), {
      schema: 'failsafe',
    }).toJS();
    const parsed = caseFile.safeParse(raw);
    if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
    return parsed.data.cases.map((one) => ({ ...one, file, request: requestOf(parsed.data, one) }));
  });
