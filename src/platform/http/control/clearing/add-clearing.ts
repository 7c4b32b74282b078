import type { Hono } from 'hono';
import type { ControlEnv } from '../control-env.ts';
import { listRequests, postDeduction, postReply, postRequest } from './cooperation.ts';
import { getDays, postRecheck } from './days.ts';
import { getDocuments } from './documents.ts';
import { deleteClearingFault, listClearingFaults, postClearingFault } from './faults.ts';
import { getClearing, getMonth, postEvent, postRun } from './months.ts';
import { getPrepayments, postPrepaymentEvent, putPrepayment } from './prepayments.ts';

/** Reconciliation and clearing between provinces. */
export const addClearing = (app: Hono<ControlEnv>): void => {
  app.get('/clearing', getClearing);
  app.post('/clearing/run', postRun);
  app.get('/clearing/months/:month', getMonth);
  app.post('/clearing/months/:month/events', postEvent);
  app.get('/clearing/days', getDays);
  app.post('/clearing/days/:date/recheck', postRecheck);
  app.get('/clearing/requests', listRequests);
  app.post('/clearing/requests', postRequest);
  app.post('/clearing/requests/:id', postReply);
  app.post('/clearing/deductions', postDeduction);
  app.get('/clearing/prepayments', getPrepayments);
  app.put('/clearing/prepayments', putPrepayment);
  app.post('/clearing/prepayments/:id/events', postPrepaymentEvent);
  app.get('/clearing/documents', getDocuments);
  app.get('/clearing/faults', listClearingFaults);
  app.post('/clearing/faults', postClearingFault);
  app.delete('/clearing/faults/:id', deleteClearingFault);
};
