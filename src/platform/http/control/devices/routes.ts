import type { Hono } from 'hono';
import { getEvents } from '../../devices/get-devices.ts';
import type { Fetch } from '../../devices/ask-credential-door.ts';
import { postCommand } from '../../devices/post-command.ts';
import { postOpen } from '../../devices/post-dialects.ts';
import type { ControlEnv } from '../control-env.ts';
import {
  deleteDeviceFault,
  deleteDeviceFaults,
  listDeviceFaultKinds,
  listDeviceFaults,
  listDeviceFirings,
  postDeviceFault,
} from './faults.ts';
import { postMedium, postPin, postRemoval, postRenewal } from './handle-media.ts';
import {
  deleteDevice,
  getDevice,
  listDevices,
  patchDevice,
  postDevice,
  postPlug,
  postRestart,
  postSwap,
  postUnplug,
} from './manage.ts';
import { listCardConditions, listDeviceKinds, listReturnCodes } from './reference.ts';

/**
 * What people do at virtual devices; and, for scripts that have the control API only, what clients do. The words that
 * stand where `:id` does are names that no device bears.
 */
export const addDevices = (app: Hono<ControlEnv>, fetchDoor: Fetch): void => {
  app.get('/devices', listDevices);
  app.post('/devices', postDevice);
  app.get('/devices/kinds', listDeviceKinds);
  app.get('/devices/codes', listReturnCodes);
  app.get('/devices/conditions', listCardConditions);
  app.post('/devices/cards/renew', postRenewal);
  app.post('/devices/swap', postSwap);
  app.post('/devices/restart', postRestart);
  app.get('/devices/faults', listDeviceFaults);
  app.post('/devices/faults', postDeviceFault);
  app.delete('/devices/faults', deleteDeviceFaults);
  app.get('/devices/faults/kinds', listDeviceFaultKinds);
  app.get('/devices/faults/firings', listDeviceFirings);
  app.delete('/devices/faults/:id', deleteDeviceFault);
  app.get('/devices/events', (c) => getEvents(c));
  app.get('/devices/:id', getDevice);
  app.post('/devices/:id/commands', postCommand);
  app.post('/devices/:id/api/open', postOpen(fetchDoor));
  app.patch('/devices/:id', patchDevice);
  app.delete('/devices/:id', deleteDevice);
  app.post('/devices/:id/plug', postPlug);
  app.post('/devices/:id/unplug', postUnplug);
  app.post('/devices/:id/insert', postMedium);
  app.post('/devices/:id/show', postMedium);
  app.post('/devices/:id/remove', postRemoval);
  app.post('/devices/:id/pin', postPin);
};
