import { fail, ok, type Result } from '../../../../kernel/result.ts';
import { EXIT, type ExitCode } from '../../exit-code.ts';
import type { Explained } from '../../commands/explain.ts';
import { control } from '../../server/control.ts';
import { failed, misuse, type Failure } from '../../server/failure.ts';
import type { ServerOptions } from '../../server/options.ts';
import { json } from '../../server/show.ts';
import type { Terminal } from '../../terminal.ts';
import { differences, type Difference } from './diff.ts';
import { idsOf, type Ids } from './ids.ts';
import type { Changed, Replay } from './outcome.ts';
import { reasonOf } from './reason.ts';
import { NoRecording, openRecording, type Head, type Recorded, type Recording } from './recording.ts';
import { replayInWords } from './replay-in-words.ts';
import { sendAgain } from './send.ts';

export type ReplayOptions = ServerOptions & {
  /** Name of the new workspace. */
  readonly into?: string;
  /** Leaves it there. */
  readonly keep?: true;
};

/**
 * `kuasheng journal replay FILE`: sends a recording to a workspace made like its own, and says which answers differ.
 */
export const replayJournal = async (terminal: Terminal, file: string, options: ReplayOptions): Promise<ExitCode> => {
  const recording = await openRecording(file);
  if (!recording.ok) return failed(terminal, recording.error);
  const name = options.into ?? `replay-${terminal.processId}`;
  const { base, token } = options;
  const server: ServerOptions = { base, ...(token !== undefined && { token }) };
  const body = workspaceOf(name, recording.value.head);
  const made = await control<object>(server, { method: 'POST', path: '/workspaces', body });
  if (!made.ok) return failed(terminal, made.error);
  try {
    const replay = await played({ ...server, workspace: name }, recording.value);
    if (!replay.ok) return failed(terminal, replay.error);
    terminal.out(options.json ? json(replay.value) : replayInWords(replay.value));
    return replay.value.changed.length === 0 ? EXIT.ok : EXIT.refused;
  } finally {
    if (!options.keep) await control<object>(server, { method: 'DELETE', path: `/workspaces/${name}` });
  }
};

/** The same people, settings and first day; gateway signatures were checked when the recording was made. */
const workspaceOf = (name: string, { seed, seededOn, settings }: Head) => ({
  name,
  seed,
  clock: { mode: 'frozen', at: seededOn },
  settings: { ...settings, signature: 'off' },
});

const played = async (options: ServerOptions, recording: Recording): Promise<Result<Replay, Failure>> => {
  const { seededOn, clock } = recording.head;
  const scene: Scene = { options, ids: idsOf(), times: clock.mode === 'frozen' || clock.mode === 'stepped' };
  const count = { messages: 0, settlements: 0, lost: 0 };
  const changed: Changed[] = [];
  let now = `${seededOn} 00:00:00`;
  try {
    for await (const message of recording.messages) {
      if (!message) {
        count.lost += 1;
        continue;
      }
      const answer = await playOne(scene, message, message.time > now);
      if (!answer.ok) return answer;
      if (answer.value) changed.push(answer.value);
      now = message.time;
      count.messages += 1;
      if (isSettlement(message)) count.settlements += 1;
    }
  } catch (problem) {
    if (problem instanceof NoRecording) return fail(misuse(problem.message));
    throw problem;
  }
  return ok({ ...count, changed });
};

/** Where messages are replayed, and what is known of it so far. */
type Scene = { readonly options: ServerOptions; readonly ids: Ids; readonly times: boolean };

/** Sends one message at its time; what came out otherwise, if anything did. */
const playOne = async (
  { options, ids, times }: Scene,
  message: Recorded,
  isLater: boolean,
): Promise<Result<Changed | undefined, Failure>> => {
  const to = { to: message.time };
  const moved = isLater ? await control<object>(options, { method: 'POST', path: '/clock/advance', body: to }) : ok({});
  if (!moved.ok) return moved;
  const answer = await sendAgain(options, message, ids);
  if (!answer.ok) return answer;
  const { header, text } = answer.value;
  // A file in place of an envelope: it is made from the same tables as what an envelope would say.
  if (header('content-type')?.startsWith('application/octet-stream')) return ok(undefined);
  const fields = differences(message.answer, text, ids, times);
  return ok(fields.length > 0 ? await changedOf(options, message, fields, ids) : undefined);
};

const isSettlement = ({ setl_id, writes }: Recorded): boolean =>
  setl_id !== undefined && writes.includes('settlement.add');

const changedOf = async (
  options: ServerOptions,
  message: Recorded,
  fields: readonly Difference[],
  ids: Ids,
): Promise<Changed> => {
  const { trace, infno, msgid, setl_id = '', explanation } = message;
  const settlement = isSettlement(message);
  const path = `/settlements/${encodeURIComponent(ids.renewed(setl_id))}/explanation`;
  const now = settlement ? await control<Explained>(options, { method: 'GET', path }) : undefined;
  const reason = reasonOf(explanation, now?.ok ? now.value.steps : undefined);
  return { trace, infno, msgid, settlement, fields, ...(reason !== undefined && { reason }) };
};
