import { Hono } from 'hono';
import { DEFAULT_WORKSPACE, type Sandbox } from '../../sandbox.ts';
import { refuseDeviceClient } from '../guard/refuse-device-client.ts';
import type { Guard } from '../guard/refuse-request.ts';
import type { Fetch } from './ask-credential-door.ts';
import { deviceProblem } from './device-answers.ts';
import type { DeviceEnv } from './device-env.ts';
import { getDevice, getEvents, listDevices } from './get-devices.ts';
import { postCommand } from './post-command.ts';
import { postFunction, postOpen } from './post-dialects.ts';

/**
 * The devices for clients without WebSocket, to be mounted at `/devices` and `/w/:workspace/devices`: the neutral
 * protocol one command a request, HeaSecReadInfo by function, the wrapper of the face terminal.
 */
export const deviceApp = (sandbox: Sandbox, guard: Guard, fetchDoor: Fetch): Hono<DeviceEnv> => {
  const app = new Hono<DeviceEnv>();
  app.use(async (c, next) => {
    const { method, url } = c.req;
    const refusal = refuseDeviceClient({ method, url, header: (name) => c.req.header(name) }, guard);
    if (refusal) return deviceProblem(c, refusal.status, refusal.message);
    // The page may read the answer: its origin was let in.
    const origin = c.req.header('origin');
    if (origin !== undefined) for (const [name, value] of crossOrigin(origin)) c.header(name, value);
    if (method === 'OPTIONS') return c.body(null, 204);
    const name = c.req.param('workspace') ?? DEFAULT_WORKSPACE;
    const workspace = sandbox.workspace(name);
    if (!workspace) return deviceProblem(c, 404, `没有工作区 ${name}`);
    c.set('workspace', workspace);
    return next();
  });
  app.get('/', listDevices);
  app.get('/events', (c) => getEvents(c));
  app.get('/:id', getDevice);
  app.get('/:id/events', (c) => getEvents(c, c.req.param('id')));
  app.post('/:id/commands', postCommand);
  app.post('/:id/HeaSecReadInfo/:function', postFunction(fetchDoor));
  app.post('/:id/api/open', postOpen(fetchDoor));
  app.all('*', (c) => deviceProblem(c, 404, `读卡器接口没有 ${c.req.method} ${c.req.path}`));
  app.onError((defect, c) => {
    c.var.workspace.world().onDefect(defect, 'devices');
    return deviceProblem(c, 500, '系统异常，请稍后重试');
  });
  return app;
};

const crossOrigin = (origin: string): readonly (readonly [string, string])[] => [
  ['access-control-allow-origin', origin],
  ['access-control-allow-headers', 'content-type, authorization, x-kuasheng-client'],
  ['access-control-allow-methods', 'GET, POST'],
  ['vary', 'Origin'],
];
