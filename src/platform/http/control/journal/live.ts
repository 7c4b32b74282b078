import { z } from 'zod';
import type { JournalDesk } from '../../../sandbox.ts';
import { readForm } from '../../../wire/read-form.ts';
import { misfit, problem } from '../answers.ts';
import type { ControlContext, ControlHandler } from '../control-env.ts';
import { rowsSince } from './catch-up.ts';
import { feedOf } from './feed.ts';
import type { FeedParts } from './feed-parts.ts';
import { filterFields, filterOf, whole } from './filter-form.ts';
import { pulledResponse } from './pulled.ts';
import { rowShown } from './row-shown.ts';

const form = z.strictObject({ ...filterFields, after: whole(0, Number.MAX_SAFE_INTEGER) }).partial();

/**
 * `GET /journal/live`: server-sent events, one for each row when it is durable: `event: row`, its number as the id. A
 * client that comes back with `Last-Event-ID` (or `after=`) gets what came meanwhile. `event: missed` ends the stream
 * of a client that reads too slowly, `event: dropped` tells what retention has taken of the part asked for, `event:
 * end` that the workspace was reset or the server is closing. Takes the filters of the search.
 */
export const followJournal: ControlHandler = (c) => {
  const asked = readForm(form, c.req.query());
  if (!asked.ok) return misfit(c, asked.error);
  const { after = lastSeen(c), ...wanted } = asked.value;
  if (Number.isNaN(after)) return problem(c, 422, 'Last-Event-ID 应为日志序号（上次收到的 id）');
  const { workspace } = c.var;
  const world = workspace.world();
  const journal = workspace.journal();
  const parts: FeedParts = {
    journal,
    filter: filterOf(workspace, wanted),
    shown: (row) => rowShown(world, row),
  };
  return followed(parts, journal, after);
};

const followed = (parts: FeedParts, journal: JournalDesk, after: number | undefined): Response => {
  const feed = feedOf(parts, after === undefined ? undefined : rowsSince(parts, after));
  const leave = journal.follow(feed);
  return pulledResponse('text/event-stream;charset=UTF-8', feed.next, () => {
    leave();
    feed.ended();
  });
};

const lastSeen = (c: ControlContext): number | undefined => {
  const header = c.req.header('last-event-id')?.trim() ?? '';
  if (header === '') return undefined;
  return /^\d{1,15}$/.test(header) ? Number(header) : NaN;
};
