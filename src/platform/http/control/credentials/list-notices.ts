import { dateTimeOf } from '../../../../kernel/civil-time.ts';
import type { ControlHandler } from '../control-env.ts';

const MOST = 100;

/**
 * `GET /credentials/notices?institution=H44030099001`: what terminals were told to show, newest first, among the last
 * 100 of all. Amounts in 分.
 */
export const listTerminalNotices: ControlHandler = (c) => {
  const institution = c.req.query('institution');
  const notices = c.var.workspace
    .world()
    .store.reader.terminalNotices(MOST)
    .filter(({ fixmedins_code }) => institution === undefined || fixmedins_code === institution)
    .map(({ seq: _seq, at, ...notice }) => ({ ...notice, at: dateTimeOf(at) }));
  return c.json({ notices });
};
