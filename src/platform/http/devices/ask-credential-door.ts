import type { AskIssuer, EcAnswer, Presented } from '../../../virtual-devices/dialects/issuer.ts';

/** Sends a request to the sandbox's own doors. */
export type Fetch = (path: string, init: RequestInit) => Response | Promise<Response>;

/**
 * Asks the workspace's own credential door what a code, a face or an identity card says; the address in a client's
 * message counts for nothing. The field names of what was presented are the sandbox's own.
 */
export const askCredentialDoor =
  (fetchDoor: Fetch, workspace: string): AskIssuer =>
  async ({ orgId, transType, data, extra }, presented) => {
    const body = { orgId, transType, data: { ...asObject(data), ...fieldsOf(presented) }, extra };
    const response = await fetchDoor(`/w/${workspace}/localcfc/api/hsecfc/localQrCodeQuery`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const answer = jsonOf(await response.text());
    return answer ?? { code: -1, message: '沙箱的电子凭证接口没有应答', orgId: orgId ?? '', data: {}, extra: '' };
  };

const fieldsOf = ({ qr, face, idNo }: Presented) => ({
  ...(qr !== undefined && { ecQrCode: qr }),
  ...(face !== undefined && { faceIdNo: face }),
  ...(idNo !== undefined && { idNo }),
});

const asObject = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {});

const jsonOf = (text: string): EcAnswer | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'code' in value ? (value as EcAnswer) : undefined;
  } catch {
    return undefined;
  }
};
