import iconv from 'iconv-lite';
import { RETURN_CODES } from '../codes/return-codes.ts';
import type { Desk } from '../desk/desk.ts';
import { PROTOCOL_VERSION, type CommandName, type Reply, type ToClient } from '../protocol/messages.ts';
import { RESTARTED } from '../socket/carry.ts';
import type { Protocol } from '../socket/line.ts';
import { modeOfType } from './mode-of-type.ts';
import { textIn } from './text-in.ts';

/**
 * The generic SSCard service of browser HIS (`ws://127.0.0.1:12342`): `{ function, iType, pKey }` is answered with `{
 * functionName, success, pOutInfo }`, `success` being "1" or a negative code. Address and messages as one public client
 * shows them (reconstructed). Frames of text are UTF-8; a client that sends bytes is answered in bytes of GBK, as the
 * library below has them. `cardProof` after the second step without PSAM is ours: 9201 wants it.
 */
const FUNCTIONS: Readonly<Record<string, CommandName>> = {
  iReadCardBas: 'read-card',
  iReadCardBas_HSM_Step1: 'read-card-step1',
  iReadCardBas_HSM_Step2: 'read-card-step2',
  iVerifyPIN: 'verify-pin',
  iChangePIN: 'change-pin',
  iReloadPIN: 'reload-pin',
  iReloadPIN_HSM_Step1: 'reload-pin-step1',
  iReloadPIN_HSM_Step2: 'reload-pin-step2',
  iUnblockPIN: 'unblock-pin',
  iUnblockPIN_HSM_Step1: 'unblock-pin-step1',
  iUnblockPIN_HSM_Step2: 'unblock-pin-step2',
  iReadICCardNum: 'read-card-number',
  iReadIdentityCard: 'read-id',
  iReadDebitRecord: 'read-records',
};

const READS: ReadonlySet<CommandName> = new Set(['read-card', 'read-card-number', 'read-card-step1', 'read-records']);

type Caller = { readonly id: string; readonly name: string; readonly device: string };
type Asked = { readonly functionName: string; readonly inBytes: boolean };

export const sscard =
  (desk: Desk, { id, name, device }: Caller): Protocol =>
  ({ say, end }) => {
    const asked = new Map<string, Asked>();
    let count = 0;
    const answer = ({ functionName, inBytes }: Asked, success: number, pOutInfo: string, more: object = {}): void => {
      const text = JSON.stringify({ functionName, success: String(success), pOutInfo, ...more });
      say(inBytes ? iconv.encode(text, 'gbk') : text);
    };
    const client = {
      id,
      name,
      hear: (message: ToClient) => {
        if (message.type !== 'reply') return;
        const question = asked.get(message.id);
        if (!question) return;
        // The answer may come twice: too late, and then after all. This dialect cannot tell which is which.
        if (message.error !== 'timed-out') asked.delete(message.id);
        answer(
          question,
          message.ok ? 1 : (message.code ?? RETURN_CODES['command-unsupported'].code),
          outOf(message),
          proofIn(message),
        );
      },
      drop: () => end(RESTARTED, 'service restart'),
    };
    const leave = desk.join(client);
    return {
      heard: (bytes, isBinary) => {
        const call = callOf(isBinary ? iconv.decode(Buffer.from(bytes), 'gbk') : Buffer.from(bytes).toString('utf8'));
        const question = { functionName: textIn(call['function']), inBytes: isBinary };
        const order = orderOf(call);
        if (typeof order === 'string') return answer(question, RETURN_CODES[order].code, RETURN_CODES[order].meaning);
        count += 1;
        asked.set(String(count), question);
        return desk.order(client, { v: PROTOCOL_VERSION, id: String(count), device, ...order });
      },
      over: leave,
    };
  };

type Call = Readonly<Record<string, unknown>>;

const callOf = (text: string): Call => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Call) : {};
  } catch {
    return {};
  }
};

/** The command that a call means, or the failure that it is. */
const orderOf = (call: Call) => {
  const command = Object.hasOwn(FUNCTIONS, textIn(call['function'])) ? FUNCTIONS[textIn(call['function'])] : undefined;
  if (command === undefined) return 'command-unsupported';
  if (command.endsWith('-step2')) return { command, params: { data: textIn(call['pKey']).slice(0, 200) } };
  const mode = modeOfType(call['iType'] ?? 3);
  if (mode === undefined) return 'parameter-unsupported';
  return { command, params: READS.has(command) ? { mode } : {} };
};

const proofIn = ({ data }: Reply): object => (data?.['proof'] === undefined ? {} : { cardProof: data['proof'] });

/** pOutInfo: the text that was read, else what went wrong. */
const outOf = ({ ok, data, message }: Reply): string => {
  if (!ok) return message ?? '';
  return textIn(data?.['text'] ?? data?.['card_no']);
};
