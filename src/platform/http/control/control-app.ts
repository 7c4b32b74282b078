import { Hono } from 'hono';
import { DEFAULT_WORKSPACE, type Sandbox } from '../../sandbox.ts';
import { refuseRequest, type Guard } from '../guard/refuse-request.ts';
import { getAcceptance, getAcceptanceReport } from './acceptance/get-acceptance.ts';
import { postExplanation } from './acceptance/post-explanation.ts';
import { putExpectations } from './acceptance/put-expectations.ts';
import { problem } from './answers.ts';
import { listFilings, postCancellation, postChange, postFiling, postReview } from './applications/filings.ts';
import {
  listQualifications,
  postAcceptance,
  postQualification,
  postResult,
  postTermination,
} from './applications/qualifications.ts';
import { listAssignments, postAssignment } from './assignments.ts';
import { postCatalogue } from './catalogue.ts';
import { postReimbursement } from './claims.ts';
import { advanceClock, getClock, putClock } from './clock.ts';
import { addClearing } from './clearing/add-clearing.ts';
import type { ControlEnv } from './control-env.ts';
import { listTerminalNotices } from './credentials/list-notices.ts';
import { postCode, postFace, postIdentityCard } from './credentials/post-shown.ts';
import type { Fetch } from '../devices/ask-credential-door.ts';
import { addDevices } from './devices/routes.ts';
import { getExchange, listExchanges } from './exchanges.ts';
import { deleteFault, deleteFaults, listFaults, postFault } from './faults/armed.ts';
import { postExplain } from './faults/post-explain.ts';
import { listFirings, listKinds, listMagic } from './faults/told.ts';
import { getExplanation } from './explanation/get-explanation.ts';
import { getInstitutionSettlements } from './institution-settlements.ts';
import { listInstitutions, postInstitution } from './institutions.ts';
import {
  listMaintenance,
  postCancellation as callOffMaintenance,
  postExtension,
  postMaintenance,
} from './maintenance.ts';
import { getNotice } from './notices/get-notice.ts';
import { listNotices } from './notices/list-notices.ts';
import { postNoticeUpload } from './notices/post-notice-upload.ts';
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
import { listPlaces, putPlace } from './places.ts';
import { getSettings, patchSettings } from './settings.ts';
import {
  deleteSnapshot,
  diffSnapshot,
  forkWorkspace,
  listSnapshots,
  postSnapshot,
  restoreSnapshot,
} from './snapshots.ts';
import { postTraffic } from './traffic.ts';
import { getVerdict } from './verdict/get-verdict.ts';
import { deleteHisBook, postHisBook } from './verdict/his-book.ts';
import { listCases, postSpecimens } from './vouchers/make.ts';
import { postMark } from './vouchers/mark.ts';
import { getOnboarding, listOnboarding } from './vouchers/onboarding/read.ts';
import { postStep, putOnboarding } from './vouchers/onboarding/change.ts';
import { getPaper } from './vouchers/papers.ts';
import { getVerification, getVoucher, getVoucherFile, listRedDue, listVouchers } from './vouchers/read.ts';
import { deleteWorkspace, listWorkspaces, postWorkspace, resetWorkspace } from './workspaces.ts';

/**
 * The control API of testers, scripts and the console, to be mounted at `/_sandbox` and `/w/:workspace/_sandbox`. It
 * tells values as the books hold them: amounts in 分, ratios in 1/10,000. Refusals are `{ "message": "…" }` with a
 * status.
 */
export const controlApp = (sandbox: Sandbox, guard: Guard, fetchDoor: Fetch): Hono<ControlEnv> => {
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

  addBusiness(app);
  addWorld(app);
  addVouchers(app);
  addDevices(app, fetchDoor);
  addFaults(app);
  addShared(app, sandbox);
  app.all('*', (c) => problem(c, 404, `控制接口没有 ${c.req.method} ${c.req.path}`));
  app.onError((defect, c) => {
    c.var.workspace.world().onDefect(defect, 'control');
    return problem(c, 500, '系统异常，请稍后重试');
  });
  return app;
};

/** Who is there, and what clerks and other systems do: papers, cards, codes, vouchers. */
const addBusiness = (app: Hono<ControlEnv>): void => {
  app.get('/personas', listPersonas);
  app.get('/people', listPeople);
  app.get('/institutions', listInstitutions);
  app.post('/institutions', postInstitution);
  app.get('/institutions/:code/settlements', getInstitutionSettlements);
  app.post('/catalogue', postCatalogue);
  app.post('/claims/reimburse', postReimbursement);
  app.get('/filings', listFilings);
  app.post('/filings', postFiling);
  app.post('/filings/:no/review', postReview);
  app.post('/filings/:no/change', postChange);
  app.post('/filings/:no/cancel', postCancellation);
  app.get('/qualifications', listQualifications);
  app.post('/qualifications', postQualification);
  app.post('/qualifications/:no/accept', postAcceptance);
  app.post('/qualifications/:no/result', postResult);
  app.post('/qualifications/:no/terminate', postTermination);
  app.post('/credentials/qr', postCode);
  app.post('/credentials/face', postFace);
  app.post('/credentials/identity-card', postIdentityCard);
  app.get('/credentials/notices', listTerminalNotices);
  app.get('/settlements/:setl_id/explanation', getExplanation);
  app.get('/notices', listNotices);
  app.get('/notices/:place', getNotice);
  app.post('/notices/:place/upload', postNoticeUpload);
  app.get('/places', listPlaces);
  app.put('/places/:code', putPlace);
};

/** Of the world itself: its time, what came, what stands against it. */
const addWorld = (app: Hono<ControlEnv>): void => {
  app.get('/maintenance', listMaintenance);
  app.post('/maintenance', postMaintenance);
  app.post('/maintenance/:id/extend', postExtension);
  app.post('/maintenance/:id/cancel', callOffMaintenance);
  app.get('/clock', getClock);
  app.put('/clock', putClock);
  app.post('/clock/advance', advanceClock);
  addClearing(app);
  app.post('/traffic', postTraffic);
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
  app.get('/verdict', getVerdict);
  app.post('/verdict/his-book', postHisBook);
  app.delete('/verdict/his-book', deleteHisBook);
  app.get('/acceptance', getAcceptance);
  app.get('/acceptance/report', getAcceptanceReport);
  app.post('/acceptance/explanations', postExplanation);
  app.put('/acceptance/expectations', putExpectations);
  app.get('/settings', getSettings);
  app.patch('/settings', patchSettings);
  app.get('/snapshots', listSnapshots);
  app.post('/snapshots', postSnapshot);
  app.post('/snapshots/:name/restore', restoreSnapshot);
  app.delete('/snapshots/:name', deleteSnapshot);
};

/** What goes wrong on demand. */
const addFaults = (app: Hono<ControlEnv>): void => {
  app.get('/faults', listFaults);
  app.post('/faults', postFault);
  app.delete('/faults', deleteFaults);
  app.delete('/faults/:id', deleteFault);
  app.get('/faults/kinds', listKinds);
  app.get('/faults/magic', listMagic);
  app.get('/faults/firings', listFirings);
  app.post('/faults/explain', postExplain);
};

/** Electronic settlement vouchers 电子结算凭证. */
const addVouchers = (app: Hono<ControlEnv>): void => {
  app.get('/vouchers', listVouchers);
  app.get('/vouchers/cases', listCases);
  app.get('/vouchers/todo', listRedDue);
  app.get('/vouchers/verify', getVerification);
  app.post('/vouchers/make', postSpecimens);
  app.get('/vouchers/onboarding', listOnboarding);
  app.post('/vouchers/onboarding/steps', postStep);
  app.get('/vouchers/onboarding/:institution', getOnboarding);
  app.put('/vouchers/onboarding/:institution', putOnboarding);
  app.get('/vouchers/papers/:paper', getPaper);
  app.get('/vouchers/:institution/:name', getVoucher);
  app.get('/vouchers/:institution/:name/file', getVoucherFile);
  app.post('/vouchers/:institution/:name/mark', postMark);
};

/** What concerns several workspaces, or makes one. */
const addShared = (app: Hono<ControlEnv>, sandbox: Sandbox): void => {
  app.get('/snapshots/:name/diff', diffSnapshot(sandbox));
  app.post('/fork', forkWorkspace(sandbox));
  app.get('/workspaces', listWorkspaces(sandbox));
  app.post('/workspaces', postWorkspace(sandbox));
  app.post('/workspaces/:name/reset', resetWorkspace(sandbox));
  app.delete('/workspaces/:name', deleteWorkspace(sandbox));
  app.get('/assignments', listAssignments(sandbox));
  app.post('/assignments', postAssignment(sandbox));
};
