import { moneyChecks, splitChecks } from '../../demo/checks.ts';
import type { AnswerExpected } from '../file/step-forms.ts';
import { mismatches, mismatchInWords } from '../match/mismatches.ts';
import { isMap, textOf, treeAt, type Tree } from '../tree.ts';
import type { Exchange } from './exchange.ts';

/** Where an answer is not as expected, each in a sentence. Nothing said: it is a success, and its money adds up. */
export const answerProblems = (came: Exchange, expected: AnswerExpected, same?: Tree): readonly string[] => {
  const { silence } = came;
  if (expected.any) return [];
  if (expected.lost) return silence === undefined ? ['应收不到应答，却收到了'] : [];
  if (silence !== undefined) return [`没有收到应答（${silence}）`];
  return [
    ...outcomeProblems(came, expected),
    ...partProblems(came, expected),
    ...(expected.same_as === undefined || same === came.bytes
      ? []
      : [`应与 ${expected.same_as} 的应答逐字节相同，却不同`]),
    ...moneyProblems(came, expected.adds_up ?? true),
  ];
};

/** Success or refusal. A file that names infcode or another HTTP status says it there. */
const outcomeProblems = ({ answer, bytes = '' }: Exchange, expected: AnswerExpected): string[] => {
  const accepted = textOf(treeAt(answer, 'infcode')) === '0';
  const said = textOf(treeAt(answer, 'err_msg')) ?? bytes;
  const { refused, infcode, status } = expected;
  if (refused !== undefined) {
    if (accepted) return [`应被拒绝（${refused}），实为成功`];
    return said.includes(refused) ? [] : [`应被拒绝，err_msg 含有“${refused}”，实为：${said}`];
  }
  return accepted || infcode !== undefined || status !== undefined ? [] : [`应成功，实为拒绝：${said}`];
};

const partProblems = ({ answer, status, violations }: Exchange, expected: AnswerExpected): string[] => {
  const compared = ['infcode', 'err_msg', 'warn_msg', 'output', 'status', 'violations'] as const;
  const all = { ...(isMap(answer) && answer), status: String(status), violations: violations ?? '' };
  return compared.flatMap((part) => {
    const wanted = expected[part];
    return wanted === undefined ? [] : mismatches(wanted, treeAt(all, part), part).map(mismatchInWords);
  });
};

const CHECKS: Readonly<Record<string, typeof moneyChecks>> = {
  '2204': splitChecks,
  '2206': moneyChecks,
  '2207': moneyChecks,
  '2208': moneyChecks,
};

const moneyProblems = ({ infno, answer }: Exchange, shouldAddUp: boolean): string[] => {
  const output = treeAt(answer, 'output');
  const checks = CHECKS[infno];
  if (!checks || !isMap(output)) return [];
  const broken = checks(output).filter(({ holds }) => !holds);
  if (shouldAddUp) return broken.map(({ text }) => `金额不平：${text}`);
  return broken.length > 0 ? [] : ['金额应不平，却相加无误'];
};
