import { RETURN_CODES } from '../../codes/return-codes.ts';
import type { Ask } from '../../desk/callers.ts';
import type { CommandName, Reply } from '../../protocol/messages.ts';
import type { AskIssuer } from '../issuer.ts';
import { textIn } from '../text-in.ts';
import { initProblem } from './init.ts';

/**
 * The functions of HeaSecReadInfo over plain HTTP, so that a thin library in its place can pass calls on. Names,
 * meaning and texts of the functions are those of public clients; the JSON around them is ours (sandbox). `return` is
 * 0, or a negative code with its text in the function's own buffer.
 */
export type Returned = { readonly return: number } & Readonly<Record<string, string | number>>;

export type Parameters = Readonly<Record<string, unknown>>;

export type Library = {
  readonly ask: Ask;
  readonly askIssuer: AskIssuer;
  readonly device: string;
  /** Calls of one client share its Init. */
  readonly client: string;
  readonly signal?: AbortSignal;
};

const send = ({ ask, device, client, signal }: Library, command: CommandName, params: object = {}): Promise<Reply> =>
  ask({
    name: client,
    order: { id: command, device, command, params: { ...params } },
    ...(signal && { signal }),
  });

const failure = (reply: Reply, buffer: string): Returned => ({
  return: reply.code ?? RETURN_CODES['parameter-unsupported'].code,
  [buffer]: reply.message ?? '',
});

/** Every function but Init needs that one first. */
const afterInit = async (library: Library, buffer: string, then: () => Promise<Returned>): Promise<Returned> => {
  const { data } = await send(library, 'status');
  const { code, meaning, advice } = RETURN_CODES['not-connected'];
  return data?.['holder'] === library.client ? then() : { return: code, [buffer]: `${meaning}，${advice}` };
};

type Called = (library: Library, parameters: Parameters) => Promise<Returned>;

const withReply =
  (command: CommandName, buffer: string, out: (reply: Reply) => Readonly<Record<string, string>>): Called =>
  (library) =>
    afterInit(library, buffer, async () => {
      const reply = await send(library, command, command === 'read-id' ? { photo: true } : {});
      return reply.ok ? { return: 0, ...out(reply) } : failure(reply, buffer);
    });

const textOf = ({ data }: Reply, key: string): string => textIn(data?.[key]);

export const FUNCTIONS: Readonly<Record<string, Called>> = {
  Init: async (library, { pInitInfo }) => {
    const problem = initProblem(asObject(pInitInfo));
    if (problem !== undefined) return { return: RETURN_CODES['parameter-unsupported'].code, pErrMsg: problem };
    const reply = await send(library, 'open');
    return reply.ok ? { return: 0, pErrMsg: '' } : failure(reply, 'pErrMsg');
  },
  ReadCardBas: withReply('read-card', 'pCardInfo', (reply) => ({
    pCardInfo: textOf(reply, 'text'),
    pBusiCardInfo: textOf(reply, 'business'),
  })),
  VerifyPIN: withReply('verify-pin', 'pOutBuff', () => ({ pOutBuff: '' })),
  ChangePIN: withReply('change-pin', 'pOutBuff', () => ({ pOutBuff: '' })),
  ReadSFZ: withReply('read-id', 'pOutBuff', (reply) => ({
    pOutBuff: textOf(reply, 'text'),
    photo: textOf(reply, 'photo'),
    pOutBusiBuff: '',
  })),
  EcQuery: (library, { pIn }) =>
    afterInit(library, 'pOut', async () => {
      const reply = await send(library, 'scan');
      if (!reply.ok) return failure(reply, 'pOut');
      const answer = await library.askIssuer(
        { ...asObject(pIn), transType: 'ec.query' },
        { qr: textOf(reply, 'text') },
      );
      return { return: answer.code === 0 ? 0 : answer.code, pOut: JSON.stringify(answer) };
    }),
  GetPersonInfo: (library) =>
    afterInit(library, 'pOut', async () => {
      const reply = await send(library, 'read-any');
      if (!reply.ok) return failure(reply, 'pOut');
      if (reply.data?.['medium'] === 'face') return ONLY_AUTHORISES;
      return { return: 0, pOut: JSON.stringify(personOf(reply)) };
    }),
};

/** 1101 takes no face: it becomes an identity by two messages to the credential door. */
const ONLY_AUTHORISES: Returned = {
  return: RETURN_CODES['command-unsupported'].code,
  pOut: '终端前是人脸，只能授权：请用 cn.nhsa.ec.auth，再用 cn.nhsa.auth.check 换身份',
};

/** Whatever medium was there, as 1101 wants it (mdtrt_cert_type and so on). Layout sandbox: no document shows one. */
const personOf = (reply: Reply) => {
  const items = reply.data?.['items'] as readonly string[] | undefined;
  switch (reply.data?.['medium']) {
    case 'card':
      return {
        mdtrt_cert_type: '03',
        mdtrt_cert_no: items?.[2],
        card_sn: items?.[3],
        certno: items?.[1],
        psn_name: items?.[4],
      };
    case 'id-card':
      return { mdtrt_cert_type: '02', mdtrt_cert_no: items?.[5], certno: items?.[5], psn_name: items?.[0] };
    default:
      return { mdtrt_cert_type: '01', ecQrCode: textOf(reply, 'text') };
  }
};

const asObject = (value: unknown): Readonly<Record<string, unknown>> => {
  if (typeof value === 'string') {
    try {
      return asObject(JSON.parse(value));
    } catch {
      return {};
    }
  }
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
};
