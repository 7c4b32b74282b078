import type { Draft } from '../draft.ts';
import { utf8, zipFiles, type NamedBytes } from '../zip-files.ts';
import type { Break } from './break.ts';

const more = (draft: Draft, ...added: readonly NamedBytes[]): Draft => ({
  ...draft,
  files: (files) => [...files, ...added],
});

const text = utf8('样张');
/** Twenty MiB of nothing are packed into twenty KiB. */
const BOMB = 20 * 1024 * 1024;
/** Of a central directory header: where the flags stand; bit 0 says encrypted. */
const DIRECTORY = Buffer.from('PK\u0001\u0002', 'latin1');
const FLAGS = 8;

const encrypted = (zip: Buffer): Buffer => {
  const at = zip.indexOf(DIRECTORY) + FLAGS;
  return Buffer.concat([zip.subarray(0, at), Buffer.from([(zip[at] ?? 0) | 1]), zip.subarray(at + 1)]);
};

const refused = 'voucher-package';

/** What is wrong with the zip as a whole: nothing of the batch is kept. */
export const PACKAGE_BREAKS: readonly Break[] = [
  {
    name: 'zip-none',
    means: '压缩包不是 zip',
    refused,
    broken: (draft) => ({ ...draft, zip: () => Buffer.from('样张') }),
  },
  {
    name: 'zip-cut',
    means: 'zip 只有前一半',
    refused,
    broken: (draft) => ({ ...draft, zip: (zip) => zip.subarray(0, zip.length >> 1) }),
  },
  {
    name: 'zip-damaged',
    means: 'zip 中间有一个字节坏了',
    refused,
    broken: (draft) => ({ ...draft, zip: damaged }),
  },
  {
    name: 'zip-path',
    means: '压缩包内有上级目录的路径',
    refused,
    broken: (draft) => more(draft, { name: '../passwd.ofd', bytes: text }),
  },
  {
    name: 'zip-folder',
    means: '文件放在文件夹里',
    refused,
    broken: (draft) => ({ ...draft, files: (files) => files.map((one) => ({ ...one, name: `凭证/${one.name}` })) }),
  },
  {
    name: 'zip-nested',
    means: '压缩包里还有压缩包',
    refused,
    broken: (draft) => ({ ...draft, files: (files) => [{ name: 'inner.zip', bytes: zipFiles(files) }] }),
  },
  {
    name: 'zip-bomb',
    means: '压缩炸弹',
    refused,
    broken: (draft) => more(draft, { name: 'bomb.ofd', bytes: new Uint8Array(BOMB) }),
  },
  { name: 'zip-encrypted', means: '压缩包加了密', refused, broken: (draft) => ({ ...draft, zip: encrypted }) },
  {
    name: 'zip-name',
    means: '文件的命名不符',
    refused,
    broken: (draft) => more(draft, { name: '说明.txt', bytes: text }),
  },
  {
    name: 'zip-stray',
    means: '压缩包内有不属于本批的凭证',
    refused: 'voucher-file-stray',
    broken: (draft) => more(draft, { name: '99999999-9999999999.ofd', bytes: text }),
  },
];

/** One byte of the first file, well behind its header. */
const damaged = (zip: Buffer): Buffer => {
  const at = 200;
  return Buffer.concat([zip.subarray(0, at), Buffer.from([(zip[at] ?? 0) ^ 0x55]), zip.subarray(at + 1)]);
};
