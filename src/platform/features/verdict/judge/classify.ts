import type { Instant } from '../../../../kernel/civil-time.ts';
import { yuan, type Fen } from '../../../../kernel/money.ts';
import type { VerdictName } from '../types/verdict.ts';

/** What a case comes down to. */
export type Facts = {
  readonly chargedTwice: boolean;
  /** The platform said yes a second time. */
  readonly reversedTwice: boolean;
  readonly reversedKnown: boolean;
  readonly platform: Fen;
  readonly his: Fen;
  /** Nobody knows what else the HIS has. */
  readonly unsure: boolean;
  /** The HIS's own book says so. */
  readonly byBook: boolean;
  /** Begin of the latest stretch of not knowing that still lasts. */
  readonly openSince?: Instant;
  /** It has lasted longer than T. */
  readonly overdue: boolean;
  /** The HIS asked and was refused for good: it knows that a person has to look. */
  readonly refused: boolean;
  /** Everything that the HIS holds rests on answers that it certainly had. */
  readonly certain: boolean;
};

type Row = {
  readonly when: (facts: Facts) => boolean;
  readonly verdict: VerdictName;
  readonly why: (f: Facts) => string;
};

const differs = ({ platform, his }: Facts): number => platform - his;
const sums = ({ platform, his, unsure }: Facts): string =>
  `平台在账 ${yuan(platform)} 元，医院在账 ${unsure ? '不明' : `${yuan(his)} 元`}`;

/** The HIS's own book is stronger than what its messages let one think. */
const agreesByBook = (facts: Facts): boolean => facts.byBook && differs(facts) === 0;

/** The first row that fits is the verdict. */
const TABLE: readonly Row[] = [
  {
    when: ({ chargedTwice }) => chargedTwice,
    verdict: 'double-charged',
    why: (facts) => `前一笔结果未知时又收了一次，两笔都在平台的账上：${sums(facts)}`,
  },
  {
    when: ({ reversedTwice }) => reversedTwice,
    verdict: 'reversed-twice',
    why: () => '已知冲正成功，又用另一个报文号冲正了一次，平台再次答成功',
  },
  {
    when: ({ reversedKnown }) => reversedKnown,
    verdict: 'reversed-known-success',
    why: () => '医院已完整收到成功的答复，却把它冲正了；已知成功的结算应当退费',
  },
  {
    when: ({ unsure }) => unsure,
    verdict: 'unresolved',
    why: (facts) => `医院得到的答复不足以判断它记了什么：${sums(facts)}`,
  },
  {
    when: (facts) => facts.openSince !== undefined && !facts.overdue && !agreesByBook(facts),
    verdict: 'unresolved',
    why: (facts) => `结果未知，还在允许的时间之内：${sums(facts)}`,
  },
  {
    when: ({ refused, byBook, openSince }) => refused && !byBook && openSince !== undefined,
    verdict: 'unresolved',
    why: (facts) => `医院问过，平台明确拒绝，须人工处理：${sums(facts)}`,
  },
  {
    when: (facts) => differs(facts) !== 0 && !facts.certain && !facts.byBook,
    verdict: 'unresolved',
    why: (facts) => `两本账不同，但医院可能没有及时收到答复：${sums(facts)}`,
  },
  {
    when: (facts) => differs(facts) > 0,
    verdict: 'orphan-on-platform',
    why: (facts) => `钱只在平台的账上：${sums(facts)}`,
  },
  { when: (facts) => differs(facts) < 0, verdict: 'orphan-in-his', why: (facts) => `钱只在医院的账上：${sums(facts)}` },
  {
    when: ({ openSince, byBook }) => openSince !== undefined && !byBook,
    verdict: 'unresolved',
    why: () => '结果未知，医院一直没有问清；平台没有入账',
  },
];

/** The verdict on what a case comes down to, and why. */
export const classify = (facts: Facts): { readonly verdict: VerdictName; readonly why: string } => {
  const row = TABLE.find(({ when }) => when(facts));
  return row
    ? { verdict: row.verdict, why: row.why(facts) }
    : { verdict: 'consistent', why: `两本账一致：${sums(facts)}` };
};
