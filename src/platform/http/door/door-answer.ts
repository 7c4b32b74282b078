import type { Reception } from '../../sandbox.ts';
import { plainAnswer, tooLarge } from '../plain-answer.ts';
import { noDoor, noWorkspace } from './hints.ts';
import { violationsHeader } from './violations-header.ts';
import { zipped } from './zipped.ts';

const JSON_TYPE = 'application/json;charset=UTF-8';

/** What leaves over HTTP. */
export type Leaving = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array<ArrayBuffer>;
};

export type Envelope = Extract<Reception, { kind: 'answered' }>;

/** The answer of a message that was taken. It names its workspace, its trace and what was breached. */
export const envelopeLeaving = (reception: Envelope): Leaving => {
  const { bytes, http, workspace, trace, violations, file, wire } = reception;
  const marks = { 'x-kuasheng-workspace': workspace, 'x-kuasheng-trace': trace };
  if (http) return { status: http.status, headers: { ...http.headers, ...marks }, body: http.body };
  const breached = violationsHeader(violations);
  const type = wire.find((effect) => effect.do === 'type')?.type ?? JSON_TYPE;
  return {
    status: 200,
    headers: {
      'content-type': file ? 'application/octet-stream' : type,
      ...marks,
      ...(breached !== undefined && { 'x-kuasheng-violations': breached }),
    },
    body: file ? zipped(file) : typeof bytes === 'string' ? bytes : Uint8Array.from(bytes),
  };
};

/** What goes back where no message was taken. */
export const doorAnswer = (reception: Exclude<Reception, Envelope>, url: string): Response => {
  switch (reception.kind) {
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
