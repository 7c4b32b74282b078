/** The yardstick: hono on the same adapter, parses the same body, answers as many bytes, does nothing else. */
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const [port = '0', size = '1000'] = process.argv.slice(2);
const answer = JSON.stringify({ filler: 'x'.repeat(Math.max(0, Number(size) - 13)) });

const app = new Hono();
app.post('*', async (context) => {
  await context.req.json();
  return context.body(answer, 200, { 'content-type': 'application/json;charset=UTF-8' });
});
serve({ fetch: app.fetch, port: Number(port), hostname: '127.0.0.1' });
