import { noticeHtml, noticeOf, noticeText, type Notice } from '../../../sandbox.ts';
import { plainAnswer } from '../../plain-answer.ts';
import { problem } from '../answers.ts';
import type { ControlHandler } from '../control-env.ts';
import { placeNamed } from './place-named.ts';

/**
 * `GET /notices/{place}`: the notice 告知书 of a place by the policies of today, and where its upload stands.
 * `?format=html` as a page to print, `?format=text` as Markdown.
 */
export const getNotice: ControlHandler = (c) => {
  const format = c.req.query('format') ?? 'json';
  if (format !== 'json' && format !== 'html' && format !== 'text') {
    return problem(c, 422, `format “${format}” 应为 html、text、json 之一`);
  }
  const place = placeNamed(c);
  if (!place.ok) return place.error;
  const found = noticeOf(c.var.workspace.world(), place.value);
  if (!found.ok) return problem(c, 404, found.error);
  if (format === 'html') return page(found.value.notice);
  return format === 'text' ? plainAnswer(200, noticeText(found.value.notice).trimEnd()) : c.json(found.value);
};

/** The page runs no script and fetches nothing: the browser is told so too. */
const page = (notice: Notice): Response =>
  new Response(noticeHtml(notice), {
    headers: {
      'content-type': 'text/html;charset=UTF-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
      'x-content-type-options': 'nosniff',
    },
  });
