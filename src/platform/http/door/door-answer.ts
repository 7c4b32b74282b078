import { zipped } from './zipped.ts';
import type { Reception } from '../../sandbox.ts';
import { plainAnswer, tooLarge } from '../plain-answer.ts';
import { noDoor, noWorkspace } from './hints.ts';
import { violationsHeader } from './violations-header.ts';

const JSON_TYPE = 'application/json;charset=UTF-8';

/** What goes back over HTTP. Every answer of a workspace names it; an envelope also its trace and what was breached. */
export const doorAnswer = (reception: Reception, url: string): Response => {
  switch (reception.kind) {
    case 'answered':
      return envelope(reception);
    case 'gateway':
      return new Response(reception.body, {
        status: 401,
        headers: { 'content-type': JSON_TYPE, 'x-kuasheng-workspace': reception.workspace },
      });
    case 'too-large':
      return tooLarge(reception.limit, { 'x-kuasheng-workspace': reception.workspace });
    case 'no-message':
      return plainAnswer(404, noDoor());
    case 'no-workspace':
      return plainAnswer(404, noWorkspace(reception.name, url));
  }
};

const envelope = ({
  bytes,
  workspace,
  trace,
  violations,
  file,
}: Extract<Reception, { kind: 'answered' }>): Response => {
  const breached = violationsHeader(violations);
  return new Response(file ? zipped(file) : bytes, {
    status: 200,
    headers: {
      'content-type': file ? 'application/octet-stream' : JSON_TYPE,
      'x-kuasheng-workspace': workspace,
      'x-kuasheng-trace': trace,
      ...(breached !== undefined && { 'x-kuasheng-violations': breached }),
    },
  });
};
