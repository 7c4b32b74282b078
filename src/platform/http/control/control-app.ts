import { Hono } from 'hono';
import { DEFAULT_WORKSPACE, type Sandbox } from '../../sandbox.ts';
import { refuseRequest, type Guard } from '../guard/refuse-request.ts';
import { problem } from './answers.ts';
import { listAssignments, postAssignment } from './assignments.ts';
import { postCatalogue } from './catalogue.ts';
import { postReimbursement } from './claims.ts';
import { advanceClock, getClock, putClock } from './clock.ts';
import type { ControlEnv } from './control-env.ts';
import { getExchange, listExchanges } from './exchanges.ts';
import { getExplanation } from './explanation/get-explanation.ts';
import { listInstitutions, postInstitution } from './institutions.ts';
import { searchBodies } from './journal/bodies.ts';
import { exportJournal } from './journal/export.ts';
import { journalHash } from './journal/hash.ts';
import { followJournal } from './journal/live.ts';
import { getNearMiss } from './journal/get-near-miss.ts';
import { searchJournal } from './journal/search.ts';
import { journalState } from './journal/state.ts';
import { verifyJournal } from './journal/verify.ts';
import { listPeople } from './people/list-people.ts';
import { listPersonas } from './personas.ts';
import { getSettings, patchSettings } from './settings.ts';
import { deleteWorkspace, listWorkspaces, postWorkspace, resetWorkspace } from './workspaces.ts';

/**
 * The control API of testers, scripts and the console, to be mounted at `/_sandbox` and `/w/:workspace/_sandbox`. It
 * tells values as the books hold them: amounts in 分, ratios in 1/10,000. Refusals are `{ "message": "…" }` with a
 * status.
 */
export const controlApp = (sandbox: Sandbox, guard: Guard): Hono<ControlEnv> => {
  const app = new Hono<ControlEnv>();
  app.use(async (c, next) => {
    const { method, url } = c.req;
    const refusal = refuseRequest({ method, url, header: (name) => c.req.header(name) }, guard);
    if (refusal) return problem(c, refusal.status, refusal.message);
    const name = c.req.param('workspace') ?? DEFAULT_WORKSPACE;
    const workspace = sandbox.workspace(name);
    if (!workspace) return problem(c, 404, `没有工作区 ${name}`);
    c.set('workspace', workspace);
    return next();
  });

  app.get('/personas', listPersonas);
  app.get('/people', listPeople);
  app.get('/institutions', listInstitutions);
  app.post('/institutions', postInstitution);
  app.post('/catalogue', postCatalogue);
  app.post('/claims/reimburse', postReimbursement);
  app.get('/clock', getClock);
  app.put('/clock', putClock);
  app.post('/clock/advance', advanceClock);
  app.get('/exchanges', listExchanges);
  app.get('/exchanges/:trace', getExchange);
  app.get('/journal', searchJournal);
  app.get('/journal/bodies', searchBodies);
  app.get('/journal/export', exportJournal);
  app.get('/journal/hash', journalHash);
  app.get('/journal/live', followJournal);
  app.get('/journal/state', journalState);
  app.get('/journal/:trace/near-miss', getNearMiss);
  app.post('/verify', verifyJournal);
  app.get('/settlements/:setl_id/explanation', getExplanation);
  app.get('/settings', getSettings);
  app.patch('/settings', patchSettings);
  app.get('/workspaces', listWorkspaces(sandbox));
  app.post('/workspaces', postWorkspace(sandbox));
  app.post('/workspaces/:name/reset', resetWorkspace(sandbox));
  app.delete('/workspaces/:name', deleteWorkspace(sandbox));
  app.get('/assignments', listAssignments(sandbox));
  app.post('/assignments', postAssignment(sandbox));
  app.all('*', (c) => problem(c, 404, `控制接口没有 ${c.req.method} ${c.req.path}`));
  app.onError((defect, c) => {
    c.var.workspace.world().onDefect(defect, 'control');
    return problem(c, 500, '系统异常，请稍后重试');
  });
  return app;
};
