import { noticePlaces, noticeState, type NoticeState } from '../../../sandbox.ts';
import { nextRound } from '../../door/next-round.ts';
import type { ControlHandler } from '../control-env.ts';

/**
 * `GET /notices`: whether the notice 告知书 of each place is uploaded, and still says what it said then. The notice of an
 * uploaded one is written anew for that, one place a round of the event loop: messages go on meanwhile.
 */
export const listNotices: ControlHandler = async (c) => {
  const world = c.var.workspace.world();
  const notices: NoticeState[] = [];
  for (const place of noticePlaces(world)) {
    await nextRound();
    notices.push(noticeState(world, place));
  }
  return c.json({ notices });
};
