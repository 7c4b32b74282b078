import { Hono } from 'hono';
import { DEFAULT_WORKSPACE, type Sandbox } from '../sandbox.ts';
import { controlApp } from './control/control-app.ts';
import { deviceApp } from './devices/device-app.ts';
import type { Fetch } from './devices/ask-credential-door.ts';
import { door } from './door/door.ts';
import { cashierWindow } from './examples/cashier-window.ts';
import type { Guard } from './guard/refuse-request.ts';
import { plainAnswer } from './plain-answer.ts';
import { version } from './version.ts';
import { isWorldAddress, worldAddress } from './world-address.ts';

/** A server that only this machine reaches. */
const LOOPBACK: Guard = { bound: '127.0.0.1', names: [] };

/**
 * Everything that the sandbox says over HTTP, without a socket: `sandboxApp(sandbox).request('/fsi/api/1101', { …
 * })`. The control API stands before the doors, which take whatever else is posted.
 */
export const sandboxApp = (sandbox: Sandbox, guard: Guard = LOOPBACK): Hono => {
  const app = new Hono();
  const health = { ok: true, name: 'kuasheng', version: version() };
  app.get('/healthz', (c) => c.json({ ...health, workspaces: sandbox.names().length }));
  const fetchDoor: Fetch = (path, init) => app.request(path, init);
  const control = controlApp(sandbox, guard, fetchDoor);
  app.route('/_sandbox', control);
  app.route('/w/:workspace/_sandbox', control);
  const devices = deviceApp(sandbox, guard, fetchDoor);
  app.route('/devices', devices);
  app.route('/w/:workspace/devices', devices);
  const page = cashierWindow(guard);
  for (const path of ['/examples/cashier-window', '/w/:workspace/examples/cashier-window']) {
    app.get(path, (c) => c.redirect(`${c.req.path}/`));
    app.get(`${path}/`, page);
  }
  const atDoor = door(sandbox);
  const atAddress = worldAddress(sandbox, guard);
  app.all('*', (c) => (isWorldAddress(c.req.method, c.req.url) ? atAddress(c) : atDoor(c)));
  app.onError((defect) => {
    sandbox.workspace(DEFAULT_WORKSPACE)?.world().onDefect(defect, 'http');
    return plainAnswer(500, '系统异常，请稍后重试。');
  });
  return app;
};
