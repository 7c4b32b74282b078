import type { Ask } from '../../desk/callers.ts';
import type { CommandName, Reply } from '../../protocol/messages.ts';
import type { AskIssuer, EcAnswer, EcRequest, Presented } from '../issuer.ts';
import { textIn } from '../text-in.ts';

/**
 * The local HTTP wrapper of a face terminal (`POST http://127.0.0.1:4301/api/open`), as one public client uses it
 * (reconstructed): `{ qrcodeUrl, charsetName, orgId, transType, extra, data }` is answered as NationEcTrans answers.
 * The terminal waits for the code, the face or the card and asks the issuer itself. `qrcodeUrl` is passed over: nothing
 * that a message names is called.
 */
export type Terminal = {
  readonly ask: Ask;
  readonly askIssuer: AskIssuer;
  readonly device: string;
  readonly client: string;
  readonly signal?: AbortSignal;
};

/** What the terminal waits for before it asks the issuer. */
const WAITS: Readonly<Record<string, CommandName>> = {
  'ec.query': 'scan',
  'cn.nhsa.qrcode.get': 'scan',
  'cn.nhsa.ec.auth': 'read-face',
  'cn.nhsa.cert.get': 'read-id',
};

/** Other types go to the issuer as they are; what a screen is to show the issuer has shown. */
const PASSES: ReadonlySet<string> = new Set(['cn.nhsa.auth.check', 'cn.nhsa.settle.notify']);

/** As public clients read it, -2 is a patient who cancelled, or never came. */
const CANCELLED = -2;

export const openApi = async (terminal: Terminal, request: EcRequest): Promise<EcAnswer> => {
  const transType = textIn(request['transType']);
  const wait = Object.hasOwn(WAITS, transType) ? WAITS[transType] : undefined;
  if (wait === undefined && !PASSES.has(transType)) return refused(request, -1, `不认识的 transType ${transType}`);
  if (wait === undefined) return terminal.askIssuer(request, {});
  const reply = await command(terminal, wait);
  if (!reply.ok) {
    const code = reply.error === 'nothing-shown' ? CANCELLED : (reply.code ?? -1);
    return refused(request, code, reply.message ?? '');
  }
  return terminal.askIssuer(request, presented(wait, reply));
};

const command = ({ ask, device, client, signal }: Terminal, name: CommandName): Promise<Reply> =>
  ask({
    name: client,
    order: { id: name, device, command: name, params: {} },
    ...(signal && { signal }),
  });

const refused = ({ orgId }: EcRequest, code: number, message: string): EcAnswer => ({
  code,
  message,
  orgId: orgId ?? '',
  data: {},
  extra: '',
});

const presented = (wait: CommandName, { data }: Reply): Presented => {
  if (wait === 'scan') return { qr: String(data?.['text']) };
  if (wait === 'read-face') return { face: String(data?.['idNo']) };
  return { idNo: String((data?.['items'] as readonly string[] | undefined)?.[5]) };
};
