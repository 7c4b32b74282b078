// The interface openapi/his-book.yaml over a CSV file that a HIS writes: `node server.mjs book.csv [port]`.
// What to copy: answer all settlements of an institution with what your own tables say, in this form.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const [, , file, port = '9100'] = process.argv;
if (file === undefined) {
  console.error('usage: node server.mjs book.csv [port]');
  process.exit(2);
}

/** Rows of a plain CSV without quotes; what is empty is left out. Read anew each time: the HIS goes on writing. */
const rowsOf = (text) => {
  const [head, ...lines] = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const codes = head.split(',').map((code) => code.trim());
  return lines.map((line) => {
    const cells = line.split(',').map((cell) => cell.trim());
    return Object.fromEntries(codes.map((code, at) => [code, cells[at] ?? '']).filter(([, cell]) => cell !== ''));
  });
};

const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://his');
  if (request.method !== 'GET' || url.pathname !== '/his-book') {
    response.writeHead(404).end();
    return;
  }
  const asked = url.searchParams.get('fixmedins_code');
  const rows = rowsOf(readFileSync(file, 'utf8')).filter((row) => asked === null || row.fixmedins_code === asked);
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify({ rows }));
});

server.listen(Number(port), '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/his-book`));
