import { stringify } from 'yaml';
import { secondsBetween } from './seconds-between.ts';
import { BEGINS, PEOPLE, type Campaign } from '../campaign.ts';
import type { BookRow } from '../driver.ts';
import type { Finding } from '../play/findings.ts';
import { bookPath } from '../play/hand-in-book.ts';
import { HOSPITAL, SETTLING, type Outcome } from '../play/play-campaign.ts';
import { campaignLine } from './campaign-line.ts';
import { named, variable } from './named-numbers.ts';
import type { Recorded, Recording } from './recording.ts';

/** A step of a scenario file. */
export type StoryStep = Readonly<Record<string, unknown>>;

/** A failing case as a scenario: it passes where the platform's verdict is the same once more. */
export type Story = {
  readonly name: string;
  readonly campaign: Campaign;
  readonly found: readonly Finding[];
  /** Faults, messages, and time between them; the end is always the same. */
  readonly steps: readonly StoryStep[];
};

/** What a HIS said, as a story; signing in belongs to every story and is left to whoever plays it. */
export const storyOf = (name: string, { campaign, found, end }: Outcome, said: Recording): Story => {
  const messages = said.filter(({ infno }) => infno !== '9001' && infno !== '9002');
  const faults = campaign.faults.map((fault) => ({ fault }));
  const calls = messages.flatMap((message, index) => [
    ...passing(messages[index - 1]?.at ?? BEGINS, message.at),
    callOf(message, messages.slice(0, index)),
  ]);
  return { name, campaign, found, steps: [...faults, ...calls, ...bookOf(end.book, messages)] };
};

/** The HIS's own book, where it has one: left out again where the verdict does not rest on it. */
const bookOf = (rows: readonly BookRow[] | undefined, messages: Recording): readonly StoryStep[] => {
  if (rows === undefined) return [];
  const control = `POST ${bookPath(HOSPITAL.fixmedins_code)}`;
  return [{ control, title: '被测系统自己的账', with: { rows: named(rows, messages) } }];
};

const passing = (from: string, to: string): readonly StoryStep[] => {
  const seconds = secondsBetween(from, to);
  return seconds > 0 ? [{ clock: `+${seconds}s` }] : [];
};

/** The same message once more is a repetition; any other says what the HIS said, numbers of the platform by name. */
const callOf = (message: Recorded, before: Recording): StoryStep => {
  const first = before.findIndex(({ msgid, infno }) => msgid === message.msgid && infno === message.infno);
  const said = first < 0 ? { input: named(message.input, before) } : { repeats: variable(first) };
  return {
    call: message.infno,
    ...said,
    save: variable(before.length),
    ...(message.struck && { timeout: '2s' }),
    ...expected(message),
  };
};

const expected = ({ infcode, err_msg, struck }: Recorded): StoryStep => {
  if (struck === 'lost') return { expect: { lost: true } };
  if (struck === 'altered') return { expect: { any: true } };
  return infcode === 0 ? {} : { expect: { refused: withoutParty(err_msg ?? '') } };
};

/** `[国家平台] …`: who says it stands before every refusal. */
const withoutParty = (text: string): string => text.replace(/^\[[^\]]*\]\s*/, '').slice(0, 60);

/** The end of every story: nothing goes wrong any more, a day passes, and the verdict is as it was. */
const endOf = (found: readonly Finding[]): readonly StoryStep[] => [
  { fault: 'clear' },
  { clock: SETTLING, title: '过一天：未了的仍未了' },
  {
    control: 'GET /verdict',
    title: '裁决与发现时相同',
    expect: {
      convicted: true,
      cases: found.map(({ verdict, rules }) => ({ verdict, broken: rules.map((rule) => ({ rule })) })),
    },
  },
];

/** Address under which anybody opens the same world: same people, same first moment, clock that stands. */
export const worldOf = ({ patient }: Campaign): string =>
  `/w/hunt?seed=${PEOPLE}&now=${BEGINS.replace(' ', '%20')}&persona=${patient.persona}&clock=frozen`;

/** The file. */
export const storyText = ({ name, campaign, found, steps }: Story): string => {
  const [{ verdict, why } = { verdict: '', why: '' }] = found;
  const head = [
    `# 由 kuasheng hunt 找到并缩小：--seed ${campaign.seed} 的第 ${campaign.n} 次。`,
    `# 同一个世界：GET ${worldOf(campaign)}`,
    `# 重放：kuasheng scenario run ${name}.yaml；让改好的 HIS 再走一遍：kuasheng hunt --again ${name}.yaml -- 命令`,
    campaignLine(campaign),
  ];
  const scenario = {
    name,
    title: `${verdict}：${campaign.faults.map(({ kind, when }) => `${when.infno} ${kind}`).join('，') || '无故障'}`,
    purpose: why,
    expect_his: '结果未知时用同一报文号重发，能查则查，仍未知的才冲正；已知的不冲正，也不另收。',
    group: 'unknown-outcome',
    who: campaign.patient.persona,
    world: { now: BEGINS.slice(0, 16), clock: 'frozen', seed: PEOPLE },
    steps: [...steps, ...endOf(found)],
  };
  return `${head.join('\n')}\n${stringify(scenario, { lineWidth: 0 })}`;
};
