import { isAllowedOrigin } from '../../../virtual-devices/socket/origin.ts';
import { sameText } from '../../wire/same-text.ts';
import { isAllowedHost } from './allowed-host.ts';
import type { Guard, GuardedRequest, GuardRefusal } from './refuse-request.ts';

/**
 * Why a request must not reach the devices, if so. A HIS in a browser speaks to them from a page of its own: pages of
 * this machine may, and those whose origin was allowed at the start; a page elsewhere must not read cards. Browsers
 * cannot send a token with a WebSocket: it may stand in the address.
 */
export const refuseDeviceClient = ({ url, header }: GuardedRequest, guard: Guard): GuardRefusal | undefined => {
  const { origin, hostname, searchParams } = new URL(url);
  if (!isAllowedHost(hostname, guard)) {
    return { status: 403, message: `读卡器不接受主机名 ${hostname}，请用本机地址或启动时指定的主机名` };
  }
  const from = header('origin');
  if (!isAllowedOrigin(from, [origin, ...(guard.deviceOrigins ?? [])])) {
    return { status: 403, message: `读卡器不接受来自 ${from ?? ''} 的网页；启动时用 --device-origin 允许它` };
  }
  if (guard.token === undefined) return undefined;
  const given = /^Bearer +(.+)$/i.exec(header('authorization') ?? '')?.[1] ?? searchParams.get('token') ?? '';
  return sameText(given, guard.token)
    ? undefined
    : { status: 401, message: '读卡器需要口令：请带请求头 Authorization: Bearer 口令，或在地址后加 ?token=口令' };
};
