import { readFile } from 'node:fs/promises';
import { httpCall } from '../../features/demo/http-call.ts';
import type { Driver } from '../../features/hunt/driver.ts';
import { hunt, playAgain, type Hunted, type Hunting } from '../../features/hunt/hunt.ts';
import { campaignIn } from '../../features/hunt/story/campaign-line.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { failed, misuse, refusal, unreachable } from '../server/failure.ts';
import { json } from '../server/show.ts';
import type { Terminal } from '../terminal.ts';
import { commandDriver } from './command-driver.ts';
import { caughtInWords, summaryInWords, type Told } from './words.ts';
import { writeStory } from './write-story.ts';

/** What `kuasheng hunt` is told. */
export type HuntOptions = {
  readonly base?: string;
  readonly token?: string;
  readonly campaigns: number;
  readonly seed: string;
  readonly jobs: number;
  readonly out: string;
  readonly again?: string;
  readonly speed: number;
  readonly patience: number;
  readonly timeout: number;
  readonly json?: true;
};

/** `kuasheng hunt -- COMMAND…`: does this HIS lose, double or orphan money when things go wrong? */
export const huntCommand = (
  terminal: Terminal,
  command: readonly string[],
  options: HuntOptions,
): Promise<ExitCode> => {
  const { speed, timeout, patience } = options;
  return huntDriver(terminal, commandDriver(command, { speed, timeout, patience: patience * 1_000 }), options);
};

/** The same with a driver of any kind. Without an address the command brings its own server. */
export const huntDriver = async (terminal: Terminal, driver: Driver, options: HuntOptions): Promise<ExitCode> => {
  const { base } = options;
  if (base !== undefined) return huntAt(terminal, driver, { ...options, base });
  const { ownServer } = await import('../demo/own-server.ts');
  const server = await ownServer();
  try {
    return await huntAt(terminal, driver, { ...options, base: server.url });
  } finally {
    await server.close();
  }
};

type At = HuntOptions & { readonly base: string };

const huntAt = async (terminal: Terminal, driver: Driver, options: At): Promise<ExitCode> => {
  const { base, token, seed, campaigns, jobs, json: asJson } = options;
  const health = await httpCall(`${base}/healthz`, { method: 'GET' });
  if (!health.ok) return failed(terminal, unreachable(health.error));
  let [played, convicted] = [0, 0];
  const hunting: Hunting = {
    server: { base, ...(token !== undefined && { token }) },
    driver, seed, campaigns, jobs,
    prefix: `hunt-${terminal.processId}`,
    played: ({ found }) => {
      played += 1;
      convicted += found.length > 0 ? 1 : 0;
      if (!asJson && played % 50 === 0) terminal.err(`  ${played}/${campaigns}，出错 ${convicted}`);
    },
  }; // prettier-ignore
  if (options.again !== undefined) return again(terminal, hunting, options.again);
  const hunted = await hunt(hunting);
  if (!hunted.ok) return failed(terminal, refusal(hunted.error));
  return told(terminal, hunting, hunted.value, options);
};

const told = async (terminal: Terminal, hunting: Hunting, hunted: Hunted, options: At): Promise<ExitCode> => {
  const ways: Told[] = [];
  for (const caught of hunted.caught) {
    const way = await writeStory(hunting, caught, options.out);
    // What looked like two ways of failing is one where nothing is left that tells them apart.
    if (ways.some((other) => isSameWay(other, way))) continue;
    ways.push(way);
    if (!options.json) terminal.out(`${caughtInWords(way, terminal.columns)}\n`);
  }
  const untested = untestedWhy(hunted);
  terminal.out(options.json ? json(asJson(hunted, ways, options.seed)) : summaryInWords(hunted, options.seed));
  if (untested !== undefined) return failed(terminal, misuse(untested));
  return hunted.caught.length > 0 ? EXIT.refused : EXIT.ok;
};

const isSameWay = (one: Told, other: Told): boolean =>
  one.caught.first.found[0]?.verdict === other.caught.first.found[0]?.verdict &&
  JSON.stringify(one.faults) === JSON.stringify(other.faults);

/** Why nothing was tested, if nothing was. */
const untestedWhy = ({ broken, played, caught, settled }: Hunted): string | undefined => {
  if (broken.length === played) return '被测命令一次也没有正常结束，等于没有测';
  return settled === 0 && caught.length === 0 ? NO_SETTLEMENT : undefined;
};

const NO_SETTLEMENT =
  '沙箱没有收到被测命令的一笔结算 2207，等于没有测；报文应发到 $KUASHENG_BASE/w/$KUASHENG_WORKSPACE/fsi/api/{infno}';

const asJson = (hunted: Hunted, ways: readonly Told[], seed: string) => ({
  passed: hunted.caught.length === 0 && untestedWhy(hunted) === undefined,
  seed,
  played: hunted.played,
  broken: hunted.broken.map(({ campaign, end }) => ({ n: campaign.n, text: end.text })),
  caught: ways.map(({ caught: { first, times }, faults, file, problem }) => ({
    found: first.found, times, first: first.campaign.n, faults, file: file ?? null, problem: problem ?? null,
  })),
}); // prettier-ignore

/** Lets the HIS go once more through what a file of an earlier hunt tells. */
const again = async (terminal: Terminal, hunting: Hunting, file: string): Promise<ExitCode> => {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  const campaign = text === undefined ? undefined : campaignIn(text);
  if (!campaign) return failed(terminal, misuse(`${file} 不是 kuasheng hunt 写的场景文件，或读不到`));
  const played = await playAgain(hunting, campaign);
  if (!played.ok) return failed(terminal, refusal(played.error));
  const { found, end, settled } = played.value;
  if (!end.ended) return failed(terminal, refusal(`被测命令没有正常结束：${end.text}`));
  if (!settled) return failed(terminal, misuse(NO_SETTLEMENT));
  const caught = { signature: '', first: played.value, times: 1 };
  terminal.out(found.length === 0 ? '✓ 这一次没有问题' : caughtInWords({ caught, faults: campaign.faults }, terminal.columns));
  return found.length === 0 ? EXIT.ok : EXIT.refused;
}; // prettier-ignore
