import type { AskIssuer, EcAnswer, EcRequest, Presented } from '../../../virtual-devices/dialects/issuer.ts';
import { textIn } from '../../../virtual-devices/dialects/text-in.ts';
import { showAtTerminal, type Workspace } from '../../sandbox.ts';
import { deskOf } from './desk-of.ts';
import { TERMINAL_HEADER } from './show-notice.ts';

/** Sends a request to the sandbox's own doors. */
export type Fetch = (path: string, init: RequestInit) => Response | Promise<Response>;

/**
 * Asks the workspace's own credential door what a code, a face or an identity card says; the address in a client's
 * message counts for nothing. The field names of what was presented are the sandbox's own. What came of it is an event
 * of the device, with the trace under which the journal has the message.
 */
export const askCredentialDoor =
  (fetchDoor: Fetch, workspace: Workspace, device: string): AskIssuer =>
  async (request, presented) => {
    const { orgId, transType, data, extra } = request;
    const seen = await fieldsOf(workspace, request, presented);
    if ('code' in seen) return seen;
    const response = await fetchDoor(`/w/${workspace.name}/localcfc/api/hsecfc/localQrCodeQuery`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [TERMINAL_HEADER]: device },
      body: JSON.stringify({ orgId, transType, data: { ...asObject(data), ...seen.fields }, extra }),
    });
    const answer = jsonOf(await response.text()) ?? refused(request, '沙箱的电子凭证接口没有应答');
    const trace = response.headers.get('x-kuasheng-trace');
    deskOf(workspace).desk.tell(device, 'issuer-answered', { transType: textIn(transType), code: answer.code, trace });
    return answer;
  };

type Seen = { readonly fields: object } | EcAnswer;

/** What the device saw, as the door takes it; or the answer where the door need not be asked. */
const fieldsOf = async (workspace: Workspace, request: EcRequest, { qr, face, idNo }: Presented): Promise<Seen> => {
  if (face !== undefined) return faceSeen(workspace, request, face);
  return { fields: { ...(qr !== undefined && { ecQrCode: qr }), ...(idNo !== undefined && { idNo }) } };
};

/** Whoever stood before the camera stands before a terminal of that institution: this one. */
const faceSeen = async (workspace: Workspace, request: EcRequest, face: string): Promise<Seen> => {
  const shown = await showAtTerminal(workspace.world(), 'face', { persona: face, at: textIn(request['orgId']) });
  if (shown.ok) return { fields: { faceCode: shown.value.shown.code } };
  // An institution that is not there is the door's to refuse.
  const [problem] = shown.error.filter(({ field }) => field !== 'at');
  return problem ? refused(request, problem.message) : { fields: {} };
};

const refused = ({ orgId }: EcRequest, message: string): EcAnswer => ({
  code: -1,
  message,
  orgId: orgId ?? '',
  data: {},
  extra: '',
});

const asObject = (value: unknown): object => {
  if (typeof value === 'string') return asObject(parsed(value));
  return typeof value === 'object' && value !== null ? value : {};
};

const jsonOf = (text: string): EcAnswer | undefined => {
  const value = parsed(text);
  return typeof value === 'object' && value !== null && 'code' in value ? (value as EcAnswer) : undefined;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
