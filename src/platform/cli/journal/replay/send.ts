import type { Result } from '../../../../kernel/result.ts';
import { httpCall, type HttpAnswer } from '../../../features/demo/http-call.ts';
import { fail, ok } from '../../../../kernel/result.ts';
import { unreachable, type Failure } from '../../server/failure.ts';
import { workspaceUrl, type ServerOptions } from '../../server/options.ts';
import type { Ids } from './ids.ts';
import type { Recorded } from './recording.ts';

/** Sends a recorded message as it was, numbers that the new world gave out in place of the old ones. */
export const sendAgain = async (
  options: ServerOptions,
  message: Recorded,
  ids: Ids,
): Promise<Result<HttpAnswer, Failure>> => {
  const { door, infno, contentType } = message;
  const path = door === 'national' ? `national/${encodeURIComponent(infno)}` : 'fsi/api/replay';
  const sent = await httpCall(`${workspaceUrl(options)}/${path}`, {
    method: 'POST',
    headers: { ...(contentType !== '' && { 'content-type': contentType }), ...signIn(message) },
    // Numbers are ASCII, which both encodings of a HIS spell alike.
    body: Buffer.from(ids.renewed(message.request.toString('latin1')), 'latin1'),
  });
  return sent.ok ? ok(sent.value) : fail(unreachable(sent.error));
};

/** A province signs in with the key that it has in a new world; the recording keeps no keys. */
const signIn = ({ door, sender, refusal }: Recorded): Record<string, string> => {
  if (door !== 'national' || refusal === 'province-unsigned') return {};
  return { authorization: `Basic ${Buffer.from(`${sender}:kuasheng-${sender}`).toString('base64')}` };
};
