import { httpCall } from '../../features/demo/http-call.ts';
import type { Server } from '../../features/acceptance/self-run/control-api.ts';
import type { Role } from '../../features/acceptance/self-run/scene.ts';
import { selfRun, type RolePlayed } from '../../features/acceptance/self-run/self-run.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { failed, misuse, refusal } from '../server/failure.ts';
import { json } from '../server/show.ts';
import type { Terminal } from '../terminal.ts';
import { asJson } from './as-json.ts';
import { isPassed, outcomeInWords } from './outcome-in-words.ts';
import { partInWords, rowInWords, stageInWords } from './progress.ts';
import { serverForRun } from './which-server.ts';

/** What `kuasheng acceptance run` is told. */
export type SelfRunOptions = {
  readonly province: string;
  readonly partner?: string;
  readonly role: Role | 'both';
  readonly base?: string;
  readonly workspace?: string;
  readonly token?: string;
  readonly json?: true;
};

/** Plays the script in the roles that are asked for and tells it; fails when a row failed or a count is short. */
export const playSelfRun = async (terminal: Terminal, options: SelfRunOptions): Promise<ExitCode> => {
  const partner = options.partner ?? (options.province === '610000' ? '440000' : '610000');
  if (partner === options.province) return failed(terminal, misuse('--partner 应与 --province 不同：跨省要两个省份'));
  const server = await serverForRun(options.base);
  if (!server.ok) return failed(terminal, server.error);
  try {
    return await playAt(terminal, { ...options, partner, base: server.value.base });
  } finally {
    await server.value.close();
  }
};

type Settled = SelfRunOptions & { readonly base: string; readonly partner: string };

const playAt = async (terminal: Terminal, options: Settled): Promise<ExitCode> => {
  const { base, workspace = 'default', token, province, partner } = options;
  const server: Server = { base, workspace, call: httpCall, ...(token !== undefined && { token }) };
  const tell = options.json ? () => undefined : terminal.out;
  const roles: readonly Role[] = options.role === 'both' ? ['treatment', 'insured'] : [options.role];
  const played: RolePlayed[] = [];
  tell(`沙箱 ${base}，工作区 ${workspace}。全部报文带自检标记：只是演练，不计入验收。`);
  for (const [index, role] of roles.entries()) {
    const outcome = await selfRun(server, { role, province, partner }, runNumber(terminal, index), {
      stage: (stage) => tell(stageInWords(stage)),
      part: (title) => tell(partInWords(title)),
      row: (row) => tell(rowInWords(row, terminal.columns)),
    });
    if (!outcome.ok) return failed(terminal, refusal(outcome.error));
    played.push(outcome.value);
  }
  tell(outcomeInWords(played, terminal.columns));
  if (options.json) terminal.out(json(asJson(played)));
  return played.every(isPassed) ? EXIT.ok : EXIT.refused;
};

/** Two runs of one process have numbers of their own, and so have two processes. */
const runNumber = ({ processId }: Terminal, index: number): number => processId * 2 + index;
