import { openApi } from '../../../virtual-devices/dialects/face-terminal/open-api.ts';
import { FUNCTIONS } from '../../../virtual-devices/dialects/heasec/call.ts';
import { askCredentialDoor, type Fetch } from './ask-credential-door.ts';
import { deskOf } from './desk-of.ts';
import { deviceBody, deviceProblem, encodedJson, isChineseCharset } from './device-answers.ts';
import { clientOf, isJson, WRONG_TYPE, type DeviceContext } from './device-env.ts';

/** `POST /devices/{id}/HeaSecReadInfo/ReadCardBas` `{}`: in GBK if it is asked in GBK. */
export const postFunction =
  (fetchDoor: Fetch) =>
  async (c: DeviceContext): Promise<Response> => {
    if (!isJson(c)) return deviceProblem(c, 415, WRONG_TYPE);
    const name = c.req.param('function') ?? '';
    const call = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
    if (!call) return deviceProblem(c, 404, `没有函数 ${name}，有 ${Object.keys(FUNCTIONS).join('、')}`);
    const body = await deviceBody(c);
    if (!body.ok) return body.error;
    const returned = await call(libraryOf(c, fetchDoor, 'HeaSecReadInfo'), asObject(body.value));
    return encodedJson(returned, isChineseCharset(c.req.header('content-type') ?? '') ? 'gb18030' : 'utf-8');
  };

/** `POST /devices/{id}/api/open`: the answer is in the encoding that `charsetName` names. */
export const postOpen =
  (fetchDoor: Fetch) =>
  async (c: DeviceContext): Promise<Response> => {
    const body = await deviceBody(c);
    if (!body.ok) return body.error;
    const request = asObject(body.value);
    const answer = await openApi(libraryOf(c, fetchDoor, '综合服务终端'), request);
    const { charsetName } = request as { charsetName?: unknown };
    const isChinese = typeof charsetName === 'string' && isChineseCharset(charsetName);
    return encodedJson(answer, isChinese ? 'gb18030' : 'utf-8');
  };

const libraryOf = (c: DeviceContext, fetchDoor: Fetch, unnamed: string) => ({
  ask: deskOf(c.var.workspace).ask,
  askIssuer: askCredentialDoor(fetchDoor, c.var.workspace, c.req.param('id') ?? ''),
  device: c.req.param('id') ?? '',
  client: clientOf(c) ?? unnamed,
  signal: c.req.raw.signal,
});

const asObject = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
