import type { Refusal } from '../domain/refusals.ts';
import type { Message } from './definition.ts';

/** Failures are negative; one public client reads -2 as 用户取消. */
const FAILED = -1;
const CANCELLED = -2;

/** `{ code, message, orgId, data, extra }`: `data` an object, or the same as text, as the workspace is set. */
const envelope = ({ sender, returned }: Message, code: number, message: string, data: string): string => {
  const { extra, data: form } = returned ?? { extra: undefined, data: 'object' };
  const written = form === 'text' && data !== 'null' ? JSON.stringify(data) : data;
  return (
    `{"code":${code},"message":${JSON.stringify(message)},"orgId":${JSON.stringify(sender)},` +
    `"data":${written},"extra":${JSON.stringify(extra ?? null)}}`
  );
};

/** The bytes of a success at the credential door; `output` is JSON text already. */
export const credentialSuccess = (message: Message, output: string): string => envelope(message, 0, '成功', output);

/** The bytes of a refusal there; `text` with its party in front. */
export const credentialRefusal = (message: Message, { refused }: Refusal, text: string): string =>
  envelope(message, refused === 'face-cancelled' ? CANCELLED : FAILED, text, 'null');
