import type { Context } from 'hono';
import type { Sandbox } from '../../sandbox.ts';
import { showNotice, TERMINAL_HEADER } from '../devices/show-notice.ts';
import { plainAnswer, tooLarge } from '../plain-answer.ts';
import { readBody } from '../read-body.ts';
import { doorAnswer } from './door-answer.ts';
import { doorPath } from './door-path.ts';
import { noDoor, noWorkspace, onlyPost } from './hints.ts';
import { leave } from './leave.ts';
import { nextRound } from './next-round.ts';
import { heldAnswers } from './wire/held-answers.ts';

/** What a door reads at most, in bytes; each transaction has its own limit, which is checked after reading. */
export const DOOR_MAXIMUM = 64 * 1_048_576;

/** All doors of messages: whatever the control API has not claimed. */
export const door = (sandbox: Sandbox) => {
  const held = heldAnswers();
  return async (c: Context): Promise<Response> => {
    const { req } = c;
    const path = doorPath(req.path);
    if (req.method !== 'POST') return refuseMethod(path.door !== undefined);
    const { workspace, infno } = path;
    if (workspace !== undefined && !sandbox.workspace(workspace)) {
      return plainAnswer(404, noWorkspace(workspace, req.url));
    }
    const bytes = await readBody(req.raw, DOOR_MAXIMUM);
    if (bytes === 'too-large') return tooLarge(DOOR_MAXIMUM);
    if (bytes === 'broken-off') return plainAnswer(400, '报文没有传完。');
    await nextRound();
    const reception = await sandbox.receive({
      ...(path.door !== undefined && { door: path.door }),
      ...(infno !== undefined && { pathInfno: infno }),
      ...(workspace !== undefined && { workspace }),
      bytes,
      contentType: req.header('content-type') ?? '',
      header: (name) => req.header(name),
    });
    if (path.door === 'credential') {
      showNotice(sandbox, { bytes, pathInfno: infno, terminal: req.header(TERMINAL_HEADER) }, reception);
    }
    return reception.kind === 'answered' ? leave(c, reception, held) : doorAnswer(reception, req.url);
  };
};

const refuseMethod = (isDoor: boolean): Response =>
  isDoor ? plainAnswer(405, onlyPost(), { allow: 'POST' }) : plainAnswer(404, noDoor());
