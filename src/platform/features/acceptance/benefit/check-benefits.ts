import { placeName } from '../../../../kernel/admdvs.ts';
import { claimFacts, type ClaimReader } from '../../../domain/claim-facts.ts';
import { settleClaim } from '../../../domain/insured-claim.ts';
import type { Library } from '../../../domain/library.ts';
import { movementsOf } from '../../../domain/movements.ts';
import { isRefusal, type Refusal } from '../../../domain/refusals.ts';
import type { Act, SettleAct } from './act.ts';
import { differencesOf, paymentsExpected, paymentsReckoned, paymentsThatCame, type Difference } from './compare.ts';
import { expectationFinder, type Expectation } from './expectation.ts';
import { shadowBook, type ShadowBook } from './shadow-book.ts';

/** What a settlement of a province's own system was held against 待遇验证, and what differs. */
export type BenefitCheck = {
  readonly seq: number;
  readonly trace: string;
  readonly setl_sn: string;
  readonly psn_no: string;
  readonly dise_codg: string;
  /** An uploaded expectation, the embedded engine, or nothing: then only the province can say that it is right. */
  readonly against: 'expectation' | 'engine' | undefined;
  readonly differences: readonly Difference[];
  /** Why the embedded engine reckons nothing: the person is unknown here, or it would have refused. */
  readonly note?: string;
};

export type BenefitSource = {
  readonly reader: ClaimReader;
  readonly library: Library;
  readonly expectations: readonly Expectation[];
};

/**
 * Holds every settlement that the province's own system answered against what was expected, else against what the
 * embedded engine reckons from the same facts and all that came before: the acts are those of the province, in their
 * order. Pure.
 */
export const checkBenefits = (
  acts: readonly Act[],
  { reader, library, expectations }: BenefitSource,
): BenefitCheck[] => {
  const book = shadowBook(reader);
  const expected = expectationFinder(expectations);
  return acts.flatMap((act) => {
    if (act.infno === '1107') return [check(act, reckon(act, book, library), expected(act))];
    book.follow(act);
    return [];
  });
};

type Reckoned = ReturnType<typeof settleClaim>;

/** Settled by the embedded engine, without the registration that only the remote place knows. */
const reckon = (act: SettleAct, book: ShadowBook, library: Library): Reckoned => {
  const { mdtrt_regno: _, ...data } = act.input.data;
  const input = { ...act.input, data };
  const claim = settleClaim(claimFacts(book.reader, input), input, library, act.at, {
    role: 'insured',
    place: data.insuplc,
  });
  if (!isRefusal(claim)) book.settle(act, claim.visitor.psn_no, movementsOf(claim.settled, claim.family));
  return claim;
};

const check = (act: SettleAct, reckoned: Reckoned, expectation: Expectation | undefined): BenefitCheck => {
  const { seq, trace, output, input } = act;
  const { setl_sn, psn_no } = output.setlinfo;
  const named = { seq, trace, setl_sn, psn_no, dise_codg: input.data.dise_codg ?? '' };
  const came = paymentsThatCame(output);
  if (expectation) {
    return { ...named, against: 'expectation', differences: differencesOf(paymentsExpected(expectation), came) };
  }
  if (isRefusal(reckoned)) {
    return { ...named, against: undefined, differences: [], note: whyNot(reckoned, input.data.insuplc) };
  }
  return { ...named, against: 'engine', differences: differencesOf(paymentsReckoned(reckoned.settled), came) };
};

const whyNot = ({ refused, text }: Refusal, insuplc: string): string =>
  refused === 'person-unknown'
    ? '沙箱没有该参保人的资料，请上传期望结果'
    : `沙箱按${placeName(insuplc)}的资料不会结算：${text}`;
